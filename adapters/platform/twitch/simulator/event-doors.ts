/** Arranging events by the simulated API: POST, GET and DELETE of subscriptions. PLATFORMS 1.1, 1.2. */
import { Refusal } from './fault.ts';
import { type Call, type Doors, wordIn } from './helix.ts';
import type { Hub } from './hub.ts';
import type { Reply } from './oauth.ts';
import { subscriptionBody } from './subscription.ts';

/** Type → version, scopes of which one is enough, and whether only the channel's owner may hear it. */
const KNOWN: Readonly<Record<string, { version: string; scopes: readonly string[]; owner: boolean }>> = {
  'channel.chat.message': { version: '1', scopes: ['user:read:chat'], owner: false },
  'channel.channel_points_custom_reward_redemption.add': {
    version: '1',
    scopes: ['channel:read:redemptions', 'channel:manage:redemptions'],
    owner: true,
  },
  'stream.online': { version: '1', scopes: [], owner: false },
  'stream.offline': { version: '1', scopes: [], owner: false },
  'channel.update': { version: '2', scopes: [], owner: false },
  'channel.raid': { version: '1', scopes: [], owner: false },
  'channel.follow': { version: '2', scopes: ['moderator:read:followers'], owner: false },
  'channel.cheer': { version: '1', scopes: ['bits:read'], owner: true },
  'channel.bits.use': { version: '1', scopes: ['bits:read'], owner: true },
  'channel.subscribe': { version: '1', scopes: ['channel:read:subscriptions'], owner: true },
  'channel.subscription.gift': { version: '1', scopes: ['channel:read:subscriptions'], owner: true },
  'channel.subscription.message': { version: '1', scopes: ['channel:read:subscriptions'], owner: true },
  'channel.poll.progress': {
    version: '1',
    scopes: ['channel:read:polls', 'channel:manage:polls'],
    owner: true,
  },
  'channel.poll.end': { version: '1', scopes: ['channel:read:polls', 'channel:manage:polls'], owner: true },
  'channel.prediction.progress': {
    version: '1',
    scopes: ['channel:read:predictions', 'channel:manage:predictions'],
    owner: true,
  },
  'channel.prediction.end': {
    version: '1',
    scopes: ['channel:read:predictions', 'channel:manage:predictions'],
    owner: true,
  },
};

const FORBIDDEN = 'subscription missing proper authorization';

export class EventDoors {
  readonly #hub: Hub;
  /** Types that Twitch refuses with 403 although all is right: a banned account, a closed beta. */
  readonly refused = new Set<string>();
  /** Most of one page. */
  pageSize = 100;

  constructor(hub: Hub) {
    this.#hub = hub;
  }

  get doors(): Doors {
    return {
      'POST eventsub/subscriptions': (call) => this.#create(call),
      'GET eventsub/subscriptions': (call) => this.#list(call),
      'DELETE eventsub/subscriptions': (call) => this.#remove(call),
    };
  }

  #create({ body, person, grant }: Call): Reply {
    const { transport, condition } = body as {
      transport?: Record<string, string>;
      condition?: Record<string, string>;
    };
    const type = wordIn(body, 'type');
    const known = Object.hasOwn(KNOWN, type) ? KNOWN[type] : undefined;
    if (!known || known.version !== body.version)
      throw new Refusal(400, 'invalid subscription type and version');
    if (transport?.method !== 'websocket' || !transport.session_id || !condition) {
      throw new Refusal(400, 'invalid transport');
    }
    // A socket wants a user's token; an app's is for webhooks.
    if (!person) throw new Refusal(400, 'invalid transport and auth combination');
    const allowed = known.scopes.length === 0 || known.scopes.some((scope) => grant.scopes.includes(scope));
    const wrongUser =
      (known.owner && condition.broadcaster_user_id !== person.id) ||
      (condition.user_id !== undefined && condition.user_id !== person.id) ||
      (condition.moderator_user_id !== undefined && condition.moderator_user_id !== person.id);
    if (!allowed || wrongUser || this.refused.has(type)) throw new Refusal(403, FORBIDDEN);
    const { version } = known;
    const made = this.#hub.subscribe({
      type,
      version,
      condition: clean(condition),
      user: person.id,
      session: transport.session_id,
    });
    return {
      status: 202,
      body: { data: [subscriptionBody(made)], total: 1, total_cost: 0, max_total_cost: 10 },
    };
  }

  #list({ person, query }: Call): Reply {
    const all = [...this.#hub.subscriptions.values()].filter(({ user }) => user === person?.id);
    const from = Number(query.get('after') ?? 0);
    const page = all.slice(from, from + this.pageSize);
    const more = from + this.pageSize < all.length;
    const pagination = more ? { cursor: String(from + this.pageSize) } : {};
    const data = page.map(subscriptionBody);
    return { status: 200, body: { data, total: all.length, total_cost: 0, max_total_cost: 10, pagination } };
  }

  #remove({ person, query }: Call): Reply {
    const one = this.#hub.subscriptions.get(query.get('id') ?? '');
    if (!one || one.user !== person?.id) throw new Refusal(404, 'The subscription was not found.');
    this.#hub.subscriptions.delete(one.id);
    return { status: 204 };
  }
}

/** Twitch leaves out what is empty. */
function clean(condition: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(condition).filter(([, value]) => value));
}
