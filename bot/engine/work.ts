/** One command being decided: the events so far and the state they lead to, so that later steps see earlier ones. */
import type { Chance, Draws } from './chance.ts';
import type { Task } from './effects/scene.ts';
import type { GameEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { keepDraft, playerOf } from './patch.ts';
import type { Rules } from './rules.ts';
import type { GameState, Millis, Player, PlayerId } from './state.ts';

export interface Work {
  /** As of now: it may be written to, so take it anew after each event. Players and lists in it stay as they were. */
  state: GameState;
  readonly events: GameEvent[];
  readonly rules: Rules;
  readonly chance: Chance;
  readonly at: Millis;
  /** Follow-ups, done in order when the command's own part is over. */
  readonly tasks: Task[];
}

export function emit(work: Work, event: GameEvent): void {
  work.events.push(event);
  const before = work.state;
  work.state = evolve(before, event);
  keepDraft(before, work.state);
}

/** The player as of now, after all events so far. */
export function who(work: Work, id: PlayerId): Player {
  return playerOf(work.state, id);
}

/**
 * Opens the next stream of this seat and purpose, runs `use` on it, and logs every number drawn as one event,
 * which is what `verify` recomputes. Nothing is logged when nothing was drawn.
 */
export function drawing<T>(
  work: Work,
  draw: { player: PlayerId; purpose: string },
  use: (draws: Draws) => T,
): T {
  const player = who(work, draw.player);
  const n = player.draws[draw.purpose] ?? 0;
  const stream = work.chance.draw(player.seat, draw.purpose, n);
  const sides: number[] = [];
  const values: number[] = [];
  const result = use({
    int(count) {
      const value = stream.int(count);
      sides.push(count);
      values.push(value);
      return value;
    },
  });
  if (sides.length > 0)
    emit(work, { type: 'drawn', player: draw.player, purpose: draw.purpose, n, sides, values });
  return result;
}
