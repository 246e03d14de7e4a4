/** Applications of people to an admin: to play in a game that waits for players, or to have a game made. */
import { z } from 'zod';
import { wellFormed } from './wire.ts';

const name = wellFormed(80).min(1);
const contact = wellFormed(120).min(1);
const about = wellFormed(400).default('');
const lang = z.enum(['ru', 'en']).default('ru');

/** `POST /api/applications`. */
export const newApplication = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('play'), name, contact, about, lang, game: wellFormed(120).min(1) }),
  z.strictObject({
    kind: z.literal('create'),
    ...{ name, contact, about, lang },
    size: z.enum(['S', 'M', 'L']).default('S'),
    pace: z.enum(['session', 'marathon']).default('session'),
  }),
]);
export type NewApplication = z.infer<typeof newApplication>;

/** `POST /api/applications/:n/decline`. */
export const declining = z.strictObject({
  reason: wellFormed(200).min(1),
  /** Also all others that wait from the same sender. */
  all: z.boolean().default(false),
});
export type Declining = z.infer<typeof declining>;

export type Verdict =
  | { readonly is: 'waiting' }
  /** The seat that is theirs now. */
  | { readonly is: 'approved'; readonly game: string; readonly player: string }
  | { readonly is: 'declined'; readonly reason: string };

export interface Application {
  readonly n: number;
  readonly at: number;
  readonly wish: NewApplication;
  readonly verdict: Verdict;
}
