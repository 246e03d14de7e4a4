/** What the Kick adapter is given, and what it offers beyond the common contract. */
import type { Donation, Health, PlatformAdapter, StreamStatus } from '../contract.ts';
import type { KickAddresses } from './addresses.ts';
import type { EarCounts, Heard } from './ear.ts';
import type { KeeperTimes } from './keeper.ts';
import type { KickClient, KickPair } from './oauth.ts';
import { KICK_PACE, type SendResult } from './outbox.ts';
import type { RoundTimes } from './rounds.ts';
import type { TokenTimes } from './tokens.ts';
import type { KickDelivery } from './webhook.ts';

export type KickTimes = KeeperTimes & RoundTimes & { readonly gapMs: number };

export interface KickOptions {
  /** `name`, or the address of the channel. */
  readonly channel: string;
  /** The app; with it alone any channel can be read. */
  readonly client?: KickClient;
  /** A user's sign-in, best the channel's owner's. Renewing it needs `client`. */
  readonly account?: {
    readonly pair: KickPair;
    /** Has the pair on the disk when it resolves; see tokens.ts for why. */
    readonly save: (pair: KickPair) => void | Promise<void>;
    readonly load?: () => KickPair | null | Promise<KickPair | null>;
    readonly times?: Partial<TokenTimes>;
  };
  /** False: no address of ours can be reached from outside; the chat cannot be read, all else works. */
  readonly webhooks?: boolean;
  /** Where the gateway's deliveries come from; called at `connect`, and what it returns at `close`. */
  readonly deliveries?: (deliver: (delivery: KickDelivery) => Heard) => () => void;
  readonly addresses?: KickAddresses;
  readonly times?: Partial<KickTimes>;
  /** What goes wrong on the way, in a sentence; never chat, never a token. */
  readonly log?: (text: string) => void;
}

export interface KickHealth extends Health {
  readonly since: number;
  readonly lastDeliveryAt: number | null;
  readonly lastFailure: { readonly code: string; readonly text: string; readonly at: number } | null;
  /** Events that were not passed on, by reason. */
  readonly dropped: EarCounts;
  /** `none`: without one. `over`: somebody has to sign in again; `unsaved`: it lives in memory alone. */
  readonly signIn: 'none' | 'good' | 'unsaved' | 'over';
  /** Events that Kick refuses to send, with its words. */
  readonly refused: Readonly<Record<string, string>>;
  /** How often the subscriptions were made anew because nothing came. */
  readonly remade: number;
}

export interface KickAdapter extends PlatformAdapter {
  /** The channel owner's user id, once it is known. */
  readonly serves: readonly string[];
  /** An event that the gateway has verified and stored. Tells what became of it; all but `early` may be acknowledged. */
  deliver(delivery: KickDelivery): Heard;
  /** As `send`, with the reason when it was refused, and as an answer to somebody's line. Never rejects, settles within 10 s. */
  sendLine(text: string, options?: { readonly replyTo?: string }): Promise<SendResult>;
  health(): KickHealth;
  onDonation(listener: (donation: Donation) => void): () => void;
  onStream(listener: (status: StreamStatus) => void): () => void;
  deleteMessage(id: string): Promise<boolean>;
  timeOut(user: string, seconds: number, reason: string): Promise<boolean>;
}

export const KICK_TIMES: KickTimes = {
  startMs: 25_000,
  checkMs: 60_000,
  firstPauseMs: 1_000,
  longestPauseMs: 60_000,
  callMs: 8_000,
  reconcileMs: 3_600_000,
  silenceMs: 10 * 60_000,
  redemptionsMs: 60_000,
  gapMs: KICK_PACE.gapMs,
};
