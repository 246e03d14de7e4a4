/** What people do in a channel of the simulated Kick, and what Kick tells of it. */
import { randomUUID } from 'node:crypto';
import {
  chatBody,
  followBody,
  giftsBody,
  kicksBody,
  metadataBody,
  statusBody,
  subscriptionBody,
} from './events.ts';
import type { Sender } from './sender.ts';
import type { KickSimulator } from './surface.ts';
import type { Web } from './web.ts';
import { type SimRedemption, ulid, type World } from './world.ts';

export interface Parts {
  readonly world: World;
  readonly web: Web;
  readonly sender: Sender;
}

export type Part<K extends keyof KickSimulator> = Pick<KickSimulator, K>;

export function life({ world, sender }: Parts): Part<'say' | 'event' | 'follow' | 'live' | 'about'> {
  return {
    say: (slug, user, text, { id = randomUUID(), name, userId, badges, ...options } = {}) => {
      const { owner } = world.channel(slug);
      const sender_ = world.user(user, { name, id: userId });
      const body = chatBody(owner, { id, user: sender_, text, badges, at: options.sentAt });
      sender.event(owner.id, 'chat.message.sent', body, options);
      return id;
    },
    event: (slug, type, body, options) => sender.event(world.channel(slug).owner.id, type, body, options),
    follow: (slug, user) => {
      const { owner } = world.channel(slug);
      sender.event(owner.id, 'channel.followed', followBody(owner, world.user(user)));
    },
    live: (slug, live) => {
      const channel = world.channel(slug);
      channel.live = live;
      if (live) channel.startedAt = Date.now();
      sender.event(channel.owner.id, 'livestream.status.updated', statusBody(channel.owner, channel));
    },
    about: (slug, about) => {
      const channel = Object.assign(world.channel(slug), about);
      sender.event(channel.owner.id, 'livestream.metadata.updated', metadataBody(channel.owner, channel));
    },
  };
}

export function money(
  { world, sender }: Parts,
  changed: (one: SimRedemption) => void,
): Part<'redeem' | 'gift' | 'subscribe' | 'giftSubs' | 'foreignReward' | 'settleByHand'> {
  return {
    redeem: (slug, title, user, input = '') => {
      const reward = world.rewards.find((one) => one.channel === slug && one.title === title);
      if (!reward) throw new Error(`no reward "${title}" in ${slug}`);
      const id = ulid();
      const at = new Date().toISOString();
      const skips = reward.should_redemptions_skip_request_queue;
      const status = skips ? ('accepted' as const) : ('pending' as const);
      const one: SimRedemption = {
        id,
        reward,
        user: world.user(user),
        input,
        at,
        status,
        changes: skips ? 1 : 0,
      };
      world.redemptions.set(id, one);
      changed(one);
      return id;
    },
    gift: (slug, user, amount, text) => {
      const { owner } = world.channel(slug);
      sender.event(owner.id, 'kicks.gifted', kicksBody(owner, world.user(user), { amount, text }));
    },
    subscribe: (slug, user, months = 1) => {
      const { owner } = world.channel(slug);
      const type = months > 1 ? 'channel.subscription.renewal' : 'channel.subscription.new';
      sender.event(owner.id, type, subscriptionBody(owner, world.user(user), months));
    },
    giftSubs: (slug, gifter, giftees) => {
      const { owner } = world.channel(slug);
      const from = gifter === null ? null : world.user(gifter);
      const to = giftees.map((one) => world.user(one));
      sender.event(owner.id, 'channel.subscription.gifts', giftsBody(owner, from, to));
    },
    foreignReward: (slug, title, cost) => {
      const about = { description: '', background_color: '#00e701', is_enabled: true, is_paused: false };
      const rest = { is_user_input_required: false, should_redemptions_skip_request_queue: false };
      world.rewards.push({ id: ulid(), channel: slug, app: 'another', title, cost, ...about, ...rest });
    },
    settleByHand: (id, status) => {
      const one = world.redemptions.get(id);
      if (!one) throw new Error(`no redemption ${id}`);
      one.status = status;
      one.changes += 1;
      changed(one);
    },
  };
}
