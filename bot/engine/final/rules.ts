/** The super game as data. Absent from rules of before: there, one throw against the house decides. */
import type { Attribute } from '../rules.ts';

export const STAGES = ['guardian', 'chorus', 'throw'] as const;
/** In the order in which they are played; each asks for another strength. */
export type Stage = (typeof STAGES)[number];

export interface SuperGame {
  /** Stages out of three that win the game. */
  readonly need: number;
  /**
   * How the guardian is fought. `combat`: as a fight with the boss of that tier, weaker by `combat.mercy` for each lost
   * run; a check where the pack has none. `check`: starting dice and an attribute (`best`: whichever is highest; `mean` of all five: no class is made for the guardian) against
   * `trials.checkBase + trials.perTier · tier + harder`, less `mercy` for each lost run.
   */
  readonly guardian: {
    readonly fight: 'check' | 'combat';
    readonly attribute: Attribute | 'best' | 'mean';
    readonly tier: number;
    readonly harder: number;
    readonly mercy: number;
  };
  /** A crowd trial with one of these tags; its ease is multiplied by `ease`, less the share `mercy` for each lost run. */
  readonly chorus: { readonly tags: readonly string[]; readonly ease: number; readonly mercy: number };
  /** The last throw; `final` has the house's dice, and what each lost run takes off. */
  readonly duel: {
    /** Cells to the finish within which the runner-up throws instead of the house. */
    readonly near: number;
    /** Added to the dice of the house or the runner-up. */
    readonly bonus: number;
    /** Things at stake at most, and what each adds to the throw. */
    readonly stakes: number;
    readonly perStake: number;
    /** Booster dice that are thrown along at most, the largest first. Absent: all there are. */
    readonly boosters?: number;
  };
  /** How long the finish is shut for whoever lost: minutes in an evening, hours in a marathon. Absent: `final.lock`. */
  readonly lock?: { readonly minutes: number; readonly hours: number };
  /** For the season table, by place. */
  readonly points: readonly number[];
}
