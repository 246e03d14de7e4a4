/** Roll tokens: in `session` they come with time, in `marathon` with each finished trial. Nobody wins by typing fast. */
import type { Rules } from '../rules.ts';
import type { GameState, Millis, PlayerId, Tokens } from '../state.ts';
import { turned } from '../tuning/knobs.ts';

export interface Clock {
  readonly state: GameState;
  readonly rules: Rules;
  readonly at: Millis;
  /** Whose clock it is: the admin may have turned that one alone. */
  readonly player?: PlayerId;
}

/** Milliseconds from one token to the next. */
export function tokenStep({ state, rules, player }: Omit<Clock, 'at'>): Millis {
  return Math.max(
    1000,
    Math.round(rules.tunables.tokens.every * 10 * turned(state, player ?? null, 'cooldown')),
  );
}

/** What the seat has at this moment. */
export function refill(clock: Clock, tokens: Tokens): Tokens {
  const { state, rules, at } = clock;
  if (state.pace === 'marathon' || state.turns) return tokens;
  const { keep } = rules.tunables.tokens;
  const step = tokenStep(clock);
  const come = Math.floor(Math.max(0, at - tokens.since) / step);
  if (tokens.count >= keep) return { count: tokens.count, since: at };
  if (tokens.count + come >= keep) return { count: keep, since: at };
  return { count: tokens.count + come, since: tokens.since + come * step };
}

/** When the next token comes; null if none will by itself. */
export function nextToken(clock: Omit<Clock, 'at'>, tokens: Tokens): Millis | null {
  const { state, rules } = clock;
  if (state.pace === 'marathon' || state.turns || tokens.count >= rules.tunables.tokens.keep) return null;
  return tokens.since + tokenStep(clock);
}
