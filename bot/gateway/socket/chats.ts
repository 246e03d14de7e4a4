/** What a player's process says of its outside chats; whatever is no such list tells nothing. */
import { z } from 'zod';
import { FEATURES } from '../../../adapters/platform/contract.ts';
import type { ChatState } from '../../protocol/views.ts';

const chats = z
  .array(
    z.object({
      platform: z.string().regex(/^[a-z]{2,12}$/),
      state: z.enum(['connecting', 'up', 'down', 'closed']),
      lag: z.number().min(0).max(3_600_000).nullable(),
      lacks: z.array(z.enum(FEATURES)).max(FEATURES.length).default([]),
    }),
  )
  .max(8);

/** The game's own chat is always there and not told. Lags become whole seconds: finer ones would change all the time. */
export function readChats(told: unknown): readonly ChatState[] {
  const { success, data = [] } = chats.safeParse(told);
  if (!success) return [];
  return data
    .filter(({ platform }) => platform !== 'local')
    .map(({ platform, state, lag, lacks }) => ({
      platform,
      state,
      lag: lag === null ? null : Math.round(lag / 1000),
      lacks,
    }));
}
