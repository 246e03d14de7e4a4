/**
 * What a chat platform is to a player process: one adapter object for one channel. The platform's own bytes stay
 * behind it; what comes out are `ChatMessage`s, each at least once, in no promised order.
 */

export const ROLES = ['broadcaster', 'moderator', 'vip', 'subscriber'] as const;
export type ChatRole = (typeof ROLES)[number];

export interface ChatMessage {
  /** `local`, `twitch`, …: two to twelve small letters. */
  readonly platform: string;
  /** The platform's own id of this message; the same again is the same message. */
  readonly id: string;
  /** Channel login or id, as the platform calls it. */
  readonly channel: string;
  /** The author's stable id; never a name, which can change hands. */
  readonly user: string;
  /** For show only. */
  readonly name: string;
  readonly roles: readonly ChatRole[];
  readonly text: string;
  /** Milliseconds since 1970 by the platform's clock. */
  readonly sentAt: number;
}

/** What a platform can do beyond reading. Absent means no. */
export interface Capabilities {
  /** Lines can be written into the chat. False for anonymous reading: answers appear on the overlay only. */
  readonly write: boolean;
  /** What is written here is shown by the game's own pages already, so lines need not be told to `talk`. */
  readonly ownPages: boolean;
  /** Characters of one line. */
  readonly maxLength: number;
  /** Lines that may be written within the window, counted by the adapter before the platform does. */
  readonly pace: { readonly lines: number; readonly seconds: number };
  /** Absent: only reading and, if `write`, writing. */
  readonly features?: readonly Feature[];
}

/** What a channel may be able to do, for the printed table; what is missing is said on screen, not hidden. */
export const FEATURES = [
  'read',
  'write',
  'reply',
  'roles',
  'rewards-create',
  'rewards-settle',
  'polls',
  'moderation',
  'stream-status',
  'donations',
  'delete-message',
] as const;
export type Feature = (typeof FEATURES)[number];

/** A viewer has paid with channel points (or their like) and waits for an outcome. */
export interface Redemption {
  /** The platform's id: the same redemption again is the same one. */
  readonly id: string;
  /** Key of ours given in `RewardSpec`. */
  readonly reward: string;
  readonly user: string;
  readonly name: string;
  /** What the viewer typed; empty if nothing was asked. */
  readonly input: string;
  /** Milliseconds since 1970 by the platform's clock. */
  readonly at: number;
}

export interface RewardSpec {
  /** Ours, stable. */
  readonly key: string;
  /** As viewers see it; at most 45 characters, unique in the channel. */
  readonly title: string;
  readonly cost: number;
  readonly prompt: string;
  readonly asksInput: boolean;
}

/** `already`: it had this very end before. `retry`: it may go through later; otherwise it never will. */
export type Settled =
  | { readonly ok: true; readonly already: boolean }
  | { readonly ok: false; readonly code: string; readonly retry: boolean };

export interface Rewards {
  /** Creates what is missing and mends what differs; touches nothing of others. Told of each that could not be made. */
  ensure(specs: readonly RewardSpec[]): Promise<readonly { readonly key: string; readonly code: string }[]>;
  /** Calls the listener for each redemption, at least once. Returns the way to stop. */
  onRedemption(listener: (redemption: Redemption) => void): () => void;
  /** Safe to repeat: the state is read first. `refunded` gives the points back where the platform can. */
  settle(id: string, outcome: 'fulfilled' | 'refunded'): Promise<Settled>;
  /** Redemptions without an end, as the platform has them, oldest first. */
  open(): Promise<readonly Redemption[]>;
}

/** Money or its like, given without asking for anything: Super Chat, bits, gifts, memberships. */
export interface Donation {
  readonly id: string;
  readonly user: string;
  readonly name: string;
  readonly kind: 'tip' | 'bits' | 'gift' | 'membership' | 'subscription';
  /** In the currency's own unit (not cents); for bits and gifts their count. */
  readonly amount: number;
  readonly currency: string;
  readonly text: string;
  readonly at: number;
}

export interface StreamStatus {
  readonly live: boolean;
  readonly since: number | null;
  readonly title: string;
  readonly category: string;
}

/** Something that happened in the channel and costs nobody anything. */
export interface Signal {
  readonly kind: 'raid' | 'follow';
  readonly id: string;
  readonly user: string;
  readonly name: string;
  /** Viewers that a raid brings; 1 for a follow. */
  readonly amount: number;
  readonly at: number;
}

export type Opened =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly code: string };
export type Closed = { readonly ok: true } | { readonly ok: false; readonly code: string };

/** Votes of a platform's own poll or prediction so far, in the order of its choices. */
export interface Votes {
  readonly id: string;
  readonly totals: readonly number[];
  /** No more votes will come. */
  readonly ended: boolean;
}

/** The platform's own polls: shown to viewers by the platform itself, beside the game's. */
export interface Polls {
  /** Cuts what is too long for the platform; never rejects. */
  open(poll: {
    readonly title: string;
    readonly choices: readonly string[];
    readonly seconds: number;
  }): Promise<Opened>;
  /** Ends it before its time; one that is over already is `ok`. Never rejects. */
  close(id: string): Promise<Closed>;
  onVotes(listener: (votes: Votes) => void): () => void;
}

/** The platform's own bets with channel points; points are the platform's to move. */
export interface Predictions extends Omit<Polls, 'close'> {
  /** `outcome` is the number of the winning choice from 0; null gives all points back. Never rejects. */
  close(id: string, outcome: number | null): Promise<Closed>;
}

export type HealthState = 'connecting' | 'up' | 'down' | 'closed';
export interface Health {
  readonly state: HealthState;
  /** Why it is down: a short word of ours or the platform's code. */
  readonly reason?: string;
  /** Lines read since connect. */
  readonly read: number;
  readonly written: number;
  /** `over`: the platform takes it no longer, somebody has to sign in again. `unsaved`: it lives in memory alone. */
  readonly signIn?: 'none' | 'good' | 'unsaved' | 'over';
}

export interface PlatformAdapter {
  readonly platform: string;
  readonly channel: string;
  readonly can: Capabilities;
  /** Resolves when lines are being read. @throws AdapterError-like Error with a sentence if that cannot be. Reconnects by itself afterwards. */
  connect(): Promise<void>;
  /** Calls the listener for every line from now on. Returns the way to stop. */
  onMessage(listener: (message: ChatMessage) => void): () => void;
  /** Calls the listener at every change of health. */
  onHealth(listener: (health: Health) => void): () => void;
  /** Writes a line. Resolves false if the platform refused it or this adapter cannot write; never rejects, never hangs over 10 s. */
  send(text: string): Promise<boolean>;
  health(): Health;
  readonly rewards?: Rewards;
  /** For platforms that call us: their ids of the channels whose calls this adapter wants; empty while not known. */
  readonly serves?: readonly string[];
  /**
   * What the platform told the gateway, verified and stored there; it may come again. Answers with a word for what became
   * of it: `early` and `closed` mean that it is not taken, every other that it need not come again.
   */
  deliver?(delivery: unknown): string;
  onDonation?(listener: (donation: Donation) => void): () => void;
  onStream?(listener: (status: StreamStatus) => void): () => void;
  onSignal?(listener: (signal: Signal) => void): () => void;
  readonly polls?: Polls;
  readonly predictions?: Predictions;
  /** Removes a line by its message id. False if it could not. */
  deleteMessage?(id: string): Promise<boolean>;
  /** Silences somebody for a while. False if it could not. */
  timeOut?(user: string, seconds: number, reason: string): Promise<boolean>;
  /** Ends the connection. Safe to call twice. */
  close(): Promise<void>;
}
