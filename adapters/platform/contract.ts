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
}

export type HealthState = 'connecting' | 'up' | 'down' | 'closed';
export interface Health {
  readonly state: HealthState;
  /** Why it is down: a short word of ours or the platform's code. */
  readonly reason?: string;
  /** Lines read since connect. */
  readonly read: number;
  readonly written: number;
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
  /** Ends the connection. Safe to call twice. */
  close(): Promise<void>;
}
