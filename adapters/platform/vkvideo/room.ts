/** What is read of a channel by HTTP: who owns it, whether it is live, where its socket channels are, its last lines. */
import type { StreamStatus } from '../contract.ts';
import { sameChannel } from './addresses.ts';
import type { Api } from './api.ts';
import { Refusal, VkvideoError } from './failures.ts';
import type { Plan, Purpose } from './life.ts';
import { at, idAt, listAt, recordOf, textAt, timeAt } from './vk.external.ts';

export interface ChannelFacts {
  readonly id: string;
  readonly owner: string;
  /** Needed for sending; null while nothing is broadcast. */
  readonly streamId: string | null;
  readonly status: StreamStatus;
  /** By the platform's own names, such as `chat` and `private_channel_points`. */
  readonly sockets: Readonly<Record<string, string>>;
}

export interface Identity {
  readonly user: string;
  readonly name: string;
  readonly isOwner: boolean;
}

/** The most that one history answer holds. */
export const HISTORY = 200;

/** Names in `web_socket_channels`, and what they are for. Of the others nothing is known that the game could use. */
const PURPOSES: Readonly<Record<string, Purpose>> = {
  chat: 'chat',
  limited_chat: 'chat',
  private_chat: 'chat',
  limited_private_chat: 'chat',
  info: 'info',
  private_info: 'info',
  channel_points: 'points',
  private_channel_points: 'points',
};
/** Open to everybody: tried without a token too. The rest is taken only with one. */
const PUBLIC = new Set(['chat', 'info']);

export class Room {
  readonly #api: Api;
  readonly #slug: string;

  constructor(api: Api, slug: string) {
    this.#api = api;
    this.#slug = slug;
  }

  /** @throws VkvideoError VKVIDEO_NO_CHANNEL, VKVIDEO_LOGIN; Refusal; Error of the network */
  async facts(): Promise<ChannelFacts> {
    try {
      return factsOf(at(await this.#api.get('/channel', { channel_url: this.#slug }), 'data'));
    } catch (error) {
      // The word for an unknown channel is not documented; the status is enough.
      if (
        error instanceof Refusal &&
        (error.status === 404 || error.status === 400) &&
        error.code !== 'not_json'
      )
        throw new VkvideoError('VKVIDEO_NO_CHANNEL', { channel: this.#slug, detail: error.message });
      throw error;
    }
  }

  /** Whose token it is. @throws as `facts` */
  async identity(owner: string): Promise<Identity> {
    const data = at(await this.#api.get('/current_user'), 'data');
    const user = idAt(data, 'user', 'id');
    if (user === '') throw new Error('the platform did not say whose token it is');
    const urls = [
      textAt(data, 'channel', 'url'),
      ...listAt(data, 'channels').map((one) => textAt(one, 'url')),
    ];
    const isOwner = owner === '' ? urls.some((url) => sameChannel(url, this.#slug)) : owner === user;
    return { user, name: textAt(data, 'user', 'nick') || user, isOwner };
  }

  /** The last lines as the platform has them, in no promised order. @throws Refusal; Error of the network */
  async history(): Promise<readonly unknown[]> {
    const query = { channel_url: this.#slug, limit: String(HISTORY) };
    return listAt(await this.#api.get('/chat/messages', query), 'data', 'chat_messages');
  }

  /** @throws as `facts` */
  async connectionToken(): Promise<string> {
    return textAt(await this.#api.get('/websocket/token'), 'data', 'token');
  }

  /** Tokens by channel. A channel without one is public, or closed to us. @throws as `facts` */
  async subscriptionTokens(channels: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const answer = await this.#api.get('/websocket/subscription_token', { channels: channels.join(',') });
    const given = listAt(answer, 'data', 'channel_tokens');
    return new Map(given.map((one) => [textAt(one, 'channel'), textAt(one, 'token')]));
  }

  /** What to subscribe to. @throws VkvideoError VKVIDEO_NO_CHAT if there is no chat; as `facts` */
  async plans(facts: ChannelFacts, asUser: boolean): Promise<readonly Plan[]> {
    const named = Object.entries(facts.sockets).filter(([name]) => Object.hasOwn(PURPOSES, name));
    if (!named.some(([name]) => name === 'chat')) {
      const detail = 'the channel tells no address of its chat';
      throw new VkvideoError('VKVIDEO_NO_CHAT', { channel: this.#slug, detail });
    }
    // Only a person may ask for these tokens.
    const tokens = asUser
      ? await this.subscriptionTokens(named.map(([, channel]) => channel))
      : new Map<string, string>();
    const plans = named
      .map(([name, channel]) => ({
        channel,
        purpose: PURPOSES[name] as Purpose,
        token: tokens.get(channel) || null,
        must: name === 'chat',
        // `channel#user` is open to that user by the connection's own token.
        open: PUBLIC.has(name) || tokens.has(channel) || (asUser && channel.includes('#')),
      }))
      .filter(({ open }) => open);
    return [...new Map(plans.map(({ open, ...plan }) => [plan.channel, plan])).values()];
  }
}

function factsOf(data: unknown): ChannelFacts {
  const stream = recordOf(at(data, 'stream')) ?? recordOf(listAt(data, 'streams')[0]);
  const state = textAt(data, 'channel', 'status');
  const streamId = idAt(stream, 'id') || null;
  // "wait" is a stream that is set up and shows nothing yet. Without a word the stream itself is the sign.
  const live = state === '' ? streamId !== null : state === 'online';
  const sockets = recordOf(at(data, 'channel', 'web_socket_channels')) ?? {};
  return {
    id: idAt(data, 'channel', 'id'),
    owner: idAt(data, 'owner', 'id'),
    streamId,
    status: {
      live,
      since: live ? timeAt(stream, 'started_at') : null,
      title: textAt(stream, 'title'),
      category: textAt(stream, 'category', 'title') || textAt(stream, 'category', 'name'),
    },
    sockets: Object.fromEntries(
      Object.entries(sockets).filter(
        (pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== '',
      ),
    ),
  };
}
