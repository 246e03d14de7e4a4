/** The form of one event's fold; each part of the game has a table of them beside it. */
import type { EventOf, EventType } from './events.ts';
import type { GameState } from './state.ts';

export type Evolver<T extends EventType> = (state: GameState, event: EventOf<T>) => GameState;
export type Evolvers<T extends EventType> = { readonly [K in T]: Evolver<K> };
