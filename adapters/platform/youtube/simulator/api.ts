/** The methods of the Data API that the product uses, answered from the world. */
import { type Details, itemOf, pageOf, placeOf, Refusal, stamp } from './bodies.ts';
import { type Chat, endOf, type Grant, type World } from './world.ts';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Details;
  /** Bearer token; empty without one. */
  readonly token: string;
  readonly key: string;
}

type Cost = keyof World['limits']['costs'];
interface Method {
  readonly cost: Cost;
  /** Needs an account that may write. */
  readonly writes?: true;
  readonly answer: (world: World, asked: Asked, grant: Grant | null) => Details | null;
}

const BASE = '/youtube/v3';
export const STREAM_PATH = `${BASE}/liveChat/messages/stream`;

export const METHODS: Readonly<Record<string, Method>> = {
  [`GET ${BASE}/liveBroadcasts`]: { cost: 'find', answer: broadcasts },
  [`GET ${BASE}/videos`]: { cost: 'find', answer: videos },
  [`GET ${BASE}/channels`]: { cost: 'find', answer: channels },
  [`GET ${BASE}/playlistItems`]: { cost: 'find', answer: uploads },
  [`GET ${BASE}/liveChat/messages`]: { cost: 'read', answer: messages },
  [`POST ${BASE}/liveChat/messages`]: { cost: 'write', writes: true, answer: insert },
  [`DELETE ${BASE}/liveChat/messages`]: { cost: 'moderate', writes: true, answer: remove },
  [`POST ${BASE}/liveChat/bans`]: { cost: 'moderate', writes: true, answer: ban },
};

/** Counts the call and finds out who asks. Every call costs, refused ones too. @throws Refusal */
export function admitted(world: World, asked: Asked, cost: Cost, writes: boolean): Grant | null {
  if (!world.charge(world.limits.costs[cost])) throw new Refusal('quotaExceeded');
  if (asked.token === '' && world.keys.has(asked.key) && !writes) return null;
  const grant = world.grants.get(asked.token);
  // The token's life goes by real time: the client library's clock cannot be handed in.
  if (!grant || grant.expiresAt <= Date.now()) throw new Refusal('authError');
  if (writes && !grant.write) throw new Refusal('insufficientPermissions');
  return grant;
}

/** @throws Refusal if there is no such chat to read. */
export function readable(world: World, id: string | null): Chat {
  const chat = world.chats.get(id ?? '');
  if (!chat) throw new Refusal('liveChatNotFound');
  if (chat.disabled) throw new Refusal('liveChatDisabled');
  return chat;
}

/** Where reading begins: at the token, or with the recent history. @throws Refusal */
export function beginning(world: World, chat: Chat, token: string | null): number {
  if (token === null) return Math.max(chat.from, endOf(chat) - world.limits.history);
  const place = placeOf(chat, token);
  if (place === null) throw new Refusal('pageTokenInvalid');
  return place;
}

function broadcasts(world: World, { query }: Asked, grant: Grant | null): Details {
  // `mine`, `id` and `broadcastStatus` exclude each other (PLATFORMS.md 3.2).
  if (query.has('mine') && query.has('broadcastStatus')) throw new Refusal('incompatibleParameters');
  const items = live(world, grant?.channel ?? '').map((chat) => ({
    kind: 'youtube#liveBroadcast',
    id: chat.video,
    snippet: {
      title: chat.title,
      channelId: chat.owner,
      actualStartTime: stamp(chat.startedAt),
      ...(chat.disabled ? {} : { liveChatId: chat.id }),
    },
    status: { lifeCycleStatus: 'live', privacyStatus: 'public' },
  }));
  return { kind: 'youtube#liveBroadcastListResponse', pageInfo: { totalResults: items.length }, items };
}

function live(world: World, owner: string): Chat[] {
  return [...world.chats.values()].filter((chat) => chat.owner === owner && chat.endedAt === null);
}

function videos(world: World, { query }: Asked): Details {
  const ids = query.getAll('id').flatMap((id) => id.split(','));
  const items = [...world.chats.values()]
    .filter(({ video }) => ids.includes(video))
    .map((chat) => ({
      kind: 'youtube#video',
      id: chat.video,
      snippet: { title: chat.title, channelId: chat.owner },
      liveStreamingDetails: {
        actualStartTime: stamp(chat.startedAt),
        ...(chat.endedAt === null
          ? { activeLiveChatId: chat.disabled ? undefined : chat.id }
          : { actualEndTime: stamp(chat.endedAt) }),
      },
    }));
  return { kind: 'youtube#videoListResponse', items };
}

function channels(world: World, { query }: Asked, grant: Grant | null): Details {
  const handle = query.get('forHandle');
  const id = handle ? world.handles.get(handle.toLowerCase()) : grant?.channel;
  // The real answer has no `items` at all if there is none.
  return { kind: 'youtube#channelListResponse', ...(id ? { items: [{ id, snippet: { title: id } }] } : {}) };
}

function uploads(world: World, { query }: Asked): Details {
  const owner = (query.get('playlistId') ?? '').replace(/^UU/, 'UC');
  const items = [...world.chats.values()]
    .filter((chat) => chat.owner === owner)
    .reverse()
    .slice(0, Number(query.get('maxResults') ?? 5))
    .map(({ video }) => ({ contentDetails: { videoId: video } }));
  return { kind: 'youtube#playlistItemListResponse', items };
}

function messages(world: World, { query, token, key }: Asked): Details {
  const chat = readable(world, query.get('liveChatId'));
  if (chat.endedAt !== null && query.get('pageToken') === null) throw new Refusal('liveChatEnded');
  const now = world.clock.now();
  const last = chat.polledAt.get(token + key) ?? Number.NEGATIVE_INFINITY;
  // A little sooner is forgiven: clocks and networks are no better than that.
  if (now - last < world.limits.pollingIntervalMillis * 0.9) throw new Refusal('rateLimitExceeded');
  chat.polledAt.set(token + key, now);
  const most = Math.min(2_000, Math.max(200, Number(query.get('maxResults') ?? 500)));
  const { body } = pageOf(world, chat, beginning(world, chat, query.get('pageToken')), most);
  return { ...body, pollingIntervalMillis: world.limits.pollingIntervalMillis };
}

interface Sent {
  readonly liveChatId?: string;
  readonly textMessageDetails?: { readonly messageText?: string };
  readonly banDurationSeconds?: string;
  readonly bannedUserDetails?: { readonly channelId?: string };
  readonly type?: string;
}
const snippetOf = ({ body }: Asked): Sent => (body.snippet ?? {}) as Sent;

function insert(world: World, asked: Asked, grant: Grant | null): Details {
  const sent = snippetOf(asked);
  const chat = readable(world, sent.liveChatId ?? null);
  if (chat.endedAt !== null) throw new Refusal('liveChatEnded');
  const author = grant?.channel ?? '';
  const text = sent.textMessageDetails?.messageText ?? '';
  if (text === '') throw new Refusal('messageTextRequired');
  if ([...text].length > world.limits.longestText) throw new Refusal('messageTextInvalid');
  const owner = author === chat.owner;
  const muted = (chat.banned.get(author) ?? 0) > world.clock.now();
  if (muted || (chat.closed && !owner && !chat.moderators.has(author))) throw new Refusal('forbidden');
  if (world.tooFast(author)) throw new Refusal('rateLimitExceeded');
  const item = itemOf(world, chat, {
    type: 'textMessageEvent',
    author: { id: author, owner, moderator: chat.moderators.has(author) },
    text,
    details: { textMessageDetails: { messageText: text } },
  });
  world.written.push({ chat: chat.id, author, text, id: item.id, at: world.clock.now() });
  // Own messages come back like all others (PLATFORMS.md 0.3).
  world.push(chat, item);
  return { kind: item.kind, etag: item.etag, id: item.id, snippet: item.snippet };
}

function mayModerate(chat: Chat, grant: Grant | null): void {
  const who = grant?.channel ?? '';
  if (who !== chat.owner && !chat.moderators.has(who)) throw new Refusal('forbidden');
}

function remove(world: World, { query }: Asked, grant: Grant | null): null {
  const id = query.get('id') ?? '';
  for (const chat of world.chats.values()) {
    if (!chat.feed.some((item) => item.id === id)) continue;
    mayModerate(chat, grant);
    world.push(
      chat,
      itemOf(world, chat, {
        type: 'messageDeletedEvent',
        details: { messageDeletedDetails: { deletedMessageId: id } },
      }),
    );
    return null;
  }
  throw new Refusal('liveChatMessageNotFound');
}

function ban(world: World, asked: Asked, grant: Grant | null): Details {
  const sent = snippetOf(asked);
  const chat = readable(world, sent.liveChatId ?? null);
  mayModerate(chat, grant);
  const channelId = sent.bannedUserDetails?.channelId;
  if (!channelId) throw new Refusal('missingRequiredParameter');
  silence(world, chat, { id: channelId, seconds: Number(sent.banDurationSeconds) });
  return { kind: 'youtube#liveChatBan', id: `ban${world.next()}`, snippet: asked.body.snippet };
}

/** Somebody is silenced; everybody who reads is told. */
export function silence(world: World, chat: Chat, who: { id: string; seconds: number | null }): void {
  const { id, seconds } = who;
  chat.banned.set(id, seconds === null ? Number.POSITIVE_INFINITY : world.clock.now() + seconds * 1000);
  const details = {
    bannedUserDetails: { channelId: id, displayName: `@${id}` },
    ...(seconds === null
      ? { banType: 'permanent' }
      : { banType: 'temporary', banDurationSeconds: String(seconds) }),
  };
  world.push(chat, itemOf(world, chat, { type: 'userBannedEvent', details: { userBannedDetails: details } }));
}
