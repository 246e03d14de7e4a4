/** Tokens that Twitch's helper gives to a viewer, and receipts for Bits: both signed with the extension's secret. */
import { errors, type JWTPayload, jwtVerify } from 'jose';
import { z } from 'zod';
import type { ExtCode } from './answers.ts';

/** Clocks may differ by this many seconds. */
const LEEWAY = 30;
/** A receipt that could not be handed in before counts for a week: it counts once, so its age does no harm. */
const LATE = 7 * 24 * 3600;

export interface Viewer {
  /** Out of the token, never out of a body. */
  readonly channel: string;
  readonly opaque: string;
  /** Twitch's id of the person; null until the viewer has shared it. */
  readonly user: string | null;
  readonly role: 'viewer' | 'moderator' | 'broadcaster';
}

export interface Receipt {
  readonly transaction: string;
  readonly user: string;
  readonly sku: string;
  readonly bits: number;
  /** `twitch.ext.<client id>`. */
  readonly domain: string;
}

type Fault = Extract<ExtCode, 'ext-no-token' | 'ext-bad-token' | 'ext-token-expired'>;
export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: Fault };

const numeric = z.string().regex(/^\d{1,20}$/);
const claims = z.object({
  channel_id: numeric,
  opaque_user_id: z.string().min(2).max(80),
  user_id: numeric.optional().or(z.literal('')),
  // `external` is what we sign ourselves: it never comes from a viewer.
  role: z.enum(['viewer', 'moderator', 'broadcaster']),
});
const bought = z.object({
  topic: z.literal('bits_transaction_receipt'),
  data: z.object({
    transactionId: z.string().min(1).max(80),
    userId: numeric,
    product: z.object({
      domainId: z.string().max(120),
      sku: z.string().min(1).max(64),
      cost: z.object({ amount: z.number().int().min(1), type: z.literal('bits') }),
    }),
  }),
});

/** @param secrets base64 as the console shows them; more than one while they are being exchanged. */
export function extensionKeys(secrets: readonly string[]): readonly Uint8Array[] {
  return secrets.map((secret) => new Uint8Array(Buffer.from(secret, 'base64')));
}

/** Never throws for what came from outside. */
export async function readViewer(token: string, keys: readonly Uint8Array[]): Promise<Read<Viewer>> {
  const signed = await readSigned(token, keys, LEEWAY);
  if (!signed.ok) return signed;
  const read = claims.safeParse(signed.value);
  if (!read.success) return { ok: false, code: 'ext-bad-token' };
  const { channel_id: channel, opaque_user_id: opaque, user_id: user, role } = read.data;
  return { ok: true, value: { channel, opaque, user: user || null, role } };
}

/** The signed facts of a purchase. The price in it is what was paid; whether it is our price is for the caller to say. */
export async function readReceipt(token: string, keys: readonly Uint8Array[]): Promise<Read<Receipt>> {
  const signed = await readSigned(token, keys, LATE);
  if (!signed.ok) return signed;
  const read = bought.safeParse(signed.value);
  if (!read.success) return { ok: false, code: 'ext-bad-token' };
  const { transactionId: transaction, userId: user, product } = read.data.data;
  const { sku, domainId: domain, cost } = product;
  return { ok: true, value: { transaction, user, sku, bits: cost.amount, domain } };
}

async function readSigned(
  token: string,
  keys: readonly Uint8Array[],
  clockTolerance: number,
): Promise<Read<JWTPayload>> {
  if (token === '') return { ok: false, code: 'ext-no-token' };
  let code: Fault = 'ext-bad-token';
  for (const key of keys) {
    try {
      const options = { algorithms: ['HS256'], clockTolerance, requiredClaims: ['exp'] };
      const { payload } = await jwtVerify(token, key, options);
      return { ok: true, value: payload };
    } catch (error) {
      // The signature is checked first: an expired token is one of this key.
      if (error instanceof errors.JWTExpired) code = 'ext-token-expired';
    }
  }
  return { ok: false, code };
}
