/** Commands as they come in from outside, checked before the engine sees them. */
import { z } from 'zod';
import type { Command } from '../engine/commands.ts';
import { ATTRIBUTES, ELEMENTS, OFFERED, REACHES, ZONES } from '../engine/rules.ts';
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

const wares = z.strictObject({ items: z.array(item).max(12), gold: whole.min(0).max(1_000_000) });

const plain = <T extends string>(type: T) => z.strictObject({ type: z.literal(type) });

const reason = wellFormed(200);
const number = z.number().min(-1e7).max(1e7);
const scope = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('game') }),
  z.strictObject({ of: z.literal('zone'), zone: z.enum(ZONES) }),
  z.strictObject({ of: z.literal('player'), player: playerId }),
]);
const dieSides = whole.min(2).max(100);
const amount = whole.min(-1_000_000).max(1_000_000);
/** One thing put right; amounts are differences. */
const correction = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('count'),
    player: playerId,
    what: z.enum(['gold', 'hp', 'influence', 'score']),
    by: amount,
  }),
  z.strictObject({ do: z.literal('shards'), player: playerId, element: z.enum(ELEMENTS), by: amount }),
  z.strictObject({ do: z.literal('rolls'), player: playerId, by: amount }),
  z.strictObject({ do: z.literal('standing'), player: playerId, zone: z.enum(ZONES), by: amount }),
  z.strictObject({ do: z.literal('place'), player: playerId, cell: whole.min(0).max(999) }),
  z.strictObject({ do: z.literal('give'), player: playerId, item }),
  z.strictObject({ do: z.literal('take'), player: playerId, n: whole }),
  z.strictObject({ do: z.literal('giveDie'), player: playerId, sides: dieSides }),
  z.strictObject({ do: z.literal('takeDie'), player: playerId, sides: dieSides }),
  z.strictObject({ do: z.literal('effect'), player: playerId, effect: word }),
  z.strictObject({ do: z.literal('lift'), player: playerId, n: whole }),
  z.strictObject({ do: z.literal('dismiss'), player: playerId, n: whole }),
]);
/** The admin's. */
const administration = [
  z.strictObject({
    type: z.literal('tune'),
    scope,
    knob: z.enum(['dice', 'difficulty', 'price', 'cooldown', 'weight', 'rule']),
    on: wellFormed(80).optional(),
    value: number,
    reason,
    minutes: whole.min(1).max(100_000).optional(),
  }),
  z.strictObject({ type: z.literal('untune'), n: whole, reason }),
  z.strictObject({
    type: z.literal('correct'),
    changes: z.array(correction).max(60),
    reason,
    undoes: whole.min(1).optional(),
    of: playerId.optional(),
  }),
  z.strictObject({
    type: z.literal('reseat'),
    player: playerId,
    kind: z.enum(['person', 'bot']),
    same: z.boolean(),
    lang: z.enum(['ru', 'en']).optional(),
    reason,
  }),
  z.strictObject({
    type: z.literal('changeRules'),
    patch: z.record(wellFormed(80), number),
    turn: whole.min(1).max(10_000),
    reason,
  }),
  z.strictObject({ type: z.literal('dropChange'), n: whole, reason }),
] as const;

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
  plain('back'),
  z.strictObject({
    type: z.literal('daysOff'),
    days: whole.min(0).max(99),
    from: whole.min(0).optional(),
  }),
  z.strictObject({ type: z.literal('autopilot'), player: playerId, on: z.boolean() }),
  z.strictObject({ type: z.literal('release'), player: playerId }),
  z.strictObject({ type: z.literal('turnOrder'), order: z.enum(['free', 'rounds']) }),
  plain('challenge'),
  plain('reroll'),
  z.strictObject({ type: z.literal('contest'), player: playerId }),
  z.strictObject({ type: z.literal('verdict'), yes: z.boolean(), player: playerId.optional() }),
  z.strictObject({ type: z.literal('streamed'), category: wellFormed(80).min(1), live: z.boolean() }),
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
  z.strictObject({
    type: z.literal('hit'),
    reach: z.enum(REACHES).optional(),
    foe: whole.min(1).max(99).optional(),
  }),
  z.strictObject({ type: z.literal('dash'), band: z.enum(REACHES).optional() }),
  z.strictObject({ type: z.literal('skill'), skill: word.optional() }),
  plain('prop'),
  plain('flee'),
  plain('auto'),
  z.strictObject({ type: z.literal('done'), proof: wellFormed(300).optional() }),
  z.strictObject({ type: z.literal('grantHelper'), viewer: word, grant }),
  z.strictObject({ type: z.literal('revokeHelper'), viewer: word }),
  z.strictObject({ type: z.literal('approve'), request: whole, yes: z.boolean() }),
  z.strictObject({ type: z.literal('redeem'), redemption: wellFormed(120), reward: word }),
  z.strictObject({ type: z.literal('settled'), redemption: wellFormed(120), code: word }),
  z.strictObject({ type: z.literal('judge'), player: playerId, pass: z.boolean() }),
  z.strictObject({
    type: z.literal('propose'),
    to: playerId,
    kind: z.enum(OFFERED),
    gold: whole.min(0).max(1_000_000).optional(),
    payer: playerId.optional(),
  }),
  ...(['accept', 'decline'] as const).map((type) =>
    z.strictObject({ type: z.literal(type), offer: whole.min(0) }),
  ),
  ...(['leave', 'betray'] as const).map((type) => z.strictObject({ type: z.literal(type), with: playerId })),
  z.strictObject({ type: z.literal('declare'), on: playerId }),
  z.strictObject({ type: z.literal('trade'), to: playerId, give: wares, want: wares }),
  z.strictObject({ type: z.literal('assist'), ally: playerId }),
  /** A referee's word to a speaker of the game's own chat; null: for good, 0: no longer. */
  z.strictObject({ type: z.literal('mute'), who: playerId, minutes: whole.min(0).max(525_600).nullable() }),
  ...administration,
]);

/** Shape check with a sentence that says what came and what was expected. */
export function readCommand(value: unknown): { ok: true; command: Command } | { ok: false; message: string } {
  const result = commandSchema.safeParse(value);
  if (result.success) return { ok: true, command: result.data as Command };
  return { ok: false, message: z.prettifyError(result.error) };
}
