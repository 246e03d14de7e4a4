import type { Millis } from '../../engine/state.ts';
import { type Fault, fault, type Role } from '../spec.ts';
import { forget } from './cooldown.ts';

export interface BudgetLimits {
  /** Commands of viewers and helpers a channel takes at once. */
  readonly burst: number;
  /** Refilled per second. */
  readonly perSecond: number;
}
export const BUDGET: BudgetLimits = { burst: 30, perSecond: 5 };

export interface Budget {
  /** Null: there was room for one more. The owner of the channel and the referee always have room. */
  check(use: { channel: string; role: Role; at: Millis }): Fault | null;
}

/** One leaking bucket a channel, for at most `max` channels. Votes are not commands and are not counted here. */
export function createBudget(limits: BudgetLimits = BUDGET, max = 1000): Budget {
  const buckets = new Map<string, { left: number; at: Millis }>();
  return {
    check({ channel, role, at }) {
      if (role === 'player' || role === 'admin') return null;
      const bucket = buckets.get(channel) ?? { left: limits.burst, at };
      const passed = Math.max(0, at - bucket.at) / 1000;
      const left = Math.min(limits.burst, bucket.left + passed * limits.perSecond);
      buckets.delete(channel);
      buckets.set(channel, { left: left >= 1 ? left - 1 : left, at });
      forget(buckets, max);
      if (left >= 1) return null;
      return fault('budget', { wait: Math.ceil((1 - left) / limits.perSecond) }, true);
    },
  };
}
