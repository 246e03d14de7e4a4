/** What has happened. `evolve` folds these and nothing else; outcomes of chance are in them. */
import type { Attributes, CellKind, Element, Reach, ZoneId } from './rules.ts';
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
  | { readonly type: 'ended'; readonly winner: PlayerId; readonly places: readonly PlayerId[] }
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
  | { readonly type: 'objectOpened'; readonly player: PlayerId; readonly cell: number }
  | {
      readonly type: 'checked';
      readonly player: PlayerId;
      readonly trial: string;
      readonly dice: readonly Die[];
      readonly bonus: number;
      readonly total: number;
      readonly need: number;
      readonly passed: boolean;
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
      readonly why: 'answered' | 'late' | 'passed' | 'failed' | 'dropped';
    }
  | {
      readonly type: 'answered';
      readonly player: PlayerId;
      readonly n: number;
      readonly option: number;
      readonly by: 'player' | 'chat' | 'clock';
    }
  | { readonly type: 'proofGiven'; readonly player: PlayerId; readonly n: number; readonly proof: string }
  | { readonly type: 'trialPassed'; readonly player: PlayerId; readonly trial: string; readonly tier: number }
  | {
      readonly type: 'trialFailed';
      readonly player: PlayerId;
      readonly trial: string;
      readonly why: 'failed' | 'late' | 'dropped' | 'judged';
    }
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
    }
  | {
      readonly type: 'settled';
      readonly player: PlayerId;
      readonly redemption: string;
      readonly code: string;
    }
  | { readonly type: 'audience'; readonly player: PlayerId; readonly active: number };

export type EventType = GameEvent['type'];
export type EventOf<T extends EventType> = Extract<GameEvent, { readonly type: T }>;
