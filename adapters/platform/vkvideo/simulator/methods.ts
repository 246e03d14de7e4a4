/** Methods of the simulated Dev API (PLATFORMS.md 5.3): who, which channel, which socket tokens, what was said, saying. */
import { type Answer, denied, ok } from './answer.ts';
import type { Pubsub } from './pubsub.ts';
import type { Grant } from './tokens.ts';
import { type SimChannel, type SimPart, textOf, type World, wireId } from './world.ts';

export interface Asked {
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  readonly grant: Grant;
}

/** None of these is documented with a number (5.1); a test sets what it needs. */
export interface SimLimits {
  maxLength: number;
  gapMs: number;
  /** Two equal lines one after the other are refused. */
  refuseSame: boolean;
}

export interface Hall {
  readonly world: World;
  readonly pubsub: Pubsub;
  readonly limits: SimLimits;
  /** A line into chat and history; from a client, or from the simulator. */
  readonly say: (channel: SimChannel, line: SimLine) => string;
}

export interface SimLine {
  readonly id?: string;
  readonly user: { readonly id: string; readonly nick: string };
  readonly parts: readonly SimPart[];
  readonly author?: Readonly<Record<string, unknown>>;
  /** Seconds since 1970. */
  readonly at?: number;
}

export type Method = (hall: Hall, asked: Asked) => Answer;

export function channelOf(hall: Hall, query: URLSearchParams): SimChannel | undefined {
  return hall.world.channels.get((query.get('channel_url') ?? '').toLowerCase());
}

const NO_CHANNEL = denied(404, 'channel_not_found', 'Channel not found');

export const METHODS: Readonly<Record<string, Method>> = {
  'GET /current_user': ({ world }, { grant: { person } }) => {
    if (!person) return denied(403, 'forbidden', 'A user token is needed');
    const own = [...world.channels.values()].find(({ owner }) => owner.id === person.id);
    const channel = own ? { channel: { url: `https://live.vkvideo.ru/${own.slug}/` } } : {};
    return ok({ data: { user: { id: wireId(person.id), nick: person.nick, avatar_url: '' }, ...channel } });
  },
  'GET /channel': (hall, { query }) => {
    const channel = channelOf(hall, query);
    return channel ? ok({ data: channelView(channel) }) : NO_CHANNEL;
  },
  'GET /websocket/token': ({ pubsub }, { grant }) =>
    ok({ data: { token: pubsub.connectionToken(grant.person?.id ?? '') } }),
  'GET /websocket/subscription_token': ({ world, pubsub }, { query, grant: { person } }) => {
    if (!person) return denied(403, 'forbidden', 'A user token is needed');
    const asked = (query.get('channels') ?? '').split(',').filter(Boolean);
    // A missing entry is a public channel, or one without access (5.3).
    const given = asked.filter((channel) => needsToken(world, channel, person.id));
    return ok({
      data: {
        channel_tokens: given.map((channel) => ({ channel, token: pubsub.subscriptionToken(channel) })),
      },
    });
  },
  'GET /chat/messages': (hall, { query }) => {
    const channel = channelOf(hall, query);
    const limit = Number(query.get('limit') ?? 50);
    if (limit > 200) return denied(400, 'invalid_request', 'limit');
    // Newest first, as most lists of the platform; clients must not trust the order (5.1).
    return channel ? ok({ data: { chat_messages: channel.messages.slice(-limit).reverse() } }) : NO_CHANNEL;
  },
  'POST /chat/message/send': (hall, asked) => {
    const channel = channelOf(hall, asked.query);
    return channel ? written(hall, channel, asked) : NO_CHANNEL;
  },
};

function channelView(channel: SimChannel): Record<string, unknown> {
  const { stream, owner } = channel;
  const shown = stream && {
    id: stream.id,
    title: stream.title,
    category: { id: 'c1', title: stream.category },
    started_at: stream.startedAt,
    counters: { viewers: 12 },
  };
  return {
    channel: {
      id: channel.id,
      url: `https://live.vkvideo.ru/${channel.slug}`,
      status: stream?.status ?? 'offline',
      web_socket_channels: channel.sockets,
    },
    owner: { id: wireId(owner.id), nick: owner.nick },
    ...(shown ? { stream: shown, streams: [shown] } : { streams: [] }),
  };
}

/** Private and limited channels have tokens for those who may see them. */
function needsToken(world: World, channel: string, user: string): boolean {
  for (const { sockets, owner, moderators } of world.channels.values()) {
    const name = Object.keys(sockets).find((key) => sockets[key] === channel);
    if (name !== undefined)
      return /private|limited/.test(name) && (user === owner.id || moderators.has(user));
  }
  return false;
}

function written(hall: Hall, channel: SimChannel, { grant, query, body }: Asked): Answer {
  const { person, scopes } = grant;
  if (!person || !scopes.includes('chat:message:send')) return denied(403, 'forbidden', 'Forbidden');
  const parts = Array.isArray(body.parts) ? (body.parts as SimPart[]) : [];
  const text = textOf(parts);
  const streamId = query.get('stream_id') ?? '';
  // The stream is documented as required (5.3); the word of this refusal is not known.
  if (streamId !== channel.stream?.id) return denied(400, 'stream_not_found', 'Stream not found');
  const { limits, world } = hall;
  if (text.length > limits.maxLength) return denied(400, 'message_too_long');
  const mine = world.spoken.filter(({ user }) => user === person.id);
  const last = hall.pubsub.lastWrite.get(person.id) ?? 0;
  if (Date.now() - last < limits.gapMs) return denied(400, 'send_too_fast');
  if (limits.refuseSame && mine.at(-1)?.text === text) return denied(400, 'same_message');
  hall.pubsub.lastWrite.set(person.id, Date.now());
  world.keep(world.spoken, { channel: channel.slug, user: person.id, text, streamId, at: Date.now() });
  hall.say(channel, { user: person, parts });
  // No message id comes back (5.1).
  return ok({});
}
