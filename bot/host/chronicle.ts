/** The last accepted commands, as faces see them. */
import type { GameEvent } from '../engine/events.ts';
import type { SceneRun } from '../engine/stories/state.ts';
import { fightViews } from '../engine/views/board.ts';
import type { LogView, Moment } from '../protocol/views.ts';
import type { Line } from './game/outcome.ts';

/** What a view holds at most; cut back to half, so that most changes append instead of sending all. */
const MOST = 60;
const KEEP = 30;

/**
 * What only the proof and the fold need. No face shows it (the dice are in `rolled` and `checked`, the tokens in the
 * view), and it would be a fifth of what every spectator is sent.
 */
const FOR_PROOF = ['drawn', 'tokens', 'pitied'] as const;
/** What a player does unasked: a rival who reads along must not learn that it counts, nor how it was taken. */
const UNSPOKEN = ['watchBegun', 'watchEnded', 'remembered'] as const;
const UNSEEN: ReadonlySet<GameEvent['type']> = new Set([...FOR_PROOF, ...UNSPOKEN]);

/** A line as faces see it: no ids, no command. */
export function momentOf({ seq, at, events, who }: Pick<Line, 'seq' | 'at' | 'events' | 'who'>): Moment {
  return { seq, at, events: seenOf(events), ...(who ? { who } : {}) };
}

/** Events as faces may see them. */
export function seenOf(events: readonly GameEvent[]): readonly GameEvent[] {
  return events
    .filter(({ type }) => !UNSEEN.has(type))
    .map((event) => withoutFacts(withoutAnswers(withoutSteps(event))));
}

/** What a scene has asked of the world is nobody's business; the board view leaves it out as well. */
function withoutAnswers(event: GameEvent): GameEvent {
  if (event.type === 'sceneBegun' || event.type === 'sceneTurned') return { ...event, run: bare(event.run) };
  if (event.type !== 'pended' || event.pending.is !== 'scene') return event;
  return { ...event, pending: { ...event.pending, run: bare(event.pending.run) } };
}

/** What will be remembered of a fight is left out of the board view as well. */
function withoutFacts(event: GameEvent): GameEvent {
  return 'fight' in event && typeof event.fight === 'object'
    ? { ...event, fight: fightViews(event.fight) }
    : event;
}

function bare(run: SceneRun): SceneRun {
  return run.answers.length === 0 ? run : { ...run, answers: [] };
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
