/** Pseudonyms: the log holds keyed hashes of people, never their platform ids. */
import { createHmac } from 'node:crypto';
import type { ViewerKey } from '../engine/state.ts';

/** `v_` and 20 characters: the same person in the same game, nothing that leads back without the secret. */
export type Pseudonyms = (game: string, platform: string, user: string) => ViewerKey;

const LENGTH = 20;
const MOST_KEPT = 50_000;

/** Bound to the server's secret. Remembers recent ones: a hash for every line of a busy chat would be felt. */
export function pseudonyms(secret: string | Uint8Array): Pseudonyms {
  const known = new Map<string, ViewerKey>();
  return (game, platform, user) => {
    const person = `${game}\n${platform}\n${user}`;
    const found = known.get(person);
    if (found) return found;
    const hash = createHmac('sha256', secret).update(person).digest('base64url');
    const key = `v_${hash.slice(0, LENGTH)}`;
    if (known.size >= MOST_KEPT) known.clear();
    known.set(person, key);
    return key;
  };
}

/** Keyed per poll, so that voters of two polls cannot be told to be the same from the published ballots. */
export function voterKey(
  secret: string | Uint8Array,
  { game, poll, voter }: { readonly game: string; readonly poll: string; readonly voter: string },
): string {
  return createHmac('sha256', secret).update(`${game}\n${poll}\n${voter}`).digest('hex').slice(0, 32);
}
