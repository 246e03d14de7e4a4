/** The bodies of the HTTP doors. */
import { z } from 'zod';
import { ATTRIBUTES } from '../engine/rules.ts';
import { playerId, speaker, wellFormed } from './wire.ts';

const word = wellFormed(64).min(1);
const points = z.strictObject(
  Object.fromEntries(ATTRIBUTES.map((name) => [name, z.number().int().min(0).max(99)])) as Record<
    (typeof ATTRIBUTES)[number],
    z.ZodNumber
  >,
);
const lang = z.enum(['ru', 'en']);

export const SEATS = 8;

/** `POST /api/games`. `bots` seats are added to `players`; together they are one to eight. */
export const newGame = z
  .strictObject({
    seed: wellFormed(200).min(1).optional(),
    size: z.enum(['S', 'M', 'L']).default('S'),
    pace: z.enum(['session', 'marathon']).default('session'),
    lang: lang.default('ru'),
    players: z
      .array(
        z.strictObject({
          name: z.string().min(1).max(80),
          lang: lang.default('ru'),
          class: word.optional(),
          skills: z.array(word).max(4).optional(),
          attributes: points.optional(),
        }),
      )
      .max(SEATS)
      .default([]),
    bots: z.number().int().min(0).max(SEATS).default(0),
  })
  .refine(({ players, bots }) => players.length + bots >= 1 && players.length + bots <= SEATS, {
    message: `players and bots together: expected 1 to ${SEATS}`,
  });
export type NewGame = z.infer<typeof newGame>;

const id = wellFormed(120).min(1);

/** `POST /api/games/:id/commands`: a line as typed in a chat, or a command. */
export const saidCommand = z
  .strictObject({ id, as: speaker, text: z.string().max(2000).optional(), command: z.unknown().optional() })
  .refine(({ text, command }) => (text === undefined) !== (command === undefined), {
    message: 'expected either text or command',
  });
export type SaidCommand = z.infer<typeof saidCommand>;

/** `POST /api/games/:id/chat`: a line of the local chat of a player. */
export const localLine = z.strictObject({
  id: id.optional(),
  player: playerId,
  user: z.string().min(1).max(80),
  name: z.string().min(1).max(80),
  roles: z
    .array(z.enum(['broadcaster', 'moderator', 'vip', 'subscriber']))
    .max(4)
    .default([]),
  text: z.string().min(1).max(2000),
});
