/** When the time between two rolls changes, what has been waited already keeps its share: nobody gains or loses a roll. */
import type { GameState, Millis } from '../state.ts';
import { refill, tokenStep } from '../turn/tokens.ts';
import { emit, type Work, who } from '../work.ts';
import { rulesNow } from './rules-now.ts';
import { tuningOf } from './state.ts';

/** To be called when a command is done. `before`: the state that it met; it may also have led into a tuned zone. */
export function keepPace(work: Work, before: GameState): void {
  const { state } = work;
  const [was, is] = [tuningOf(before), tuningOf(state)];
  if (was.tunings.length + was.changes.length + is.tunings.length + is.changes.length === 0) return;
  if (state.pace === 'marathon' || before.startedAt === null) return;
  const at = gameTime(work);
  const rules = rulesNow(state, work.rules);
  for (const player of state.order) {
    const former = { state: before, rules: work.rules, at, player };
    const [step, now] = [tokenStep(former), tokenStep({ ...former, state, rules })];
    if (now === step) continue;
    const tokens = refill(former, who(work, player).tokens);
    const since = at - Math.round(((at - tokens.since) * now) / step);
    emit(work, { type: 'tokens', player, tokens: { count: tokens.count, since } });
  }
}

/** The moment by the clocks of the game: in a pause they stand. */
export function gameTime({ state, at }: Pick<Work, 'state' | 'at'>): Millis {
  return state.pausedAt ?? at;
}
