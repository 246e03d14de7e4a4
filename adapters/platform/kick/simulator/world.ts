/** What the simulated Kick knows: people, channels, tokens, subscriptions, rewards, and what was written. */
import { randomBytes } from 'node:crypto';

export interface SimUser {
  readonly id: number;
  readonly slug: string;
  name: string;
}

export interface SimChannel {
  readonly owner: SimUser;
  live: boolean;
  startedAt: number;
  title: string;
  category: string;
}

export interface Grant {
  readonly access: string;
  readonly refresh: string;
  /** Null for an app's own token. */
  readonly user: SimUser | null;
  readonly scopes: readonly string[];
  expiresAt: number;
  /** Thirty days after the issue, sometimes earlier (KickDevDocs#397, #359). */
  refreshEndsAt: number;
}

export interface SimSubscription {
  readonly id: string;
  readonly event: string;
  readonly version: number;
  readonly broadcaster: number;
  readonly createdAt: string;
  /** Listed as active, and nothing is delivered (KickDevDocs#403, #300, #131). */
  dead: boolean;
}

export interface SimReward {
  readonly id: string;
  readonly channel: string;
  /** Which app made it: another one's can be read, not changed. */
  readonly app: string;
  title: string;
  cost: number;
  description: string;
  background_color: string;
  is_enabled: boolean;
  is_paused: boolean;
  is_user_input_required: boolean;
  should_redemptions_skip_request_queue: boolean;
}

export interface SimRedemption {
  readonly id: string;
  readonly reward: SimReward;
  readonly user: SimUser;
  readonly input: string;
  readonly at: string;
  status: 'pending' | 'accepted' | 'rejected';
  /** How often its state was changed: more than once would be a fault of somebody. */
  changes: number;
}

export interface SimLine {
  readonly channel: string;
  readonly id: string;
  readonly text: string;
  readonly as: 'bot' | 'user';
  readonly replyTo: string | undefined;
  readonly at: number;
}

export interface SimBan {
  readonly channel: number;
  readonly user: number;
  /** Null: for ever. */
  readonly minutes: number | null;
  readonly reason: string;
}

export const ACCESS_MS = 2 * 3_600_000;
export const REFRESH_MS = 30 * 24 * 3_600_000;
export const APP_MS = 60 * 24 * 3_600_000;

const BASE32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A ULID: ten letters of time, sixteen of chance. */
export function ulid(now: number = Date.now()): string {
  let time = '';
  for (let left = now, n = 0; n < 10; n++, left = Math.floor(left / 32)) time = BASE32[left % 32] + time;
  return time + [...randomBytes(16)].map((byte) => BASE32[byte % 32]).join('');
}

export class World {
  readonly client = { id: '01SIMULATEDAPP', secret: 'sim-app-secret' };
  readonly users = new Map<string, SimUser>();
  readonly channels = new Map<string, SimChannel>();
  readonly grants = new Set<Grant>();
  /** Codes of the consent page, each good once. */
  readonly codes = new Map<
    string,
    { user: SimUser; scopes: string[]; challenge: string; redirect: string }
  >();
  readonly redirects = new Set<string>();
  subscriptions: SimSubscription[] = [];
  readonly rewards: SimReward[] = [];
  readonly redemptions = new Map<string, SimRedemption>();
  readonly lines: SimLine[] = [];
  readonly bans: SimBan[] = [];
  readonly deleted: string[] = [];
  /** The app's bot was created in its settings; without it, `type: bot` is refused (#123). */
  bot: 'there' | 'missing' | 'broken' = 'there';
  #nextId = 100;

  /** By slug; made if it is not there. */
  user(slug: string, about: { id?: number; name?: string } = {}): SimUser {
    const known = this.users.get(slug);
    if (known) {
      if (about.name) known.name = about.name;
      return known;
    }
    const user = { id: about.id ?? this.#freeId(), slug, name: about.name ?? slug };
    this.users.set(slug, user);
    return user;
  }

  #freeId(): number {
    const taken = new Set([...this.users.values()].map(({ id }) => id));
    do this.#nextId += 1;
    while (taken.has(this.#nextId));
    return this.#nextId;
  }

  userById(id: number): SimUser | undefined {
    return [...this.users.values()].find((user) => user.id === id);
  }

  channel(slug: string): SimChannel {
    const known = this.channels.get(slug);
    if (known) return known;
    const channel = {
      owner: this.user(slug),
      live: false,
      startedAt: 0,
      title: 'A stream',
      category: 'Just Chatting',
    };
    this.channels.set(slug, channel);
    return channel;
  }

  grant(user: SimUser | null, scopes: readonly string[]): Grant {
    const now = Date.now();
    const grant = {
      access: `at-${randomBytes(12).toString('hex')}`,
      refresh: user ? `rt-${randomBytes(12).toString('hex')}` : '',
      user,
      scopes,
      expiresAt: now + (user ? ACCESS_MS : APP_MS),
      refreshEndsAt: now + REFRESH_MS,
    };
    this.grants.add(grant);
    return grant;
  }

  /** The living grant of an access token. */
  grantOf(token: string): Grant | undefined {
    return [...this.grants].find(({ access, expiresAt }) => access === token && expiresAt > Date.now());
  }
}
