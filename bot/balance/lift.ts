/**
 * What each thing is worth to its owner, in points of the chance to win. The same game is played on from one moment with
 * and without it, so that nothing else differs at first. All things are looked at; those that look strongest are looked
 * at more closely, so that the largest lift of all is known best.
 */
import { mapDraws, shuffled } from '../engine/board/random.ts';
import type { Rules } from '../engine/rules.ts';
import { type Interval, meanInterval, NO_SUMS, plus, type Sums } from './interval.ts';
import type { Laboratory } from './plan.ts';
import type { Branch, Pair, Task } from './task.ts';

export interface Lift {
  /** Points: 12 means 12 more of a hundred games won. */
  readonly points: number;
  readonly interval: Interval;
  readonly pairs: number;
}

interface Round {
  /** Games for each of those that are asked for; the first round plays on in the games that are played anyway. */
  readonly games: number;
  /** Second runs of one game. */
  readonly branches: number;
  /** Things that are still looked at; the first round looks at all. */
  readonly things: number;
}

const ROUNDS: readonly Round[] = [
  { games: 1, branches: 2, things: Number.POSITIVE_INFINITY },
  { games: 0.08, branches: 4, things: 30 },
  { games: 0.12, branches: 5, things: 6 },
];
export const LIFT_ROUNDS = ROUNDS.length;

/** Last roll at which something is given: later it has no time to matter. Most games are longer. */
const LATEST = 8;

/** Everything that can come into a bag. */
export function thingsOf({ items }: Rules): readonly string[] {
  return Object.keys(items)
    .filter((id) => items[id]?.category !== 'weapon')
    .sort();
}

export interface RoundPlan {
  readonly lab: Laboratory;
  readonly games: number;
  /** 0 for the games that are played anyway. */
  readonly round: number;
  readonly things: readonly string[];
}

/** The games of one round. Those of later rounds have numbers of their own, so that they are other games. */
export function tasksOf({ lab, games, round, things }: RoundPlan): readonly Task[] {
  const { games: share, branches } = ROUNDS[round]!;
  const count = Math.ceil(games * share);
  const first = ROUNDS.slice(0, round).reduce((sum, one) => sum + Math.ceil(games * one.games), 1);
  return Array.from({ length: count }, (_, i) => {
    const draws = mapDraws(`balance|lift|${lab.seed}`, first + i);
    const seats = shuffled(draws, range(lab.players));
    const list = range(branches).map((b): Branch => {
      const at = i * branches + b - 1;
      const item = things[at % Math.max(1, things.length)] ?? '';
      return { item, seat: seats[(b - 1) % seats.length]!, rolls: draws.int(LATEST) };
    });
    return { n: first + i, branches: things.length === 0 ? [] : list };
  });
}

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i + 1);

interface Found {
  readonly won: Sums;
  readonly places: Sums;
}

/** Adds up pairs, whichever games they come from. */
export class Lifts {
  readonly #found = new Map<string, Found>();

  constructor(things: readonly string[]) {
    for (const id of things) this.#found.set(id, { won: NO_SUMS, places: NO_SUMS });
  }

  add(pairs: readonly Pair[]): void {
    for (const { item, won, places } of pairs) {
      const now = this.#found.get(item);
      if (now) this.#found.set(item, { won: plus(now.won, won), places: plus(now.places, places) });
    }
  }

  /** The strongest so far, for this round. Places say sooner than wins which those are. */
  strongest(round: number): readonly string[] {
    const score = ({ won, places }: Found) => (won.sum + places.sum) / Math.max(1, won.n);
    return [...this.#found]
      .toSorted(([a, one], [b, two]) => score(two) - score(one) || (a < b ? -1 : 1))
      .slice(0, ROUNDS[round]!.things)
      .map(([id]) => id)
      .sort();
  }

  of(): Readonly<Record<string, Lift>> {
    return Object.fromEntries(
      [...this.#found].map(([id, { won }]) => {
        const [low, high] = meanInterval(won);
        const points = won.n === 0 ? 0 : (100 * won.sum) / won.n;
        return [id, { points, interval: [100 * low, 100 * high], pairs: won.n }];
      }),
    );
  }
}
