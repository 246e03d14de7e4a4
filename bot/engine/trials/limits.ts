/** Numbers that older rules do not have; there these stand. Seconds unless the name says otherwise. */
import type { Rules, Tunables } from '../rules.ts';

type Given = Pick<Rules, 'tunables'>;

const JURY = { size: 7, least: 3, seconds: 300, stake: 10 };
const PERFORMANCE = { vote: 30, quorum: 0.5 };
/** As long as a queue of two takes at most. */
const HOLD = 300;
const LAG = 15;

export function juryOf({ tunables }: Given): NonNullable<Tunables['jury']> {
  return tunables.jury ?? JURY;
}

export function performanceOf({ tunables }: Given): NonNullable<Tunables['performance']> {
  return tunables.performance ?? PERFORMANCE;
}

/** Milliseconds that a paid trial may wait in a queue. */
export function holdOf({ tunables }: Given): number {
  return (tunables.challenge.hold ?? HOLD) * 1000;
}

/** The longest that slow chats are waited for. */
export function lagLimit({ tunables }: Given): number {
  return tunables.poll.lag ?? LAG;
}
