/** A line of Twitch chat → our `ChatMessage`, or the reason why it is none. */
import type { ChatMessage, ChatRole } from '../contract.ts';
import type { ForeignLine } from './irc.external.ts';

export interface Heard {
  /** Login of the channel, without `#`. */
  readonly channel: string;
  /** Login of the author as the line's prefix has it; the library gives undefined for a line without one. */
  readonly author: string | undefined;
  readonly text: string;
  readonly line: ForeignLine;
  readonly isOwn: OwnLine;
  /** Milliseconds since 1970, for a line that brings no usable time. */
  readonly now: number;
}

/** Whether a line was written by us. The streamer may write by hand with the very account that answers. */
export type OwnLine = (line: {
  readonly user: string;
  readonly id: string;
  readonly text: string;
  /** The channel's owner wrote it. */
  readonly owner: boolean;
  readonly roles: readonly ChatRole[];
}) => boolean;

/**
 * `foreign`: another channel's line in a Shared Chat. `own`: written by us. `unreadable`: no id or no author.
 * `counted`: another event tells the same.
 */
export type Dropped = 'foreign' | 'own' | 'unreadable' | 'counted';

const BADGES: ReadonlyMap<string, ChatRole> = new Map([
  ['broadcaster', 'broadcaster'],
  ['moderator', 'moderator'],
  ['lead_moderator', 'moderator'],
  ['vip', 'vip'],
  ['subscriber', 'subscriber'],
  ['founder', 'subscriber'],
]);

/**
 * Reads tags, not the library's getters: those give undefined ids and an invalid date for a line without tags, and
 * throw for one without a prefix. A line without message or user id cannot be done once or be checked: it is dropped.
 */
export function meaningOf(heard: Heard): ChatMessage | Dropped {
  const { tags } = heard.line;
  const id = tags.get('id');
  const user = tags.get('user-id');
  if (!id || !user) return 'unreadable';
  const source = tags.get('source-room-id');
  // In a Shared Chat the line also reaches the channel where it was written; there it is counted, once.
  if (source && source !== tags.get('room-id')) return 'foreign';
  const roles = rolesOf(tags);
  const owner = user === tags.get('room-id');
  if (heard.isOwn({ user, id, text: heard.text, owner, roles })) return 'own';
  const sent = Number(tags.get('tmi-sent-ts'));
  return {
    platform: 'twitch',
    id: owned(id),
    channel: heard.channel,
    user,
    name: tags.get('display-name')?.trim() || heard.author || user,
    roles,
    text: wordsOf(heard.text, tags),
    sentAt: Number.isSafeInteger(sent) && sent > 0 ? sent : heard.now,
  };
}

/**
 * A copy of its own: what the library cuts out of a line holds the whole line in memory, and ids are remembered by the
 * thousand. Ids are ASCII.
 */
function owned(id: string): string {
  return Buffer.from(id, 'latin1').toString('latin1');
}

/** Roles by the names of badges, each once. */
export function rolesByBadges(badges: readonly string[]): ChatRole[] {
  const roles: ChatRole[] = [];
  for (const badge of badges) {
    const role = BADGES.get(badge);
    if (role && !roles.includes(role)) roles.push(role);
  }
  return roles;
}

/** Roles by the badges that Twitch itself puts on the line: `moderator/1,subscriber/12`. */
export function rolesOf(tags: ReadonlyMap<string, string>): ChatRole[] {
  const badges = tags.get('badges');
  const roles = badges ? rolesByBadges(badges.split(',').map((badge) => badge.split('/', 1)[0] ?? '')) : [];
  const add = (role: ChatRole): void => {
    if (!roles.includes(role)) roles.push(role);
  };
  // Somebody who hides a badge is still known by the tags and by the id of the room, which is the broadcaster's.
  const user = tags.get('user-id');
  if (user && user === tags.get('room-id')) add('broadcaster');
  if (tags.get('mod') === '1') add('moderator');
  if (tags.get('vip') === '1') add('vip');
  if (tags.get('subscriber') === '1') add('subscriber');
  return roles;
}

/** Chat clients put an invisible U+E0000 at the end, so that Twitch takes a repeated line for a new one. */
const INVISIBLE_TAIL = /[\s\u{E0000}]+$/u;

/** The words themselves: Twitch puts `@login ` before an answer to somebody's line, and `!кубик` must still be first. */
function wordsOf(text: string, tags: ReadonlyMap<string, string>): string {
  if (!tags.has('reply-parent-msg-id')) return spokenWords(text, []);
  return spokenWords(text, [tags.get('reply-parent-display-name'), tags.get('reply-parent-user-login')]);
}

/** @param answered names of the one that the line answers to, as they may stand before it. */
export function spokenWords(text: string, answered: readonly (string | undefined)[]): string {
  const plain = text.replace(INVISIBLE_TAIL, '');
  for (const name of answered) {
    const prefix = `@${name} `;
    if (name && plain.toLowerCase().startsWith(prefix.toLowerCase())) return plain.slice(prefix.length);
  }
  return plain;
}
