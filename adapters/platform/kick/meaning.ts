/** An event of Kick → what it means for us, or the reason why it means nothing. PLATFORMS 4.2. */
import type { ChatMessage, ChatRole, Donation } from '../contract.ts';
import {
  idOf,
  type RawChat,
  type RawEvent,
  type RawGift,
  type RawMetadata,
  type RawRedemption,
  type RawStatus,
  type RawSubscription,
  type RawUser,
  timeOf,
  wordIn,
} from './kick.external.ts';
import type { KickDelivery } from './webhook.ts';

export interface KickRedemption {
  readonly id: string;
  readonly status: string;
  readonly rewardId: string;
  readonly rewardTitle: string;
  readonly user: string;
  readonly name: string;
  readonly input: string;
  readonly at: number;
}

/** `key` is made of the body: with two subscriptions the same event comes twice with two message ids (#246). */
export type Meaning =
  | { readonly kind: 'chat'; readonly key: string; readonly message: ChatMessage }
  | { readonly kind: 'redemption'; readonly key: string; readonly redemption: KickRedemption }
  | { readonly kind: 'donation'; readonly key: string; readonly donation: Donation }
  | { readonly kind: 'status'; readonly live: boolean; readonly since: number | null; readonly title: string }
  | { readonly kind: 'metadata'; readonly title: string; readonly category: string }
  | { readonly kind: 'noted' };

/** `unknown`: a type or version that this program does not know. `unreadable`: what has to be there is not. */
export type Unclear = 'unknown' | 'unreadable';

type Reader = (delivery: KickDelivery, channel: string) => Meaning | Unclear;

const READERS: Readonly<Record<string, Reader>> = {
  'chat.message.sent': chatOf,
  'channel.reward.redemption.updated': redemptionOf,
  'kicks.gifted': kicksOf,
  'channel.subscription.new': subscriptionOf,
  'channel.subscription.renewal': subscriptionOf,
  'channel.subscription.gifts': giftsOf,
  'livestream.status.updated': statusOf,
  'livestream.metadata.updated': metadataOf,
  'channel.followed': () => ({ kind: 'noted' }),
  'moderation.banned': () => ({ kind: 'noted' }),
};

/** @param channel the slug, which every message carries. */
export function meaningOf(delivery: KickDelivery, channel: string): Meaning | Unclear {
  const reader = Object.hasOwn(READERS, delivery.type) ? READERS[delivery.type] : undefined;
  if (!reader || delivery.version !== '1') return 'unknown';
  if (typeof delivery.payload !== 'object' || delivery.payload === null) return 'unreadable';
  return reader(delivery, channel);
}

const BADGES: ReadonlyMap<string, ChatRole> = new Map([
  ['broadcaster', 'broadcaster'],
  ['moderator', 'moderator'],
  ['vip', 'vip'],
  ['subscriber', 'subscriber'],
  ['founder', 'subscriber'],
]);

function chatOf({ payload, sentAt }: KickDelivery, channel: string): Meaning | Unclear {
  const { message_id: id, sender, broadcaster, content, created_at } = payload as RawChat;
  const user = idOf(sender);
  if (typeof id !== 'string' || id === '' || !user || typeof content !== 'string') return 'unreadable';
  const message: ChatMessage = {
    platform: 'kick',
    id,
    channel,
    user,
    name: wordIn(sender?.username).trim() || user,
    roles: rolesOf(sender, idOf(broadcaster)),
    text: wordsOf(content),
    sentAt: timeOf(created_at, sentAt),
  };
  return { kind: 'chat', key: `chat:${id}`, message };
}

/** By the badges that Kick puts on the line; the owner of the channel also by id, since a badge can be missing. */
function rolesOf(sender: RawUser | null | undefined, broadcaster: string | null): ChatRole[] {
  const roles = new Set<ChatRole>();
  const { badges } = sender?.identity ?? {};
  for (const badge of Array.isArray(badges) ? badges : []) {
    const role = BADGES.get(wordIn(badge?.type));
    if (role) roles.add(role);
  }
  if (broadcaster !== null && idOf(sender) === broadcaster) roles.add('broadcaster');
  return [...roles];
}

/** Emotes come as `[emote:37226:KEKW]`; a reader sees their name. */
function wordsOf(content: string): string {
  return content.replace(/\[emote:\d+:([^\]\s]{1,60})\]/g, '$1').trim();
}

function redemptionOf({ payload, sentAt }: KickDelivery): Meaning | Unclear {
  const { id, status, reward, redeemer, user_input, redeemed_at } = payload as RawRedemption;
  const user = idOf(redeemer);
  if (!id || !status || !reward?.id || !user) return 'unreadable';
  const redemption: KickRedemption = {
    id,
    status,
    rewardId: reward.id,
    rewardTitle: wordIn(reward.title),
    user,
    name: wordIn(redeemer?.username).trim() || user,
    input: wordIn(user_input),
    at: timeOf(redeemed_at, sentAt),
  };
  return { kind: 'redemption', key: `redemption:${id}:${status}`, redemption };
}

function kicksOf({ payload, sentAt }: KickDelivery): Meaning | Unclear {
  const { sender, gift, created_at } = payload as RawGift;
  const amount = gift?.amount;
  if (typeof amount !== 'number' || !(amount > 0)) return 'unreadable';
  const giver = giverOf(sender);
  // A gift has no id of its own; its time has milliseconds.
  const key = `kicks:${giver.user}:${created_at ?? sentAt}:${amount}:${wordIn(gift?.name)}`;
  const text = wordIn(gift?.message) || wordIn(gift?.name);
  return donation(key, {
    ...giver,
    kind: 'bits',
    amount,
    currency: 'KICKS',
    text,
    at: timeOf(created_at, sentAt),
  });
}

function subscriptionOf({ type, payload, sentAt }: KickDelivery): Meaning | Unclear {
  const { subscriber, created_at } = payload as RawSubscription;
  if (!idOf(subscriber)) return 'unreadable';
  const giver = giverOf(subscriber);
  const key = `${type}:${giver.user}:${created_at ?? sentAt}`;
  const at = timeOf(created_at, sentAt);
  return donation(key, { ...giver, kind: 'subscription', amount: 1, currency: 'SUB', text: '', at });
}

function giftsOf({ payload, sentAt }: KickDelivery): Meaning | Unclear {
  const { gifter, giftees, created_at } = payload as RawSubscription;
  if (!Array.isArray(giftees) || giftees.length === 0) return 'unreadable';
  const giver = giverOf(gifter);
  const key = `gifts:${giver.user}:${created_at ?? sentAt}:${giftees.map(idOf).join(',')}`;
  const amount = giftees.length;
  const at = timeOf(created_at, sentAt);
  return donation(key, { ...giver, kind: 'gift', amount, currency: 'SUB', text: '', at });
}

function donation(key: string, about: Omit<Donation, 'id'>): Meaning {
  return { kind: 'donation', key, donation: { id: key, ...about } };
}

/** All fields of an anonymous giver are null: user and name are then empty. */
function giverOf(user: RawUser | null | undefined): { user: string; name: string } {
  const id = idOf(user) ?? '';
  return { user: id, name: wordIn(user?.username).trim() || id };
}

function statusOf({ payload }: KickDelivery): Meaning | Unclear {
  const { is_live: live, title, started_at } = payload as RawStatus;
  if (typeof live !== 'boolean') return 'unreadable';
  const since = live ? timeOf(started_at, 0) || null : null;
  return { kind: 'status', live, since, title: wordIn(title) };
}

function metadataOf({ payload }: KickDelivery): Meaning | Unclear {
  const { metadata } = payload as RawMetadata & RawEvent;
  if (!metadata) return 'unreadable';
  return { kind: 'metadata', title: wordIn(metadata.title), category: wordIn(metadata.category?.name) };
}
