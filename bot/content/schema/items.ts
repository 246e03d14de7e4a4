import { z } from 'zod';
import type { ItemDef } from '../../engine/rules.ts';
import { thrownSchema, weaponSchema } from './combat.ts';
import { entryFields } from './entry.ts';
import { reaction, someOps, stats } from './operations.ts';
import { category, count, element, id, physical, rarity, reach, slot, some, target } from './words.ts';

const range = z.union([count, z.literal(['zone', 'any'])], {
  error: ({ input }) => `${JSON.stringify(input)} came, expected a number of cells, "zone" or "any"`,
});

/** Small, so that no thing decides a fight. */
const percent = some.max(15);

export const itemSchema = z.strictObject({
  ...entryFields,
  category,
  rarity,
  element: element.optional(),
  physical: physical.optional(),
  material: id.optional(),
  power: percent.optional(),
  magic: percent.optional(),
  price: count,
  target,
  range,
  targets: some.max(8).optional(),
  hostile: z.boolean().optional(),
  charges: some.optional(),
  cooldown: some.optional(),
  ttl: some.optional(),
  transferable: z.boolean().optional(),
  stealable: z.boolean().optional(),
  protected: z.boolean().optional(),
  unique: z.boolean().optional(),
  slot: slot.optional(),
  reach: reach.optional(),
  weapon: weaponSchema.optional(),
  use: someOps.optional(),
  alone: someOps.optional(),
  fight: thrownSchema.optional(),
  stats: stats.optional(),
  hooks: z.array(reaction).min(1).optional(),
}) satisfies z.ZodType<Omit<ItemDef, 'id'>>;
