/** Kick's webhooks at the gateway: checked with the key that was set, or with Kick's own, which may change one day. */
import { fetchKickPublicKey, KICK_PUBLIC_KEY } from './public-key.ts';
import { type KickVerdict, type KickWebhook, verifyKickWebhook } from './webhook.ts';

export interface KickDoorOptions {
  /** PEM; null: the one that Kick has published. A key that was set is never changed. */
  readonly publicKey: string | null;
  /** Where a newer key is asked for when a signature does not fit; null: nowhere. */
  readonly api: string | null;
  readonly log: (text: string) => void;
  readonly fetchKey?: (api: string) => Promise<string>;
}

/** Anybody can send a wrong signature; Kick is not asked more often than this. */
const ASK_MS = 5 * 60_000;

/** Pure to whoever calls it: a newer key, if there is one, is fetched behind its back and serves the next webhooks. */
export function kickDoor(
  options: KickDoorOptions,
): (webhook: Omit<KickWebhook, 'publicKeyPem'>) => KickVerdict {
  const { publicKey, api, log, fetchKey = fetchKickPublicKey } = options;
  let publicKeyPem = publicKey ?? KICK_PUBLIC_KEY;
  let askedAt = Number.NEGATIVE_INFINITY;
  const ask = async (from: string) => {
    try {
      const newer = await fetchKey(from);
      if (newer.trim() !== publicKeyPem.trim())
        log('Kick has a new key for its webhooks; it is used from now on');
      publicKeyPem = newer;
    } catch {
      log('a webhook of Kick has a wrong signature, and Kick does not tell its key now');
    }
  };
  return (webhook) => {
    const verdict = verifyKickWebhook({ ...webhook, publicKeyPem });
    const isOdd = !verdict.ok && (verdict.code === 'signature' || verdict.code === 'key');
    if (isOdd && publicKey === null && api !== null && webhook.now - askedAt > ASK_MS) {
      askedAt = webhook.now;
      void ask(api);
    }
    return verdict;
  };
}
