/** What has happened. `evolve` folds these and nothing else; outcomes of chance are in them. */
import type { CombatEvent } from './combat/events.ts';
import type { DiplomacyEvent } from './diplomacy/events.ts';
import type { FinalEvent } from './final/events.ts';
import type { Attributes, CellKind, Element, Reach, Scope, ZoneId } from './rules.ts';
import type {
  ActiveEffect,
  BagItem,
  Die,
  Grant,
  HelpRequest,
  Mark,
  Millis,
  Pending,
  PlayerId,
  Poll,
  Tokens,
  ViewerKey,
} from './state.ts';
import type { StoryEvent } from './stories/events.ts';
import type { TimeEvent } from './time/events.ts';
import type { TuningEvent } from './tuning/events.ts';
import type { Step } from './why/step.ts';

/** Counters that only ever change by an amount. */
export type Counter = 'gold' | 'hp' | 'influence' | 'score';

export type GameEvent =
  | {
      readonly type: 'joined';
      readonly player: PlayerId;
      readonly kind: 'person' | 'bot';
      readonly lang: 'ru' | 'en';
      readonly classId: string;
      readonly skills: readonly string[];
      readonly attributes: Attributes;
    }
  | {
      readonly type: 'prepared';
      readonly player: PlayerId;
      readonly classId: string;
      readonly skills: readonly string[];
      readonly attributes: Attributes;
    }
  | { readonly type: 'readied'; readonly player: PlayerId }
  | { readonly type: 'nonceCommitted'; readonly player: PlayerId; readonly hash: string }
  | { readonly type: 'nonceRevealed'; readonly player: PlayerId; readonly nonce: string }
  | { readonly type: 'started' }
  | { readonly type: 'paused' }
  | { readonly type: 'resumed'; readonly shift: Millis }
  | { readonly type: 'cancelled' }
  | { readonly type: 'superGameOpened'; readonly player: PlayerId }
  | {
      readonly type: 'ended';
      readonly winner: PlayerId;
      readonly places: readonly PlayerId[];
      /** For the season table. */
      readonly points?: Readonly<Record<PlayerId, number>>;
    }
  | FinalEvent
  | CombatEvent
  | TimeEvent
  | StoryEvent
  // chance: values[i] is 1..sides[i], drawn for (seat, purpose, n)
  | {
      readonly type: 'drawn';
      readonly player: PlayerId;
      readonly purpose: string;
      readonly n: number;
      readonly sides: readonly number[];
      readonly values: readonly number[];
    }
  | { readonly type: 'pitied'; readonly player: PlayerId; readonly pool: string; readonly count: number }
  // the turn
  | {
      readonly type: 'rolled';
      readonly player: PlayerId;
      readonly dice: readonly Die[];
      readonly bonus: number;
      readonly total: number;
      readonly spent: readonly number[];
      /** What made the bonus, and what bent the dice; absent where nothing did, and in older logs. */
      readonly steps?: readonly Step[];
    }
  | { readonly type: 'tokens'; readonly player: PlayerId; readonly tokens: Tokens }
  | {
      readonly type: 'moved';
      readonly player: PlayerId;
      readonly path: readonly number[];
      readonly why: string;
    }
  | { readonly type: 'landed'; readonly player: PlayerId; readonly cell: number; readonly kind: CellKind }
  | { readonly type: 'gateOpened'; readonly player: PlayerId; readonly cell: number }
  | { readonly type: 'gateHeld'; readonly player: PlayerId; readonly cell: number }
  | { readonly type: 'rested'; readonly player: PlayerId; readonly cell: number }
  | {
      readonly type: 'trapSprung';
      readonly player: PlayerId;
      readonly trap: string;
      readonly cell: number;
      readonly mark: number | null;
    }
  | { readonly type: 'chestOpened'; readonly player: PlayerId; readonly find: string; readonly cell: number }
  /** `object`: what stands there; absent in older logs. */
  | {
      readonly type: 'objectOpened';
      readonly player: PlayerId;
      readonly cell: number;
      readonly object?: string;
    }
  /** Nothing that the player has opens it. */
  | {
      readonly type: 'objectShut';
      readonly player: PlayerId;
      readonly cell: number;
      readonly object: string;
    }
  | {
      readonly type: 'checked';
      readonly player: PlayerId;
      readonly trial: string;
      readonly dice: readonly Die[];
      readonly bonus: number;
      readonly total: number;
      readonly need: number;
      readonly passed: boolean;
      /** What made the bonus and the need; absent in older logs. */
      readonly steps?: { readonly brings: readonly Step[]; readonly asks: readonly Step[] };
    }
  | { readonly type: 'knockedOut'; readonly player: PlayerId; readonly to: number }
  | {
      readonly type: 'lastThrow';
      readonly player: PlayerId;
      readonly own: readonly Die[];
      readonly house: readonly Die[];
      readonly total: number;
      readonly need: number;
      readonly won: boolean;
      /** What the things at stake added, and whose dice are `house`: null for the house's own. Absent in old logs. */
      readonly staked?: number;
      readonly against?: PlayerId | null;
      /** Booster dice that were thrown along; absent where all of the pouch was. */
      readonly spent?: readonly number[];
    }
  | { readonly type: 'locked'; readonly player: PlayerId; readonly until: Millis }
  // what waits for an answer
  | { readonly type: 'pended'; readonly player: PlayerId; readonly pending: Pending; readonly front: boolean }
  | {
      readonly type: 'begun';
      readonly player: PlayerId;
      readonly n: number;
      readonly until: Millis;
      readonly poll: string | null;
    }
  | {
      readonly type: 'unpended';
      readonly player: PlayerId;
      readonly n: number;
      readonly why: 'answered' | 'late' | 'passed' | 'failed' | 'dropped' | 'rerolled' | 'returned' | 'drawn';
    }
  | {
      readonly type: 'answered';
      readonly player: PlayerId;
      readonly n: number;
      readonly option: number;
      readonly by: 'player' | 'chat' | 'clock';
    }
  | {
      readonly type: 'proofGiven';
      readonly player: PlayerId;
      readonly n: number;
      readonly proof: string;
      /** The vote on it, when the window to contest it is over and counted, and what is left of the game's own time. */
      readonly review?: { readonly poll: string; readonly until: Millis; readonly left: Millis };
    }
  | {
      readonly type: 'contested';
      readonly player: PlayerId;
      readonly n: number;
      readonly by: PlayerId;
      readonly stake: number;
    }
  | {
      readonly type: 'juryDrawn';
      readonly player: PlayerId;
      readonly n: number;
      readonly jurors: readonly (readonly ViewerKey[])[];
      readonly until: Millis;
    }
  | {
      readonly type: 'juryVoted';
      readonly player: PlayerId;
      readonly n: number;
      readonly viewer: ViewerKey;
      readonly yes: boolean;
    }
  /** The player's own chat has voted on a contested proof; the case goes on. */
  | {
      readonly type: 'proofVoted';
      readonly player: PlayerId;
      readonly n: number;
      readonly yes: number;
      readonly no: number;
    }
  /** The contest is decided; to whom its stake goes. */
  | {
      readonly type: 'caseClosed';
      readonly player: PlayerId;
      readonly n: number;
      readonly how: 'upheld' | 'overturned' | 'doubt' | 'void';
      readonly stakeTo: PlayerId;
      /** The game's deadline from now on, where it goes on. */
      readonly until: Millis;
    }
  /** The trial is not for one alone: who has it now. */
  | {
      readonly type: 'trialCalled';
      readonly player: PlayerId;
      readonly trial: string;
      readonly scope: Scope;
      readonly players: readonly PlayerId[];
    }
  | {
      readonly type: 'trialRerolled';
      readonly player: PlayerId;
      readonly from: string;
      /** Null: swapped for a check. */
      readonly to: string | null;
    }
  | { readonly type: 'performed'; readonly player: PlayerId; readonly n: number; readonly trial: string }
  | {
      readonly type: 'duelCalled';
      readonly player: PlayerId;
      readonly n: number;
      readonly rival: PlayerId;
      readonly round: number;
    }
  | {
      readonly type: 'duelScored';
      readonly player: PlayerId;
      readonly n: number;
      readonly of: PlayerId;
      /** Null: nobody took part. */
      readonly score: number | null;
    }
  | {
      readonly type: 'duelEnded';
      readonly player: PlayerId;
      readonly rival: PlayerId;
      readonly trial: string;
      readonly winner: PlayerId | null;
    }
  /** What the next game of this player is declared to last at least; 0: any will do again. */
  | { readonly type: 'hoursKept'; readonly player: PlayerId; readonly hours: number }
  | { readonly type: 'earned'; readonly player: PlayerId; readonly from: Millis; readonly sum: number }
  | {
      readonly type: 'streamed';
      readonly player: PlayerId;
      readonly category: string;
      readonly live: boolean;
    }
  | {
      readonly type: 'wishHeld';
      readonly player: PlayerId;
      readonly viewer: ViewerKey;
      readonly redemption: string;
      readonly reward: string;
      readonly until: Millis;
    }
  | { readonly type: 'trialPassed'; readonly player: PlayerId; readonly trial: string; readonly tier: number }
  | {
      readonly type: 'trialFailed';
      readonly player: PlayerId;
      readonly trial: string;
      readonly why: 'failed' | 'late' | 'dropped' | 'judged';
    }
  | { readonly type: 'skillLearned'; readonly player: PlayerId; readonly skill: string }
  | { readonly type: 'punished'; readonly player: PlayerId; readonly punishment: string }
  | { readonly type: 'spared'; readonly player: PlayerId }
  | { readonly type: 'pollOpened'; readonly poll: Poll }
  | {
      readonly type: 'pollClosed';
      readonly poll: string;
      readonly totals: Readonly<Record<string, number>>;
      readonly voters: number;
      readonly root: string;
      readonly result: number;
    }
  // bag and counters
  | {
      readonly type: 'counted';
      readonly player: PlayerId;
      readonly what: Counter;
      readonly by: number;
      readonly why: string;
    }
  | { readonly type: 'shards'; readonly player: PlayerId; readonly element: Element; readonly by: number }
  | { readonly type: 'itemGained'; readonly player: PlayerId; readonly got: BagItem; readonly why: string }
  | {
      readonly type: 'itemLost';
      readonly player: PlayerId;
      readonly n: number;
      readonly item: string;
      readonly why: string;
    }
  | {
      readonly type: 'itemLocked';
      readonly player: PlayerId;
      readonly n: number;
      readonly item: string;
      readonly rolls: number;
    }
  | { readonly type: 'itemChanged'; readonly player: PlayerId; readonly got: BagItem }
  | {
      readonly type: 'itemUsed';
      readonly player: PlayerId;
      readonly n: number;
      readonly item: string;
      readonly targets: readonly PlayerId[];
      readonly cell: number | null;
      readonly by: ViewerKey | null;
      /** It repeats another use, and is not itself repeated. */
      readonly copy?: true;
    }
  | { readonly type: 'dieGained'; readonly player: PlayerId; readonly sides: number }
  | { readonly type: 'dieLost'; readonly player: PlayerId; readonly sides: number; readonly why: string }
  | { readonly type: 'weaponDrawn'; readonly player: PlayerId; readonly reach: Reach }
  | { readonly type: 'coinFlipped'; readonly player: PlayerId; readonly side: 'heads' | 'tails' }
  // effects
  | { readonly type: 'effectApplied'; readonly player: PlayerId; readonly effect: ActiveEffect }
  | { readonly type: 'effectChanged'; readonly player: PlayerId; readonly effect: ActiveEffect }
  | {
      readonly type: 'effectEnded';
      readonly player: PlayerId;
      readonly n: number;
      readonly effect: string;
      readonly why: 'expired' | 'cleansed' | 'camp' | 'used' | 'replaced';
    }
  | {
      readonly type: 'defended';
      readonly player: PlayerId;
      readonly from: PlayerId;
      readonly item: string;
      readonly how: 'ward' | 'reflect' | 'catch';
      readonly effect: string;
    }
  | { readonly type: 'marked'; readonly mark: Mark }
  | { readonly type: 'revealed'; readonly player: PlayerId; readonly cells: readonly number[] }
  // memory
  | { readonly type: 'remembered'; readonly player: PlayerId; readonly fact: string; readonly value: string }
  | { readonly type: 'reputation'; readonly player: PlayerId; readonly zone: ZoneId; readonly by: number }
  // viewers and helpers
  | {
      readonly type: 'helperGranted';
      readonly player: PlayerId;
      readonly viewer: ViewerKey;
      readonly grant: Grant;
    }
  | {
      readonly type: 'helperUsed';
      readonly player: PlayerId;
      readonly viewer: ViewerKey;
      readonly grant: Grant;
      /** Of the fight in which it was for the fighter. */
      readonly round?: number;
    }
  | { readonly type: 'helperRevoked'; readonly player: PlayerId; readonly viewer: ViewerKey }
  | { readonly type: 'helpAsked'; readonly player: PlayerId; readonly request: HelpRequest }
  | { readonly type: 'helpAnswered'; readonly player: PlayerId; readonly n: number; readonly yes: boolean }
  | {
      readonly type: 'challenged';
      readonly player: PlayerId;
      readonly viewer: ViewerKey;
      readonly trial: string;
      readonly cost: number;
    }
  | {
      readonly type: 'redeemed';
      readonly player: PlayerId;
      readonly viewer: ViewerKey;
      readonly redemption: string;
      readonly reward: string;
      readonly outcome: 'applied' | 'returned';
      /** Why it was returned; `applied` otherwise. */
      readonly why: string;
      /** It calls a trial, and counts against the limits of those. */
      readonly trial?: true;
    }
  | {
      readonly type: 'settled';
      readonly player: PlayerId;
      readonly redemption: string;
      readonly code: string;
    }
  | {
      readonly type: 'audience';
      readonly player: PlayerId;
      readonly active: number;
      readonly lag?: number;
    }
  // with and against each other
  | DiplomacyEvent
  // the admin
  | TuningEvent;

export type EventType = GameEvent['type'];
export type EventOf<T extends EventType> = Extract<GameEvent, { readonly type: T }>;
