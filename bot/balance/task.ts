/** A game, and the same game again from chosen moments on with one thing more in somebody's bag. What workers do. */
import type { PlayerId } from '../engine/state.ts';
import { isOn } from './course.ts';
import { BEGIN, Match } from './match.ts';
import { type Laboratory, planOf } from './plan.ts';

/** A second run from the moment at which this seat has made so many rolls. */
export interface Branch {
  readonly item: string;
  readonly seat: number;
  readonly rolls: number;
}

export interface Task {
  /** Number of the game, from 1. */
  readonly n: number;
  readonly branches: readonly Branch[];
}

/** Numbers alone, so that they cross from a worker unchanged. Seats are counted from 1. */
export interface Outcome {
  readonly n: number;
  /** Null: it did not end. */
  readonly winner: number | null;
  readonly rolls: readonly number[];
  /** Video games that ended, by seat. */
  readonly games: readonly number[];
  /** On the game's own clock. */
  readonly minutes: number;
  readonly commands: number;
  /** Who was last when the leader passed half of the track. */
  readonly last: readonly number[] | null;
  /** Refusal code → how often; practice bots should never meet one. */
  readonly refusals: Readonly<Record<string, number>>;
  readonly pairs: readonly Pair[];
}

/** What a thing did to its owner's game: won with it less won without, and places made good as a share of all. */
export interface Pair {
  readonly item: string;
  readonly won: number;
  readonly places: number;
}

export function perform(lab: Laboratory, { n, branches }: Task): Outcome {
  const match = new Match(lab, planOf(lab, n));
  const moments = new Map<Branch, Match>();
  const open = new Set(branches);
  match.play(() => {
    for (const branch of open) {
      if (match.state.players[seatId(branch.seat)]!.rolls < branch.rolls || !isOn(match.state)) continue;
      open.delete(branch);
      moments.set(branch, match.copy());
    }
  });
  const pairs = [...moments].flatMap(([branch, moment]) => pairOf(match, branch, moment) ?? []);
  return { ...outcomeOf(match), pairs };
}

export const seatId = (seat: number): PlayerId => `p${seat}`;

function pairOf(without: Match, { item, seat }: Branch, moment: Match): Pair | null {
  const player = seatId(seat);
  const given = moment.submit(
    { by: 'admin' },
    { type: 'correct', changes: [{ do: 'give', player, item }], reason: 'balance' },
  );
  // A full bag takes nothing; a game without an end has no places to compare.
  if (!given) return null;
  moment.play();
  const [after, before] = [moment.state.places, without.state.places];
  if (after.length === 0 || before.length === 0) return null;
  const won = Number(after[0] === player) - Number(before[0] === player);
  return { item, won, places: (before.indexOf(player) - after.indexOf(player)) / (before.length - 1) };
}

function outcomeOf(match: Match): Omit<Outcome, 'pairs'> {
  const { state, seats, last } = match;
  const seatOf = (id: PlayerId) => state.players[id]!.seat;
  return {
    n: match.plan.n,
    winner: state.winner === null ? null : seatOf(state.winner),
    rolls: state.order.map((id) => state.players[id]!.rolls),
    games: state.order.map((id) => seats[id]!.games),
    minutes: (match.now - BEGIN) / 60_000,
    commands: match.commands,
    last: last?.map(seatOf) ?? null,
    refusals: match.refusals,
  };
}
