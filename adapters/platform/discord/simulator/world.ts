/** What a simulated Discord knows: one bot, one server, one text channel, and all that was done to it. */

export interface Person {
  readonly id: string;
  readonly name: string;
}

/** A message as it stands in the channel. */
export interface Written {
  readonly id: string;
  readonly content: string;
  readonly flags: number;
  readonly components: readonly unknown[];
  readonly allowedMentions: unknown;
  readonly nonce: string | null;
  /** Names and sizes of attached files, with their first bytes in hex. */
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly head: string }[];
}

export interface Body {
  readonly content?: string;
  readonly flags?: number;
  readonly components?: readonly unknown[];
  readonly allowed_mentions?: unknown;
  readonly nonce?: string;
  readonly enforce_nonce?: boolean;
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[];
}

/** An interaction that was sent to the bot, and what the bot made of it. */
export interface Sent {
  readonly id: string;
  readonly token: string;
  readonly at: number;
  /** Types of the callbacks that were taken: 4 answer, 5 put off, 8 suggestions. */
  readonly taken: number[];
  /** Codes with which callbacks were refused. */
  readonly refused: number[];
  /** The answer as it stands: by callback or by edit. Null while there is none, or only a put-off one. */
  answer: Body | null;
  /** Milliseconds from the interaction to the callback that was taken. */
  after: number | null;
  readonly followUps: Body[];
}

/** Goes wrong once for a call whose `METHOD path` fits. */
export interface Fault {
  readonly on: RegExp;
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The call is carried out first, then answered so: what a gateway's time-out in front of Discord looks like. */
  readonly acted?: boolean;
  /** No answer at all. */
  readonly silent?: boolean;
}

const EPOCH = 1_420_070_400_000n;

export class DiscordWorld {
  readonly token: string;
  readonly application = '900000000000000011';
  readonly bot: Person = { id: '900000000000000012', name: 'MSIG' };
  readonly guild = '700000000000000001';
  readonly channel = '800000000000000001';
  /** Of the server. */
  owner = '1';
  /** Members with the permission bits of a moderator, by user id; the rest have those of everybody. */
  readonly moderators = new Set<string>();
  readonly boosters = new Set<string>();
  readonly messages: Written[] = [];
  readonly sent = new Map<string, Sent>();
  readonly faults: Fault[] = [];
  /** `METHOD path` of each call, tokens cut out. */
  readonly calls: string[] = [];
  commands: readonly Record<string, unknown>[] = [];
  commandsOf: 'guild' | 'all' | null = null;
  readonly timeOuts: { readonly user: string; readonly until: string }[] = [];
  readonly deleted: string[] = [];
  /** Privileged intents that the portal grants: message content by default. */
  intents = 1 << 15;
  channelGone = false;
  mayWrite = true;
  /** How long an interaction waits for its first answer. */
  windowMs = 3_000;
  /** Of messages in the channel, before 429. */
  limit = { most: 1_000, windowMs: 5_000 };
  #times: number[] = [];
  #count = 0n;

  constructor(token: string) {
    this.token = token;
  }

  /** Ids hold the time, as Discord's do. */
  snowflake(at = Date.now()): string {
    this.#count += 1n;
    return (((BigInt(at) - EPOCH) << 22n) | (this.#count & 0x3fffffn)).toString();
  }

  fault(call: string): Fault | null {
    const at = this.faults.findIndex(({ on }) => on.test(call));
    return at < 0 ? null : (this.faults.splice(at, 1)[0] ?? null);
  }

  /** Seconds to wait; 0 when a message may be written now. */
  tooFast(): number {
    const now = Date.now();
    this.#times = this.#times.filter((at) => now - at < this.limit.windowMs);
    if (this.#times.length >= this.limit.most)
      return ((this.#times[0] ?? now) + this.limit.windowMs - now) / 1_000;
    this.#times.push(now);
    return 0;
  }

  user({ id, name }: Person, bot = false) {
    return {
      id,
      username: `u${id}`,
      global_name: name,
      discriminator: '0',
      avatar: null,
      bot,
      public_flags: 0,
    };
  }

  member(person: Person) {
    const moderates = this.moderators.has(person.id) || person.id === this.owner;
    return {
      user: this.user(person),
      nick: null,
      roles: moderates ? [MODERATOR_ROLE] : [],
      joined_at: '2024-01-01T00:00:00.000Z',
      premium_since: this.boosters.has(person.id) ? '2025-01-01T00:00:00.000Z' : null,
      deaf: false,
      mute: false,
      flags: 0,
      permissions: moderates ? String(1n << 13n) : '2048',
    };
  }

  guildData() {
    const role = (id: string, name: string, permissions: bigint) => ({
      ...{ id, name, permissions: String(permissions), position: 0, color: 0, colors: { primary_color: 0 } },
      ...{ hoist: false, managed: false, mentionable: false, flags: 0 },
    });
    return {
      id: this.guild,
      name: 'Сервер',
      owner_id: this.owner,
      unavailable: false,
      large: false,
      member_count: 3,
      roles: [role(this.guild, '@everyone', 2048n | 1024n), role(MODERATOR_ROLE, 'mods', 1n << 13n)],
      channels: this.channelGone ? [] : [this.channelData()],
      members: [{ ...this.member(this.bot), user: this.user(this.bot, true) }],
      ...{ emojis: [], stickers: [], features: [], threads: [], presences: [], voice_states: [] },
      ...{ stage_instances: [], guild_scheduled_events: [], joined_at: '2024-01-01T00:00:00.000Z' },
      ...{ afk_timeout: 300, default_message_notifications: 0, explicit_content_filter: 0, mfa_level: 0 },
      ...{
        nsfw_level: 0,
        premium_tier: 0,
        preferred_locale: 'ru',
        system_channel_flags: 0,
        verification_level: 0,
      },
    };
  }

  channelData() {
    return {
      ...{ id: this.channel, guild_id: this.guild, type: 0, name: 'game', position: 0, nsfw: false },
      ...{ permission_overwrites: [], parent_id: null, rate_limit_per_user: 0, topic: null },
    };
  }
}

const MODERATOR_ROLE = '700000000000000009';
