/** Stories as data. The structure is one ink script for all languages; its lines are keys of the texts. */
import type { Op, Test } from '../effects/operations.ts';
import type { Entry } from '../rules.ts';

/** What the player does unasked that a story takes note of. */
export const DEEDS = [
  'rolled',
  'waited',
  'sold',
  'gifted',
  'discarded',
  'used',
  'killed',
  'spared',
  'fled',
  'lost',
  /** The monster left first. */
  'outlasted',
] as const;
export type Deed = (typeof DEEDS)[number];

/** Nobody says that this was a choice. */
export interface Watch {
  readonly deed: Deed;
  /** Of sold, gifted, discarded, used: which item. Of killed, spared, fled: which monster's template. */
  readonly of?: string;
  /** Seconds after the scene within which it counts; absent: the whole game. Of `waited`: after so many. */
  readonly within?: number;
  /** Only while this holds for the player. */
  readonly if?: Test;
  readonly remember: { readonly fact: string; readonly value: string };
  readonly do?: readonly Op[];
  /** The scene that comes of it at once. */
  readonly begins?: string;
  /** The story goes on watching: a later deed may outweigh this one. Absent: this was the answer. */
  readonly goesOn?: true;
}

/** When an old deed comes back. */
export interface Consequence {
  /** Every one must hold for the player. */
  readonly if: readonly Test[];
  /** New zones entered since the youngest of these facts, at least; where the map ends sooner, at the finish. */
  readonly zonesLater: number;
  /** The scene comes with the first stop on a cell of one of these kinds. */
  readonly at: readonly ('story' | 'market' | 'gate' | 'monster' | 'camp')[];
}

export interface StoryDef extends Entry {
  /** The compiled ink, as the compiler writes it: JSON in one text. */
  readonly ink: string;
  /** Who answers: the player, the chat, or the chat with the player's word above it. */
  readonly asks: 'player' | 'chat' | 'either';
  readonly seconds: number;
  /** Option taken when nobody answers, from 1. */
  readonly fallback: number;
  readonly watches?: readonly Watch[];
  /** It never comes up by itself, only as what follows from a fact. */
  readonly follows?: Consequence;
  /** Scenes of one chain share it. */
  readonly chain?: string;
}
