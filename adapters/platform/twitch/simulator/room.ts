/** One chat room: its rules, who may not write, who wrote what lately. */
import type { Person } from './people.ts';

export interface Verdict {
  /** The `msg-id` of Twitch's notice. */
  readonly code: string;
  readonly text: string;
}

export interface Limits {
  /** Lines that a viewer may write in the window. */
  lines: number;
  /** Lines for moderators and the broadcaster. */
  moderatorLines: number;
  windowMs: number;
}

export const DUPLICATE_MS = 30_000;
export const LONGEST_TEXT = 500;

interface Written {
  readonly at: number;
  readonly shown: boolean;
  readonly text: string;
}

export class Room {
  readonly name: string;
  readonly owner: Person;
  readonly moderators = new Set<string>();
  readonly banned = new Set<string>();
  /** Login → until when, milliseconds since 1970. */
  readonly timedOut = new Map<string, number>();
  /** Seconds between two lines of a viewer; 0 is off. */
  slow = 0;
  subsOnly = false;
  emoteOnly = false;
  suspended = false;
  readonly #written = new Map<string, Written[]>();

  constructor(owner: Person) {
    this.owner = owner;
    this.name = owner.login;
  }

  isModerator(login: string): boolean {
    return login === this.owner.login || this.moderators.has(login);
  }

  /** Null if the line is shown; otherwise why not, in Twitch's words. Counts it either way, as Twitch does. */
  judge(who: Person, text: string, limits: Limits): Verdict | null {
    const now = Date.now();
    const moderator = this.isModerator(who.login);
    const window = Math.max(limits.windowMs, DUPLICATE_MS, this.slow * 1000);
    const lately = (this.#written.get(who.login) ?? []).filter(({ at }) => now - at < window);
    const verdict = this.#refusal({ who, text, now, moderator, lately, limits });
    if (verdict?.code !== 'msg_banned')
      this.#written.set(who.login, [...lately, { at: now, text, shown: verdict === null }].slice(-200));
    return verdict;
  }

  #refusal(line: {
    who: Person;
    text: string;
    now: number;
    moderator: boolean;
    lately: readonly Written[];
    limits: Limits;
  }): Verdict | null {
    const { who, text, now, moderator, lately, limits } = line;
    if (this.suspended)
      return { code: 'msg_channel_suspended', text: 'This channel does not exist or has been suspended.' };
    if (this.banned.has(who.login)) {
      return { code: 'msg_banned', text: `You are permanently banned from talking in ${this.name}.` };
    }
    const until = this.timedOut.get(who.login) ?? 0;
    if (until > now) {
      const seconds = Math.ceil((until - now) / 1000);
      return { code: 'msg_timedout', text: `You are timed out for ${seconds} more seconds.` };
    }
    const inWindow = lately.filter(({ at }) => now - at < limits.windowMs).length;
    if (inWindow >= (moderator ? limits.moderatorLines : limits.lines)) {
      return {
        code: 'msg_ratelimit',
        text: 'Your message was not sent because you are sending messages too quickly.',
      };
    }
    if ([...text].length > LONGEST_TEXT) {
      return {
        code: 'msg_rejected_mandatory',
        text: "Your message wasn't posted due to conflicts with the channel's moderation settings.",
      };
    }
    if (moderator) return null;
    if (this.subsOnly) {
      return {
        code: 'msg_subsonly',
        text: `This room is in subscribers only mode. To talk, purchase a channel subscription.`,
      };
    }
    if (this.emoteOnly) {
      return { code: 'msg_emoteonly', text: 'This room is in emote only mode.' };
    }
    const last = lately.findLast(({ shown }) => shown);
    if (last && now - last.at < this.slow * 1000) {
      return {
        code: 'msg_slowmode',
        text: `This room is in slow mode and you are sending messages too quickly. You will be able to talk again in ${this.slow} seconds.`,
      };
    }
    if (last && last.text === text && now - last.at < DUPLICATE_MS) {
      return {
        code: 'msg_duplicate',
        text: 'Your message was not sent because it is identical to the previous one you sent, less than 30 seconds ago.',
      };
    }
    return null;
  }
}
