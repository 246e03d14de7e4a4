/** What balance is measured against: GAME.md, section 14; and the equaliser's promise, that the size of a chat decides nothing. */
import type { Pace, Size } from '../engine/rules.ts';
import { type Interval, median, medianInterval, shareInterval } from './interval.ts';
import type { Lift } from './lift.ts';
import type { Measured } from './measure.ts';

export interface Gate {
  readonly name: string;
  readonly limit: number;
  /** `most`: the value may not be above the limit; `least`: not below. */
  readonly side: 'most' | 'least';
  readonly value: number;
  readonly ok: boolean;
  /** Holds the true value in 95 of 100 cases. */
  readonly interval: Interval;
  /** Whose value it is, or what it is made of. */
  readonly of: string;
}

/** From and to: rolls a player in an evening, finished video games in a marathon; and minutes of an evening. */
export interface Target {
  readonly length: readonly [number, number];
  readonly minutes: readonly [number, number] | null;
}

export const TARGETS: Readonly<Record<Pace, Readonly<Record<Size, Target>>>> = {
  session: {
    S: { length: [12, 16], minutes: [60, 90] },
    M: { length: [20, 26], minutes: [120, 180] },
    L: { length: [32, 42], minutes: [240, 300] },
  },
  marathon: {
    S: { length: [10, 14], minutes: null },
    M: { length: [18, 24], minutes: null },
    L: { length: [28, 38], minutes: null },
  },
};

export const LIMITS = {
  class: 1.35,
  audience: 1.35,
  item: 12,
  comeback: 0.06,
  length: 0.15,
  deadEnds: 0,
} as const;

export interface Judged {
  readonly measured: Measured;
  /** Null: not measured in this run. */
  readonly lifts: Readonly<Record<string, Lift>> | null;
  readonly target: Target;
}

export function gatesOf({ measured, lifts, target }: Judged): readonly Gate[] {
  const gates = [
    shareGate('class', measured),
    shareGate('audience', measured),
    ...(lifts ? [itemGate(lifts)] : []),
    comebackGate(measured),
  ];
  gates.push(lengthGate('length', measured.lengths, target.length));
  if (target.minutes) gates.push(lengthGate('minutes', measured.minutes, target.minutes));
  return [...gates, endGate(measured)];
}

type Plain = Omit<Gate, 'ok'>;

const judged = (gate: Plain): Gate => ({
  ...gate,
  ok: gate.side === 'most' ? gate.value <= gate.limit : gate.value >= gate.limit,
});

/** The strongest class, or size of chat: its wins as a multiple of those of a fair share. */
function shareGate(name: 'class' | 'audience', measured: Measured): Gate {
  const { ended } = measured;
  let worst: Plain = {
    name,
    limit: LIMITS[name],
    side: 'most',
    value: 0,
    interval: [0, 0],
    of: '—',
  };
  for (const [id, { wins, fair }] of Object.entries(measured[name])) {
    if (fair === 0 || wins / fair <= worst.value) continue;
    const [low, high] = shareInterval(wins, ended);
    worst = { ...worst, value: wins / fair, interval: [(low * ended) / fair, (high * ended) / fair], of: id };
  }
  return judged(worst);
}

/**
 * The strongest thing: points of the chance to win. Only those that were looked at closely are known well enough; the
 * others looked weaker.
 */
function itemGate(lifts: Readonly<Record<string, Lift>>): Gate {
  const most = Math.max(0, ...Object.values(lifts).map(({ pairs }) => pairs));
  const known = Object.entries(lifts).filter(([, { pairs }]) => pairs > 0 && 2 * pairs >= most);
  const [top] = known.toSorted(([a, one], [b, two]) => two.points - one.points || (a < b ? -1 : 1));
  const { points: value, interval } = top?.[1] ?? { points: 0, interval: [0, 0] as const };
  return judged({ name: 'item', limit: LIMITS.item, side: 'most', value, interval, of: top?.[0] ?? '—' });
}

/** Who is last when the leader passes half still wins so often. */
function comebackGate({ comeback: { games, wins } }: Measured): Gate {
  const value = games === 0 ? 0 : wins / games;
  const interval = shareInterval(wins, games);
  return judged({
    name: 'comeback',
    limit: LIMITS.comeback,
    side: 'least',
    value,
    interval,
    of: 'last at half',
  });
}

/** How far the median is from the middle of the target, as a share of it. */
function lengthGate(
  name: 'length' | 'minutes',
  values: readonly number[],
  [from, to]: readonly [number, number],
): Gate {
  const goal = (from + to) / 2;
  const off = (value: number) => Math.abs(value - goal) / goal;
  const [low, high] = medianInterval(values);
  const ends = [off(low), off(high)].sort((a, b) => a - b) as [number, number];
  const interval: Interval = low <= goal && goal <= high ? [0, ends[1]] : ends;
  const value = off(median(values));
  return judged({ name, limit: LIMITS.length, side: 'most', value, interval, of: `${from}–${to}` });
}

/** Every game ends. */
function endGate({ games, ended, stuck }: Measured): Gate {
  const [low, high] = shareInterval(games - ended, games);
  const of = stuck.length === 0 ? '—' : stuck.slice(0, 5).join(' ');
  const interval: Interval = [low * games, high * games];
  return judged({
    name: 'deadEnds',
    limit: LIMITS.deadEnds,
    side: 'most',
    value: games - ended,
    interval,
    of,
  });
}
