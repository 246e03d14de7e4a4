/** What a test or a rehearsal lets happen at the simulated VK Video Live. */
import type { SimLine } from './methods.ts';
import type { Pubsub } from './pubsub.ts';
import {
  type SimChannel,
  type SimPart,
  type SimPerson,
  type SimSpoken,
  type SimStream,
  type World,
  wireId,
} from './world.ts';

export interface SayOptions {
  readonly id?: string;
  /** Seconds since 1970. */
  readonly at?: number;
  readonly moderator?: boolean;
  /** Names of roles of the channel. */
  readonly roles?: readonly string[];
  /** `achievement_name`s. */
  readonly badges?: readonly string[];
}

export interface Stage {
  /** Makes a channel, off the air. */
  open(slug: string, owner?: SimPerson): SimChannel;
  /** Begins a broadcast, or changes it; null ends it. */
  air(slug: string, stream: Partial<SimStream> | null): void;
  /** Somebody writes; returns the id of the message. The parts get the usual "\n" at their end. */
  say(slug: string, user: SimPerson, text: string | readonly SimPart[], options?: SayOptions): string;
  line(channel: SimChannel, line: SimLine): string;
  remove(slug: string, id: string): void;
  /** Somebody pays with points; the platform's own bot announces it in the chat too. Returns the id of the demand. */
  redeem(slug: string, reward: string, by: { user: SimPerson; input?: string }): string;
  /** Any publication, such as one of an unknown type. */
  publish(slug: string, to: string, data: unknown): void;
  /** What clients wrote, oldest first. */
  spoken(): readonly SimSpoken[];
  connections(): number;
  /** How many clients are subscribed to a channel of the socket server, by the platform's name for it. */
  readers(slug: string, name?: string): number;
  /** Pulls the cable of all sockets. */
  cut(): void;
  /** Closes all sockets with a code of Centrifugo. */
  disconnect(code: number, reason: string): void;
}

const BOT: SimPerson = { id: '2', nick: 'ChatBot' };

export function stageOf(world: World, pubsub: Pubsub): Stage {
  const channel = (slug: string): SimChannel => {
    const found = world.channels.get(slug.toLowerCase());
    if (!found) throw new Error(`no channel ${slug}`);
    return found;
  };
  const line = (to: SimChannel, { id, user, parts, author, at }: SimLine): string => {
    const message = {
      id: wireId(id ?? String(627_000_000 + world.next())),
      created_at: at ?? Math.floor(Date.now() / 1000),
      is_private: false,
      author: { ...authorOf(user, to), ...author },
      parts: [...parts, { text: { content: '\n' } }],
    };
    world.keep(to.messages, message);
    pubsub.publish(to.sockets.chat ?? '', typed('channel_chat_message_send', { chat_message: message }));
    return String(message.id);
  };
  return {
    ...speech(channel, line, pubsub),
    ...counter(world, channel, { line, pubsub }),
    ...cables(pubsub, channel),
    open: (slug, owner = { id: '1', nick: 'Streamer' }) => world.open(slug, owner),
    air: (slug, stream) => {
      const there = channel(slug);
      const fresh = {
        id: `stream-${world.next()}`,
        status: 'online' as const,
        startedAt: Date.now() - 60_000,
      };
      const before = there.stream ?? { ...fresh, title: '', category: '' };
      there.stream = stream === null ? null : { ...before, ...stream };
      // That something is told here is certain, what exactly is not (PLATFORMS.md 5.1).
      pubsub.publish(
        there.sockets.info ?? '',
        typed('channel_stream_settings_change', { channel: { id: there.id } }),
      );
    },
    line,
    spoken: () => world.spoken,
  };
}

type Finds = (slug: string) => SimChannel;
type Part<K extends keyof Stage> = Pick<Stage, K>;

function speech(channel: Finds, line: Stage['line'], pubsub: Pubsub): Part<'say' | 'remove' | 'publish'> {
  return {
    say: (slug, user, text, { id, at, moderator, roles = [], badges = [] } = {}) =>
      line(channel(slug), {
        user,
        parts: typeof text === 'string' ? [{ text: { content: text } }] : text,
        author: {
          ...(moderator === undefined ? {} : { is_moderator: moderator }),
          roles: roles.map((name) => ({ id: `r-${name}`, name })),
          badges: badges.map((name) => ({ id: `b-${name}`, name, achievement_name: name })),
        },
        ...(id === undefined ? {} : { id }),
        ...(at === undefined ? {} : { at }),
      }),
    remove: (slug, id) => {
      const there = channel(slug);
      const index = there.messages.findIndex((message) => String(message.id) === id);
      if (index >= 0) there.messages.splice(index, 1);
      const data = typed('channel_chat_message_delete', { chat_message: { id: wireId(id) } });
      pubsub.publish(there.sockets.chat ?? '', data);
    },
    publish: (slug, to, data) => pubsub.publish(channel(slug).sockets[to] ?? to, data),
  };
}

function counter(
  world: World,
  channel: Finds,
  { line, pubsub }: { line: Stage['line']; pubsub: Pubsub },
): Part<'redeem'> {
  return {
    redeem: (slug, reward, { user, input = '' }) => {
      const there = channel(slug);
      const found = there.rewards.find(({ name, id }) => name === reward || id === reward);
      if (!found) throw new Error(`no reward ${reward}`);
      const demand = {
        id: 9_000 + world.next(),
        status: 'pending' as const,
        created_at: Math.floor(Date.now() / 1000),
        message_parts: input === '' ? [] : [{ text: { content: input } }],
        user: { id: wireId(user.id), nick: user.nick },
        // Only the id: name and price are in the list of rewards (5.4).
        reward: { id: found.id },
      };
      there.demands.push(demand);
      const data = typed('channel_points_reward_demand_create', { demand: { ...demand } });
      pubsub.publish(there.sockets.private_channel_points ?? '', data);
      // The platform's own bot says it in the chat as well (5.4).
      const announced = [
        { text: { content: `${user.nick} получает награду: ${found.name} за ${found.price}` } },
      ];
      line(there, {
        user: BOT,
        parts: announced,
        author: { badges: [{ achievement_name: 'internal_chatbot' }] },
      });
      return String(demand.id);
    },
  };
}

function cables(pubsub: Pubsub, channel: Finds): Part<'connections' | 'readers' | 'cut' | 'disconnect'> {
  return {
    connections: () => pubsub.sessions.size,
    readers: (slug, name = 'chat') => {
      const wanted = channel(slug).sockets[name] ?? '';
      return [...pubsub.sessions].filter(({ channels }) => channels.has(wanted)).length;
    },
    cut: () => {
      for (const session of [...pubsub.sessions]) session.end();
    },
    disconnect: (code, reason) => {
      for (const session of [...pubsub.sessions]) session.disconnect(code, reason);
    },
  };
}

function authorOf(user: SimPerson, { owner, moderators }: SimChannel): Record<string, unknown> {
  return {
    id: wireId(user.id),
    nick: user.nick,
    nick_color: 7,
    avatar_url: '',
    is_owner: user.id === owner.id,
    is_moderator: moderators.has(user.id),
    badges: [],
    roles: [],
  };
}

function typed(type: string, data: unknown): Record<string, unknown> {
  return { type, data };
}
