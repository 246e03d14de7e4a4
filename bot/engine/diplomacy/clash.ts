/** Two at war meet: in each round both chats choose a stance, dice follow, and in the end the sums are compared. */
import { lendHand } from '../combat/help.ts';
import { attribute } from '../effects/derive.ts';
import { statOf } from '../effects/reactions.ts';
import { run } from '../effects/run.ts';
import { pend, settle } from '../pending.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { CellKind } from '../rules.ts';
import type { Die, GameState, PlayerId } from '../state.ts';
import { finish } from '../tasks.ts';
import { isShielded } from '../time/clock.ts';
import { drawing, emit, type Work, who } from '../work.ts';
import type { Fighter } from './events.ts';
import type { ClashDef } from './rules.ts';
import { partyFault } from './sign.ts';
import { type Clash, diplomacyOf, type Side, type Treaty } from './state.ts';
import { boundBy, treatyBetween } from './treaties.ts';

/** Nobody is attacked in a camp; start and finish are no battlefields either. */
const SAFE: readonly CellKind[] = ['camp', 'start', 'finish'];
/** After the votes are closed the host has a while to bring their totals; milliseconds. */
const TOTALS_LATE = 15_000;

/** Everybody who has come to stand with an enemy since `before`, both with their hands free. */
export function meet(work: Work, before: GameState): void {
  for (const treaty of diplomacyOf(work.state).treaties) {
    if (!treaty.terms.clash) continue;
    const fresh = !diplomacyOf(before).treaties.some((one) => one.n === treaty.n);
    if (!face(work.state, treaty) || (!fresh && face(before, treaty))) continue;
    if (diplomacyOf(work.state).clashes.some((one) => one.treaty === treaty.n)) continue;
    if (treaty.between.some((id) => isAway(work, id))) continue;
    begin(work, treaty, before);
  }
}

/** Whoever is out of reach of hostile items is not fought either. */
function isAway(work: Work, id: PlayerId): boolean {
  return isShielded(work.state, who(work, id), { at: work.at, time: work.rules.tunables.time });
}

/** A chat that is in a fight or a scene could not be asked: the meeting counts when that is over, if both still stand. */
function face(state: GameState, treaty: Treaty): boolean {
  const busy = (id: PlayerId) =>
    state.players[id]?.pending.some(({ is }) => is === 'fight' || is === 'scene');
  return together(state, treaty) && !treaty.between.some(busy);
}

function together(state: GameState, { between: [a, b] }: Treaty): boolean {
  const cell = state.players[a]?.cell;
  if (cell === undefined || cell !== state.players[b]?.cell) return false;
  return !SAFE.includes(state.board.cells[cell]?.kind ?? 'start');
}

function begin(work: Work, treaty: Treaty, before: GameState): void {
  const def = clashOf(work, treaty);
  if (!def) return;
  const [one, two] = treaty.between;
  const came = before.players[two]?.cell === who(work, two).cell ? one : two;
  const there = came === one ? two : one;
  const sides = [
    ask(work, came, { against: there, kind: treaty.kind }),
    ask(work, there, { against: came, kind: treaty.kind }),
  ] as const;
  const until = work.at + timeFor(work, def);
  const { cell } = who(work, came);
  emit(work, { type: 'clashBegun', clash: { n: work.state.serial, treaty: treaty.n, cell, sides, until } });
}

/** Milliseconds for the votes of a round and their totals. */
function timeFor({ rules }: Work, def: ClashDef): number {
  return (def.vote.seconds + rules.tunables.poll.grace) * 1000 + TOTALS_LATE;
}

/** Asks this chat; a chat that says nothing chooses nothing, so that nobody can count on its silence. */
function ask(
  work: Work,
  player: PlayerId,
  { against, kind }: { against: PlayerId; kind: Treaty['kind'] },
): Side {
  const pending = work.state.serial;
  const path = `treaties/${kind}/terms/clash/vote`;
  const open = clashOptions(work, kind);
  pend(work, player, { is: 'choice', path, open, fallback: 0, source: against, poll: 'open' });
  return { player, pending, stance: null, helped: [], lent: 0 };
}

function clashOptions({ rules }: Work, kind: Treaty['kind']): readonly number[] {
  return rules.treaties?.[kind].terms.clash?.vote.options.map((_, i) => i + 1) ?? [];
}

function clashOf({ rules }: Work, { kind }: Treaty): ClashDef | undefined {
  return rules.treaties?.[kind].terms.clash;
}

/** Takes note of what the chats have chosen in this command, and fights what is ready or late. */
export function settleClashes(work: Work): void {
  for (const { n } of diplomacyOf(work.state).clashes) {
    const treaty = treatyOf(work, n);
    const def = treaty && clashOf(work, treaty);
    if (!def) {
      callOff(work, n);
      continue;
    }
    for (const one of clashBy(work, n)?.sides ?? []) hear(work, n, one);
    const clash = clashBy(work, n);
    if (clash && (clash.until <= work.at || clash.sides.every(({ stance }) => stance !== null)))
      fight(work, { clash, def, kind: treaty.kind });
  }
}

function clashBy(work: Work, n: number): Clash | undefined {
  return diplomacyOf(work.state).clashes.find((one) => one.n === n);
}

function treatyOf(work: Work, n: number): Treaty | undefined {
  const { treaties } = diplomacyOf(work.state);
  return treaties.find((one) => one.n === clashBy(work, n)?.treaty);
}

/** A question that is gone has been answered, in this very command. */
function hear(work: Work, n: number, { player, pending, stance }: Side): void {
  if (stance !== null || who(work, player).pending.some((one) => one.n === pending)) return;
  const answer = work.events.find((event) => event.type === 'answered' && event.n === pending);
  const chosen = answer?.type === 'answered' && answer.by !== 'clock' ? answer.option : 0;
  emit(work, { type: 'stanceTaken', n, player, stance: chosen });
}

/** Peace in the middle of it. */
function callOff(work: Work, n: number): void {
  const clash = clashBy(work, n);
  if (!clash) return;
  const [a, b] = clash.sides;
  emit(work, { type: 'clashCalledOff', n, players: [a.player, b.player] });
  unask(work, clash);
}

function unask(work: Work, { sides }: Clash): void {
  for (const { player, pending } of sides)
    if (who(work, player).pending.some((one) => one.n === pending)) settle(work, player, pending, 'dropped');
}

function fight(
  work: Work,
  { clash, def, kind }: { clash: Clash; def: ClashDef; kind: Treaty['kind'] },
): void {
  const [a, b] = clash.sides;
  const each = [fighter(work, def, { own: a, other: b }), fighter(work, def, { own: b, other: a })] as const;
  const round = clash.round ?? 1;
  if (round < (def.rounds ?? 1)) return nextRound(work, { clash, def, kind, each, round });
  const [one, two] = [summed(a, each[0]), summed(b, each[1])];
  const winner = one.total === two.total ? null : one.total > two.total ? one.player : two.player;
  emit(work, { type: 'clashFought', n: clash.n, sides: [one, two], winner });
  unask(work, clash);
  if (winner === null) return;
  const loser = winner === one.player ? two.player : one.player;
  const path = `treaties/${kind}/terms/clash/spoils`;
  run(work, def.spoils, { path, why: kind, self: winner, target: loser });
  finish(work);
}

interface Round {
  readonly clash: Clash;
  readonly def: ClashDef;
  readonly kind: Treaty['kind'];
  readonly each: readonly [Fighter, Fighter];
  readonly round: number;
}

/** Both chats are asked anew; an ally's hand has counted once. */
function nextRound(work: Work, { clash, def, kind, each, round }: Round): void {
  unask(work, clash);
  const again = (own: Side, against: Side, { dice, bonus, total }: Fighter): Side => ({
    ...ask(work, own.player, { against: against.player, kind }),
    helped: own.helped,
    so: summed(own, { dice, bonus, total }),
  });
  const [a, b] = clash.sides;
  const sides = [again(a, b, each[0]), again(b, a, each[1])] as const;
  const until = work.at + timeFor(work, def);
  const next: Clash = { ...clash, sides, until, round: round + 1 };
  emit(work, { type: 'clashRound', n: clash.n, round, sides: each, clash: next });
}

/** With the rounds before. */
function summed<T extends NonNullable<Side['so']>>({ so }: Side, now: T): T {
  if (!so) return now;
  return {
    ...now,
    dice: [...so.dice, ...now.dice],
    bonus: so.bonus + now.bonus,
    total: so.total + now.total,
  };
}

function fighter(work: Work, def: ClashDef, { own, other }: { own: Side; other: Side }): Fighter {
  const player = who(work, own.player);
  const dice = drawing(work, { player: own.player, purpose: 'clash' }, (draws) =>
    work.rules.tunables.dice.start.map((sides): Die => ({ sides, value: draws.int(sides) })),
  );
  const stance = own.stance ?? 0;
  const edge = stance > 0 && (other.stance ?? 0) === def.beats[stance - 1] ? def.edge : 0;
  const skill = attribute(player, work.rules, def.attribute) + statOf(player, work.rules, 'check');
  const bonus = skill + edge + own.lent;
  const total = dice.reduce((sum, die) => sum + die.value, 0) + bonus;
  return { player: own.player, dice, bonus, total, stance };
}

/** A partner's hand in a fight that is on: once a fight, and never against somebody one has peace with. */
export function assist(work: Work, id: PlayerId, ally: PlayerId): Refusal | undefined {
  const fault = partyFault(work, id, ally);
  if (fault) return fault;
  const bonus = treatyBetween(work.state, id, ally)?.terms.assist ?? 0;
  if (bonus === 0) return refuse('treaty-none', { player: ally });
  const fights = diplomacyOf(work.state).clashes.filter((one) => sideOf(one, ally) && !sideOf(one, id));
  const [open] = fights.filter((one) => !sideOf(one, ally)?.helped.includes(id));
  if (!open && fights.length === 0 && who(work, ally).fight) return lendHand(work, id, ally);
  if (!open)
    return fights.length > 0
      ? refuse('assisted-already', { player: ally })
      : refuse('no-clash', { player: ally });
  const enemy = open.sides.find(({ player }) => player !== ally)?.player ?? ally;
  const bond = boundBy(work.state, id, enemy);
  if (bond) return refuse('treaty-binds', { target: enemy, treaty: bond.kind });
  emit(work, { type: 'assisted', n: open.n, player: id, ally, bonus });
  return undefined;
}

function sideOf({ sides }: Clash, id: PlayerId): Side | undefined {
  return sides.find(({ player }) => player === id);
}
