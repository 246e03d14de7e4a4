/** What people write, as lines of the chat server; and what moderators take away. */
import { randomUUID } from 'node:crypto';
import { emotesOf, type Tags } from './line.ts';
import type { Person, SimUser } from './people.ts';
import type { World } from './world.ts';

export interface SayOptions {
  /** `moderator/1`, `subscriber/12`; the broadcaster has his own by himself. */
  readonly badges?: readonly string[];
  readonly id?: string;
  /** The line comes twice, as after a hiccup at Twitch. */
  readonly duplicate?: boolean;
  /** Milliseconds since 1970; now if absent. A late line has an old one. */
  readonly sentAt?: number;
  readonly replyTo?: { readonly id: string; readonly user: string | SimUser; readonly text: string };
  /** Written in another channel of the same Shared Chat. */
  readonly sourceChannel?: string;
  /** `/me` */
  readonly action?: boolean;
  /** Put over the others; undefined takes a tag away. */
  readonly tags?: Tags;
}

/** One line, or all of somebody: for a while, or for good. */
export type Cleared = { readonly id: string } | { readonly login: string; readonly seconds?: number };

export interface Line {
  readonly channel: string;
  readonly user: string | SimUser;
  readonly text: string;
  readonly options: SayOptions;
}

export function spokenLine(world: World, said: Line): string {
  world.room(said.channel);
  const id = said.options.id ?? randomUUID();
  const line = privmsg(world, { ...said, options: { ...said.options, id } });
  world.tell(said.channel, line);
  if (said.options.duplicate) world.tell(said.channel, line);
  return id;
}

export function privmsg(world: World, { channel, user, text, options }: Line): { tags: Tags; text: string } {
  const person = world.people.of(user);
  const reply = options.replyTo && replyTags(world.people.of(options.replyTo.user), options.replyTo);
  // Twitch itself puts the name before an answer.
  const words = reply ? `@${reply['reply-parent-display-name']} ${text}` : text;
  const said = options.action ? `\u0001ACTION ${words}\u0001` : words;
  const { login } = person;
  return {
    tags: { ...lineTags(world, { person, channel, options, words }), ...reply, ...options.tags },
    text: `:${login}!${login}@${login}.tmi.twitch.tv PRIVMSG #${channel} :${said}`,
  };
}

function lineTags(
  world: World,
  line: { person: Person; channel: string; options: SayOptions; words: string },
): Tags {
  const { person, channel, options, words } = line;
  const room = world.room(channel);
  const own = person.login === room.name ? ['broadcaster/1'] : [];
  const badges = [...own, ...(options.badges ?? [])].filter((badge, at, all) => all.indexOf(badge) === at);
  const has = (set: string) => badges.some((badge) => badge.startsWith(`${set}/`));
  const months = badges.find((badge) => badge.startsWith('subscriber/'));
  const id = options.id ?? randomUUID();
  const source = options.sourceChannel ? world.people.of(options.sourceChannel).id : undefined;
  return {
    'badge-info': months ?? '',
    badges: badges.join(','),
    color: person.color,
    'display-name': person.name,
    emotes: emotesOf(words),
    'first-msg': '0',
    flags: '',
    id,
    mod: has('moderator'),
    'returning-chatter': '0',
    'room-id': room.owner.id,
    'source-id': source ? id : undefined,
    'source-room-id': source,
    subscriber: has('subscriber') || has('founder'),
    'tmi-sent-ts': options.sentAt ?? Date.now(),
    turbo: '0',
    'user-id': person.id,
    'user-type': has('moderator') ? 'mod' : '',
    vip: has('vip') ? '1' : undefined,
  };
}

function replyTags(parent: Person, { id, text }: { id: string; text: string }) {
  return {
    'reply-parent-display-name': parent.name,
    'reply-parent-msg-body': text,
    'reply-parent-msg-id': id,
    'reply-parent-user-id': parent.id,
    'reply-parent-user-login': parent.login,
    'reply-thread-parent-msg-id': id,
  };
}

export function cleared(world: World, channel: string, what: Cleared): void {
  const room = world.room(channel);
  const at = { 'room-id': room.owner.id, 'tmi-sent-ts': Date.now() };
  if ('id' in what) {
    const tags = { login: room.name, 'target-msg-id': what.id, ...at };
    return world.tell(room.name, { tags, text: `:tmi.twitch.tv CLEARMSG #${room.name} :` });
  }
  const person = world.people.of(what.login);
  const tags = { 'ban-duration': what.seconds, 'target-user-id': person.id, ...at };
  world.tell(room.name, { tags, text: `:tmi.twitch.tv CLEARCHAT #${room.name} :${person.login}` });
}
