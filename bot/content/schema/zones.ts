import { z } from 'zod';
import type { ZoneDef } from '../../engine/rules.ts';
import { cellKind, element, int, rarity, tags, tier, weight } from './words.ts';

export const zoneSchema = z.strictObject({
  order: int,
  elements: z.array(element),
  tags,
  tiers: z.tuple([tier, tier]),
  cells: z.partialRecord(cellKind, weight),
  loot: z.record(rarity, weight),
  dice: z.int().min(-2).max(2).optional(),
}) satisfies z.ZodType<Omit<ZoneDef, 'id'>>;
