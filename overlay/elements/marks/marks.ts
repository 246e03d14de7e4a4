/** What stands beside a player's name for a while: bonds, a locked finish, absence, whose turn it is. Plain data. */
import type { BoardView, PlayerView } from '../../../bot/protocol/views.ts';
import type { Face } from '../../link/face.ts';
import type { Treaty, TreatyKind } from '../../link/types.ts';
import type { IconName } from '../art/icons.ts';

/** Bonds differ by shape as well as by colour: round, round and open, square, on its corner. */
export type MarkShape = TreatyKind | 'state' | 'turn';

export interface StateMark {
  readonly key: string;
  readonly icon: IconName;
  readonly shape: MarkShape;
  readonly label: string;
  /** Seat of whoever it is with. */
  readonly seat: number | null;
}

const BONDS: Readonly<Record<TreatyKind, IconName>> = {
  alliance: 'treaty',
  truce: 'truce',
  tribute: 'tribute',
  war: 'war',
};
/** What is worse is told first. */
const ORDER: readonly TreatyKind[] = ['war', 'alliance', 'tribute', 'truce'];

/** The bonds of one player, wars first. */
export function bondsOf(board: BoardView, player: string): Treaty[] {
  const own = (board.treaties ?? []).filter(({ between }) => between.includes(player));
  return own.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || a.n - b.n);
}

function bondMarks({ words }: Face, board: BoardView, player: PlayerView): StateMark[] {
  return bondsOf(board, player.id).flatMap(({ n, kind, between, leaving }): StateMark[] => {
    const other = board.players.find(({ id }) => id !== player.id && between.includes(id));
    if (!other) return [];
    const left = leaving === null ? null : board.players.find(({ id }) => id === leaving);
    const notice = left ? `, ${words.marks.leaving(left.name)}` : '';
    const label = words.marks.bond(kind, other.name) + notice;
    return [{ key: `treaty ${n}`, icon: BONDS[kind], shape: kind, label, seat: other.seat }];
  });
}

/** `m:ss`, or hours and minutes from an hour on. */
export function clockTime(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

function stateMarks({ words, clock }: Face, board: BoardView, player: PlayerView): StateMark[] {
  const { marks } = words;
  const now = clock.now();
  const { time } = player;
  const made: (StateMark | null)[] = [
    board.turns?.player === player.id ? mark('turn', 'roll', marks.turn) : null,
    isLocked(player, now)
      ? mark('locked', 'locked', marks.finishOpens(clockTime(player.lockedUntil - now)))
      : null,
    time?.autopilot ? mark('autopilot', 'bot', marks.autopilot) : null,
    time?.dayOff && time.dayOff.from <= now && now < time.dayOff.until
      ? mark('dayOff', 'dayOff', marks.dayOff)
      : null,
    time && !time.live && !time.autopilot ? awayMark(marks, time.shieldFrom, now) : null,
    ...tuningMarks(words, board, player),
  ];
  return made.filter((one) => one !== null);
}

function mark(key: string, icon: IconName, label: string): StateMark {
  return { key, icon, label, shape: key === 'turn' ? 'turn' : 'state', seat: null };
}

function awayMark(marks: Face['words']['marks'], shieldFrom: number | null, now: number): StateMark {
  const safe = shieldFrom !== null && shieldFrom <= now;
  return mark('away', safe ? 'shield' : 'unlinked', safe ? marks.shielded : marks.offAir);
}

function tuningMarks({ marks }: Face['words'], board: BoardView, player: PlayerView): StateMark[] {
  const mine = (board.tuning?.tunings ?? []).filter(
    ({ scope }) =>
      (scope.of === 'player' && scope.player === player.id) ||
      (scope.of === 'zone' && scope.zone === player.zone),
  );
  return mine.map(({ n, knob, value }) => mark(`tuned ${n}`, 'rules', marks.tuned(knob, value)));
}

/** Is the finish shut for this player now? */
export function isLocked({ lockedUntil }: PlayerView, now: number): boolean {
  return lockedUntil > now;
}

/** Offers that this player has made and that wait for an answer; known where the bag is. */
function offerMarks(face: Face, board: BoardView, player: PlayerView): StateMark[] {
  const { marks } = face.words;
  const own = (face.views.get(`bag:${player.id}`)?.offers ?? []).filter(({ from }) => from === player.id);
  return own.map((offer): StateMark => {
    const to = board.players.find(({ id }) => id === offer.to);
    const what = offer.is === 'trade' ? marks.trade : marks.treaties[offer.kind];
    const label = marks.offers(what, to?.name ?? offer.to);
    return { key: `offer ${offer.n}`, icon: 'diplomacy', shape: 'state', label, seat: to?.seat ?? null };
  });
}

/** All marks of one player, what presses most first. */
export function marksOf(face: Face, board: BoardView, player: PlayerView): StateMark[] {
  return [
    ...stateMarks(face, board, player),
    ...bondMarks(face, board, player),
    ...offerMarks(face, board, player),
  ];
}

/** What holds for the whole race: whose turn it is, tunings of the game, rules that change, epochs that are over. */
export function raceMarks({ words }: Face, board: BoardView): StateMark[] {
  const { marks } = words;
  const turn = board.turns;
  const on = turn && board.players.find(({ id }) => id === turn.player);
  const tuned = (board.tuning?.tunings ?? []).filter(({ scope }) => scope.of === 'game');
  const coming = (board.tuning?.changes ?? []).filter(({ took }) => took === null);
  return [
    ...(turn && on ? [{ ...mark('turn', 'roll', marks.turnOf(on.name, turn.n)), seat: on.seat }] : []),
    ...tuned.map(({ n, knob, value }) => mark(`tuned ${n}`, 'rules', marks.tuned(knob, value))),
    ...coming.map(({ n, turn: from }) => mark(`rules ${n}`, 'rules', marks.rulesFrom(from))),
    ...(board.epoch ? [mark('epoch', 'time', marks.epochs(board.epoch.n))] : []),
  ];
}
