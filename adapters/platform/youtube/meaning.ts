/** One item of YouTube's live chat → what it means to us: a line, a gift, something taken away, the end. */
import type { ChatMessage, ChatRole, Donation } from '../contract.ts';
import type { Item } from './api.external.ts';

/** A line or all lines of somebody were taken away by the moderators. */
export type Removal =
  | { readonly kind: 'message'; readonly id: string }
  /** `seconds` null: for good. */
  | { readonly kind: 'user'; readonly user: string; readonly name: string; readonly seconds: number | null };

/** `own`: written by us. `old`: from before we came. `unreadable`: no id or no author. `unknown`: another type. */
export const DROPPED = ['own', 'old', 'repeated', 'unreadable', 'unknown'] as const;
export type Dropped = (typeof DROPPED)[number];

export interface Meaning {
  readonly id: string;
  readonly user: string;
  /** Milliseconds since 1970 by YouTube's clock. */
  readonly at: number;
  readonly message?: ChatMessage;
  readonly donation?: Donation;
  readonly removal?: Removal;
  readonly ended?: true;
  /** A type without meaning for the game, named so that it can be counted. */
  readonly unknown?: string;
}

interface Context {
  readonly channel: string;
  /** Milliseconds since 1970, for an item without a usable time. */
  readonly now: number;
}

type Snippet = NonNullable<Item['snippet']>;
type Gift = Pick<Donation, 'kind' | 'amount' | 'currency' | 'text'>;

/** Null for an item without an id: it could not be told from its own repetition. */
export function meaningOf(item: Item, context: Context): Meaning | null {
  const { id, snippet, authorDetails } = item;
  if (!id || !snippet?.type) return null;
  const user = authorDetails?.channelId || snippet.authorChannelId || '';
  const sent = Date.parse(snippet.publishedAt ?? '');
  const base = { id, user, at: Number.isFinite(sent) ? sent : context.now };
  if (snippet.type === 'chatEndedEvent') return { ...base, ended: true };
  const removal = removalOf(snippet);
  if (removal) return { ...base, removal };
  const gift = GIFTS[snippet.type]?.(snippet);
  const text = snippet.type === 'textMessageEvent' ? lineOf(snippet) : (gift?.text ?? '');
  if (!gift && snippet.type !== 'textMessageEvent') return { ...base, unknown: snippet.type };
  if (!user) return null;
  const name = authorDetails?.displayName?.trim() || user;
  // What somebody says with a Super Chat stands in the chat like any other line, commands included.
  const speaks = snippet.type === 'textMessageEvent' || SPEAKING.has(snippet.type);
  return {
    ...base,
    ...(speaks && text !== '' ? { message: lineFrom(item, { ...base, name, text }, context) } : {}),
    ...(gift ? { donation: { id, user, name, at: base.at, ...gift } } : {}),
  };
}

function lineFrom(
  item: Item,
  said: { id: string; user: string; at: number; name: string; text: string },
  { channel }: Context,
): ChatMessage {
  const { id, user, name, text, at } = said;
  return { platform: 'youtube', id, channel, user, name, roles: rolesOf(item), text, sentAt: at };
}

/** By the flags that YouTube itself puts on the author; a member is what other platforms call a subscriber. */
export function rolesOf({ authorDetails }: Item): ChatRole[] {
  const roles: ChatRole[] = [];
  if (authorDetails?.isChatOwner) roles.push('broadcaster');
  if (authorDetails?.isChatModerator) roles.push('moderator');
  if (authorDetails?.isChatSponsor) roles.push('subscriber');
  return roles;
}

function lineOf({ textMessageDetails, displayMessage }: Snippet): string {
  return (textMessageDetails?.messageText ?? displayMessage ?? '').trim();
}

const SPEAKING: ReadonlySet<string> = new Set([
  'superChatEvent',
  'memberMilestoneChatEvent',
  'fanFundingEvent',
]);

/** `giftMembershipReceivedEvent` is absent on purpose: it is the other end of a gift that was counted already. */
const GIFTS: Readonly<Record<string, (snippet: Snippet) => Gift>> = {
  superChatEvent: ({ superChatDetails: paid }) => tip(paid?.amountMicros, paid?.currency, paid?.userComment),
  fanFundingEvent: ({ fanFundingEventDetails: paid }) =>
    tip(paid?.amountMicros, paid?.currency, paid?.userComment),
  superStickerEvent: ({ superStickerDetails: paid }) =>
    tip(paid?.amountMicros, paid?.currency, paid?.superStickerMetadata?.altText),
  newSponsorEvent: ({ newSponsorDetails: member }) => other('membership', 1, member?.memberLevelName),
  memberMilestoneChatEvent: ({ memberMilestoneChatDetails: member }) =>
    other('membership', member?.memberMonth, member?.userComment),
  membershipGiftingEvent: ({ membershipGiftingDetails: given }) =>
    other('gift', given?.giftMembershipsCount, given?.giftMembershipsLevelName),
  giftEvent: ({ giftDetails: given }) => ({
    ...other('gift', given?.jewelsAmount, given?.giftName),
    currency: 'jewels',
  }),
};

/** `amountMicros` is a text of millionths: "5000000" is five. */
function tip(micros: string | null | undefined, currency?: string | null, text?: string | null): Gift {
  const amount = Number(micros) / 1_000_000;
  return {
    kind: 'tip',
    amount: Number.isFinite(amount) ? amount : 0,
    currency: currency ?? '',
    text: (text ?? '').trim(),
  };
}

function other(kind: Donation['kind'], amount?: number | null, text?: string | null): Gift {
  return { kind, amount: amount ?? 1, currency: '', text: (text ?? '').trim() };
}

function removalOf(snippet: Snippet): Removal | null {
  const { type, messageDeletedDetails, messageRetractedDetails, userBannedDetails } = snippet;
  if (type === 'messageDeletedEvent' || type === 'messageRetractedEvent') {
    const id = messageDeletedDetails?.deletedMessageId ?? messageRetractedDetails?.retractedMessageId;
    return id ? { kind: 'message', id } : null;
  }
  if (type !== 'userBannedEvent') return null;
  const { bannedUserDetails: who, banType, banDurationSeconds } = userBannedDetails ?? {};
  if (!who?.channelId) return null;
  const seconds = banType === 'temporary' ? Number(banDurationSeconds ?? 0) : null;
  return { kind: 'user', user: who.channelId, name: who.displayName ?? who.channelId, seconds };
}

/** How often a gift was given in a row; the same id comes again with a higher number. */
export function comboOf({ snippet }: Item): number | null {
  if (snippet?.type !== 'giftEvent') return null;
  return Math.max(1, Math.trunc(snippet.giftDetails?.comboCount ?? 1));
}
