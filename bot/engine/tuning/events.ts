/** What the admin has done. The changes of a correction follow it as the events of those things. */
import type { PlayerId } from '../state.ts';
import type { RuleChange, Tuning } from './state.ts';

export type TuningEvent =
  | { readonly type: 'tuned'; readonly tuning: Tuning }
  | {
      readonly type: 'untuned';
      readonly n: number;
      readonly why: 'expired' | 'withdrawn' | 'replaced';
      /** What was given as the reason; empty when it ended by itself. */
      readonly reason: string;
    }
  | {
      readonly type: 'corrected';
      readonly players: readonly PlayerId[];
      readonly reason: string;
      /** Line of the log that is made good; null for a correction of its own. */
      readonly undoes: number | null;
    }
  | {
      readonly type: 'reseated';
      readonly player: PlayerId;
      readonly kind: 'person' | 'bot';
      readonly same: boolean;
      readonly lang: 'ru' | 'en';
      readonly reason: string;
    }
  | { readonly type: 'ruleChangeSet'; readonly change: RuleChange }
  | { readonly type: 'ruleChangeTook'; readonly n: number }
  | { readonly type: 'ruleChangeDropped'; readonly n: number; readonly reason: string };
