/** The whole run of the laboratory, from a request to a report. */
import { type Gate, gatesOf, TARGETS } from './gates.ts';
import { type Interval, median } from './interval.ts';
import { LIFT_ROUNDS, type Lift, Lifts, tasksOf, thingsOf } from './lift.ts';
import { type Measured, measured, type Shares } from './measure.ts';
import type { Laboratory } from './plan.ts';
import { Pool } from './pool.ts';
import type { Outcome } from './task.ts';

export interface BalanceRequest extends Laboratory {
  readonly games: number;
  readonly workers: number;
  /** False: single things are not measured, which is two thirds of the work. */
  readonly items: boolean;
  /** Told of games played, of so many in all. */
  readonly onProgress?: (done: number, of: number) => void;
}

/** Shares are of all games that ended, so those of a dimension sum to 1; skills overlap. */
export interface BalanceReport {
  readonly games: number;
  readonly ended: number;
  /** Rolls of a player in an evening, finished video games in a marathon. */
  readonly medianLength: number;
  readonly medianMinutes: number;
  readonly winShare: Readonly<Record<Dimension, Readonly<Record<string, number>>>>;
  /** Of each share, as many as equal seats would have. */
  readonly fairShare: Readonly<Record<Dimension, Readonly<Record<string, number>>>>;
  /** Points, strongest first. Empty when not measured. */
  readonly itemLift: Readonly<Record<string, number>>;
  readonly itemInterval: Readonly<Record<string, Interval>>;
  readonly comeback: number;
  readonly gates: readonly Gate[];
  /** Numbers of games that did not end; `--only` plays one again. */
  readonly deadEnds: readonly number[];
  readonly refusals: Readonly<Record<string, number>>;
}

export const DIMENSIONS = ['seat', 'class', 'policy', 'audience', 'skill'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** The same request gives the same report, whatever the number of workers. */
export async function balance(request: BalanceRequest): Promise<BalanceReport> {
  const { games, workers, items, onProgress, ...lab } = request;
  const things = items ? thingsOf(lab.rules) : [];
  const rounds = items ? LIFT_ROUNDS : 1;
  const plan = { lab, games, things };
  const total = range(rounds).reduce((sum, round) => sum + tasksOf({ ...plan, round }).length, 0);
  const lifts = new Lifts(things);
  const pool = new Pool(lab, workers);
  let done = 0;
  const tell = (more: number) => {
    done += more;
    onProgress?.(done, total);
  };
  try {
    let first: readonly Outcome[] = [];
    for (const round of range(rounds)) {
      const tasks = tasksOf({ ...plan, round, things: lifts.strongest(round) });
      const outcomes = await pool.run(tasks, tell);
      if (round === 0) first = outcomes;
      for (const { pairs } of outcomes) lifts.add(pairs);
    }
    return reportOf(lab, measured(lab, first), items ? lifts.of() : null);
  } finally {
    await pool.close();
  }
}

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);

export function reportOf(
  lab: Laboratory,
  found: Measured,
  lifts: Readonly<Record<string, Lift>> | null,
): BalanceReport {
  const strongest = Object.entries(lifts ?? {})
    .filter(([, { pairs }]) => pairs > 0)
    .toSorted(([a, one], [b, two]) => two.points - one.points || (a < b ? -1 : 1));
  return {
    games: found.games,
    ended: found.ended,
    medianLength: median(found.lengths),
    medianMinutes: rounded(median(found.minutes)),
    winShare: eachOf(found, ({ wins }) => wins),
    fairShare: eachOf(found, ({ fair }) => fair),
    itemLift: Object.fromEntries(strongest.map(([id, { points }]) => [id, rounded(points)])),
    itemInterval: Object.fromEntries(strongest.map(([id, { interval }]) => [id, roundedPair(interval)])),
    comeback: rounded(found.comeback.games === 0 ? 0 : found.comeback.wins / found.comeback.games),
    gates: gatesOf({ measured: found, lifts, target: TARGETS[lab.pace][lab.size] }).map((gate) => ({
      ...gate,
      value: rounded(gate.value),
      interval: roundedPair(gate.interval),
    })),
    deadEnds: found.stuck,
    refusals: found.refusals,
  };
}

function eachOf(found: Measured, of: (share: Shares[string]) => number): BalanceReport['winShare'] {
  const shares = (list: Shares) =>
    Object.fromEntries(
      Object.entries(list).map(([name, share]) => [name, rounded(of(share) / Math.max(1, found.ended))]),
    );
  return Object.fromEntries(DIMENSIONS.map((one) => [one, shares(found[one])])) as BalanceReport['winShare'];
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

/** JSON has no infinity: what is not known at all has the widest bounds that a share or a lift can have. */
const WIDEST = 100;
const roundedPair = ([low, high]: Interval): Interval => [
  rounded(Math.max(-WIDEST, low)),
  rounded(Number.isFinite(high) ? high : WIDEST),
];
