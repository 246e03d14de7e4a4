/**
 * What a client may see of a game: ids and numbers, never sentences. Each face renders ru or en itself,
 * with the texts of the pack (`GET /api/texts/ru|en`). Computed by `bot/engine/views`, names added by the host.
 */
import type { Board } from '../engine/board/board.ts';
import type { Fight } from '../engine/combat/state.ts';
import type { Clash, Offer, Treaty } from '../engine/diplomacy/state.ts';
import type { GameEvent } from '../engine/events.ts';
import type { FinalRun } from '../engine/final/state.ts';
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
  Shown,
  Status,
  ViewerKey,
} from '../engine/state.ts';
import type { SceneRun } from '../engine/stories/state.ts';
import type { Evidence } from '../engine/trials/evidence.ts';

/** Who is there, and since when. */
export interface PlayerTimeView {
  readonly live: boolean;
  readonly since: Millis;
  readonly autopilot: boolean;
  /** From then on hostile things do not reach; null for whoever is live, and in evening games. */
  readonly shieldFrom: Millis | null;
  /** From then on the player's clock runs although nobody is there; null while it runs anyway. */
  readonly clockFrom: Millis | null;
  /** The plan that is still to come or under way. */
  readonly dayOff: { readonly from: Millis; readonly until: Millis } | null;
}

import type { TuningState } from '../engine/tuning/state.ts';
import type { Why } from '../engine/why/why.ts';

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
  /** What everybody may read of the bag; null where an effect veils it. */
  readonly bag?: readonly Pick<BagItemView, 'item' | 'worn' | 'wait'>[] | null;
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
  /** The super game this player is in. */
  readonly final?: FinalRun | null;
  /** The fight this player is in. */
  readonly fight?: Fight | null;
  /** The scene this player is in: keys of the story's texts. */
  readonly scene?: SceneView | null;
  /** Null while nobody has ever reported this player live or offline. */
  readonly time?: PlayerTimeView | null;
  /** This player's own number in the dice: not given, sealed, or shown. */
  readonly nonce: 'none' | 'committed' | 'revealed';
  /** Is the player's process there? `null` for bots. */
  readonly link: 'up' | 'down' | null;
}

/** A scene as it stands: the lines since the last choice and what can be chosen now; `poll` where the chat is asked. */
export interface SceneView {
  readonly story: string;
  readonly lines: readonly string[];
  readonly options: readonly string[];
  readonly poll: string | null;
  /** Whom `{rival}` means in its sentences. */
  readonly rival?: PlayerId;
  /** `either`: the player's word stands above the vote. */
  readonly asks: SceneRun['asks'];
  readonly until: Millis | null;
}

/** Words alone: whoever shows them takes nothing else from them. */
export interface Naming {
  readonly name: string;
  readonly line: string;
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

/** `between`, `terms`, `until` (null: open), `price`: where the pack says what breaking it costs. */
export type TreatyView = Treaty;
/** A fight that both chats are voting on: its polls are among `polls`. */
export type ClashView = Clash;
/** An offer of a treaty or a trade; things in a trade carry their number in the bag of whoever gives them. */
export type OfferView = Offer;

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
  /** What stands on cells of objects, and where open passages lead; absent where the pack has no objects. */
  readonly objects?: Readonly<Record<number, string>>;
  readonly passages?: Readonly<Record<number, number>>;
  readonly polls: readonly Poll[];
  /** Live counts of open polls, by poll; votes are not events. */
  readonly tally: Readonly<Record<string, Tally>>;
  /** What stands between players, oldest first; absent from hosts of before there were treaties. */
  readonly treaties?: readonly TreatyView[];
  readonly clashes?: readonly ClashView[];
  readonly winner: PlayerId | null;
  readonly places: readonly PlayerId[];
  /** `rounds`: whose turn it is and until when; null where everybody rolls when a roll is there. */
  readonly turns?: { readonly player: PlayerId; readonly n: number; readonly until: Millis } | null;
  /** Epochs of the seed that are over, and the seed that was shown last. */
  readonly epoch?: { readonly n: number; readonly seed: string } | null;
  /** What the admin has turned, and rules that change; absent where nothing is. */
  readonly tuning?: TuningState;
  /** Games that are contested; absent while there are none. */
  readonly cases?: readonly CaseView[];
  /** Paid wishes so far; absent before the first. */
  readonly ledger?: LedgerView;
  /** What monsters that were met lately are called, by `template/affix/tier/lang` (`-` without an affix). */
  readonly named?: Readonly<Record<string, Naming>>;
  /** Published before the first draw; the proof of the dice hangs on it. */
  readonly commitment: string;
}

/** A contested game before its jury. */
export interface CaseView {
  readonly player: PlayerId;
  readonly trial: string;
  /** As given, and what was read out of it; `moment` in seconds. */
  readonly proof: Evidence & { readonly text: string };
  /** What the stream showed, the last at the end. */
  readonly stream: readonly Shown[];
  readonly by: PlayerId;
  readonly stake: number;
  readonly until: Millis;
  /** Empty before they are drawn. How they voted is told at the end. */
  readonly jurors: readonly { readonly name: string; readonly voted: boolean }[];
}

export interface LedgerView {
  readonly applied: number;
  readonly returned: number;
  /** Trials that wait in a queue: they end when their turn comes, or go back. */
  readonly held: number;
  /** Ends that a platform has not been told of yet. */
  readonly owed: number;
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
    /** Of super games. */
    readonly stagesWon?: number;
    /** For the season's table; null until the game has ended. */
    readonly points?: number | null;
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
  /** Open offers to and from this player, oldest first. */
  readonly offers?: readonly OfferView[];
  /** What this player's process still owes the platforms an answer for. */
  readonly unsettled: readonly { readonly redemption: string; readonly outcome: 'applied' | 'returned' }[];
  /** Paid trials that wait for their turn; absent while there are none. */
  readonly held?: readonly { readonly redemption: string; readonly until: Millis }[];
  /** Chance of each landing cell with the starting dice and present effects; sums to 1. */
  readonly odds: readonly { readonly cell: number; readonly chance: number }[];
  /** Present only while standing on a market cell. */
  readonly market: readonly { readonly item: string; readonly price: number }[] | null;
  readonly sellFor: Readonly<Record<number, number>>;
  /** What the numbers of this player are made of. */
  readonly why?: Why;
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
