/** The public API of the simulated Kick but for rewards. PLATFORMS 4.2 to 4.4. */
import { randomUUID } from 'node:crypto';
import { type Call, no, ok, type Reply } from './web.ts';
import { type Grant, type SimChannel, ulid, type World } from './world.ts';

export interface DoorsOptions {
  readonly world: World;
  readonly publicKey: string;
  /** A line was written: it comes back as an event, to its writer too. */
  readonly written: (
    channel: SimChannel,
    line: { id: string; text: string; as: 'bot' | 'user'; grant: Grant },
  ) => void;
  readonly limits: Limits;
  readonly refusedEvents: Map<string, string>;
  /** Subscriptions that are made with 200 and are not there (#419). */
  readonly losing: { left: number };
}

/** Kick publishes none; ours are a guess, so that writing without measure is noticed. */
export interface Limits {
  lines: number;
  windowMs: number;
  /** Seconds in `Retry-After`; null: the header is missing. */
  retryAfter: number | null;
}

export function answerApi(options: DoorsOptions, call: Call): Reply {
  const { world } = options;
  if (call.path === '/public/v1/public-key') return ok({ public_key: options.publicKey });
  const grant = world.grantOf(call.token);
  if (!grant) return no(401);
  const path = call.path.replace(/^\/public\/v1/, '');
  if (path === '/users') return users(world, call, grant);
  if (path === '/channels') return channels(world, call, grant);
  if (path === '/events/subscriptions') return subscriptions(options, call, grant);
  if (path === '/chat' && call.method === 'POST') return chat(options, call, grant);
  if (path.startsWith('/chat/') && call.method === 'DELETE') return unsay(world, path, grant);
  if (path === '/moderation/bans' && call.method === 'POST') return ban(world, call, grant);
  return no(404);
}

export const allowed = (grant: Grant, scope: string): boolean =>
  grant.user !== null && grant.scopes.includes(scope);

export function jsonIn({ body }: Call): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** Without ids: the one who is signed in. */
function users(world: World, { query }: Call, grant: Grant): Reply {
  const ids = query.getAll('id').map(Number);
  const found = ids.length > 0 ? ids.map((id) => world.userById(id)) : [grant.user ?? undefined];
  if (ids.length === 0 && !allowed(grant, 'user:read')) return no(403);
  const data = found.flatMap((user) =>
    user ? [{ user_id: user.id, name: user.name, profile_picture: '' }] : [],
  );
  return ok(data);
}

function channels(world: World, { query }: Call, grant: Grant): Reply {
  const slugs = query.getAll('slug');
  if (slugs.length === 0 && grant.user) slugs.push(grant.user.slug);
  return ok(
    slugs.flatMap((slug) => [world.channels.get(slug)].flatMap((one) => (one ? [channelOf(one)] : []))),
  );
}

function channelOf({ owner, live, startedAt, title, category }: SimChannel) {
  const start_time = live ? new Date(startedAt).toISOString() : '0001-01-01T00:00:00Z';
  return {
    broadcaster_user_id: owner.id,
    slug: owner.slug,
    channel_description: '',
    stream_title: title,
    category: { id: 15, name: category, thumbnail: '' },
    stream: { is_live: live, is_mature: false, language: 'ru', start_time, viewer_count: live ? 42 : 0 },
  };
}

function subscriptions(options: DoorsOptions, call: Call, grant: Grant): Reply {
  const { world } = options;
  // With a user's token the channel is that user's, whatever the call says.
  const asked =
    call.method === 'POST' ? jsonIn(call).broadcaster_user_id : call.query.get('broadcaster_user_id');
  const broadcaster = grant.user?.id ?? Number(asked);
  if (grant.user && !allowed(grant, 'events:subscribe')) return no(403);
  if (call.method === 'GET') {
    const listed = world.subscriptions.filter((one) => asked === null || one.broadcaster === broadcaster);
    return ok(
      listed.map(({ id, event, version, createdAt, broadcaster: owner }) => {
        const times = { created_at: createdAt, updated_at: createdAt };
        return {
          app_id: world.client.id,
          id,
          event,
          version,
          method: 'webhook',
          broadcaster_user_id: owner,
          ...times,
        };
      }),
    );
  }
  if (call.method === 'DELETE') {
    const ids = new Set(call.query.getAll('id'));
    world.subscriptions = world.subscriptions.filter(({ id }) => !ids.has(id));
    return { status: 204 };
  }
  return subscribe(options, jsonIn(call), broadcaster);
}

/** The same subscription can be made again and again (#193, #246); each event has its own error in an answer of 200. */
function subscribe(
  { world, refusedEvents, losing }: DoorsOptions,
  asked: Record<string, unknown>,
  owner: number,
): Reply {
  const events = Array.isArray(asked.events) ? (asked.events as { name?: string; version?: number }[]) : [];
  if (!Number.isSafeInteger(owner) || asked.method !== 'webhook' || events.length === 0) return no(400);
  const made = events.map(({ name = '', version = 1 }) => {
    const error = refusedEvents.get(name);
    if (error) return { name, version, subscription_id: '', error };
    const id = ulid();
    const createdAt = new Date().toISOString();
    losing.left -= 1;
    if (losing.left < 0) {
      world.subscriptions.push({ id, event: name, version, broadcaster: owner, createdAt, dead: false });
    }
    return { name, version, subscription_id: id, error: '' };
  });
  return ok(made);
}

function chat(options: DoorsOptions, call: Call, grant: Grant): Reply {
  const { world, limits, written } = options;
  if (!allowed(grant, 'chat:write') || !grant.user) return no(403);
  const { content, type, broadcaster_user_id, reply_to_message_id } = jsonIn(call);
  if (typeof content !== 'string' || content === '' || content.length > 500) return no(400);
  if (type !== 'bot' && type !== 'user') return no(400);
  if (type === 'bot' && world.bot === 'missing') return no(400, 'Channel not found');
  if (type === 'bot' && world.bot === 'broken') return no(500);
  const owner = type === 'bot' ? grant.user.id : Number(broadcaster_user_id);
  const channel = [...world.channels.values()].find((one) => one.owner.id === owner);
  if (!channel) return no(400, 'Channel not found');
  const replyTo = typeof reply_to_message_id === 'string' ? reply_to_message_id : undefined;
  if (replyTo && world.deleted.includes(replyTo)) return no(400, 'Message not found');
  const now = Date.now();
  const lately = world.lines.filter(
    (one) => one.channel === channel.owner.slug && now - one.at < limits.windowMs,
  );
  if (lately.length >= limits.lines) {
    const headers: Record<string, string> =
      limits.retryAfter === null ? {} : { 'Retry-After': String(limits.retryAfter) };
    return { ...no(429), headers };
  }
  const id = randomUUID();
  world.lines.push({ channel: channel.owner.slug, id, text: content, as: type, replyTo, at: now });
  written(channel, { id, text: content, as: type, grant });
  return ok({ is_sent: true, message_id: id });
}

function unsay(world: World, path: string, grant: Grant): Reply {
  if (!allowed(grant, 'moderation:chat_message:manage')) return no(403);
  world.deleted.push(decodeURIComponent(path.slice('/chat/'.length)));
  return { status: 204 };
}

/** Minutes, 1 to 10080; without them it is a ban. */
function ban(world: World, call: Call, grant: Grant): Reply {
  if (!allowed(grant, 'moderation:ban')) return no(403);
  const { broadcaster_user_id: channel, user_id: user, duration, reason = '' } = jsonIn(call);
  const minutes = duration === undefined ? null : Number(duration);
  const fits = minutes === null || (Number.isInteger(minutes) && minutes >= 1 && minutes <= 10_080);
  if (typeof channel !== 'number' || typeof user !== 'number' || !fits || String(reason).length > 100)
    return no(400);
  world.bans.push({ channel, user, minutes, reason: String(reason) });
  return ok({});
}
