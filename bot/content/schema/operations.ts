/** The vocabulary of operations, one schema an operation. Where each may stand is checked in `check/placement.ts`. */
import { z } from 'zod';
import type { ItemQuery, Op, Option, Reaction, Stats, Test } from '../../engine/effects/operations.ts';
import {
  attribute,
  element,
  fact,
  hook,
  id,
  int,
  matching,
  percent,
  rarity,
  sides,
  some,
  statName,
  tags,
  tier,
  who,
} from './words.ts';

const on = who.optional();
/** Lists of operations hold operations again: looked up when used, so that each schema may be built on the next. */
export const ops: z.ZodType<readonly Op[]> = z.lazy(() => z.array(operation));
/** A list that would be a mistake if it were empty. */
export const someOps: z.ZodType<readonly Op[]> = z.lazy(() => z.array(operation).min(1));
const nested: z.ZodType<Test> = z.lazy(() => test);

export const stats = z.partialRecord(
  z.enum([...attribute.options, ...statName.options]),
  int,
) satisfies z.ZodType<Stats>;

export const test = z
  .discriminatedUnion('is', [
    z.strictObject({
      is: z.literal(['leading', 'last', 'camp', 'market', 'alone', 'odd', 'even', 'double', 'hostile']),
    }),
    z.strictObject({ is: z.literal(['gold', 'hp', 'total', 'items']), atLeast: int }),
    z.strictObject({ is: z.literal(['effect', 'item', 'zone', 'cell', 'kind']), id }),
    z.strictObject({ is: z.literal('fact'), fact, value: fact.optional() }),
    z.strictObject({ is: z.literal('not'), test: nested }),
  ])
  .meta({ id: 'Test' }) satisfies z.ZodType<Test>;

export const itemQuery = z.strictObject({
  tags: tags.min(1).optional(),
  all: tags.min(1).optional(),
  none: tags.min(1).optional(),
  rarity: z.array(rarity).min(1).optional(),
  tier: int.min(-7).max(7).optional(),
}) satisfies z.ZodType<ItemQuery>;

export const option = z.strictObject({ if: test.optional(), do: ops }) satisfies z.ZodType<Option>;

const numbers = [
  z.strictObject({ op: z.literal('gold'), by: int.optional(), percent: percent.optional(), on }),
  z.strictObject({
    op: z.literal(['heal', 'harm']),
    percent: int.min(1).max(100),
    element: element.optional(),
    on,
  }),
  z.strictObject({ op: z.literal('shard'), element, by: int, on }),
  z.strictObject({ op: z.literal(['influence', 'token']), by: int, on }),
] as const;

const board = [
  z.strictObject({ op: z.literal('move'), by: int.min(-40).max(40), land: z.boolean().optional(), on }),
  z.strictObject({ op: z.literal('goto'), place: z.enum(['camp', 'start', 'nextCamp', 'user']), on }),
  z.strictObject({ op: z.literal('swap'), on }),
  z.strictObject({ op: z.literal('mark'), trap: id, rolls: some.optional() }),
] as const;

/** A face as printed → a face as read: `{"1": 2, "4": 3}`. */
const faceMap = z.record(matching(/^[1-9][0-9]?$/, 'a face of the die like "1"'), int);
const dice = [
  z.strictObject({ op: z.literal('addDie'), sides }),
  z.strictObject({ op: z.literal('dropDie'), which: z.enum(['lowest', 'highest']) }),
  z.strictObject({ op: z.literal('faces'), sides, map: faceMap }),
  z.strictObject({ op: z.literal('shift'), by: int, each: z.literal('die').optional() }),
  z.strictObject({ op: z.literal('scale'), by: z.number().min(0).max(4) }),
  z.strictObject({ op: z.literal('clamp'), min: int.optional(), max: int.optional() }),
  z.strictObject({
    op: z.literal('reroll'),
    which: z.enum(['all', 'lowest', 'highest']),
    keep: z.enum(['new', 'better']),
  }),
  z.strictObject({ op: z.literal('repeatRoll') }),
] as const;

const things = [
  z.strictObject({ op: z.literal('grant'), item: id.optional(), sample: itemQuery.optional(), on }),
  z.strictObject({ op: z.literal('die'), sides, on }),
  z.strictObject({
    op: z.literal('lose'),
    what: z.enum(['item', 'die']),
    pick: z.enum(['random', 'cheapest', 'dearest']),
    on,
  }),
  z.strictObject({
    op: z.literal('steal'),
    what: z.enum(['item', 'die', 'gold']),
    by: some.optional(),
    on,
  }),
  z.strictObject({ op: z.literal('give'), what: z.enum(['item', 'gold']), by: some.optional(), on }),
  z.strictObject({ op: z.literal('copyLast') }),
  z.strictObject({ op: z.literal('lock'), rolls: some, on }),
] as const;

const effects = [
  z.strictObject({ op: z.literal('apply'), effect: id, on }),
  z.strictObject({
    op: z.literal('cleanse'),
    polarity: z.enum(['positive', 'negative', 'any']),
    count: some,
    on,
  }),
  z.strictObject({ op: z.literal(['end', 'ward', 'reflect', 'catch']) }),
] as const;

const trials = [
  z.strictObject({
    op: z.literal('trial'),
    tags: tags.min(1).optional(),
    id: id.optional(),
    genres: z.array(z.string().min(1)).min(1).optional(),
    hours: z.tuple([z.number().min(0), z.number().positive()]).optional(),
    difficulty: int.optional(),
    on,
  }),
  z.strictObject({ op: z.literal('reoffer'), on }),
  z.strictObject({ op: z.literal('prize'), tier, on }),
  z.strictObject({ op: z.literal('punish'), on }),
  z.strictObject({ op: z.literal('difficulty'), by: int }),
  z.strictObject({ op: z.literal('prizeTier'), by: int }),
  z.strictObject({ op: z.literal('mercy') }),
] as const;

const logic = [
  z.strictObject({ op: z.literal('reveal'), cells: some }),
  z.strictObject({
    op: z.literal('choose'),
    options: z.array(option).min(2).max(9),
    fallback: some,
    on,
  }),
  z.strictObject({
    op: z.literal('chatChoose'),
    options: z.array(option).min(2).max(9),
    seconds: some.max(600),
    on,
  }),
  z.strictObject({ op: z.literal('coin'), heads: ops, tails: ops }),
  z.strictObject({ op: z.literal('if'), test, then: ops, else: ops.optional(), on }),
  z.strictObject({ op: z.literal('remember'), fact, value: fact.optional(), on }),
  z.strictObject({ op: z.literal('rep'), by: percent, on }),
  z.strictObject({ op: z.literal('discount'), percent }),
] as const;

export const operation = z
  .discriminatedUnion('op', [...numbers, ...board, ...dice, ...things, ...effects, ...trials, ...logic])
  .meta({ id: 'Op' }) satisfies z.ZodType<Op>;

export const reaction = z.strictObject({
  at: hook,
  if: test.optional(),
  do: someOps,
  once: z.boolean().optional(),
}) satisfies z.ZodType<Reaction>;
