/**
 * A Kick for tests and rehearsals: sign-in, public API, and webhooks with true signatures, with the refusals, limits and
 * bad days of the real one (PLATFORMS 4). Listens on 127.0.0.1 only; nothing is left after `close`.
 */
import { KICK_SCOPES } from './oauth.ts';
import { life, money, type Part, type Parts } from './simulator/acts.ts';
import { answerApi, type Limits } from './simulator/doors.ts';
import { chatBody, redemptionBody } from './simulator/events.ts';
import { answerOAuth } from './simulator/oauth.ts';
import { answerRewards, isRewardPath } from './simulator/reward-doors.ts';
import { Sender } from './simulator/sender.ts';
import type { KickSimulator } from './simulator/surface.ts';
import { openWeb } from './simulator/web.ts';
import { type SimChannel, type SimRedemption, type SimUser, ulid, World } from './simulator/world.ts';

export async function startKickSimulator(): Promise<KickSimulator> {
  const world = new World();
  const sender = new Sender(world);
  const limits: Limits = { lines: 12, windowMs: 10_000, retryAfter: 2 };
  const refusedEvents = new Map<string, string>();
  const losing = { left: 0 };
  const bot = world.user('msigbot', { id: 900_001 });
  const changed = (one: SimRedemption) => {
    const { owner } = world.channel(one.reward.channel);
    sender.event(owner.id, 'channel.reward.redemption.updated', redemptionBody(owner, one));
  };
  const written = (
    channel: SimChannel,
    line: { id: string; text: string; as: string; grant: { user: SimUser | null } },
  ) => {
    const user = line.as === 'bot' ? bot : (line.grant.user ?? bot);
    sender.event(channel.owner.id, 'chat.message.sent', chatBody(channel.owner, { ...line, user }));
  };
  const doors = { world, publicKey: sender.publicKey, written, limits, refusedEvents, losing };
  const web = await openWeb((call) => {
    if (call.path.startsWith('/oauth/')) return answerOAuth(world, call);
    return isRewardPath(call) ? answerRewards({ world, changed }, call) : answerApi(doors, call);
  });
  const parts = { world, web, sender };
  return {
    apiUrl: web.url,
    authUrl: `${web.url}/id`,
    publicKey: sender.publicKey,
    client: world.client,
    limits,
    ...setUp(parts),
    ...life(parts),
    ...money(parts, changed),
    ...sight(parts),
    ...trouble(parts, { refusedEvents, losing }),
  };
}

function setUp({ world, sender }: Parts): Part<'open' | 'redirect' | 'signIn' | 'webhookTo' | 'bot'> {
  return {
    open: (slug, about) => {
      world.user(slug, about);
      return world.channel(slug).owner;
    },
    redirect: (address) => void world.redirects.add(address),
    signIn: (slug, scopes = KICK_SCOPES) => {
      const grant = world.grant(world.user(slug), scopes);
      const { access: accessToken, refresh: refreshToken, expiresAt } = grant;
      return { accessToken, refreshToken, expiresAt, scope: scopes.join(' '), renewing: null };
    },
    webhookTo: (url) => {
      sender.url = url;
      // Changelog 19.12.2025.
      if (url === '') world.subscriptions = [];
    },
    bot: (state) => {
      world.bot = state;
    },
  };
}

function sight({
  world,
  web,
  sender,
}: Parts): Part<
  | 'spoken'
  | 'bans'
  | 'deleted'
  | 'rewards'
  | 'redemptions'
  | 'subscriptions'
  | 'make'
  | 'post'
  | 'sent'
  | 'lost'
  | 'pending'
  | 'calls'
> {
  return {
    spoken: () => world.lines,
    bans: () => world.bans,
    deleted: () => world.deleted,
    rewards: () => world.rewards,
    redemptions: () => [...world.redemptions.values()],
    subscriptions: () => world.subscriptions,
    make: (about) => sender.make(about),
    post: (sent) => sender.post(sent),
    sent: () => sender.sent,
    lost: () => sender.lost,
    pending: () => sender.pending,
    calls: (path) => web.calls(path),
  };
}

function trouble(
  { world, web, sender }: Parts,
  { refusedEvents, losing }: { refusedEvents: Map<string, string>; losing: { left: number } },
): Part<
  | 'trouble'
  | 'expire'
  | 'deaden'
  | 'doubleSubscriptions'
  | 'forgetSubscriptions'
  | 'loseCreations'
  | 'refuseEvent'
  | 'break'
  | 'mend'
  | 'cut'
  | 'close'
> {
  return {
    trouble: (shares) => sender.trouble(shares),
    expire: ({ refused = false } = {}) => {
      for (const grant of world.grants) {
        grant.expiresAt = 0;
        if (refused) grant.refreshEndsAt = 0;
      }
    },
    deaden: () => {
      for (const one of world.subscriptions) one.dead = true;
    },
    doubleSubscriptions: () => {
      world.subscriptions.push(
        ...world.subscriptions.map((one) => ({ ...one, id: ulid(), createdAt: 'later' })),
      );
    },
    forgetSubscriptions: () => {
      world.subscriptions = [];
    },
    loseCreations: (events) => {
      losing.left = events;
    },
    refuseEvent: (event, error) => void refusedEvents.set(event, error),
    break: (calls, how) => web.break(calls, how),
    mend: () => web.mend(),
    cut: (calls = 2) => {
      world.subscriptions = [];
      web.break(calls, { how: 'cut' });
      web.cut();
    },
    close: async () => {
      sender.close();
      await web.close();
    },
  };
}
