/** The last accepted commands, as faces see them. */
import type { GameEvent } from '../engine/events.ts';
import type { LogView, Moment } from '../protocol/views.ts';
import type { Line } from './game/outcome.ts';

/** What a view holds at most; cut back to half, so that most changes append instead of sending all. */
const MOST = 60;
const KEEP = 30;

/**
 * What only the proof and the fold need. No face shows it (the dice are in `rolled` and `checked`, the tokens in the
 * view), and it would be a fifth of what every spectator is sent.
 */
const UNSEEN: ReadonlySet<GameEvent['type']> = new Set(['drawn', 'tokens', 'pitied'] as const);

/** A line as faces see it: no ids, no command. */
export function momentOf({ seq, at, events, who }: Pick<Line, 'seq' | 'at' | 'events' | 'who'>): Moment {
  const seen = events.filter(({ type }) => !UNSEEN.has(type)).map(withoutSteps);
  return { seq, at, events: seen, ...(who ? { who } : {}) };
}

/** What made a number is asked for by `why`; nobody is sent it unasked. */
function withoutSteps(event: GameEvent): GameEvent {
  if ((event.type !== 'rolled' && event.type !== 'checked') || event.steps === undefined) return event;
  const { steps: _unseen, ...rest } = event;
  return rest;
}

export class Chronicle {
  readonly #game: string;
  #moments: readonly Moment[];

  constructor(game: string, moments: readonly Moment[] = []) {
    this.#game = game;
    this.#moments = moments.slice(-MOST);
  }

  add(fresh: readonly Moment[]): void {
    const all = [...this.#moments, ...fresh];
    this.#moments = all.length > MOST ? all.slice(-Math.max(KEEP, Math.min(fresh.length, MOST))) : all;
  }

  view(): LogView {
    return { game: this.#game, moments: this.#moments };
  }
}
