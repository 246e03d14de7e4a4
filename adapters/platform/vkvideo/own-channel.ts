/** Whose channel a fresh sign-in is, for the wizard. PLATFORMS.md 5.3. */
import { channelSlug, type Places } from './addresses.ts';
import { ask } from './http.ts';
import { textAt } from './vk.external.ts';

const CALL_MS = 8_000;

/** The last part of its address; empty if the platform does not tell. @throws Refusal, or Error of the network */
export async function ownChannel(token: string, places: Places): Promise<string> {
  const headers = { Authorization: `Bearer ${token}` };
  const answer = await ask({ method: 'GET', url: `${places.api}/current_user`, headers, ms: CALL_MS });
  const url = textAt(answer, 'data', 'channel', 'url');
  return url === '' ? '' : channelSlug(url);
}
