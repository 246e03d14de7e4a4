/** Channel points of the simulated API: rewards, redemptions, and each one's end. PLATFORMS 1.5. */
import { randomUUID } from 'node:crypto';
import { Refusal } from './fault.ts';
import { type Call, type Doors, mustBe, needs } from './helix.ts';
import type { Reply } from './oauth.ts';
import type { Person } from './people.ts';
import type { World } from './world.ts';

export interface SimReward {
  readonly id: string;
  readonly broadcaster_id: string;
  /** False: made by another app. */
  readonly ours: boolean;
  title: string;
  cost: number;
  prompt: string;
  is_enabled: boolean;
  is_paused: boolean;
  is_user_input_required: boolean;
  should_redemptions_skip_request_queue: boolean;
}

export type SimState = 'UNFULFILLED' | 'FULFILLED' | 'CANCELED';

export interface SimRedemption {
  readonly id: string;
  readonly reward: SimReward;
  readonly user: Person;
  readonly input: string;
  readonly redeemedAt: string;
  status: SimState;
  /** How often an end was given; more than once is a fault of the caller. */
  changes: number;
  /** What was asked of it by the API, oldest first. */
  readonly history: { readonly at: number; readonly status: string; readonly done: boolean }[];
}

const MOST_REWARDS = 50;
const NOT_OURS = 'The ID in the Client-Id header must match the client ID used to create the custom reward.';
const PATH = 'channel_points/custom_rewards';

export class RewardDoors {
  readonly #world: World;
  readonly rewards: SimReward[] = [];
  readonly redemptions = new Map<string, SimRedemption>();
  /** Most of one page; Twitch's is 50. */
  pageSize = 50;
  /** Twitch's word for the channel; empty: no channel points at all. */
  standing: '' | 'affiliate' | 'partner' = 'affiliate';

  constructor(world: World) {
    this.#world = world;
  }

  get doors(): Doors {
    return {
      [`GET ${PATH}`]: (call) => this.#list(call),
      [`POST ${PATH}`]: (call) => this.#create(call),
      [`PATCH ${PATH}`]: (call) => this.#update(call),
      [`DELETE ${PATH}`]: (call) => this.#remove(call),
      [`GET ${PATH}/redemptions`]: (call) => this.#redeemed(call),
      [`PATCH ${PATH}/redemptions`]: (call) => this.#settle(call),
    };
  }

  make(owner: Person, fields: Partial<SimReward>): SimReward {
    const reward: SimReward = {
      ours: true,
      title: '',
      cost: 1,
      prompt: '',
      is_enabled: true,
      is_paused: false,
      is_user_input_required: false,
      should_redemptions_skip_request_queue: false,
      ...fields,
      id: randomUUID(),
      broadcaster_id: owner.id,
    };
    this.rewards.push(reward);
    return reward;
  }

  redeem(reward: SimReward, user: Person, input: string): SimRedemption {
    const made: SimRedemption = {
      id: randomUUID(),
      reward,
      user,
      input,
      redeemedAt: new Date().toISOString(),
      status: reward.should_redemptions_skip_request_queue ? 'FULFILLED' : 'UNFULFILLED',
      changes: 0,
      history: [],
    };
    this.redemptions.set(made.id, made);
    return made;
  }

  #owner(call: Call, ...scopes: readonly string[]): Person {
    needs(call, ...scopes);
    const owner = mustBe(call, call.query.get('broadcaster_id'), 'broadcaster_id');
    if (this.standing === '') {
      throw new Refusal(403, "The broadcaster doesn't have partner or affiliate status.");
    }
    return owner;
  }

  #list(call: Call): Reply {
    const owner = this.#owner(call, 'channel:read:redemptions', 'channel:manage:redemptions');
    const only = call.query.get('only_manageable_rewards') === 'true';
    const found = this.rewards.filter(
      ({ broadcaster_id, ours }) => broadcaster_id === owner.id && (ours || !only),
    );
    return { status: 200, body: { data: found.map((one) => this.#rewardBody(one)) } };
  }

  #create(call: Call): Reply {
    const owner = this.#owner(call, 'channel:manage:redemptions');
    const fields = this.#checked(call.body);
    if (this.rewards.length >= MOST_REWARDS) throw new Refusal(400, 'CREATE_CUSTOM_REWARD_TOO_MANY_REWARDS');
    if (!fields.title || !fields.cost) throw new Refusal(400, 'The title and cost fields are required.');
    if (this.rewards.some(({ title }) => title === fields.title)) {
      throw new Refusal(400, 'CREATE_CUSTOM_REWARD_DUPLICATE_REWARD');
    }
    return { status: 200, body: { data: [this.#rewardBody(this.make(owner, fields))] } };
  }

  #checked(body: Call['body']): Partial<SimReward> {
    const { title, cost, prompt } = body as Partial<SimReward>;
    if (title !== undefined && (title === '' || [...title].length > 45)) {
      throw new Refusal(400, 'The title must contain 1 to 45 characters.');
    }
    if (cost !== undefined && !(Number.isSafeInteger(cost) && cost >= 1)) {
      throw new Refusal(400, 'The cost must be at least 1.');
    }
    if (prompt !== undefined && [...prompt].length > 200) {
      throw new Refusal(400, 'The prompt must not be longer than 200 characters.');
    }
    const { id: _id, ours: _ours, ...rest } = body as Partial<SimReward>;
    return rest;
  }

  #ours(call: Call, id: string | null): SimReward {
    const owner = this.#owner(call, 'channel:manage:redemptions', 'channel:read:redemptions');
    const reward = this.rewards.find((one) => one.id === id && one.broadcaster_id === owner.id);
    if (!reward)
      throw new Refusal(404, 'The custom reward specified in the id query parameter was not found.');
    if (!reward.ours) throw new Refusal(403, NOT_OURS);
    return reward;
  }

  #update(call: Call): Reply {
    needs(call, 'channel:manage:redemptions');
    const reward = this.#ours(call, call.query.get('id'));
    const fields = this.#checked(call.body);
    if (this.rewards.some((one) => one !== reward && one.title === fields.title)) {
      throw new Refusal(400, 'UPDATE_CUSTOM_REWARD_DUPLICATE_REWARD');
    }
    Object.assign(reward, fields);
    return { status: 200, body: { data: [this.#rewardBody(reward)] } };
  }

  #remove(call: Call): Reply {
    const reward = this.#ours(call, call.query.get('id'));
    this.rewards.splice(this.rewards.indexOf(reward), 1);
    return { status: 204 };
  }

  #redeemed(call: Call): Reply {
    const reward = this.#ours(call, call.query.get('reward_id'));
    const ids = call.query.getAll('id');
    const status = call.query.get('status');
    if (ids.length > 50) throw new Refusal(400, 'You may specify a maximum of 50 IDs.');
    if (ids.length === 0 && !status) throw new Refusal(400, 'The status query parameter is required.');
    const all = [...this.redemptions.values()].filter(
      (one) => one.reward === reward && (ids.length === 0 ? one.status === status : ids.includes(one.id)),
    );
    if (ids.length > 0 && all.length === 0) {
      throw new Refusal(404, 'The redemptions specified using the id query parameter were not found.');
    }
    const from = Number(call.query.get('after') ?? 0);
    const size = Math.min(Number(call.query.get('first') ?? 20), this.pageSize);
    const page = ids.length > 0 ? all : all.slice(from, from + size);
    const more = ids.length === 0 && from + size < all.length;
    const pagination = more ? { cursor: String(from + size) } : {};
    return { status: 200, body: { data: page.map((one) => this.#redemptionBody(one)), pagination } };
  }

  #settle(call: Call): Reply {
    needs(call, 'channel:manage:redemptions');
    const reward = this.#ours(call, call.query.get('reward_id'));
    const status = call.body.status as SimState;
    if (status !== 'FULFILLED' && status !== 'CANCELED') throw new Refusal(400, 'The status is not valid.');
    const ids = call.query.getAll('id');
    const some = ids.map((id) => this.redemptions.get(id));
    const open = some.filter((one) => one?.status === 'UNFULFILLED' && one.reward === reward);
    // One that has its end already spoils the whole call.
    const done = open.length === ids.length && ids.length > 0;
    for (const one of some) one?.history.push({ at: Date.now(), status, done });
    if (!done) {
      throw new Refusal(
        404,
        "The custom reward redemptions were not found or their statuses weren't marked as UNFULFILLED.",
      );
    }
    for (const one of open) {
      if (!one) continue;
      one.status = status;
      one.changes += 1;
    }
    return { status: 200, body: { data: open.map((one) => one && this.#redemptionBody(one)) } };
  }

  #names(reward: SimReward) {
    const owner = this.#world.people.byId(reward.broadcaster_id);
    return {
      broadcaster_id: reward.broadcaster_id,
      broadcaster_login: owner?.login,
      broadcaster_name: owner?.name,
    };
  }

  #rewardBody({ ours: _ours, ...reward }: SimReward): Record<string, unknown> {
    return {
      ...this.#names({ ours: _ours, ...reward }),
      ...reward,
      image: null,
      default_image: {},
      background_color: '#00E5CB',
      max_per_stream_setting: { is_enabled: false, max_per_stream: 0 },
      max_per_user_per_stream_setting: { is_enabled: false, max_per_user_per_stream: 0 },
      global_cooldown_setting: { is_enabled: false, global_cooldown_seconds: 0 },
      is_in_stock: true,
      redemptions_redeemed_current_stream: null,
      cooldown_expires_at: null,
    };
  }

  #redemptionBody({ id, reward, user, input, status, redeemedAt }: SimRedemption): Record<string, unknown> {
    const about = { id: reward.id, title: reward.title, prompt: reward.prompt, cost: reward.cost };
    const who = { user_id: user.id, user_login: user.login, user_name: user.name, user_input: input };
    return { ...this.#names(reward), id, ...who, status, redeemed_at: redeemedAt, reward: about };
  }
}
