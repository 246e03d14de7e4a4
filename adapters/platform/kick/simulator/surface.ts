/** What a test or a rehearsal can do with the simulated Kick. */
import type { KickPair } from '../oauth.ts';
import type { Limits } from './doors.ts';
import type { SendOptions, Sent, Trouble } from './sender.ts';
import type { Breakage } from './web.ts';
import type { SimBan, SimLine, SimRedemption, SimReward, SimSubscription, SimUser } from './world.ts';

export interface SayOptions extends SendOptions {
  readonly id?: string;
  readonly name?: string;
  readonly userId?: number;
  /** Badge types: `moderator`, `subscriber`, … */
  readonly badges?: readonly string[];
}

export interface KickSimulator {
  /** For `MSIG_KICK_API_URL`. */
  readonly apiUrl: string;
  /** For `MSIG_KICK_AUTH_URL`. */
  readonly authUrl: string;
  /** The PEM that webhooks are signed with; also at `/public/v1/public-key`. */
  readonly publicKey: string;
  /** The app: its id and secret. */
  readonly client: { readonly id: string; readonly secret: string };
  readonly limits: Limits;
  /** Makes a channel. */
  open(slug: string, about?: { id?: number; name?: string }): SimUser;
  /** A redirect address of the app. The consent page agrees at once, for the owner of the channel made first. */
  redirect(address: string): void;
  /** A sign-in without the browser. */
  signIn(slug: string, scopes?: readonly string[]): KickPair;
  /** The app's webhook address; empty switches webhooks off, which removes all subscriptions. */
  webhookTo(url: string): void;
  /** Somebody writes; returns the message's id. */
  say(channel: string, user: string, text: string, options?: SayOptions): string;
  /** Any event to whoever is subscribed, with any body. */
  event(channel: string, type: string, body: unknown, options?: SendOptions): void;
  /** Somebody redeems the reward of this title; returns the redemption's id. */
  redeem(channel: string, title: string, user: string, input?: string): string;
  gift(channel: string, user: string, amount: number, text?: string): void;
  subscribe(channel: string, user: string, months?: number): void;
  /** @param gifter null: anonymous. */
  giftSubs(channel: string, gifter: string | null, giftees: readonly string[]): void;
  follow(channel: string, user: string): void;
  live(channel: string, live: boolean): void;
  about(channel: string, about: { title?: string; category?: string }): void;
  /** A reward that another app, or the streamer's own hand, has made. */
  foreignReward(channel: string, title: string, cost: number): void;
  /** Done by hand on Kick's page. */
  settleByHand(id: string, status: 'accepted' | 'rejected'): void;
  /** Lines that were written over the API, oldest first. */
  spoken(): readonly SimLine[];
  bans(): readonly SimBan[];
  deleted(): readonly string[];
  rewards(): readonly SimReward[];
  redemptions(): readonly SimRedemption[];
  subscriptions(): readonly SimSubscription[];
  /** The app's bot: `missing` was never created, `broken` answers 500. */
  bot(state: 'there' | 'missing' | 'broken'): void;
  /** A webhook with a true signature, to be sent by `post`, or changed first. */
  make(about: { type: string; body: string; sentAt?: number; version?: string }): Sent;
  post(sent: Sent): Promise<number>;
  sent(): readonly Sent[];
  /** Message ids that were lost on purpose. */
  lost(): readonly string[];
  /** Webhooks that are not answered yet. */
  pending(): number;
  trouble(trouble: Trouble): void;
  /** Access tokens run out; with `refused`, renewal tokens die too. */
  expire(options?: { readonly refused?: boolean }): void;
  /** Subscriptions stay listed and deliver nothing. */
  deaden(): void;
  /** Makes every subscription a second time. */
  doubleSubscriptions(): void;
  forgetSubscriptions(): void;
  /** The next subscriptions are made with 200 and are not there. */
  loseCreations(events: number): void;
  refuseEvent(event: string, error: string): void;
  break(calls: number, how: Breakage): void;
  mend(): void;
  /** `/public/v1/chat`, `/oauth/token`, … */
  calls(path: string): number;
  /** Pulls the cable, fails the next calls, and forgets the subscriptions. */
  cut(calls?: number): void;
  close(): Promise<void>;
}
