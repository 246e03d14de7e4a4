/** What the Twitch adapter is given, and what it offers beyond the common contract. */
import type { Health } from '../contract.ts';
import type { TwitchAddresses } from './addresses.ts';
import type { EarCounts } from './ear.ts';
import type { EventsTimes } from './events-link.ts';
import { type LinkTimes, TIMES } from './link.ts';
import type { TwitchAccount } from './login.ts';

export interface TwitchTimes extends LinkTimes, EventsTimes {
  /** The chat is read the second way when the first is gone for so long. */
  readonly fallbackMs: number;
  /** Redemptions are read from the list this often, beside the events. */
  readonly redemptionsMs: number;
  /** One call of the API. */
  readonly callMs: number;
}

export const TWITCH_TIMES: TwitchTimes = {
  ...TIMES,
  moveMs: 30_000,
  crowdedMs: 10 * 60_000,
  fallbackMs: 15_000,
  redemptionsMs: 60_000,
  callMs: 8_000,
};

export interface TwitchOptions {
  /** Login of the channel; `#name` and `https://twitch.tv/name` are understood. */
  readonly channel: string;
  /**
   * Best the streamer's own. Without one any channel is read, and nothing is written. With `chat:read` and `chat:edit`
   * alone the chat is read and written by IRC; what more it can do is by its scopes, see scopes.ts.
   */
  readonly account?: TwitchAccount;
  /** A separate account that writes; the streamer's own is then only for the rest. */
  readonly bot?: TwitchAccount;
  readonly addresses?: TwitchAddresses;
  readonly times?: Partial<TwitchTimes>;
  /** What goes wrong on the way, in a sentence; never chat, never a token. */
  readonly log?: (text: string) => void;
}

export interface TwitchHealth extends Health {
  /** Whose connection it is: nobody's or an account's login. */
  readonly as: 'anonymous' | { readonly login: string };
  /** How the chat is read now; null while it is not. */
  readonly by: 'events' | 'irc' | null;
  /** `none`: without one. `over`: somebody has to sign in again; `unsaved`: it lives in memory alone. */
  readonly signIn: 'none' | 'good' | 'unsaved' | 'over';
  /** Events that Twitch refuses to send, with its status. */
  readonly refused: Readonly<Record<string, string>>;
  /** Since when the state is what it is; milliseconds since 1970, as all times here. */
  readonly since: number;
  readonly lastMessageAt: number | null;
  /** Connections made after the first. */
  readonly reconnects: number;
  readonly lastFailure: { readonly code: string; readonly text: string; readonly at: number } | null;
  /** Lines and events that were not passed on, by reason. */
  readonly dropped: Readonly<EarCounts>;
}
