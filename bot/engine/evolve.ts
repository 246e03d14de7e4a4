/** Folds events into the state. Never draws, never refuses, never looks at the rules. */
import { BAG } from './bag/evolve.ts';
import { generateBoard } from './board/generate.ts';
import { COMBAT } from './combat/evolve.ts';
import { DIPLOMACY } from './diplomacy/evolve.ts';
import { PEACE } from './diplomacy/state.ts';
import type { EventType, GameEvent } from './events.ts';
import type { Evolver, Evolvers } from './evolving.ts';
import { FINAL } from './final/evolve.ts';
import { LIFE } from './life/evolve.ts';
import { closeDraft, keepDraft, openDraft } from './patch.ts';
import { REWARDS } from './rewards/evolve.ts';
import type { Rules } from './rules.ts';
import type { GameState, Millis, Setup } from './state.ts';
import { STORIES } from './stories/evolve.ts';
import { TIME } from './time/evolve.ts';
import { TRIALS } from './trials/evolve.ts';
import { TUNING } from './tuning/evolve.ts';
import { TURN } from './turn/evolve.ts';

const EVOLVERS: Evolvers<EventType> = {
  ...LIFE,
  ...TURN,
  ...BAG,
  ...TRIALS,
  ...REWARDS,
  ...DIPLOMACY,
  ...FINAL,
  ...COMBAT,
  ...STORIES,
  ...TIME,
  ...TUNING,
};

/** An empty lobby on the map that follows from the setup. */
export function initialState(setup: Setup, rules: Rules): GameState {
  return {
    ...setup,
    status: 'lobby',
    at: 0,
    startedAt: null,
    pausedAt: null,
    board: generateBoard({ seed: setup.mapSeed, size: setup.size, rules }),
    order: [],
    players: {},
    opened: [],
    marks: [],
    known: [],
    attempts: {},
    polls: {},
    unsettled: {},
    diplomacy: PEACE,
    lastUse: null,
    winner: null,
    places: [],
    serial: 1,
  };
}

/** @throws TypeError on an event of a type that this engine does not know: the log is of a newer version. */
export function evolve(state: GameState, event: GameEvent): GameState {
  const evolver = EVOLVERS[event.type] as Evolver<EventType> | undefined;
  if (!evolver) throw new TypeError(`unknown event ${event.type}: the log was written by a newer version`);
  return evolver(state, event as never);
}

/** One accepted command: its time stamp, then its events in order. */
export function fold(state: GameState, at: Millis, events: readonly GameEvent[]): GameState {
  let next: GameState = { ...state, at };
  openDraft(next);
  for (const event of events) {
    const before = next;
    next = evolve(before, event);
    keepDraft(before, next);
  }
  closeDraft();
  return next;
}
