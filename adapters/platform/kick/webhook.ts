/**
 * A webhook of Kick, checked: who sent it, when, and what it says. A pure function, so that the gateway can be given it
 * without knowing Kick. PLATFORMS 4.2.
 */
import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { idOf, type RawEvent } from './kick.external.ts';

/** One event as the gateway keeps it in its inbox and forwards it; plain JSON. */
export interface KickDelivery {
  /** Kick's message id: the same again is the same delivery. */
  readonly id: string;
  readonly subscription: string;
  readonly type: string;
  readonly version: string;
  /** When Kick sent it, by Kick's clock; milliseconds since 1970, as all times here. */
  readonly sentAt: number;
  /** It came too late to be acted on. */
  readonly stale: boolean;
  /** The user id of the channel's owner, to find the player by; null if the body names none. */
  readonly broadcaster: string | null;
  /** The body's JSON; null if it is none. */
  readonly payload: unknown;
}

/** `key`: what the inbox stores it under, once. Otherwise the status to answer, and a word for the log. */
export type KickVerdict =
  | { readonly ok: true; readonly key: string; readonly stale: boolean; readonly delivery: KickDelivery }
  | { readonly ok: false; readonly status: 400 | 401 | 403 | 413 | 503; readonly code: string };

export interface KickWebhook {
  /** Names in any case; of several values the first counts. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The bytes as they came: another spelling of the same JSON has another signature. */
  readonly rawBody: Uint8Array;
  readonly publicKeyPem: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Commands older than this surprise whoever wrote them; deliveries 3 to 10 minutes late happen (KickDevDocs#255). */
export const STALE_MS = 2 * 60_000;
/** Ids are remembered for a day, so nothing older may come in. */
export const WINDOW_MS = 24 * 3_600_000;
/** Clocks of streamers' machines are minutes wrong. */
const AHEAD_MS = 10 * 60_000;
/** A chat line of 500 letters with its emotes is under 16 KB; twenty gifts with their giftees stay far below this. */
export const MOST_BYTES = 256 * 1024;

/** Never throws. A failure is answered with `status`; all else with 200, stale or not. */
export function verifyKickWebhook({ headers, rawBody, publicKeyPem, now }: KickWebhook): KickVerdict {
  if (rawBody.byteLength > MOST_BYTES) return no(413, 'too_big');
  const read = headerReader(headers);
  const id = read('kick-event-message-id');
  const timestamp = read('kick-event-message-timestamp');
  const signature = read('kick-event-signature');
  const type = read('kick-event-type');
  if (!/^[\w-]{1,64}$/.test(id) || timestamp === '' || signature === '' || type === '')
    return no(400, 'headers');
  const sentAt = timestamp.length <= 40 ? Date.parse(timestamp) : Number.NaN;
  if (!Number.isFinite(sentAt)) return no(400, 'timestamp');
  const key = keyOf(publicKeyPem);
  if (!key) return no(503, 'key');
  const signed = Buffer.concat([Buffer.from(`${id}.${timestamp}.`), rawBody]);
  if (!isSigned(signed, key, signature)) return no(401, 'signature');
  const age = now - sentAt;
  if (age > WINDOW_MS) return no(403, 'too_old');
  if (age < -AHEAD_MS) return no(403, 'from_the_future');
  const payload = jsonOf(rawBody);
  const broadcaster = idOf((payload as RawEvent | null)?.broadcaster);
  const stale = age > STALE_MS;
  const about = {
    id,
    subscription: read('kick-event-subscription-id'),
    type,
    version: read('kick-event-version'),
  };
  return { ok: true, key: `kick:${id}`, stale, delivery: { ...about, sentAt, stale, broadcaster, payload } };
}

function no(status: 400 | 401 | 403 | 413 | 503, code: string): KickVerdict {
  return { ok: false, status, code };
}

function headerReader(headers: KickWebhook['headers']): (name: string) => string {
  const byName = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return (name) => {
    const value = [byName.get(name) ?? ''].flat()[0];
    return typeof value === 'string' ? value.trim().slice(0, 2_000) : '';
  };
}

/** The key read last; reading one takes longer than the check of a signature. */
let held: { pem: string; key: KeyObject } | null = null;

function keyOf(pem: string): KeyObject | null {
  if (held?.pem === pem) return held.key;
  try {
    const key = createPublicKey(pem);
    if (key.asymmetricKeyType !== 'rsa') return null;
    held = { pem, key };
    return key;
  } catch {
    return null;
  }
}

function isSigned(signed: Buffer, key: KeyObject, signature: string): boolean {
  try {
    return verify('RSA-SHA256', signed, key, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof value === 'object' && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
