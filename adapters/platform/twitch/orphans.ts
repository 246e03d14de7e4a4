/** Subscriptions that a dead socket left behind at Twitch. PLATFORMS 1.2. */
import type { Helix } from './helix.ts';

interface RawSubscription {
  readonly id?: string;
  readonly status?: string;
  readonly type?: string;
  readonly condition?: Readonly<Record<string, string>>;
  readonly transport?: { readonly method?: string; readonly session_id?: string };
}

/** A sign-in has at most three sockets with 300 subscriptions each; a cursor that never ends is not followed. */
const MOST_PAGES = 10;

async function subscriptions(helix: Helix): Promise<readonly RawSubscription[]> {
  const all: RawSubscription[] = [];
  let after: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await helix.callApi<{
      data?: RawSubscription[];
      pagination?: { cursor?: string };
    } | null>({
      url: 'eventsub/subscriptions',
      query: { after },
    });
    all.push(...(answer?.data ?? []));
    after = answer?.pagination?.cursor;
    if (!after) break;
  }
  return all.filter(({ id, transport }) => id && transport?.method === 'websocket');
}

const deleted = (helix: Helix, id = ''): Promise<unknown> => helix.eventSub.deleteSubscription(id);

/** Deletes those whose socket Twitch knows to be gone. @returns how many. @throws TwitchCallError */
export async function sweepOrphans(helix: Helix): Promise<number> {
  const dead = (await subscriptions(helix)).filter(({ status }) => status?.startsWith('websocket_'));
  await Promise.all(dead.map(({ id }) => deleted(helix, id)));
  return dead.length;
}

/**
 * Twitch answered 409 to a subscription: the same one is there already.
 * @returns `ours` if it belongs to this very session, `freed` if it was another's and is deleted now.
 */
export async function resolveConflict(
  helix: Helix,
  about: { readonly type: string; readonly channel: string; readonly session: string },
): Promise<'ours' | 'freed'> {
  const same = (await subscriptions(helix)).filter(
    ({ type, condition }) => type === about.type && Object.values(condition ?? {}).includes(about.channel),
  );
  if (same.some(({ transport }) => transport?.session_id === about.session)) return 'ours';
  await Promise.all(same.map(({ id }) => deleted(helix, id)));
  return 'freed';
}
