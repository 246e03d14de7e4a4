/** The closed word lists of the rules, as schemas. */
import { z } from 'zod';
import { HOOKS, STATS, WHOS } from '../../engine/effects/operations.ts';
import {
  ATTRIBUTES,
  CATEGORIES,
  CELL_KINDS,
  ELEMENTS,
  PHYSICAL,
  PURPOSES,
  RARITIES,
  REACHES,
  SLOTS,
  TARGETS,
  ZONES,
} from '../../engine/rules.ts';

export const zoneId = z.enum(ZONES);
export const cellKind = z.enum(CELL_KINDS);
export const attribute = z.enum(ATTRIBUTES);
export const element = z.enum(ELEMENTS);
export const physical = z.enum(PHYSICAL);
export const reach = z.enum(REACHES);
export const rarity = z.enum(RARITIES);
export const category = z.enum(CATEGORIES);
export const purpose = z.enum(PURPOSES);
export const slot = z.enum(SLOTS);
export const pace = z.enum(['session', 'marathon']);
export const size = z.enum(['S', 'M', 'L']);
export const target = z.enum(TARGETS);
export const hook = z.enum(HOOKS);
export const who = z.enum(WHOS);
export const statName = z.enum(STATS);

/** `half_sandwich`: small letters, digits and single underscores, a letter first. */
export const ID_PATTERN = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;
/** Text of a pattern; `like` says in words what was expected. */
export function matching(pattern: RegExp, like: string) {
  return z.string().regex(pattern, {
    error: ({ input }) => `${JSON.stringify(input)} came, expected ${like}`,
  });
}
export const id = matching(ID_PATTERN, 'an id like half_sandwich');
/** Tags are ids too: what content is sampled by. */
export const tags = z.array(id);
/** A fact or its value: what players did, by id. */
export const fact = z.string().min(1).max(60);
export const int = z.int();
export const count = z.int().min(0);
/** At least one: seconds, rolls, charges, dice. */
export const some = z.int().min(1);
export const percent = z.int().min(-100).max(100);
/** A share of something, 0 to 1. */
export const share = z.number().min(0).max(1);
export const weight = z.number().min(0);
/** Sides of a die: GAME.md knows d2 (a coin) to d20. */
export const sides = z.int().min(2).max(20);
export const tier = z.int().min(0).max(7);
