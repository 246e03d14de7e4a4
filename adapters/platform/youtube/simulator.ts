/**
 * A YouTube for tests and rehearsals: the Data API's live chat, streamed and page by page, its refusals, its units a
 * day, Google's sign-in, and the bad days of all of them. From PLATFORMS.md chapter 3; listens on 127.0.0.1 only.
 */
import { type Clock, realClock } from './clock.ts';
import { silence } from './simulator/api.ts';
import { type Details, itemOf } from './simulator/bodies.ts';
import { SignInDesk } from './simulator/signin.ts';
import { Streams } from './simulator/streams.ts';
import { type Trouble, Web } from './simulator/web.ts';
import { type Chat, type Limits, type SimAuthor, type SimItem, World } from './simulator/world.ts';

export interface SayOptions {
  readonly id?: string;
  /** Milliseconds since 1970; now if absent. Late messages have an earlier time. */
  readonly at?: number;
}

export interface YoutubeSimulator {
  /** For `MSIG_YOUTUBE_API_URL` and `MSIG_YOUTUBE_AUTH_URL`. */
  readonly url: string;
  readonly limits: Limits;
  readonly desk: SignInDesk;
  /** Goes on the air; returns the id of the chat. */
  goLive(broadcast: { owner: string; chat?: string; video?: string; title?: string }): string;
  /** The broadcast ends: `chatEndedEvent`, `offlineAt`, and refusals from then on. */
  endBroadcast(chat: string): void;
  disable(chat: string, disabled?: boolean): void;
  /** Only the owner and moderators may write. */
  closeChat(chat: string): void;
  moderator(chat: string, channel: string): void;
  handle(handle: string, channel: string): void;
  key(key: string): void;
  /** A renewal token; with `access`, also a token that is good until it is expired. */
  account(channel: string, tokens: { refresh: string; access?: string; readOnly?: boolean }): void;
  /** The access token is refused from now on; all of them if absent. */
  expire(access?: string): void;
  /** The user takes the app's rights away. */
  revoke(refresh: string): void;
  say(chat: string, author: SimAuthor, text: string, options?: SayOptions): string;
  /** Any other item: `superChatEvent` and the like. */
  event(chat: string, type: string, details: Details, author?: SimAuthor, id?: string): string;
  superChat(
    chat: string,
    author: SimAuthor,
    paid: { micros: string; currency: string; comment?: string },
  ): string;
  removeMessage(chat: string, id: string): void;
  ban(chat: string, channel: string, seconds: number | null): void;
  /** The last items again, with the same ids. */
  redeliver(chat: string, count: number): void;
  /** All page tokens given so far are refused from now on. */
  forgetTokens(chat: string): void;
  written(): readonly { chat: string; author: string; text: string; id: string; at: number }[];
  /** Units used today, as YouTube counts. */
  used(): number;
  /** Others of the same project use units. */
  useUp(units: number): void;
  streams(): number;
  endStreams(): void;
  cut(options?: { readonly half?: boolean }): void;
  silent(silent: boolean): void;
  /** Written in place of pages; empty for pages again. */
  garbled(text: string): void;
  fail(times: number, trouble: Trouble, call?: string): void;
  /** How often `GET /youtube/v3/…`, `POST /token` were called. */
  calls(call: string): number;
  /** Requests on their way, streams not counted. */
  pending(): number;
  close(): Promise<void>;
}

/** @param from its ids are counted from here */
export async function startYoutubeSimulator(clock: Clock = realClock, from = 0): Promise<YoutubeSimulator> {
  const world = new World(clock, from);
  const streams = new Streams(world);
  const desk = new SignInDesk(world);
  const web = new Web(world, streams, desk);
  const url = await web.open();
  return {
    url,
    limits: world.limits,
    desk,
    ...air(world),
    ...people(world),
    ...talk(world),
    used: () => world.used,
    useUp: (units) => world.useUp(units),
    streams: () => streams.count,
    endStreams: () => streams.close(),
    cut: ({ half = false } = {}) => streams.cut(half),
    silent: (silent) => {
      streams.silent = silent;
    },
    garbled: (text) => {
      streams.garbled = text;
    },
    fail: (times, trouble, call) => web.fail(times, trouble, call),
    calls: (call) => web.calls.get(call) ?? 0,
    pending: () => web.pending,
    close: () => web.close(),
  };
}

type Part<K extends keyof YoutubeSimulator> = Pick<YoutubeSimulator, K>;

function chatOf(world: World, id: string): Chat {
  const chat = world.chats.get(id);
  if (!chat) throw new Error(`there is no chat ${id} here`);
  return chat;
}

function air(world: World): Part<'goLive' | 'endBroadcast' | 'disable' | 'closeChat' | 'forgetTokens'> {
  return {
    goLive: ({ owner, chat, video, title = 'MSIG live' }) => {
      const n = world.next();
      const id = chat ?? `KicKsim${n}`;
      world.chats.set(id, {
        id,
        video: video ?? `simvideo${String(n).padStart(3, '0')}`,
        owner,
        title,
        startedAt: world.clock.now(),
        feed: [],
        from: 0,
        endedAt: null,
        disabled: false,
        closed: false,
        banned: new Map(),
        moderators: new Set(),
        polledAt: new Map(),
      });
      return id;
    },
    endBroadcast: (id) => {
      const chat = chatOf(world, id);
      chat.endedAt = world.clock.now();
      world.push(chat, itemOf(world, chat, { type: 'chatEndedEvent' }));
    },
    disable: (id, disabled = true) => {
      chatOf(world, id).disabled = disabled;
    },
    closeChat: (id) => {
      chatOf(world, id).closed = true;
    },
    forgetTokens: (id) => {
      const chat = chatOf(world, id);
      chat.from += 1_000_000;
    },
  };
}

function people(world: World): Part<'moderator' | 'handle' | 'key' | 'account' | 'expire' | 'revoke'> {
  return {
    moderator: (chat, channel) => void chatOf(world, chat).moderators.add(channel),
    handle: (handle, channel) => void world.handles.set(handle.toLowerCase(), channel),
    key: (key) => void world.keys.add(key),
    account: (channel, { refresh, access, readOnly = false }) => {
      world.renewals.set(refresh, { channel, write: !readOnly });
      if (access) world.grant(access, { channel, write: !readOnly, expiresAt: Number.POSITIVE_INFINITY });
    },
    expire: (access) => {
      for (const [token, grant] of world.grants) if (!access || token === access) grant.expiresAt = 0;
    },
    revoke: (refresh) => {
      const { channel } = world.renewals.get(refresh) ?? {};
      world.renewals.delete(refresh);
      for (const grant of world.grants.values()) if (grant.channel === channel) grant.expiresAt = 0;
    },
  };
}

function talk(
  world: World,
): Part<'say' | 'event' | 'superChat' | 'removeMessage' | 'ban' | 'redeliver' | 'written'> {
  const add = (id: string, what: Parameters<typeof itemOf>[2]): string => {
    const chat = chatOf(world, id);
    const item: SimItem = itemOf(world, chat, what);
    world.push(chat, item);
    return item.id;
  };
  const event: YoutubeSimulator['event'] = (chat, type, details, author, id) =>
    add(chat, { type, author, details, id });
  return {
    event,
    say: (chat, author, text, { id, at } = {}) =>
      add(chat, {
        type: 'textMessageEvent',
        author: { ...author, owner: author.owner ?? author.id === chatOf(world, chat).owner },
        text,
        details: { textMessageDetails: { messageText: text } },
        id,
        at,
      }),
    superChat: (chat, author, { micros, currency, comment = '' }) => {
      const amountDisplayString = `${currency} ${Number(micros) / 1_000_000}`;
      const paid = { amountMicros: micros, currency, amountDisplayString, userComment: comment, tier: 2 };
      return event(chat, 'superChatEvent', { superChatDetails: paid }, author);
    },
    removeMessage: (chat, deletedMessageId) =>
      void event(chat, 'messageDeletedEvent', { messageDeletedDetails: { deletedMessageId } }),
    ban: (chat, id, seconds) => silence(world, chatOf(world, chat), { id, seconds }),
    redeliver: (id, count) => {
      const chat = chatOf(world, id);
      world.push(chat, ...chat.feed.slice(-count));
    },
    written: () => world.written,
  };
}
