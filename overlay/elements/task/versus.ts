/** Two sides of one question: a clash of two chats, or a duel of them. Plain data. */
import type { BoardView, PlayerView } from '../../../bot/protocol/views.ts';
import type { Face } from '../../link/face.ts';
import type { Clash, Pending, Poll } from '../../link/types.ts';

export interface Side {
  readonly player: PlayerView;
  /** What is known of it: a stance, a score, or that it is still open. */
  readonly text: string;
  readonly known: boolean;
}

export interface Versus {
  /** One clash or duel, whichever of its chats is asked. */
  readonly key: string;
  readonly kind: 'clash' | 'duel';
  readonly label: string;
  readonly sides: readonly [Side, Side];
}

/** The clash that this pending of this player belongs to. */
export function clashOf(board: BoardView, player: string, pending: number): Clash | null {
  const mine = (one: Clash) => one.sides.some((side) => side.player === player && side.pending === pending);
  return board.clashes?.find(mine) ?? null;
}

function pairOf(sides: readonly (Side | null)[]): readonly [Side, Side] | null {
  const [a, b] = sides;
  return a && b ? [a, b] : null;
}

const named = (board: BoardView, id: string): PlayerView | undefined =>
  board.players.find((one) => one.id === id);

function clashVersus(face: Face, board: BoardView, clash: Clash): Versus | null {
  const { marks } = face.words;
  const kind = board.treaties?.find(({ n }) => n === clash.treaty)?.kind ?? 'war';
  const stances = face.pack.entry('treaties', kind).options ?? [];
  const sides = clash.sides.map(({ player, stance }): Side | null => {
    const who = named(board, player);
    if (!who) return null;
    if (stance === null) return { player: who, text: marks.chooses, known: false };
    const text = stance === 0 ? marks.silentChat : (stances[stance - 1] ?? `${stance}`);
    return { player: who, text, known: true };
  });
  const pair = pairOf(sides);
  return pair && { key: `clash ${clash.n}`, kind: 'clash', label: marks.clash, sides: pair };
}

/** A duel waits at its owner; the other chat's poll only names the owner. */
function duelPending(board: BoardView, player: PlayerView, poll: Poll | null) {
  const owner = poll?.owner ? named(board, poll.owner) : player;
  const pending = owner?.pending;
  if (!owner || pending?.is !== 'trial' || pending.rival === undefined) return null;
  return poll && pending.n !== poll.pending ? null : { owner, pending, rival: pending.rival };
}

function duelVersus(
  face: Face,
  board: BoardView,
  duel: NonNullable<ReturnType<typeof duelPending>>,
): Versus | null {
  const { marks } = face.words;
  const { pending, rival, owner } = duel;
  const sides = [owner.id, rival].map((id): Side | null => {
    const who = named(board, id);
    const score = pending.scores?.[id] ?? null;
    return who
      ? { player: who, text: score === null ? marks.noScore : marks.score(score), known: score !== null }
      : null;
  });
  const pair = pairOf(sides);
  const round = pending.round && pending.round > 1 ? ` · ${marks.round(pending.round)}` : '';
  return (
    pair && {
      key: `duel ${owner.id} ${pending.n}`,
      kind: 'duel',
      label: `${marks.duel}${round}`,
      sides: pair,
    }
  );
}

/** The two sides of what this player is asked, or null where there is one. */
export function versusOf(
  face: Face,
  board: BoardView,
  asked: { readonly player: PlayerView; readonly pending: Pending | null; readonly poll: Poll | null },
): Versus | null {
  const { player, pending, poll } = asked;
  const clash = clashOf(board, player.id, poll?.pending ?? pending?.n ?? -1);
  if (clash) return clashVersus(face, board, clash);
  const duel = duelPending(board, player, poll);
  return duel && duelVersus(face, board, duel);
}
