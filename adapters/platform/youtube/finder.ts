/**
 * Which chats are live now. Each broadcast has a chat of its own, and a channel can have several broadcasts at once.
 * Never by `search.list`: that has about 100 calls a day.
 */
import type { ChannelName } from './addresses.ts';
import type { Calls } from './calls.ts';
import { YoutubeError } from './failures.ts';

export interface LiveChat {
  readonly chat: string;
  readonly title: string;
  /** Milliseconds since 1970; null if it is not known. */
  readonly since: number | null;
}

export interface Owner {
  readonly channel: string;
  readonly title: string;
}

export interface Found {
  /** On the air, with or without a chat. */
  readonly live: boolean;
  readonly chats: readonly LiveChat[];
  readonly title: string;
  readonly since: number | null;
}

/** Uploads looked at: a live broadcast is among the newest. */
const NEWEST = 10;
const NOTHING: Found = { live: false, chats: [], title: '', since: null };

interface Broadcast {
  readonly chat: string;
  readonly title: string;
  readonly since: number | null;
}

export class Finder {
  readonly #calls: Calls;
  readonly #name: ChannelName;
  readonly #videos: readonly string[];
  /** Of the account; null with a key alone. */
  self: Owner | null = null;
  /** The channel whose chats are read; null if only single videos are known. */
  channel: string | null = null;

  constructor(calls: Calls, name: ChannelName, videos: readonly string[]) {
    this.#calls = calls;
    this.#name = name;
    this.#videos = videos;
  }

  /** Who we are and whose chats are meant; 1 or 2 units. @throws YoutubeError, CallFault */
  async begin(): Promise<void> {
    if (this.#calls.signedIn) this.self ??= await this.#who({ mine: true }, 'of the account');
    if (this.channel !== null) return;
    if (this.#name.kind === 'id') this.channel = this.#name.id;
    else if (this.#name.kind === 'own') this.channel = this.self?.channel ?? null;
    else this.channel = (await this.#who({ forHandle: this.#name.handle }, this.#name.handle)).channel;
  }

  /** 1 unit for the own channel and for given videos, 2 for the channel of somebody else. @throws YoutubeError, CallFault */
  async look(): Promise<Found> {
    if (this.#videos.length > 0) return this.#among(this.#videos);
    if (this.channel === null) return NOTHING;
    if (this.channel === this.self?.channel) return foundOf(await this.#own());
    return this.#among(await this.#newest(this.channel));
  }

  async #who(filter: { mine: true } | { forHandle: string }, name: string): Promise<Owner> {
    const { items } = await this.#calls.run('find', 'asking for the channel', (api, options) =>
      api.channels.list({ part: ['id', 'snippet'], ...filter }, options),
    );
    const { id, snippet } = items?.[0] ?? {};
    if (!id) throw new YoutubeError('YOUTUBE_NOT_FOUND', { channel: name });
    return { channel: id, title: snippet?.title ?? id };
  }

  async #own(): Promise<Broadcast[]> {
    const { items } = await this.#calls.run('find', 'asking for broadcasts', (api, options) =>
      api.liveBroadcasts.list(
        { part: ['snippet', 'status'], broadcastStatus: 'active', broadcastType: 'all', maxResults: 50 },
        options,
      ),
    );
    return (items ?? []).map(({ snippet }) => ({
      chat: snippet?.liveChatId ?? '',
      title: snippet?.title ?? '',
      since: timeOf(snippet?.actualStartTime),
    }));
  }

  /** A channel's uploads are the playlist with the same id, beginning with UU instead of UC. */
  async #newest(channel: string): Promise<string[]> {
    const { items } = await this.#calls.run('find', 'asking for the newest videos', (api, options) =>
      api.playlistItems.list(
        { part: ['contentDetails'], playlistId: channel.replace(/^UC/, 'UU'), maxResults: NEWEST },
        options,
      ),
    );
    return (items ?? []).flatMap(({ contentDetails }) => contentDetails?.videoId ?? []);
  }

  async #among(videos: readonly string[]): Promise<Found> {
    if (videos.length === 0) return NOTHING;
    const { items } = await this.#calls.run('find', 'asking for the videos', (api, options) =>
      api.videos.list({ part: ['snippet', 'liveStreamingDetails'], id: [...videos] }, options),
    );
    const live = (items ?? []).filter(
      ({ liveStreamingDetails: about }) => about?.actualStartTime && !about.actualEndTime,
    );
    return foundOf(
      live.map(({ snippet, liveStreamingDetails: about }) => ({
        chat: about?.activeLiveChatId ?? '',
        title: snippet?.title ?? '',
        since: timeOf(about?.actualStartTime),
      })),
    );
  }
}

function foundOf(broadcasts: readonly Broadcast[]): Found {
  const first = broadcasts[0];
  return {
    live: first !== undefined,
    // Without an id the chat is switched off, or not there yet.
    chats: broadcasts.filter(({ chat }) => chat !== ''),
    title: first?.title ?? '',
    since: first?.since ?? null,
  };
}

function timeOf(text: string | null | undefined): number | null {
  const time = Date.parse(text ?? '');
  return Number.isFinite(time) ? time : null;
}
