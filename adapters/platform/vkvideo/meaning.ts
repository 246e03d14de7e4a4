/** A message of VK Video Live → our `ChatMessage`, or the reason why it is none. */
import type { ChatMessage, ChatRole } from '../contract.ts';
import { at, idAt, type Json, listAt, recordOf, textAt, timeAt, trueAt } from './vk.external.ts';

export interface Reader {
  readonly channel: string;
  /** Our own user id; null without an account. */
  readonly self: string | null;
  /** Milliseconds since 1970, for a message that brings no usable time. */
  readonly now: number;
}

/** `own`: written with our account. `bot`: the platform's own announcer. `deleted`: taken away already. `unreadable`: no id or author. */
export type Dropped = 'own' | 'bot' | 'deleted' | 'unreadable';

export type Meaning =
  | { readonly message: ChatMessage }
  /** Lines of our own are known by their text. */
  | { readonly dropped: Dropped; readonly text: string };

/** @param value a `chat_message`, from the socket or from the history */
export function meaningOf(value: unknown, reader: Reader): Meaning {
  const id = idAt(value, 'id');
  const user = idAt(value, 'author', 'id');
  const text = wordsOfParts(listAt(value, 'parts'));
  if (id === '' || user === '') return { dropped: 'unreadable', text };
  const dropped = droppedFor(value, user === reader.self);
  if (dropped) return { dropped, text };
  return {
    message: {
      platform: 'vkvideo',
      id,
      channel: reader.channel,
      user,
      name: textAt(value, 'author', 'nick').trim() || user,
      roles: rolesOf(at(value, 'author')),
      text,
      sentAt: timeAt(value, 'created_at') ?? reader.now,
    },
  };
}

function droppedFor(value: unknown, own: boolean): Dropped | null {
  if (own) return 'own';
  if (trueAt(value, 'is_deleted')) return 'deleted';
  // By the badge, not by its nick, which anybody may take.
  const badges = listAt(value, 'author', 'badges');
  return badges.some((badge) => textAt(badge, 'achievement_name') === 'internal_chatbot') ? 'bot' : null;
}

/** Roles: two flags of the platform, the badge of a paid subscription, and a role of the channel that is called VIP. */
export function rolesOf(author: unknown): ChatRole[] {
  const roles: ChatRole[] = [];
  if (trueAt(author, 'is_owner')) roles.push('broadcaster');
  if (trueAt(author, 'is_moderator')) roles.push('moderator');
  if (listAt(author, 'roles').some((role) => textAt(role, 'name').trim().toLowerCase() === 'vip'))
    roles.push('vip');
  if (listAt(author, 'badges').some((badge) => /^subscription_/.test(textAt(badge, 'achievement_name'))))
    roles.push('subscriber');
  return roles;
}

/**
 * Parts joined: mentions as `@nick`, smiles as `:name:`, links as their address. A reply is only a leading mention, and
 * `!кубик` after it must still be first, so a mention before other words is left out. The usual "\n" at the end goes.
 */
export function wordsOfParts(parts: readonly unknown[]): string {
  const words = parts.map(wordsOfPart);
  const rest = plain(words.slice(1).join(''));
  const isReply = recordOf(at(parts[0], 'mention')) !== null && rest !== '';
  return isReply ? rest : plain(words.join(''));
}

function wordsOfPart(part: unknown): string {
  const text = at(part, 'text');
  if (text !== undefined) return textAt(text, 'content');
  const nick = textAt(part, 'mention', 'nick');
  if (nick !== '') return `@${nick}`;
  const smile = textAt(part, 'smile', 'name');
  if (smile !== '') return `:${smile}:`;
  return textAt(part, 'link', 'url') || textAt(part, 'link', 'content');
}

function plain(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').trim();
}

/** The `chat_message`s of a history answer, in the order of their times; unreadable things among them stay. */
export function inOrder(messages: readonly unknown[]): readonly unknown[] {
  const key = (value: unknown) => timeAt(value, 'created_at') ?? 0;
  return [...messages].sort((a, b) => key(a) - key(b) || byId(idAt(a, 'id'), idAt(b, 'id')));
}

/** Times are whole seconds; ids grow. */
export function byId(a: string, b: string): number {
  const [one, other] = [Number(a), Number(b)];
  return Number.isFinite(one) && Number.isFinite(other) ? one - other : 0;
}

/** A publication of the socket: its type and what belongs to it; null if it is in no known form. */
export function publicationOf(data: unknown): { readonly type: string; readonly data: Json } | null {
  const type = textAt(data, 'type');
  const inner = recordOf(at(data, 'data'));
  return type !== '' && inner ? { type, data: inner } : null;
}
