/**
 * Tokens. Players, the play page and the admin carry signed ones that end by themselves and can be exchanged for fresh
 * ones; OBS carries an opaque key that lives until it is revoked, and can only read.
 */
import { randomBytes } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { Identity } from './identity.ts';

const HOUR = 3600;
/** Seconds. The play page's token stands in its address and is not exchanged, hence a week. */
export const LIFETIME = {
  player: 12 * HOUR,
  discord: 12 * HOUR,
  site: 7 * 24 * HOUR,
  admin: 30 * 24 * HOUR,
} as const;
/** A token that ended less than this ago can still be exchanged, so that a process survives a night's sleep. */
const EXCHANGE_AFTER_END = 7 * 24 * HOUR;

const ISSUER = 'msig';
const OVERLAY_PREFIX = 'ov_';

const claims = z.discriminatedUnion('aud', [
  z.object({ aud: z.literal('admin') }),
  z.object({ aud: z.literal('player'), game: z.string(), player: z.string() }),
  z.object({ aud: z.literal('discord'), game: z.string() }),
  z.object({
    ...{ aud: z.literal('site'), game: z.string(), seats: z.array(z.string()) },
    host: z.literal(true).optional(),
  }),
]);

export type TokenFault = 'no-token' | 'bad-token' | 'token-expired';
export type Verified =
  | { readonly ok: true; readonly who: Identity }
  | { readonly ok: false; readonly code: TokenFault };

/** Where opaque keys are kept: they have to outlive a restart. */
export interface KeyStore {
  load(): Promise<readonly (readonly [key: string, game: string])[]>;
  save(keys: readonly (readonly [key: string, game: string])[]): Promise<void>;
}

type Signed = Exclude<Identity, { readonly role: 'overlay' }>;

export class Tokens {
  readonly #secret: Uint8Array;
  readonly #keys: Map<string, string>;
  readonly #store: KeyStore;

  /** @param secret at least 32 bytes. */
  static async open(secret: Uint8Array, store: KeyStore): Promise<Tokens> {
    return new Tokens(secret, new Map(await store.load()), store);
  }

  private constructor(secret: Uint8Array, keys: Map<string, string>, store: KeyStore) {
    this.#secret = secret;
    this.#keys = keys;
    this.#store = store;
  }

  sign(who: Signed, now = Date.now()): Promise<string> {
    const { role, ...rest } = who;
    const at = Math.floor(now / 1000);
    return new SignJWT(rest)
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(ISSUER)
      .setAudience(role)
      .setIssuedAt(at)
      .setExpirationTime(at + LIFETIME[role])
      .sign(this.#secret);
  }

  async verify(token: string): Promise<Verified> {
    if (token === '') return { ok: false, code: 'no-token' };
    const game = this.#keys.get(token);
    if (game !== undefined) return { ok: true, who: { role: 'overlay', game } };
    if (token.startsWith(OVERLAY_PREFIX)) return { ok: false, code: 'bad-token' };
    return this.#verifySigned(token, 0);
  }

  /** A fresh token for one that is good, or that ended only lately. */
  async exchange(token: string): Promise<string | null> {
    const verified = await this.#verifySigned(token, EXCHANGE_AFTER_END);
    return verified.ok && verified.who.role !== 'overlay' ? this.sign(verified.who) : null;
  }

  async #verifySigned(token: string, tolerance: number): Promise<Verified> {
    try {
      const options = { issuer: ISSUER, algorithms: ['HS256'], clockTolerance: tolerance };
      const { payload } = await jwtVerify(token, this.#secret, options);
      const read = claims.safeParse(payload);
      if (!read.success) return { ok: false, code: 'bad-token' };
      const { aud, ...rest } = read.data;
      return { ok: true, who: { role: aud, ...rest } as Identity };
    } catch (error) {
      return { ok: false, code: error instanceof errors.JWTExpired ? 'token-expired' : 'bad-token' };
    }
  }

  /** The read-only key of a game, made at the first call. */
  async overlayKey(game: string): Promise<string> {
    for (const [key, of] of this.#keys) if (of === game) return key;
    const key = OVERLAY_PREFIX + randomBytes(18).toString('base64url');
    this.#keys.set(key, game);
    await this.#store.save([...this.#keys]);
    return key;
  }

  /** Ends every read-only key of a game; pages that hold one have to be given a new address. */
  async revoke(game: string): Promise<number> {
    const gone = [...this.#keys].filter(([, of]) => of === game);
    for (const [key] of gone) this.#keys.delete(key);
    if (gone.length > 0) await this.#store.save([...this.#keys]);
    return gone.length;
  }
}

/** `Bearer …` out of an Authorization header, or an empty string. */
export function bearer(header: string | undefined): string {
  const match = /^Bearer\s+(\S+)\s*$/i.exec(header ?? '');
  return match?.[1] ?? '';
}
