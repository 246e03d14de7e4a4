/** Fights as data: rules of skills and abilities, moves of monsters, weapons, statuses, synergies and what stands on the stage. */
import { z } from 'zod';
import {
  BANDS,
  type CombatTunables,
  type FightOp,
  type FightRule,
  type FightStatus,
  type FightTest,
  MOMENTS,
  type Move,
  type PropDef,
  type SynergyDef,
  type WeaponDef,
} from '../../engine/combat/rules.ts';
import { count, element, fact, id, physical, reach, some, tier, weight, zoneId } from './words.ts';

export const band = z.enum(BANDS);
/** Percent that may be above a hundred: of a blow, of a plain hit. */
const power = z.int().min(0).max(1000);
const hundred = z.int().min(1).max(100);
/** Percent more or less. */
const change = z.int().min(-100).max(300);
const distance = z.literal([0, 1, 2]);
const side = z.enum(['own', 'other']);
const kind = z.enum([...element.options, ...physical.options]);
const status = z.strictObject({ effect: id, rounds: some.max(9) });

const rules = z.lazy(() => z.array(fightRuleSchema).min(1));
const someOps: z.ZodType<readonly FightOp[]> = z.lazy(() => z.array(fightOpSchema).min(1));
const nested: z.ZodType<FightTest> = z.lazy(() => fightTestSchema);

export const moveSchema = z.strictObject({
  id,
  lands: z.union([z.array(band).min(1), z.enum(['you', 'follow'])], {
    error: () => 'expected a list of bands, "you" or "follow"',
  }),
  power,
  reach,
  kind: kind.optional(),
  status: status.optional(),
  rounds: z.strictObject({ every: some, from: some }).optional(),
  goes: z.enum([...BANDS, 'you', 'home']).optional(),
  weight: weight.optional(),
}) satisfies z.ZodType<Move>;

/** Of the item's `weapon` field. */
export const weaponSchema = z.strictObject({
  power: z.tuple([power, power, power]),
  kind: kind.optional(),
  crit: z.int().min(0).max(100).optional(),
  status: status.optional(),
}) satisfies z.ZodType<WeaponDef>;

/** Of the effect's `fight` field. */
export const fightStatusSchema = z.strictObject({
  harm: hundred.optional(),
  kind: kind.optional(),
  stun: z.boolean().optional(),
  deals: change.optional(),
  takes: change.optional(),
  holds: z.boolean().optional(),
  noHeal: z.boolean().optional(),
}) satisfies z.ZodType<FightStatus>;

export const fightTestSchema = z
  .discriminatedUnion('is', [
    z.strictObject({ is: z.literal(['oneHitLeft', 'once']) }),
    z.strictObject({ is: z.literal('hp'), of: side, atMost: hundred }),
    z.strictObject({ is: z.literal('reach'), reach }),
    z.strictObject({ is: z.literal('distance'), least: distance.optional(), most: distance.optional() }),
    z.strictObject({ is: z.literal('every'), nth: some.min(2) }),
    z.strictObject({ is: z.literal('round'), odd: z.boolean().optional(), atLeast: some.optional() }),
    z.strictObject({ is: z.literal('status'), of: side, effect: id }),
    z.strictObject({ is: z.literal('flag'), of: side, flag: id }),
    z.strictObject({ is: z.literal('stood'), of: side, rounds: some }),
    z.strictObject({ is: z.literal('hits'), of: side, atLeast: some }),
    z.strictObject({ is: z.literal('tier'), atLeast: tier }),
    z.strictObject({ is: z.literal('tag'), tag: id }),
    z.strictObject({ is: z.literal('chance'), percent: hundred }),
    z.strictObject({ is: z.literal('not'), test: nested }),
  ])
  .meta({ id: 'FightTest' }) satisfies z.ZodType<FightTest>;

const ofBlow = [
  z.strictObject({ do: z.literal('power'), percent: power }),
  z.strictObject({ do: z.literal('negate') }),
  z.strictObject({ do: z.literal('kind'), kind }),
  z.strictObject({ do: z.literal('again'), percent: power, further: z.int().min(0).max(2).optional() }),
  z.strictObject({ do: z.literal('evade'), percent: hundred }),
] as const;

const ofHealth = [
  z.strictObject({
    do: z.literal('heal'),
    percent: power.min(1),
    of: z.enum(['harm', 'health']),
    on: side.optional(),
  }),
  z.strictObject({
    do: z.literal('harm'),
    percent: hundred,
    kind: kind.optional(),
    on: z.enum(['own', 'other', 'all']).optional(),
  }),
  z.strictObject({ do: z.literal('status'), effect: id, rounds: some.max(9), on: side.optional() }),
  z.strictObject({ do: z.literal('cure'), effect: id, on: side.optional() }),
] as const;

const ofStage = [
  z.strictObject({ do: z.literal('push'), to: z.enum([...BANDS, 'away', 'here']), on: side.optional() }),
  z.strictObject({ do: z.literal('flag'), flag: id, rounds: some.optional(), on: side.optional() }),
  z.strictObject({ do: z.literal('clear'), flag: id, on: side.optional() }),
  z.strictObject({ do: z.literal('decoy'), rounds: some }),
  z.strictObject({ do: z.literal(['readyDash', 'count']) }),
  z.strictObject({
    do: z.literal('vote'),
    options: some.min(2).max(9),
    seconds: some.max(600),
    about: z.enum(['where', 'line']),
    then: someOps,
    else: someOps.optional(),
  }),
] as const;

const ofEnd = [
  z.strictObject({ do: z.literal('spare'), loot: count.max(100), fact }),
  z.strictObject({ do: z.literal('leave'), effect: id }),
  z.strictObject({ do: z.literal('gone'), loot: count.max(100) }),
  z.strictObject({ do: z.literal('loot'), percent: power }),
] as const;

export const fightOpSchema = z
  .discriminatedUnion('do', [...ofBlow, ...ofHealth, ...ofStage, ...ofEnd])
  .meta({ id: 'FightOp' }) satisfies z.ZodType<FightOp>;

/** Of skills' `fight` and abilities' `rules`. */
export const fightRuleSchema = z.strictObject({
  at: z.enum(MOMENTS),
  if: z.array(fightTestSchema).min(1).optional(),
  do: someOps,
}) satisfies z.ZodType<FightRule>;

/** Of the item's `fight` field: what it does to the foe it is thrown at. */
export const thrownSchema = someOps;

/** A list that would be a mistake if it were empty. */
export const fightRulesSchema = rules;

export const synergySchema = z.strictObject({
  skills: z.tuple([id, id]),
  rules,
}) satisfies z.ZodType<Omit<SynergyDef, 'id'>>;

export const propSchema = z.strictObject({
  zone: zoneId,
  way: z.enum(['drop', 'burn', 'flood']),
  reach,
  lands: z.array(band).min(1),
  do: someOps,
}) satisfies z.ZodType<Omit<PropDef, 'id'>>;

/** One for each tier, 0 to 7. */
const byTier = z.array(power.min(1)).length(8);

const measure = z.strictObject({ health: power.min(1), blows: power.min(1) });

/** `tunables.combat`. */
export const combatTunablesSchema = z.strictObject({
  seconds: z.strictObject({ session: some, marathon: some }),
  rounds: some.max(60),
  standing: change,
  dash: z.strictObject({ power, rest: count }),
  critical: power.min(100),
  damage: z.strictObject({ base: z.number().min(0), perPoint: z.number().min(0) }),
  loot: z.strictObject({ gold: count, perTier: count }),
  assist: power,
  mercy: z.number().min(0).max(100),
  foes: z.strictObject({ health: byTier, blows: byTier }).optional(),
  posts: z.strictObject({ gate: measure, boss: measure }).optional(),
  graze: power.max(100).optional(),
  breath: count.max(100).optional(),
  silent: some.optional(),
  flee: count.optional(),
}) satisfies z.ZodType<CombatTunables>;
