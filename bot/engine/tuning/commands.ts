/** What only the admin may ask: every one of them is a line of the log that everybody can read, with its reason. */

import type { Counter } from '../events.ts';
import type { Element, ZoneId } from '../rules.ts';
import type { PlayerId } from '../state.ts';
import type { Knob } from './knobs.ts';
import type { RulePatch, Scope } from './state.ts';

/** One thing put right. Amounts are differences, so that two corrections never undo each other by accident. */
export type Correction =
  | { readonly do: 'count'; readonly player: PlayerId; readonly what: Counter; readonly by: number }
  | { readonly do: 'shards'; readonly player: PlayerId; readonly element: Element; readonly by: number }
  | { readonly do: 'rolls'; readonly player: PlayerId; readonly by: number }
  | { readonly do: 'standing'; readonly player: PlayerId; readonly zone: ZoneId; readonly by: number }
  | { readonly do: 'place'; readonly player: PlayerId; readonly cell: number }
  | { readonly do: 'give'; readonly player: PlayerId; readonly item: string }
  /** `n`: number in the bag. */
  | { readonly do: 'take'; readonly player: PlayerId; readonly n: number }
  | { readonly do: 'giveDie' | 'takeDie'; readonly player: PlayerId; readonly sides: number }
  | { readonly do: 'effect'; readonly player: PlayerId; readonly effect: string }
  | { readonly do: 'lift'; readonly player: PlayerId; readonly n: number }
  /** Takes a question or a trial away unanswered. */
  | { readonly do: 'dismiss'; readonly player: PlayerId; readonly n: number };

export type TuningCommand =
  | {
      readonly type: 'tune';
      readonly scope: Scope;
      readonly knob: Knob;
      readonly on?: string;
      readonly value: number;
      readonly reason: string;
      /** Minutes it holds; absent: until it is taken back. */
      readonly minutes?: number;
    }
  | { readonly type: 'untune'; readonly n: number; readonly reason: string }
  /** All of it or nothing. `undoes`: the line of the log that it makes good. */
  | {
      readonly type: 'correct';
      readonly changes: readonly Correction[];
      readonly reason: string;
      readonly undoes?: number;
      /** With no changes: what this player did last, or the line `undoes`, is what the host is to make good for. */
      readonly of?: PlayerId;
    }
  /** Somebody else plays this seat. `same`: the person stays the one they were, only their hands change. */
  | {
      readonly type: 'reseat';
      readonly player: PlayerId;
      readonly kind: 'person' | 'bot';
      readonly same: boolean;
      readonly lang?: 'ru' | 'en';
      readonly reason: string;
    }
  | {
      readonly type: 'changeRules';
      readonly patch: RulePatch;
      readonly turn: number;
      readonly reason: string;
    }
  | { readonly type: 'dropChange'; readonly n: number; readonly reason: string };
