/** Commands as they come in from outside, checked before the engine sees them. */
import { z } from 'zod';
import type { Command } from '../engine/commands.ts';
import { ATTRIBUTES, REACHES } from '../engine/rules.ts';
import { playerId, wellFormed } from './wire.ts';

const word = wellFormed(64).min(1);
const item = word;
const whole = z.number().int();
const attributes = z.strictObject(
  Object.fromEntries(ATTRIBUTES.map((name) => [name, whole.min(0).max(99)])) as Record<
    (typeof ATTRIBUTES)[number],
    z.ZodNumber
  >,
);
const grant = z.strictObject({
  tags: z.array(word).max(12),
  items: z.array(word).max(12),
  target: z.enum(['self', 'any']),
  uses: whole.min(1).max(99),
  per: z.enum(['hour', 'day', 'game']),
  until: whole.min(0).nullable(),
  approval: z.boolean(),
});

const plain = <T extends string>(type: T) => z.strictObject({ type: z.literal(type) });

/** What players, viewers and admins may send; the host's own commands (expire, closePoll, audience) are not here. */
export const commandSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('join'),
    player: playerId,
    kind: z.enum(['person', 'bot']),
    lang: z.enum(['ru', 'en']),
  }),
  z.strictObject({
    type: z.literal('prepare'),
    classId: word.optional(),
    skills: z.array(word).max(4).optional(),
    attributes: attributes.optional(),
  }),
  plain('ready'),
  plain('start'),
  plain('pause'),
  plain('resume'),
  plain('cancel'),
  plain('coin'),
  plain('giveUp'),
  plain('challenge'),
  z.strictObject({ type: z.literal('commitNonce'), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  z.strictObject({ type: z.literal('revealNonce'), nonce: z.string().regex(/^[0-9a-f]{64}$/) }),
  z.strictObject({ type: z.literal('roll'), dice: z.array(whole.min(2).max(100)).max(6).optional() }),
  z.strictObject({ type: z.literal('go'), way: whole.min(1).max(99) }),
  z.strictObject({ type: z.literal('choose'), option: whole.min(1).max(99) }),
  z.strictObject({
    type: z.literal('use'),
    item,
    targets: z.array(playerId).max(8).optional(),
    cell: whole.min(0).max(999).optional(),
  }),
  ...(['wear', 'unwear', 'discard', 'sell', 'buy'] as const).map((type) =>
    z.strictObject({ type: z.literal(type), item }),
  ),
  z.strictObject({ type: z.literal('gift'), item, to: playerId }),
  z.strictObject({ type: z.literal('weapon'), reach: z.enum(REACHES) }),
  z.strictObject({ type: z.literal('done'), proof: wellFormed(300).optional() }),
  z.strictObject({ type: z.literal('grantHelper'), viewer: word, grant }),
  z.strictObject({ type: z.literal('revokeHelper'), viewer: word }),
  z.strictObject({ type: z.literal('approve'), request: whole, yes: z.boolean() }),
  z.strictObject({ type: z.literal('redeem'), redemption: wellFormed(120), reward: word }),
  z.strictObject({ type: z.literal('settled'), redemption: wellFormed(120), code: word }),
  z.strictObject({ type: z.literal('judge'), player: playerId, pass: z.boolean() }),
]);

/** Shape check with a sentence that says what came and what was expected. */
export function readCommand(value: unknown): { ok: true; command: Command } | { ok: false; message: string } {
  const result = commandSchema.safeParse(value);
  if (result.success) return { ok: true, command: result.data as Command };
  return { ok: false, message: z.prettifyError(result.error) };
}
