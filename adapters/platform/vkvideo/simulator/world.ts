/** Who and what exists at the simulated VK Video Live: people, channels, their streams, lines, rewards and demands. */

export interface SimPerson {
  readonly id: string;
  readonly nick: string;
}

export interface SimStream {
  id: string;
  status: 'online' | 'offline' | 'wait';
  title: string;
  category: string;
  /** Milliseconds since 1970; streams were seen with milliseconds, chat has seconds (PLATFORMS.md 5.4). */
  startedAt: number;
}

export type SimPart =
  | { readonly text: { readonly content: string } }
  | { readonly mention: { readonly id: number | string; readonly nick: string } }
  | { readonly smile: { readonly id: string; readonly name: string } }
  | { readonly link: { readonly url: string; readonly content: string } };

/** A `chat_message` as the wire has it. */
export interface SimMessage {
  readonly id: number | string;
  readonly created_at: number;
  readonly is_private: boolean;
  readonly author: Readonly<Record<string, unknown>>;
  readonly parts: readonly SimPart[];
}

export interface SimReward {
  readonly id: string;
  name: string;
  price: number;
  description: string;
  is_message_required: boolean;
  is_disabled: boolean;
  background_color: number;
  repair_timeout: number;
  max_uses_count: number;
  max_uses_count_per_user: number;
}

export interface SimDemand {
  readonly id: number;
  status: 'pending' | 'approved' | 'rejected';
  readonly created_at: number;
  readonly message_parts: readonly SimPart[];
  readonly user: { readonly id: number | string; readonly nick: string };
  readonly reward: { readonly id: string };
}

export interface SimChannel {
  readonly slug: string;
  readonly id: number;
  readonly owner: SimPerson;
  readonly moderators: Set<string>;
  stream: SimStream | null;
  readonly messages: SimMessage[];
  readonly rewards: SimReward[];
  readonly demands: SimDemand[];
  /** By the platform's names. The names of the channels themselves are told, never built by clients (5.4). */
  readonly sockets: Readonly<Record<string, string>>;
}

export interface SimSpoken {
  readonly channel: string;
  readonly user: string;
  readonly text: string;
  readonly streamId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What is kept for the tests to look at; a rehearsal lasts an evening. */
const MOST_KEPT = 5_000;

export class World {
  readonly channels = new Map<string, SimChannel>();
  readonly spoken: SimSpoken[] = [];
  #count: number;

  /** @param from ids are counted from here: a later run must not repeat those of an earlier one */
  constructor(from: number) {
    this.#count = from;
  }

  next(): number {
    this.#count += 1;
    return this.#count;
  }

  open(slug: string, owner: SimPerson): SimChannel {
    const known = this.channels.get(slug.toLowerCase());
    if (known) return known;
    const id = 4_000 + this.next();
    const channel: SimChannel = {
      slug,
      id,
      owner,
      moderators: new Set(),
      stream: null,
      messages: [],
      rewards: [],
      demands: [],
      sockets: socketsOf(id, owner.id),
    };
    this.channels.set(slug.toLowerCase(), channel);
    return channel;
  }

  keep<T>(list: T[], item: T): void {
    list.push(item);
    if (list.length > MOST_KEPT) list.splice(0, MOST_KEPT / 10);
  }
}

function socketsOf(id: number, owner: string): Record<string, string> {
  return {
    chat: `api-channel-chat:${id}`,
    info: `api-channel-info:${id}`,
    limited_chat: `api-limited-channel-chat:${id}`,
    private_chat: `api-private-channel-chat:${id}`,
    limited_private_chat: `api-limited-private-channel-chat:${id}`,
    private_info: `api-private-channel-info:${id}`,
    channel_points: `api-channel-points:${id}`,
    private_channel_points: `api-channel-points:${id}#${owner}`,
  };
}

/** Users and messages have numbers for ids (5.4); other texts are taken as they are, for tests. */
export function wireId(id: string): number | string {
  return /^\d{1,15}$/.test(id) ? Number(id) : id;
}

export function textOf(parts: readonly unknown[]): string {
  return parts
    .map((part) => (part as { text?: { content?: unknown } }).text?.content)
    .filter((text) => typeof text === 'string')
    .join('');
}
