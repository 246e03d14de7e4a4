/** The whole state of a game: plain JSON, immutable, shared structure. Everything follows from setup + events. */
import type { Board } from './board/board.ts';
import type { Fight } from './combat/state.ts';
import type { Diplomacy } from './diplomacy/state.ts';
import type { Stage } from './final/rules.ts';
import type { FinalRun } from './final/state.ts';
import type { Attributes, Element, Pace, Reach, Size, ZoneId } from './rules.ts';
import type { PlayerStories, SceneRun } from './stories/state.ts';
import type { Epoch, Luck, PlayerTime, Turns } from './time/state.ts';
import type { TuningState } from './tuning/state.ts';
import type { Step } from './why/step.ts';

/** `p1` … `p8`, by seat. */
export type PlayerId = string;
/** Pseudonym of a person on a platform, made by the host: `v_` + keyed hash. Names are not in the state. */
export type ViewerKey = string;
export type Millis = number;

export type Status = 'lobby' | 'running' | 'paused' | 'superGame' | 'finished' | 'cancelled';

/** What a game is made from; frozen in the header of its log. */
export interface Setup {
  readonly game: string;
  readonly mapSeed: string;
  readonly size: Size;
  readonly pace: Pace;
  readonly lang: 'ru' | 'en';
  /** False when the dice follow from a given seed. */
  readonly ranked: boolean;
}

export interface GameState extends Setup {
  readonly status: Status;
  /** Time stamp of the last accepted command. */
  readonly at: Millis;
  readonly startedAt: Millis | null;
  /** Not null while paused; all deadlines are moved by the length of the pause. */
  readonly pausedAt: Millis | null;
  readonly board: Board;
  readonly order: readonly PlayerId[];
  readonly players: Readonly<Record<PlayerId, Player>>;
  /** Cells of opened gates and objects. */
  readonly opened: readonly number[];
  /** Traps that players have left on cells, oldest first. */
  readonly marks: readonly Mark[];
  /** Secrets (traps) that somebody has landed on or had revealed. */
  readonly known: readonly number[];
  /** Gate cell → failed attempts. */
  readonly attempts: Readonly<Record<number, number>>;
  readonly polls: Readonly<Record<string, Poll>>;
  /** Paid wishes that the platform has not been told the end of yet, by redemption id. */
  readonly unsettled: Readonly<Record<string, Settlement>>;
  /** Paid trials that wait in a queue: neither applied nor returned yet, by redemption id. */
  readonly held?: Readonly<Record<string, HeldWish>>;
  /** Read through `diplomacy/state.ts`: snapshots from before there were treaties have none. */
  readonly diplomacy?: Diplomacy;
  /** Read through `tuning/state.ts`: absent until something is tuned, and in older snapshots. */
  readonly tuning?: TuningState;
  /** For `copyLast`. */
  readonly lastUse: { readonly player: PlayerId; readonly item: string } | null;
  readonly winner: PlayerId | null;
  readonly places: readonly PlayerId[];
  /** For the season table, once the game has ended. */
  readonly points?: Readonly<Record<PlayerId, number>>;
  /** Of `rounds`; absent or null when everybody rolls when a token is there. */
  readonly turns?: Turns | null;
  /** Absent in the first epoch of the seed. */
  readonly epoch?: Epoch;
  /** Absent until viewers' words are closed, and again from the turn of the epoch on. */
  readonly luck?: Luck;
  /** Next number for bag items, effects, pendings and polls. */
  readonly serial: number;
}

export interface Player {
  readonly id: PlayerId;
  readonly seat: number;
  readonly kind: 'person' | 'bot';
  readonly lang: 'ru' | 'en';
  readonly ready: boolean;
  readonly classId: string;
  readonly skills: readonly string[];
  /** Points spent, before class and gear. */
  readonly attributes: Attributes;
  readonly weapons: Readonly<Record<Reach, string>>;
  readonly reach: Reach;
  readonly cell: number;
  /** Checkpoint: the last camp, or the start. */
  readonly camp: number;
  readonly hp: number;
  readonly gold: number;
  readonly shards: Readonly<Record<Element, number>>;
  /** Earned by this player's viewers, spent by them on trials. */
  readonly influence: number;
  readonly score: number;
  readonly bag: readonly BagItem[];
  /** Booster dice, by number of sides. */
  readonly dice: readonly number[];
  readonly effects: readonly ActiveEffect[];
  readonly tokens: Tokens;
  /** What waits for an answer; the first one is current, and blocks rolling. */
  readonly pending: readonly Pending[];
  readonly rolls: number;
  readonly lastRoll: Roll | null;
  /** Absent before the first, and in older games. */
  readonly lastCheck?: Check;
  readonly lastMove?: { readonly from: number; readonly parts: readonly Stride[] };
  /** How many draws this seat has made, by purpose: the counter of the keyed function. */
  readonly draws: Readonly<Record<string, number>>;
  /** Draws since the last rare find, by pool. */
  readonly pity: Readonly<Record<string, number>>;
  readonly reputation: Readonly<Partial<Record<ZoneId, number>>>;
  readonly facts: Readonly<Record<string, string>>;
  readonly helpers: Readonly<Record<ViewerKey, Grant>>;
  readonly requests: readonly HelpRequest[];
  /** Active chatters as last reported by the crowd counter. */
  readonly audience: number;
  readonly challenges: readonly { readonly by: ViewerKey; readonly at: Millis }[];
  /** Seconds within which nearly all lines of this player's slowest chat come, as last measured. */
  readonly lag?: number;
  /** Trials that ended lately, the last one at the end: others come first. */
  readonly recent?: readonly string[];
  /** Influence earned in the hour that began at `from`. */
  readonly earned?: { readonly from: Millis; readonly sum: number };
  /** What the stream showed and when, the last at the end: evidence for games. */
  readonly stream?: readonly Shown[];
  /** Hours that the next game is declared to last at least, after one was given up; absent or 0: any will do. */
  readonly leastHours?: number;
  /** The finish is closed for this player until then, after a lost last throw. */
  readonly lockedUntil: Millis;
  readonly finalTries: number;
  /** The super game this player is in; absent or null outside of it. */
  readonly final?: FinalRun | null;
  /** Read through `time/state.ts`: absent until the player was once reported live or offline. */
  readonly time?: PlayerTime;
  /** Hash of a nonce, and the nonce, that this player's own process adds to the dice. */
  readonly nonce: { readonly hash: string; readonly value: string | null } | null;
  readonly stats: Readonly<Record<string, number>>;
  /** The fight this player is in; absent or null outside of one. */
  readonly fight?: Fight | null;
  /** Templates of monsters met last, the last one at the end: others come first. */
  readonly met?: readonly string[];
  /** Read through `stories/state.ts`: absent in games without stories, and in older logs. */
  readonly stories?: PlayerStories;
}

export interface Tokens {
  readonly count: number;
  /** The next one comes `tunables.tokens.every` seconds after this. */
  readonly since: Millis;
}

export interface Roll {
  readonly dice: readonly Die[];
  readonly bonus: number;
  readonly total: number;
  /** What bent it; absent where nothing did. */
  readonly steps?: readonly Step[];
}
/** The last dice that decided whether something was passed. */
export interface Check extends Roll {
  readonly trial: string;
  readonly need: number;
  readonly asks: readonly Step[];
}
/** One piece of the way since the last roll. */
export interface Stride {
  readonly to: number;
  readonly cells: number;
  /** `roll`, or the id of what moved the player. */
  readonly why: string;
}
export interface Die {
  readonly sides: number;
  readonly value: number;
}

export interface BagItem {
  readonly n: number;
  readonly item: string;
  readonly charges: number | null;
  /** Own rolls left in the bag. */
  readonly ttl: number | null;
  readonly worn: boolean;
  /** Own rolls until it can be used (cooldown or lock). */
  readonly wait: number;
}

export interface ActiveEffect {
  readonly n: number;
  readonly effect: string;
  readonly from: PlayerId | null;
  readonly stacks: number;
  readonly rolls: number | null;
  readonly turns: number | null;
  readonly until: Millis | null;
}

export interface Mark {
  readonly n: number;
  readonly cell: number;
  readonly trap: string;
  readonly by: PlayerId;
}

/** Where a list of operations stands in the rules: `items/take_two/use/0/options/1`. */
export type OpPath = string;

export interface HeldWish {
  readonly player: PlayerId;
  readonly viewer: ViewerKey;
  readonly reward: string;
  /** When the points go back if the trial has not begun. */
  readonly until: Millis;
}

export interface Shown {
  readonly category: string;
  readonly from: Millis;
  /** Null while it goes on. */
  readonly until: Millis | null;
}

/** A game that is said to be done, while it may be contested. */
export interface Review {
  /** What was left of the game's own time; it comes back if the case comes to nothing. */
  readonly left: Millis;
  readonly contest?: { readonly by: PlayerId; readonly stake: number };
  /** How the player's own chat voted. */
  readonly vote?: { readonly yes: number; readonly no: number };
  readonly jurors?: readonly Juror[];
}

/** One linked person under all pseudonyms; `yes` is null before the vote. */
export interface Juror {
  readonly keys: readonly ViewerKey[];
  readonly yes: boolean | null;
}

/** How a redemption ended here; the player's process owes the platform this answer. */
export interface Settlement {
  readonly player: PlayerId;
  readonly outcome: 'applied' | 'returned';
}

interface PendingBase {
  readonly n: number;
  /** When it is decided without an answer; null until it is current. */
  readonly until: Millis | null;
}
export type Pending =
  | (PendingBase & {
      readonly is: 'fork';
      readonly cell: number;
      readonly left: number;
      readonly ways: readonly number[];
    })
  | (PendingBase & {
      readonly is: 'choice';
      /** The `choose` operation; options are counted from 1, `open` lists those that may be chosen. */
      readonly path: OpPath;
      readonly open: readonly number[];
      readonly fallback: number;
      readonly source: PlayerId | null;
      readonly poll: string | null;
    })
  | (PendingBase & {
      readonly is: 'trial';
      readonly trial: string;
      readonly tier: number;
      readonly by: ViewerKey | null;
      readonly poll: string | null;
      readonly done: string | null;
      /** The redemption that paid for it. */
      readonly wish?: string;
      /** duel: the other chat, what each has reached, and the round. */
      readonly rival?: PlayerId;
      readonly scores?: Readonly<Record<PlayerId, number | null>>;
      readonly round?: number;
      readonly review?: Review;
      /** Who has contested it; nobody may twice. */
      readonly contestedBy?: readonly PlayerId[];
      /** The chorus of a super game; absent in every other trial. */
      readonly stage?: Stage;
    })
  /** A scene waits for an option; `poll`: its vote, where the chat is asked. */
  | (PendingBase & { readonly is: 'scene'; readonly run: SceneRun; readonly poll: string | null })
  /** A round of a fight waits for an action; `poll`: a vote of the chat that is open in it. */
  | (PendingBase & { readonly is: 'fight'; readonly fight: number; readonly poll: string | null })
  /** `stage`: absent under rules in which one throw decides. */
  | (PendingBase & { readonly is: 'final'; readonly stage?: Stage });

export interface Poll {
  readonly id: string;
  /** In whose chat. */
  readonly player: PlayerId;
  /** The pending it decides. */
  readonly pending: number;
  readonly kind: 'quiz' | 'crowd' | 'number' | 'choice' | 'confirm';
  /** Options are numbered from 1; 0 for free numbers and words. */
  readonly options: number;
  /** crowd: different viewers needed. */
  readonly need: number;
  readonly opens: Millis;
  /** Ballots sent later do not count, by their own time stamps. */
  readonly closes: Millis;
  /** When it is counted: later than `closes` by the measured lag of the chats, so that slow platforms are not cut off. */
  readonly settles?: Millis;
  /** Whose pending it decides, where that is not the player in whose chat it runs. */
  readonly owner?: PlayerId;
  readonly trial?: string;
  /** What is confirmed: a proof, or a performance. */
  readonly confirms?: 'proof' | 'performance';
}

export interface Grant {
  readonly tags: readonly string[];
  readonly items: readonly string[];
  readonly target: 'self' | 'any';
  readonly uses: number;
  /** `day`, `hour`: uses come back; `game`: they do not. */
  readonly per: 'hour' | 'day' | 'game';
  readonly left: number;
  readonly since: Millis;
  readonly until: Millis | null;
  readonly approval: boolean;
}

export interface HelpRequest {
  readonly n: number;
  readonly by: ViewerKey;
  readonly item: string;
  readonly targets: readonly PlayerId[];
  readonly cell?: number;
  readonly until: Millis;
}
