/** Rewards and demands of the simulated Dev API (PLATFORMS.md 5.3). All of it belongs to the channel's owner. */
import { type Answer, denied, ok } from './answer.ts';
import { type Asked, channelOf, type Hall, type Method } from './methods.ts';
import type { SimChannel, SimDemand, SimReward } from './world.ts';

export interface SimPoints {
  /** Whether the list of demands keeps those that have ended is not known (5.1): a test chooses. */
  listsEnded: boolean;
  /** Points given back by rejections; that they are is not certain either. */
  refunded: number;
  /** How often each demand was accepted or rejected. */
  readonly settled: Map<number, string[]>;
}

type Owned = (channel: SimChannel, asked: Asked) => Answer;

export function pointsMethods(points: SimPoints, next: () => number): Readonly<Record<string, Method>> {
  const rewards = 'channel:points:rewards';
  const demands = 'channel:points:rewards:demands';
  return {
    'GET /channel_point/rewards/manage_info': owned(rewards, (channel) =>
      ok({ data: { rewards: channel.rewards } }),
    ),
    'POST /channel_point/reward/create': owned(rewards, (channel, { body }) => created(channel, body, next)),
    'POST /channel_point/reward/edit': owned(rewards, (channel, { query, body }) =>
      changed(channel, query, { ...(body.reward as object) }),
    ),
    'POST /channel_point/reward/enable': owned(rewards, (channel, { query }) =>
      changed(channel, query, { is_disabled: false }),
    ),
    'POST /channel_point/reward/disable': owned(rewards, (channel, { query }) =>
      changed(channel, query, { is_disabled: true }),
    ),
    'GET /channel_point/reward/demands': owned(demands, (channel, { query }) =>
      listed(points, channel, query),
    ),
    'POST /channel_point/reward/demand/accept': owned(demands, (channel, { body }) =>
      ended(points, channel, { body, status: 'approved' }),
    ),
    'POST /channel_point/reward/demand/reject': owned(demands, (channel, { body }) =>
      ended(points, channel, { body, status: 'rejected' }),
    ),
  };
}

function owned(scope: string, method: Owned): Method {
  return (hall: Hall, asked: Asked) => {
    const channel = channelOf(hall, asked.query);
    if (!channel) return denied(404, 'channel_not_found');
    const { person, scopes } = asked.grant;
    if (person?.id !== channel.owner.id || !scopes.includes(scope))
      return denied(403, 'forbidden', 'Forbidden');
    return method(channel, asked);
  };
}

function created(channel: SimChannel, body: Asked['body'], next: () => number): Answer {
  const asked = (body.reward ?? {}) as Partial<SimReward>;
  if (!asked.name || channel.rewards.some(({ name }) => name === asked.name))
    return denied(400, 'invalid_reward');
  const reward: SimReward = {
    id: `bc21-${next()}`,
    name: asked.name,
    price: asked.price ?? 1,
    description: asked.description ?? '',
    is_message_required: asked.is_message_required ?? false,
    is_disabled: false,
    background_color: asked.background_color ?? 0,
    repair_timeout: asked.repair_timeout ?? 0,
    max_uses_count: asked.max_uses_count ?? 0,
    max_uses_count_per_user: asked.max_uses_count_per_user ?? 0,
  };
  channel.rewards.push(reward);
  return ok({ data: { reward: { id: reward.id } } });
}

function changed(channel: SimChannel, query: URLSearchParams, change: Partial<SimReward>): Answer {
  const reward = channel.rewards.find(({ id }) => id === query.get('reward_id'));
  if (!reward) return denied(404, 'reward_not_found');
  Object.assign(reward, change, { id: reward.id });
  return ok({});
}

function listed(points: SimPoints, channel: SimChannel, query: URLSearchParams): Answer {
  const limit = Math.min(100, Number(query.get('limit') ?? 20));
  const offset = Number(query.get('offset') ?? 0);
  const all = channel.demands.filter(({ status }) => points.listsEnded || status === 'pending').reverse();
  const demands = all.slice(offset, offset + limit);
  const extra = { offset: offset + demands.length, is_last: offset + demands.length >= all.length };
  return ok({ data: { demands }, extra });
}

function ended(
  points: SimPoints,
  channel: SimChannel,
  { body, status }: { body: Asked['body']; status: 'approved' | 'rejected' },
): Answer {
  const ids = (Array.isArray(body.demands) ? body.demands : []).map((one) => (one as { id?: unknown }).id);
  const found = ids.map((id) => channel.demands.find((demand) => demand.id === id));
  // The word for a demand that has ended is not known.
  if (found.length === 0 || found.some((demand) => demand?.status !== 'pending'))
    return denied(400, 'demand_not_found');
  for (const demand of found as SimDemand[]) {
    demand.status = status;
    points.settled.set(demand.id, [...(points.settled.get(demand.id) ?? []), status]);
    const price = channel.rewards.find(({ id }) => id === demand.reward.id)?.price ?? 0;
    if (status === 'rejected') points.refunded += price;
  }
  return ok({});
}
