/** A simulated platform with one channel on the air: what a rehearsal lets happen there, and what it can see. */

/** What becomes of a line on its way, on a platform's bad day. */
export type Fate = 'good' | 'lost' | 'doubled' | 'late';

export interface SimPerson {
  /** Letters and digits; the platform's id is made of it. */
  readonly login: string;
  readonly name: string;
  /** The streamer of this channel. */
  readonly owner?: boolean;
}

export type WishEnd = 'open' | 'fulfilled' | 'refunded';

export interface Place {
  readonly platform: 'twitch' | 'youtube' | 'kick' | 'vkvideo';
  readonly channel: string;
  /** What a process needs to play from here, as environment variables. */
  readonly env: Readonly<Record<string, string>>;
  /** Longest line that the platform takes, and how many of them in how many seconds. */
  readonly limits: { readonly maxLength: number; readonly lines: number; readonly seconds: number };
  /** False while no reader is there: what is said then is lost on platforms that replay nothing. */
  readonly heard: () => boolean;
  /** The gateway's address is known now. */
  reach(gateway: string): void;
  /** Somebody writes. Returns the message's id, as the game will see it. */
  say(person: SimPerson, text: string, fate?: Fate): string;
  /** Somebody pays for the reward of this title. Null if the platform has no such reward now. */
  redeem(person: SimPerson, title: string, fate?: Fate): string | null;
  /** Somebody gives money or its like, without asking for anything. */
  tip(person: SimPerson): void;
  /** Every redemption with its end as the platform has it, and how often it was told of an end. */
  wishes(): readonly { readonly id: string; readonly end: WishEnd; readonly calls: number }[];
  /** Lines that the game wrote. */
  spoken(): readonly { readonly text: string; readonly at: number }[];
  /** Pulls the cable of whoever reads; they have to come again. */
  cut(): void;
  close(): Promise<void>;
}

/** A rehearsal that is continued must not say again what was said: simulators count their ids from here, 10 ms a step. */
export function idsFrom(now = Date.now()): number {
  return Math.floor((now - Date.UTC(2026, 0, 1)) / 10);
}
