/** A scene that is being played: what was chosen and what chance and the world answered is enough to tell it again. */
import type { ZoneId } from '../rules.ts';
import type { Millis, Pending, Player, PlayerId } from '../state.ts';

export interface SceneRun {
  readonly story: string;
  /** Options taken, from 1, in order. */
  readonly chosen: readonly number[];
  /** What the functions of the engine answered, in order: the same again when the script is run anew. */
  readonly answers: readonly (string | number | boolean)[];
  /** Keys of the lines since the last choice, and of the options now. */
  readonly lines: readonly string[];
  readonly options: readonly string[];
  /** Who answers, as the story says. */
  readonly asks: 'player' | 'chat' | 'either';
  /** Whom `{rival}` means in its sentences, for the whole scene; absent where nobody is meant. */
  readonly rival?: PlayerId;
}

/** What a story still waits to see. */
export interface Watching {
  readonly story: string;
  readonly since: Millis;
  /** When whoever has done nothing else by then has waited; null where nobody is waited for. */
  readonly until: Millis | null;
}

/** Where a fact was made, in zones entered so far: consequences come so many zones later. */
export type FactAges = Readonly<Record<string, number>>;

export interface PlayerStories {
  /** Scenes that have begun, in order: none comes twice. */
  readonly met: readonly string[];
  /** Zones entered so far, in order, each once. */
  readonly zones: readonly ZoneId[];
  readonly ages: FactAges;
  readonly watching: readonly Watching[];
}

const NOTHING: PlayerStories = { met: [], zones: [], ages: {}, watching: [] };

/** Absent from players of games without stories, and of older logs. */
export function storiesOf({ stories }: Pick<Player, 'stories'>): PlayerStories {
  return stories ?? NOTHING;
}

/** What a remembered fact adds to a player who is in stories; nothing to any other. */
export function aged({ stories }: Player, fact: string): Pick<Player, 'stories'> {
  return stories ? { stories: { ...stories, ages: { ...stories.ages, [fact]: stories.zones.length } } } : {};
}

export type ScenePending = Extract<Pending, { is: 'scene' }>;
