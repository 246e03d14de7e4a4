/** Whose channel a fresh sign-in is, for the wizard. One unit of the day. */
import { apiRoot } from './addresses.ts';

const CALL_MS = 8_000;

interface Listed {
  readonly items?: readonly { readonly id?: unknown; readonly snippet?: { readonly customUrl?: unknown } }[];
}

/** The handle, or the id of a channel without one; empty if YouTube does not tell. @throws Error of the network, without the token */
export async function ownChannel(token: string, api?: string): Promise<string> {
  const answer = await fetch(`${apiRoot(api)}youtube/v3/channels?part=snippet&mine=true`, {
    headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
    // A token must not follow to wherever an answer points.
    redirect: 'error',
    signal: AbortSignal.timeout(CALL_MS),
  });
  if (!answer.ok) return '';
  const [first] = ((await answer.json()) as Listed).items ?? [];
  const { customUrl } = first?.snippet ?? {};
  if (typeof customUrl === 'string' && customUrl.startsWith('@')) return customUrl;
  return typeof first?.id === 'string' ? first.id : '';
}
