/** What a test or a rehearsal can do with the simulated Twitch. */

import type { SimQuestion, SimStream } from './channel-doors.ts';
import type { Penalty } from './chat-doors.ts';
import type { Trouble } from './fates.ts';
import type { HubLimits } from './hub.ts';
import type { SimToken, SimUser } from './people.ts';
import type { SimRedemption, SimReward } from './reward-doors.ts';
import type { Limits } from './room.ts';
import type { Cleared, SayOptions } from './speech.ts';
import type { Breaking } from './web.ts';
import type { Spoken } from './world.ts';

/** Addresses, for the settings `MSIG_TWITCH_*_URL`. */
export interface Addresses {
  readonly ircUrl: string;
  /** The same chat over plain TCP. */
  readonly tcpUrl: string;
  readonly apiUrl: string;
  readonly authUrl: string;
  readonly eventsubUrl: string;
}

export interface ChatSurface {
  readonly limits: Limits;
  /** Makes a channel that can be joined. */
  open(channel: string | SimUser): void;
  /** Somebody writes; returns the id of the line. It goes out by IRC and as an event. */
  say(channel: string, user: string | SimUser, text: string, options?: SayOptions): string;
  /** A line of IRC as it is, to everybody in the channel. */
  raw(channel: string, line: string): void;
  /** All lines of IRC that clients sent, passwords and pings among them, oldest first. */
  sent(): readonly string[];
  /** What clients wrote, by IRC or by the API, and the chat shows, oldest first. */
  spoken(): readonly Spoken[];
  /** How many clients are in the channel. */
  readers(channel: string): number;
  /** Connections of the chat. */
  connections(): number;
  moderator(channel: string, login: string): void;
  ban(channel: string, login: string): void;
  timeout(channel: string, login: string, seconds: number): void;
  /** `suspended`, `slow` (seconds), `subsOnly`, `emoteOnly`. */
  rules(
    channel: string,
    rules: { suspended?: boolean; slow?: number; subsOnly?: boolean; emoteOnly?: boolean },
  ): void;
  /** Lines that a viewer may write in 30 s from now on. */
  rateLimit(lines: number): void;
  /** The moderators delete a line, or all of somebody. */
  clear(channel: string, what: Cleared): void;
  /** Penalties given by the API, oldest first. */
  penalties(): readonly Penalty[];
  /** Lines deleted by the API. */
  deleted(): readonly string[];
  /** The next bans by the API meet somebody else's change (409). */
  conflictBans(times: number): void;
}

export interface SignInSurface {
  readonly client: { readonly id: string; readonly secret: string };
  token(token: string, about: SimToken): void;
  /** The token runs out, or is taken back. */
  expire(token: string): void;
  /** Somebody types the device's code in and agrees; null denies, `expired` lets the code run out. */
  decide(userCode: string, as: string | null | 'expired'): void;
  /** Who agrees on the consent page. */
  consenting(login: string): void;
}

export interface MoneySurface {
  rewards(): readonly SimReward[];
  /** A reward that another app, or the streamer by hand, has made. */
  foreignReward(channel: string, title: string, cost: number): SimReward;
  /** Somebody redeems a reward, given by title or id; returns the redemption's id. */
  redeem(channel: string, reward: string, user: string | SimUser, input?: string): string;
  /** Each one's state, how often it changed, and what was asked of it. */
  redemptions(): readonly SimRedemption[];
  settleByHand(id: string, status: 'FULFILLED' | 'CANCELED'): void;
  /** Twitch's word for all channels here; empty: no points, no polls. */
  standing(word: '' | 'affiliate' | 'partner'): void;
  /** Redemptions in one page of the list. */
  pageSize(size: number): void;
  /** Null: an anonymous one. */
  cheer(channel: string, user: string | SimUser | null, bits: number, text?: string): void;
  powerUp(channel: string, user: string | SimUser, bits: number): void;
  /** With a text: told to the chat by somebody who had been subscribed before. */
  sub(channel: string, user: string | SimUser, text?: string): void;
  gift(channel: string, user: string | SimUser | null, total: number): void;
}

export interface StageSurface {
  raid(channel: string, from: string | SimUser, viewers: number): void;
  follow(channel: string, user: string | SimUser): void;
  setLive(channel: string, live: boolean, about?: Partial<Pick<SimStream, 'title' | 'category'>>): void;
  /** Polls and predictions, oldest first. */
  questions(): readonly SimQuestion[];
  /** Votes so far, by the order of its choices. */
  vote(id: string, votes: readonly number[]): void;
}

export interface TroubleSurface {
  /** Pulls the cable of all clients; `half` leaves a half-written line of IRC behind. */
  cut(options?: { readonly half?: boolean }): void;
  /** Asks all clients of IRC to connect anew, and cuts those that are still there after `graceMs`. */
  reconnect(graceMs?: number): void;
  /** Refuses the next connections of the chat. */
  refuse(connections: number): void;
  ping(): void;
  /** The next calls to sign-in and API fail; those of one path, if it is given. */
  failCalls(calls: number, status: number, path?: string): void;
  /** The same with a page, with silence, with a cut, or after Twitch has acted. */
  breakCalls(calls: number, breaking: Breaking): void;
  /** How often `/validate`, `/token`, `/helix/users`, `PATCH /helix/polls` were called. */
  calls(path: string): number;
  /** Points of the API in a window, for every sign-in. */
  budget(points: number, windowMs: number): void;
  readonly events: {
    readonly limits: HubLimits;
    /** Sockets for events. */
    sockets(): number;
    /** Types of the living subscriptions. */
    subscriptions(): readonly string[];
    /** Of those that are dead: left behind by a socket that is gone. */
    orphans(): number;
    /** The next sockets are refused at the door. */
    refuse(sockets: number): void;
    /** Twitch refuses this type with 403. */
    forbid(type: string): void;
    cut(): void;
    close(code: number): void;
    /** Sockets stay open and say nothing more; `alsoNew` those to come too. */
    silence(alsoNew: boolean): void;
    /** Asks all to move to another server; `url` stands in for the address told to them. */
    move(graceMs?: number, url?: string): void;
    revoke(type: string, status: string): void;
    loseNext(): void;
    doubleNext(): void;
    delayNext(ms: number): void;
    trouble(trouble: Trouble): void;
    /** Events that were lost on purpose. */
    lost(): readonly { readonly id: string; readonly type: string; readonly event: unknown }[];
    /** Any event, known or not. */
    publish(channel: string, type: string, event: Readonly<Record<string, unknown>>, at?: number): void;
    /** Bytes as they are, to every socket. */
    raw(text: string): void;
  };
}

export interface Surface
  extends Addresses,
    ChatSurface,
    SignInSurface,
    MoneySurface,
    StageSurface,
    TroubleSurface {
  close(): Promise<void>;
}
