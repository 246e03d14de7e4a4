/** The table of kinds: which folder holds what, and which schema an entry must pass. */
import type { z } from 'zod';
import { classSchema } from './classes.ts';
import { effectSchema } from './effects.ts';
import { happeningSchema } from './happenings.ts';
import { itemSchema } from './items.ts';
import { objectSchema } from './objects.ts';
import { rewardSchema } from './rewards.ts';
import { skillSchema } from './skills.ts';
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
} as const satisfies Record<string, z.ZodType>;

export type EntryKind = keyof typeof ENTRY_SCHEMAS;
export const ENTRY_KINDS = Object.keys(ENTRY_SCHEMAS) as readonly EntryKind[];
export const LANGS = ['ru', 'en'] as const;
export type Lang = (typeof LANGS)[number];
/** Kinds that have texts. */
export type TextKind = EntryKind | 'zones' | 'treaties';
export const TEXT_KINDS: readonly TextKind[] = [...ENTRY_KINDS, 'zones', 'treaties'];
