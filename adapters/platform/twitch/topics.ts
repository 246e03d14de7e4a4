/** What we want to hear of by EventSub, with the scopes that it needs. PLATFORMS 1.1, 1.2. */
import type { EventSubWsListener } from '@twurple/eventsub-ws';

export interface Whose {
  /** User id of the channel's owner. */
  readonly channel: string;
  /** User id of the sign-in. */
  readonly user: string;
}

type Subscription = ReturnType<EventSubWsListener['onStreamOnline']>;

export interface Topic {
  /** Twitch's name of the event. */
  readonly type: string;
  /** Only the channel's owner may hear of it. */
  readonly owner: boolean;
  /** Any one of them is enough; empty: none is needed. */
  readonly scopes: readonly string[];
  subscribe(listener: EventSubWsListener, whose: Whose): Subscription;
}

/** What comes is taken from the socket's frames: the library's own objects lack Twitch's time and the message id. */
const heard = (): void => {};

export const CHAT = 'channel.chat.message';
export const REDEMPTION = 'channel.channel_points_custom_reward_redemption.add';
const SUBS = ['channel:read:subscriptions'];
const POLLS = ['channel:read:polls', 'channel:manage:polls'];
const PREDICTIONS = ['channel:read:predictions', 'channel:manage:predictions'];

/** The chat first: Twitch closes a socket that has no subscription within 10 s. */
export const TOPICS: readonly Topic[] = [
  topic(CHAT, ['user:read:chat'], false, (ear, { channel, user }) =>
    ear.onChannelChatMessage(channel, user, heard),
  ),
  topic(REDEMPTION, ['channel:read:redemptions', 'channel:manage:redemptions'], true, (ear, { channel }) =>
    ear.onChannelRedemptionAdd(channel, heard),
  ),
  topic('stream.online', [], false, (ear, { channel }) => ear.onStreamOnline(channel, heard)),
  topic('stream.offline', [], false, (ear, { channel }) => ear.onStreamOffline(channel, heard)),
  topic('channel.update', [], false, (ear, { channel }) => ear.onChannelUpdate(channel, heard)),
  topic('channel.raid', [], false, (ear, { channel }) => ear.onChannelRaidTo(channel, heard)),
  topic('channel.cheer', ['bits:read'], true, (ear, { channel }) => ear.onChannelCheer(channel, heard)),
  topic('channel.bits.use', ['bits:read'], true, (ear, { channel }) => ear.onChannelBitsUse(channel, heard)),
  topic('channel.subscribe', SUBS, true, (ear, { channel }) => ear.onChannelSubscription(channel, heard)),
  topic('channel.subscription.gift', SUBS, true, (ear, { channel }) =>
    ear.onChannelSubscriptionGift(channel, heard),
  ),
  topic('channel.subscription.message', SUBS, true, (ear, { channel }) =>
    ear.onChannelSubscriptionMessage(channel, heard),
  ),
  topic('channel.follow', ['moderator:read:followers'], true, (ear, { channel, user }) =>
    ear.onChannelFollow(channel, user, heard),
  ),
  topic('channel.poll.progress', POLLS, true, (ear, { channel }) =>
    ear.onChannelPollProgress(channel, heard),
  ),
  topic('channel.poll.end', POLLS, true, (ear, { channel }) => ear.onChannelPollEnd(channel, heard)),
  topic('channel.prediction.progress', PREDICTIONS, true, (ear, { channel }) =>
    ear.onChannelPredictionProgress(channel, heard),
  ),
  topic('channel.prediction.end', PREDICTIONS, true, (ear, { channel }) =>
    ear.onChannelPredictionEnd(channel, heard),
  ),
];

function topic(
  type: string,
  scopes: readonly string[],
  owner: boolean,
  subscribe: Topic['subscribe'],
): Topic {
  return { type, scopes, owner, subscribe };
}

/** What this sign-in may hear. */
export function topicsFor(scopes: ReadonlySet<string>, { channel, user }: Whose): readonly Topic[] {
  return TOPICS.filter(
    (one) =>
      (!one.owner || channel === user) &&
      (one.scopes.length === 0 || one.scopes.some((scope) => scopes.has(scope))),
  );
}
