/** An event of EventSub → what it means to us, or the reason why it means nothing. PLATFORMS 1.2, 1.5. */
import type { ChatMessage, Donation, Signal, StreamStatus, Votes } from '../contract.ts';
import { countIn, type Fields, fieldsIn, listIn, textIn, timeIn } from './event-fields.ts';
import { type Dropped, type OwnLine, rolesByBadges, spokenWords } from './meaning.ts';

export interface TwitchEvent {
  readonly type: string;
  /** Twitch's id of the message that brought it; the same again is the same event. */
  readonly id: string;
  /** Milliseconds since 1970 by Twitch's clock. */
  readonly at: number;
  readonly event: Fields;
}

/** As Twitch has it: the reward by Twitch's own id. */
export interface TwitchRedemption {
  readonly id: string;
  readonly rewardId: string;
  readonly user: string;
  readonly name: string;
  readonly input: string;
  readonly at: number;
  /** Lower case: `unfulfilled`, `fulfilled`, `canceled`. */
  readonly status: string;
}

export type EventMeaning =
  | { readonly kind: 'message'; readonly message: ChatMessage }
  | { readonly kind: 'donation'; readonly donation: Donation }
  | { readonly kind: 'redemption'; readonly redemption: TwitchRedemption }
  | { readonly kind: 'signal'; readonly signal: Signal }
  | { readonly kind: 'stream'; readonly change: Partial<StreamStatus> }
  | { readonly kind: 'poll' | 'prediction'; readonly votes: Votes };

interface Context {
  /** Login of the channel. */
  readonly channel: string;
  readonly isOwn: OwnLine;
}

type Reader = (event: TwitchEvent, context: Context) => EventMeaning | Dropped;

/** `unknown`: a type that we did not ask for; Twitch may send such, and it is left alone. */
export function meaningOfEvent(event: TwitchEvent, context: Context): EventMeaning | Dropped | 'unknown' {
  const read = Object.hasOwn(READERS, event.type) ? READERS[event.type] : undefined;
  return read ? read(event, context) : 'unknown';
}

const READERS: Readonly<Record<string, Reader>> = {
  'channel.chat.message': messageOf,
  'channel.channel_points_custom_reward_redemption.add': redemptionOf,
  'stream.online': ({ event, at }) => ({
    kind: 'stream',
    change: { live: true, since: timeIn(event, 'started_at', at) },
  }),
  'stream.offline': () => ({ kind: 'stream', change: { live: false, since: null } }),
  'channel.update': ({ event }) => ({
    kind: 'stream',
    change: { title: textIn(event, 'title'), category: textIn(event, 'category_name') },
  }),
  'channel.raid': (heard) => signalOf(heard, 'raid', 'from_broadcaster_user_'),
  'channel.follow': (heard) => signalOf(heard, 'follow', 'user_'),
  'channel.cheer': (heard) => bitsOf(heard, textIn(heard.event, 'message')),
  // Cheers come by their own event too; this one adds power-ups and combos.
  'channel.bits.use': (heard) =>
    textIn(heard.event, 'type') === 'cheer'
      ? 'counted'
      : bitsOf(heard, textIn(fieldsIn(heard.event, 'message'), 'text')),
  // A gift comes by its own event, once for all it went to.
  'channel.subscribe': (heard) =>
    heard.event.is_gift === true ? 'counted' : donation(heard, { kind: 'subscription', amount: 1 }),
  'channel.subscription.message': (heard) =>
    donation(heard, {
      kind: 'subscription',
      amount: 1,
      text: textIn(fieldsIn(heard.event, 'message'), 'text'),
    }),
  'channel.subscription.gift': (heard) =>
    donation(heard, { kind: 'gift', amount: Math.max(1, countIn(heard.event, 'total')) }),
  'channel.poll.progress': (heard) => votesOf(heard, 'poll', 'choices', 'votes'),
  'channel.poll.end': (heard) => votesOf(heard, 'poll', 'choices', 'votes'),
  'channel.prediction.progress': (heard) => votesOf(heard, 'prediction', 'outcomes', 'users'),
  'channel.prediction.end': (heard) => votesOf(heard, 'prediction', 'outcomes', 'users'),
};

function messageOf({ event, at }: TwitchEvent, { channel, isOwn }: Context): EventMeaning | Dropped {
  const id = textIn(event, 'message_id');
  const user = textIn(event, 'chatter_user_id');
  const broadcaster = textIn(event, 'broadcaster_user_id');
  if (!id || !user) return 'unreadable';
  const source = textIn(event, 'source_broadcaster_user_id');
  // In a Shared Chat the line also reaches the channel where it was written; there it is counted, once.
  if (source && source !== broadcaster) return 'foreign';
  const said = textIn(fieldsIn(event, 'message'), 'text');
  const reply = fieldsIn(event, 'reply');
  const text = spokenWords(said, [textIn(reply, 'parent_user_name'), textIn(reply, 'parent_user_login')]);
  const roles = rolesByBadges(listIn(event, 'badges').map((badge) => textIn(badge, 'set_id')));
  if (user === broadcaster && !roles.includes('broadcaster')) roles.push('broadcaster');
  if (isOwn({ user, id, text: said, owner: user === broadcaster, roles })) return 'own';
  const name = textIn(event, 'chatter_user_name').trim() || textIn(event, 'chatter_user_login') || user;
  return {
    kind: 'message',
    message: { platform: 'twitch', id, channel, user, name, roles, text, sentAt: at },
  };
}

function redemptionOf({ event, at }: TwitchEvent): EventMeaning | Dropped {
  const id = textIn(event, 'id');
  const user = textIn(event, 'user_id');
  const rewardId = textIn(fieldsIn(event, 'reward'), 'id');
  if (!id || !user || !rewardId) return 'unreadable';
  const redemption: TwitchRedemption = {
    id,
    rewardId,
    user,
    name: nameIn(event, 'user_') || user,
    input: textIn(event, 'user_input'),
    at: timeIn(event, 'redeemed_at', at),
    status: textIn(event, 'status').toLowerCase(),
  };
  return { kind: 'redemption', redemption };
}

function signalOf({ event, id, at }: TwitchEvent, kind: Signal['kind'], who: string): EventMeaning | Dropped {
  const user = textIn(event, `${who}id`);
  if (!user) return 'unreadable';
  const amount = kind === 'raid' ? countIn(event, 'viewers') : 1;
  return { kind: 'signal', signal: { kind, id, user, name: nameIn(event, who) || user, amount, at } };
}

function bitsOf(heard: TwitchEvent, text: string): EventMeaning | Dropped {
  const amount = countIn(heard.event, 'bits');
  return amount > 0 ? donation(heard, { kind: 'bits', amount, text }) : 'unreadable';
}

/** All fields of an anonymous giver are null: user and name are then empty. */
function donation(
  { event, id, at }: TwitchEvent,
  about: { kind: Donation['kind']; amount: number; text?: string },
): EventMeaning {
  const user = textIn(event, 'user_id');
  const currency = about.kind === 'bits' ? 'BITS' : 'SUB';
  const name = nameIn(event, 'user_') || user;
  return { kind: 'donation', donation: { id, user, name, currency, text: '', ...about, at } };
}

function votesOf(
  { event, type }: TwitchEvent,
  kind: 'poll' | 'prediction',
  list: string,
  count: string,
): EventMeaning | Dropped {
  const id = textIn(event, 'id');
  if (!id) return 'unreadable';
  const totals = listIn(event, list).map((choice) => countIn(choice, count));
  return { kind, votes: { id, totals, ended: type.endsWith('.end') } };
}

function nameIn(event: Fields, who: string): string {
  return textIn(event, `${who}name`).trim() || textIn(event, `${who}login`);
}
