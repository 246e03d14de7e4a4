/** The table of kinds: which folder holds what, and which schema an entry must pass. */
import type { z } from 'zod';
import { classSchema } from './classes.ts';
import { propSchema, synergySchema } from './combat.ts';
import { effectSchema } from './effects.ts';
import { happeningSchema } from './happenings.ts';
import { itemSchema } from './items.ts';
import { materialSchema } from './materials.ts';
import { abilitySchema, affixSchema, familySchema } from './monsters.ts';
import { objectSchema } from './objects.ts';
import { rewardSchema } from './rewards.ts';
import { skillSchema } from './skills.ts';
import { storySchema } from './stories.ts';
import { trialSchema } from './trials.ts';

/** Kinds that have a folder and are sampled. */
export const ENTRY_SCHEMAS = {
  items: itemSchema,
  effects: effectSchema,
  trials: trialSchema,
  traps: happeningSchema,
  finds: happeningSchema,
  punishments: happeningSchema,
  rewards: rewardSchema,
  classes: classSchema,
  skills: skillSchema,
  objects: objectSchema,
  stories: storySchema,
} as const satisfies Record<string, z.ZodType>;

export type EntryKind = keyof typeof ENTRY_SCHEMAS;
export const ENTRY_KINDS = Object.keys(ENTRY_SCHEMAS) as readonly EntryKind[];

/** What fights are made of: by id too, but never sampled as entries are. A folder each, or one file of that name. */
export const PART_SCHEMAS = {
  monsters: familySchema,
  affixes: affixSchema,
  abilities: abilitySchema,
  synergies: synergySchema,
  props: propSchema,
  materials: materialSchema,
} as const satisfies Record<string, z.ZodType>;

export type PartKind = keyof typeof PART_SCHEMAS;
export const PART_KINDS = Object.keys(PART_SCHEMAS) as readonly PartKind[];

export const LANGS = ['ru', 'en'] as const;
export type Lang = (typeof LANGS)[number];
/** Kinds that have texts; those of `monsters` are by template. */
export type TextKind = EntryKind | PartKind | 'zones' | 'treaties';
export const TEXT_KINDS: readonly TextKind[] = [...ENTRY_KINDS, ...PART_KINDS, 'zones', 'treaties'];
