/** Rewards of the simulated Kick. PLATFORMS 4.5. */
import { allowed, jsonIn } from './doors.ts';
import { type Call, no, ok, type Reply } from './web.ts';
import { type Grant, type SimRedemption, type SimReward, ulid, type World } from './world.ts';

const PATH = '/public/v1/channels/rewards';
const PAGE = 20;
const MOST_IDS = 25;

export interface RewardDoors {
  readonly world: World;
  /** A redemption has another state: told by webhook, also to whoever changed it. */
  readonly changed: (redemption: SimRedemption) => void;
}

export const isRewardPath = ({ path }: Call): boolean => path.startsWith(PATH);

export function answerRewards(doors: RewardDoors, call: Call): Reply {
  const grant = doors.world.grantOf(call.token);
  if (!grant) return no(401);
  const reads = allowed(grant, 'channel:rewards:read') || allowed(grant, 'channel:rewards:write');
  const may = call.method === 'GET' ? reads : allowed(grant, 'channel:rewards:write');
  if (!may || !grant.user) return no(403);
  const rest = call.path.slice(PATH.length);
  if (rest === '/redemptions' && call.method === 'GET') return list(doors.world, call, grant);
  if (rest === '/redemptions/accept' && call.method === 'POST') return settle(doors, call, 'accepted');
  if (rest === '/redemptions/reject' && call.method === 'POST') return settle(doors, call, 'rejected');
  if (rest === '' && call.method === 'GET') return ok(ownRewards(doors.world, grant).map(shown));
  if (rest === '' && call.method === 'POST') return create(doors.world, call, grant);
  return change(doors.world, call, rest.slice(1));
}

const ownRewards = ({ rewards }: World, grant: Grant) =>
  rewards.filter(({ channel }) => channel === grant.user?.slug);

function shown({ channel: _channel, app: _app, ...reward }: SimReward) {
  return reward;
}

function fits(asked: Partial<SimReward>): boolean {
  const { title, cost, description } = asked;
  return (
    (title === undefined || (title.length > 0 && title.length <= 50)) &&
    (cost === undefined || (Number.isInteger(cost) && cost >= 1)) &&
    (description === undefined || description.length <= 200)
  );
}

function create(world: World, call: Call, grant: Grant): Reply {
  const asked = jsonIn(call) as Partial<SimReward>;
  if (!fits(asked) || !asked.title || !asked.cost) return no(400);
  if (ownRewards(world, grant).some(({ title }) => title === asked.title)) return no(400, 'Title is taken');
  const reward: SimReward = {
    id: ulid(),
    channel: grant.user?.slug ?? '',
    app: world.client.id,
    title: asked.title,
    cost: asked.cost,
    description: asked.description ?? '',
    background_color: asked.background_color ?? '#00e701',
    is_enabled: asked.is_enabled ?? true,
    is_paused: false,
    is_user_input_required: asked.is_user_input_required ?? false,
    should_redemptions_skip_request_queue: asked.should_redemptions_skip_request_queue ?? false,
  };
  world.rewards.push(reward);
  return ok(shown(reward));
}

function change(world: World, call: Call, id: string): Reply {
  const reward = world.rewards.find((one) => one.id === id);
  if (!reward) return no(404);
  if (reward.app !== world.client.id) return no(403);
  if (call.method === 'DELETE') {
    world.rewards.splice(world.rewards.indexOf(reward), 1);
    return { status: 204 };
  }
  const asked = jsonIn(call) as Partial<SimReward>;
  if (call.method !== 'PATCH' || !fits(asked)) return no(400);
  Object.assign(reward, asked);
  return ok(shown(reward));
}

/** `id` excludes the other filters; who redeemed is an id alone. */
function list(world: World, { query }: Call, grant: Grant): Reply {
  const ids = query.getAll('id');
  const [status, rewardId, cursor] = [query.get('status'), query.get('reward_id'), query.get('cursor')];
  if (ids.length > 0 && (status || rewardId || cursor)) return no(400);
  if (ids.some((id) => !/^[0-9A-Z]{26}$/.test(id))) return no(400);
  const all = [...world.redemptions.values()].filter(
    (one) =>
      one.reward.channel === grant.user?.slug &&
      (ids.length === 0 || ids.includes(one.id)) &&
      (!status || one.status === status) &&
      (!rewardId || one.reward.id === rewardId),
  );
  const from = cursor ? Number(Buffer.from(cursor, 'base64').toString()) : 0;
  const page = all.slice(from, from + PAGE);
  const next_cursor = from + PAGE < all.length ? Buffer.from(String(from + PAGE)).toString('base64') : '';
  const groups = [...new Set(page.map(({ reward }) => reward))].map((reward) => groupOf(world, reward, page));
  return { status: 200, json: { data: groups, message: 'OK', pagination: { next_cursor } } };
}

function groupOf(world: World, reward: SimReward, page: readonly SimRedemption[]) {
  const { id, title, description, cost, app } = reward;
  const redemptions = page
    .filter((one) => one.reward === reward)
    .map((one) => ({
      id: one.id,
      redeemed_at: one.at,
      redeemer: { user_id: one.user.id },
      status: one.status,
      user_input: one.input,
    }));
  return { reward: { id, title, description, cost, can_manage: app === world.client.id }, redemptions };
}

/** Names only what failed. */
function settle(doors: RewardDoors, call: Call, status: 'accepted' | 'rejected'): Reply {
  const { ids } = jsonIn(call);
  if (!Array.isArray(ids) || ids.length === 0 || ids.length > MOST_IDS || new Set(ids).size < ids.length)
    return no(400);
  if (ids.some((id) => typeof id !== 'string' || !/^[0-9A-Z]{26}$/.test(id))) return no(400);
  const failed = (ids as string[]).flatMap((id) => {
    const redemption = doors.world.redemptions.get(id);
    if (!redemption) return [{ id, reason: 'NOT_FOUND' }];
    if (redemption.reward.app !== doors.world.client.id) return [{ id, reason: 'NOT_OWNED' }];
    if (redemption.status !== 'pending') return [{ id, reason: 'NOT_PENDING' }];
    redemption.status = status;
    redemption.changes += 1;
    doors.changed(redemption);
    return [];
  });
  return ok(failed);
}
