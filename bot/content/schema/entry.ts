/** The fields that every sampled entry carries; each kind spreads them into its own schema. */
import { z } from 'zod';
import { pace, purpose, tags, tier, weight, zoneId } from './words.ts';

export const entryFields = {
  zone: z.enum([...zoneId.options, 'any']),
  tags,
  purpose,
  weight: weight.optional(),
  tiers: z.tuple([tier, tier]).optional(),
  pace: pace.optional(),
};
