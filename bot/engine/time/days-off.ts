/** Days off are planned ahead: the notice keeps them from being a shield at hand. */

import { type Refusal, refuse } from '../refusal.ts';
import type { PlayerId } from '../state.ts';
import { emit, type Work, who } from '../work.ts';
import { holdOf } from './clock.ts';
import type { TimeRules } from './rules.ts';
import { type DayOff, timeOf } from './state.ts';

const DAY = 86_400_000;

export function planDaysOff(
  work: Work,
  id: PlayerId,
  { days, from }: { days: number; from: number | undefined },
): Refusal | undefined {
  const { time } = work.rules.tunables;
  if (!time || work.state.pace !== 'marathon') return refuse('no-absence');
  const { daysOff } = timeOf(who(work, id));
  const open = daysOff.find((day) => day.until > work.at);
  if (days === 0) return open ? set(work, id, cutShort(daysOff, open, work.at)) : refuse('no-days-off');
  const fault = planFault(work, { days, from, daysOff, time });
  if (fault) return fault;
  const begin = from ?? work.at + time.daysOff.notice * 1000;
  return set(work, id, [...daysOff, { from: begin, until: begin + days * DAY }]);
}

interface Plan {
  readonly days: number;
  readonly from: number | undefined;
  readonly daysOff: readonly DayOff[];
  readonly time: TimeRules;
}

function planFault(work: Work, { days, from, daysOff, time }: Plan): Refusal | null {
  const { notice, most, budget } = time.daysOff;
  const open = daysOff.find((day) => day.until > work.at);
  if (open) return refuse('days-off-planned', { wait: Math.ceil((open.until - work.at) / 1000) });
  const taken = Math.ceil(daysOff.reduce((sum, day) => sum + day.until - day.from, 0) / DAY);
  const left = Math.min(most, budget - taken);
  if (!Number.isInteger(days) || days < 0 || days > left)
    return refuse('days-off-spent', { got: days, left });
  if (from !== undefined && !(from >= work.at + notice * 1000))
    return refuse('days-off-soon', { wait: notice });
  return null;
}

/** What has been used of a plan stays used; a plan that has not begun leaves no trace. */
function cutShort(daysOff: readonly DayOff[], open: DayOff, at: number): readonly DayOff[] {
  const others = daysOff.filter((day) => day !== open);
  return open.from >= at ? others : [...others, { from: open.from, until: at }];
}

function set(work: Work, id: PlayerId, daysOff: readonly DayOff[]): undefined {
  const { time } = work.rules.tunables;
  const now = timeOf(who(work, id));
  const hold = now.live || !time ? now.hold : holdOf({ since: now.since, daysOff }, time);
  emit(work, { type: 'daysOffSet', player: id, daysOff, hold });
  return undefined;
}
