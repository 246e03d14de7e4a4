/** What happens in fights. Health of the player, gold and things change by the ordinary events beside them. */
import type { PlayerId } from '../state.ts';
import type { Beat, Fight } from './state.ts';

export const FIGHT_ENDS = ['won', 'lost', 'fled', 'spared', 'left'] as const;
export type FightEnd = (typeof FIGHT_ENDS)[number];

export type CombatEvent =
  | {
      readonly type: 'fightBegun';
      readonly player: PlayerId;
      readonly fight: Fight;
      readonly beats: readonly Beat[];
    }
  /** A round is over: what happened, and how it stands. */
  | {
      readonly type: 'fightRound';
      readonly player: PlayerId;
      readonly fight: Fight;
      readonly beats: readonly Beat[];
    }
  | {
      readonly type: 'fightEnded';
      readonly player: PlayerId;
      readonly n: number;
      readonly how: FightEnd;
      /** Templates that were met, with tiers. */
      readonly foes: readonly { readonly templateId: string; readonly tier: number }[];
      readonly rounds: number;
      /** Of `left`: the player went off by an own thing, and nobody else did. */
      readonly walked?: true;
    };
