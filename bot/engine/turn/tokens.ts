/** Roll tokens: in `session` they come with time, in `marathon` with each finished trial. Nobody wins by typing fast. */
import type { Rules } from '../rules.ts';
import type { GameState, Millis, Tokens } from '../state.ts';

export interface Clock {
  readonly state: Pick<GameState, 'pace'>;
  readonly rules: Rules;
  readonly at: Millis;
}

/** What the seat has at this moment. */
export function refill({ state, rules, at }: Clock, tokens: Tokens): Tokens {
  if (state.pace === 'marathon') return tokens;
  const { every, keep } = rules.tunables.tokens;
  const step = every * 1000;
  const come = Math.floor(Math.max(0, at - tokens.since) / step);
  if (tokens.count >= keep) return { count: tokens.count, since: at };
  if (tokens.count + come >= keep) return { count: keep, since: at };
  return { count: tokens.count + come, since: tokens.since + come * step };
}

/** When the next token comes; null if none will by itself. */
export function nextToken({ state, rules }: Pick<Clock, 'state' | 'rules'>, tokens: Tokens): Millis | null {
  const { every, keep } = rules.tunables.tokens;
  if (state.pace === 'marathon' || tokens.count >= keep) return null;
  return tokens.since + every * 1000;
}
