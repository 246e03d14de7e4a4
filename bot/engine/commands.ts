/** Everything that can be asked of a game. The host adds who asks and when. */
import type { CombatCommand } from './combat/commands.ts';
import type { DiplomacyCommand } from './diplomacy/commands.ts';
import type { Attributes, Pace, Reach } from './rules.ts';
import type { Grant, Millis, PlayerId, ViewerKey } from './state.ts';
import type { TimeCommand } from './time/commands.ts';
import type { TuningCommand } from './tuning/commands.ts';

export type Actor =
  | { readonly by: 'player'; readonly player: PlayerId }
  /** Somebody in this player's chat; a helper, if that player granted it. */
  | { readonly by: 'viewer'; readonly viewer: ViewerKey; readonly player: PlayerId }
  | { readonly by: 'admin' }
  /** Somebody whom the admin has named, or a moderator of a chat that the admin trusts; tunes nothing. */
  | { readonly by: 'referee'; readonly viewer: ViewerKey }
  /** The host's scheduler and counters. */
  | { readonly by: 'system' };

export interface Envelope {
  readonly at: Millis;
  readonly as: Actor;
  readonly command: Command;
}

export type Command =
  // life of a game
  | {
      readonly type: 'join';
      readonly player: PlayerId;
      readonly kind: 'person' | 'bot';
      readonly lang: 'ru' | 'en';
    }
  | {
      readonly type: 'prepare';
      readonly classId?: string;
      readonly skills?: readonly string[];
      readonly attributes?: Attributes;
    }
  | { readonly type: 'ready' }
  | { readonly type: 'commitNonce'; readonly hash: string }
  | { readonly type: 'revealNonce'; readonly nonce: string }
  | { readonly type: 'start' }
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  | { readonly type: 'cancel' }
  // a player's turn
  | { readonly type: 'roll'; readonly dice?: readonly number[] }
  /** `way` and `option` are counted from 1, as typed. */
  | { readonly type: 'go'; readonly way: number }
  | { readonly type: 'choose'; readonly option: number }
  | {
      readonly type: 'use';
      readonly item: string;
      readonly targets?: readonly PlayerId[];
      readonly cell?: number;
    }
  | { readonly type: 'wear' | 'unwear' | 'discard' | 'sell' | 'buy'; readonly item: string }
  | { readonly type: 'gift'; readonly item: string; readonly to: PlayerId }
  | { readonly type: 'weapon'; readonly reach: Reach }
  | { readonly type: 'coin' }
  | { readonly type: 'done'; readonly proof?: string }
  | { readonly type: 'giveUp' }
  /** Another trial instead, where a thing in the bag allows it; a performance is swapped for a check. */
  | { readonly type: 'reroll' }
  /** A rival doubts that this player's game is done. */
  | { readonly type: 'contest'; readonly player: PlayerId }
  /** What the stream shows from now on; `live` false when it ends. */
  | { readonly type: 'streamed'; readonly category: string; readonly live: boolean }
  // helpers
  | {
      readonly type: 'grantHelper';
      readonly viewer: ViewerKey;
      readonly grant: Omit<Grant, 'left' | 'since'>;
    }
  | { readonly type: 'revokeHelper'; readonly viewer: ViewerKey }
  | { readonly type: 'approve'; readonly request: number; readonly yes: boolean }
  // viewers
  | { readonly type: 'challenge' }
  /** A juror's vote. `player`: in whose case, for whoever sits in two. */
  | { readonly type: 'verdict'; readonly yes: boolean; readonly player?: PlayerId }
  /** Paid with a platform's points: always logged, as applied or as returned. `redemption`: `platform:id`. */
  | { readonly type: 'redeem'; readonly redemption: string; readonly reward: string }
  /** The platform has been told. `code`: what it said, `ok` or its word. */
  | { readonly type: 'settled'; readonly redemption: string; readonly code: string }
  // referee
  | { readonly type: 'judge'; readonly player: PlayerId; readonly pass: boolean }
  // the host itself
  | { readonly type: 'expire' }
  | {
      readonly type: 'closePoll';
      readonly poll: string;
      readonly totals: Readonly<Record<string, number>>;
      readonly voters: number;
      readonly root: string;
    }
  | {
      readonly type: 'audience';
      readonly player: PlayerId;
      readonly active: number;
      /** Seconds; absent: not measured. */
      readonly lag?: number;
    }
  /** Linked viewers who could judge this player's contested game; each under all own pseudonyms. */
  | {
      readonly type: 'summon';
      readonly player: PlayerId;
      readonly n: number;
      readonly candidates: readonly (readonly ViewerKey[])[];
    }
  // fights
  | CombatCommand
  // time
  | TimeCommand
  // with and against each other
  | DiplomacyCommand
  // the admin
  | TuningCommand;

export type CommandType = Command['type'];
/** The member that has this type, also where several types share one shape. */
type Member<U, T> = U extends { readonly type: infer K } ? (T extends K ? U : never) : never;
export type CommandOf<T extends CommandType> = Member<Command, T>;
export type { Pace };
