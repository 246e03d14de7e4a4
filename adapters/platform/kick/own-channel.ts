/** Whose channel a fresh sign-in is, for the wizard. PLATFORMS 4.1. */
import { base } from './addresses.ts';
import { listOf } from './api.ts';
import { ask } from './http.ts';
import { type RawChannel, wordIn } from './kick.external.ts';

const CALL_MS = 8_000;

/** The slug; empty if Kick does not tell. @throws KickCallError, KickError KICK_ADDRESS */
export async function ownChannel(token: string, api?: string): Promise<string> {
  // Asked about nobody, it answers about the one who asks.
  const url = `${base('api', api)}/public/v1/channels`;
  const answer = await ask({ method: 'GET', url, token, timeoutMs: CALL_MS });
  return wordIn(listOf<RawChannel>(answer)[0]?.slug);
}
