/** Families of monsters, tiers, affixes and abilities. */
import { z } from 'zod';
import {
  type AbilityDef,
  type AffixDef,
  type MonsterFamily,
  type MonsterTemplate,
  POSTS,
  type RawStat,
  type RawStats,
  TIERS,
  type TierDef,
} from '../../engine/monsters/rules.ts';
import { fightRulesSchema, moveSchema } from './combat.ts';
import { attribute, element, id, physical, some, tags, weight } from './words.ts';

const RESISTANCES = [...element.options, ...physical.options].map((kind) => `${kind}_resistance` as const);
const rawStat = z.enum([...attribute.options, ...RESISTANCES] as [RawStat, ...RawStat[]]);
/** Attributes in points, resistances in shares of harm. */
const rawStats = z.partialRecord(rawStat, z.number().min(-100).max(1000)) satisfies z.ZodType<RawStats>;
const tier = z.literal(TIERS);
const hint = z.string().trim().min(1).max(120);

/** `id` and `family` come from where it stands. */
export const templateSchema = z.strictObject({
  narrativeHint: hint,
  baseStats: rawStats,
  skills: z.array(id),
  allowedTiers: z.array(tier).min(1),
  environmentTags: tags.min(1),
  post: z.enum(POSTS).optional(),
  flock: z.tuple([some.max(12), some.max(12)]).optional(),
  weight: weight.optional(),
}) satisfies z.ZodType<Omit<MonsterTemplate, 'id' | 'family'>>;

/** One file a family, by its id; each template by its own. */
export const familySchema = z.strictObject({
  defaultTags: tags,
  templates: z.record(id, templateSchema),
}) satisfies z.ZodType<Pick<MonsterFamily, 'defaultTags'>>;
export type FamilyFile = z.infer<typeof familySchema>;

/** Its id is the tag of the land that brings it. */
export const affixSchema = z.strictObject({
  visualPrefix: hint,
  addedStats: rawStats,
  injectSkills: z.array(id),
  element: element.optional(),
}) satisfies z.ZodType<Omit<AffixDef, 'id'>>;

const tierDef = z.strictObject({
  statMultiplier: z.number().positive().max(100),
}) satisfies z.ZodType<TierDef>;
/** All of tiers.json. */
export const tiersSchema = z.strictObject({
  0: tierDef,
  1: tierDef,
  2: tierDef,
  3: tierDef,
  4: tierDef,
  5: tierDef,
  6: tierDef,
  7: tierDef,
});
export type TiersFile = z.infer<typeof tiersSchema>;

export const abilitySchema = z.strictObject({
  tags,
  moves: z.array(moveSchema).min(1).optional(),
  rules: fightRulesSchema.optional(),
  inject: z.array(id).min(1).optional(),
}) satisfies z.ZodType<Omit<AbilityDef, 'id'>>;
