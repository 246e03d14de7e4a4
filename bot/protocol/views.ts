/**
 * What a client may see of a game: ids and numbers, never sentences. Each face renders ru or en itself,
 * with the texts of the pack (`GET /api/texts/ru|en`). Computed by `bot/engine/views`, names added by the host.
 */
import type { Board } from '../engine/board/board.ts';
import type { GameEvent } from '../engine/events.ts';
import type { Pace, Reach, Size, ZoneId } from '../engine/rules.ts';
import type {
  ActiveEffect,
  Grant,
  HelpRequest,
  Millis,
  Pending,
  PlayerId,
  Poll,
  Roll,
  Status,
  ViewerKey,
} from '../engine/state.ts';

export interface PlayerView {
  readonly id: PlayerId;
  readonly seat: number;
  readonly name: string;
  readonly kind: 'person' | 'bot';
  readonly lang: 'ru' | 'en';
  readonly classId: string;
  readonly cell: number;
  readonly zone: ZoneId;
  readonly camp: number;
  readonly toFinish: number;
  /** 1 is nearest to the finish; equal distances share by seat. */
  readonly place: number;
  readonly hp: number;
  readonly maxHp: number;
  readonly gold: number;
  readonly influence: number;
  readonly score: number;
  readonly rolls: number;
  readonly items: number;
  readonly boosters: readonly number[];
  readonly reach: Reach;
  readonly effects: readonly ActiveEffect[];
  /** As of this player's last change; whoever shows it adds what has come since `next`. */
  readonly tokens: {
    readonly count: number /** When the next one comes; null when full. */;
    readonly next: Millis | null;
  };
  readonly lastRoll: Roll | null;
  /** What the player is asked for now. */
  readonly pending: Pending | null;
  readonly waiting: number;
  readonly lockedUntil: Millis;
  /** This player's own number in the dice: not given, sealed, or shown. */
  readonly nonce: 'none' | 'committed' | 'revealed';
  /** Is the player's process there? `null` for bots. */
  readonly link: 'up' | 'down' | null;
}

/** One outside chat of a player, as its process sees it. */
export interface ChatState {
  readonly platform: string;
  readonly state: 'connecting' | 'up' | 'down' | 'closed';
  /** Seconds within which nearly all of its lines come; null before the first. */
  readonly lag: number | null;
  /** What cannot be done there now, by the words of the platform contract. */
  readonly lacks: readonly string[];
}

export interface BoardView {
  /** By player: the chats that the player's process reads, the game's own aside. */
  readonly chats?: Readonly<Record<PlayerId, readonly ChatState[]>>;
  readonly game: string;
  readonly status: Status;
  readonly seq: number;
  readonly at: Millis;
  readonly pace: Pace;
  readonly size: Size;
  readonly ranked: boolean;
  /** Never changes during a game. Traps' ids are cut out. */
  readonly map: Board;
  readonly players: readonly PlayerView[];
  readonly opened: readonly number[];
  readonly marks: readonly { readonly cell: number; readonly by: PlayerId }[];
  /** Traps that have been seen, by cell. */
  readonly traps: Readonly<Record<number, string>>;
  readonly polls: readonly Poll[];
  /** Live counts of open polls, by poll; votes are not events. */
  readonly tally: Readonly<Record<string, Tally>>;
  readonly winner: PlayerId | null;
  readonly places: readonly PlayerId[];
  /** Published before the first draw; the proof of the dice hangs on it. */
  readonly commitment: string;
}

export interface Tally {
  readonly voters: number;
  /** By option number; for `crowd` and `number` polls only `voters` counts. */
  readonly totals: Readonly<Record<string, number>>;
}

export interface LeaderboardView {
  readonly game: string;
  readonly status: Status;
  readonly length: number;
  readonly rows: readonly {
    readonly place: number;
    readonly id: PlayerId;
    readonly name: string;
    readonly kind: 'person' | 'bot';
    readonly zone: ZoneId;
    readonly toFinish: number;
    readonly score: number;
    readonly gold: number;
    readonly rolls: number;
    readonly trialsPassed: number;
    readonly trialsFailed: number;
    readonly itemsUsed: number;
    readonly falls: number;
  }[];
  readonly winner: PlayerId | null;
}

export interface BagItemView {
  readonly n: number;
  readonly item: string;
  readonly charges: number | null;
  readonly ttl: number | null;
  readonly worn: boolean;
  readonly wait: number;
}

export interface BagView {
  readonly game: string;
  readonly player: PlayerId;
  readonly slots: number;
  readonly items: readonly BagItemView[];
  readonly boosters: readonly number[];
  readonly gold: number;
  readonly shards: Readonly<Record<string, number>>;
  readonly influence: number;
  readonly effects: readonly ActiveEffect[];
  readonly attributes: Readonly<Record<string, number>>;
  readonly skills: readonly string[];
  readonly weapons: Readonly<Record<Reach, string>>;
  /** `also`: other names of the same person, in other chats. */
  readonly helpers: Readonly<
    Record<ViewerKey, Grant & { readonly name: string; readonly also?: readonly string[] }>
  >;
  readonly requests: readonly (HelpRequest & { readonly name: string })[];
  readonly pending: readonly Pending[];
  /** What this player's process still owes the platforms an answer for. */
  readonly unsettled: readonly { readonly redemption: string; readonly outcome: 'applied' | 'returned' }[];
  /** Chance of each landing cell with the starting dice and present effects; sums to 1. */
  readonly odds: readonly { readonly cell: number; readonly chance: number }[];
  /** Present only while standing on a market cell. */
  readonly market: readonly { readonly item: string; readonly price: number }[] | null;
  readonly sellFor: Readonly<Record<number, number>>;
}

/** One accepted command, as the chronicle and the animations see it. */
export interface Moment {
  readonly seq: number;
  readonly at: Millis;
  readonly events: readonly GameEvent[];
  /** Name of the helper or viewer who caused it, if somebody did. */
  readonly who?: string;
}

export interface LogView {
  readonly game: string;
  /** The last 60, oldest first. */
  readonly moments: readonly Moment[];
}

/** A command line of a chat and what was answered, for overlays of games that may not write to the chat. */
export interface TalkView {
  readonly lines: readonly TalkLine[];
}
export interface TalkLine {
  readonly n: number;
  readonly at: Millis;
  readonly player: PlayerId;
  readonly from: string;
  readonly role: 'player' | 'helper' | 'viewer' | 'game';
  readonly text: string;
}
