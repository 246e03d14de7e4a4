/**
 * Fights as data. A stage of three bands; everybody stands in one. Distance is how many bands lie between two.
 * Skills of players, abilities of monsters and what two skills make together are lists of rules from one vocabulary:
 * a new one is a record, not code.
 */
import type { Element, Physical, Reach } from '../rules.ts';

/** Bands of the stage, from the foes' side. Named as the reaches: who stands `far` needs a far weapon for a foe at home. */
export const BANDS = ['near', 'mid', 'far'] as const;
export type Band = (typeof BANDS)[number];
/** Bands between two fighters. */
export type Distance = 0 | 1 | 2;

/** A blow that a monster announces at the start of a round, and where it will land. */
export interface Move {
  readonly id: string;
  /** Bands it lands on; `you`: where the player stands when it is announced; `follow`: wherever the player is then. */
  readonly lands: readonly Band[] | 'you' | 'follow';
  /** Percent of the monster's plain blow at its own reach; 0: no harm. */
  readonly power: number;
  readonly reach: Reach;
  readonly kind?: Element | Physical;
  /** Status left on whoever is hit: an effect of the pack, and for how many rounds. */
  readonly status?: { readonly effect: string; readonly rounds: number };
  /** Only in these rounds: every so many, counted from `from`. Absent: any. */
  readonly rounds?: { readonly every: number; readonly from: number };
  /** The monster goes there before it strikes. */
  readonly goes?: Band | 'you' | 'home';
  readonly weight?: number;
}

/** How a weapon feels: percent of a plain blow by distance (0 where it does not reach), and what a hit leaves. */
export interface WeaponDef {
  readonly power: readonly [same: number, next: number, across: number];
  readonly kind?: Element | Physical;
  /** Percent added to the chance of a critical hit. */
  readonly crit?: number;
  readonly status?: { readonly effect: string; readonly rounds: number };
}

/** What a status does to a fighter, each round. The round in which it comes counts as one. */
export interface FightStatus {
  /** Percent of maximum health, at the end of the round. */
  readonly harm?: number;
  readonly kind?: Element | Physical;
  /** Loses the round. */
  readonly stun?: boolean;
  /** Percent on own blows, and on blows taken. */
  readonly deals?: number;
  readonly takes?: number;
  /** No dash, no change of band. */
  readonly holds?: boolean;
  /** Healing does nothing. */
  readonly noHeal?: boolean;
}

export const MOMENTS = [
  /** The fight begins. */ 'begin',
  /** A round begins, before moves are announced. */ 'round',
  /** About to strike: the blow can still be changed. */ 'strike',
  /** A blow has landed. */ 'hit',
  /** About to be hit: the blow can still be changed. */ 'struck',
  /** Came to another band. */ 'band',
  /** Somebody of the other side came to another band. */ 'other',
  /** Dashed. */ 'dash',
  /** A round without attack. */ 'rest',
  /** The skill is called by name. */ 'call',
  /** A foe falls. */ 'fall',
  /** The round ends. */ 'end',
] as const;
export type Moment = (typeof MOMENTS)[number];

/** All must hold. `own` is the holder of the rule, `other` whom it is about. */
export type FightTest =
  /** Own health is at most one plain blow of the strongest foe. */
  | { readonly is: 'oneHitLeft' }
  | { readonly is: 'hp'; readonly of: 'own' | 'other'; readonly atMost: number }
  | { readonly is: 'reach'; readonly reach: Reach }
  | { readonly is: 'distance'; readonly least?: Distance; readonly most?: Distance }
  /** Every so many of own hits. */
  | { readonly is: 'every'; readonly nth: number }
  | { readonly is: 'round'; readonly odd?: boolean; readonly atLeast?: number }
  | { readonly is: 'status'; readonly of: 'own' | 'other'; readonly effect: string }
  | { readonly is: 'flag'; readonly of: 'own' | 'other'; readonly flag: string }
  /** Stood in one band for so many rounds. */
  | { readonly is: 'stood'; readonly of: 'own' | 'other'; readonly rounds: number }
  /** Hit so many times in the last round. */
  | { readonly is: 'hits'; readonly of: 'own' | 'other'; readonly atLeast: number }
  /** A foe of at least that tier. */
  | { readonly is: 'tier'; readonly atLeast: number }
  | { readonly is: 'tag'; readonly tag: string }
  | { readonly is: 'once' }
  | { readonly is: 'chance'; readonly percent: number }
  | { readonly is: 'not'; readonly test: FightTest };

export type FightOp =
  /** The blow at hand: percent of it; `struck` and `strike` alone. */
  | { readonly do: 'power'; readonly percent: number }
  | { readonly do: 'negate' }
  | { readonly do: 'kind'; readonly kind: Element | Physical }
  /** One more blow, percent of a plain one, over so many bands more than the weapon reaches. */
  | { readonly do: 'again'; readonly percent: number; readonly further?: number }
  /** Percent of the harm just dealt, or of maximum health. */
  | {
      readonly do: 'heal';
      readonly percent: number;
      readonly of: 'harm' | 'health';
      readonly on?: 'own' | 'other';
    }
  | {
      readonly do: 'harm';
      readonly percent: number;
      readonly kind?: Element | Physical;
      readonly on?: 'own' | 'other' | 'all';
    }
  | { readonly do: 'status'; readonly effect: string; readonly rounds: number; readonly on?: 'own' | 'other' }
  | { readonly do: 'cure'; readonly effect: string; readonly on?: 'own' | 'other' }
  | { readonly do: 'push'; readonly to: Band | 'away' | 'here'; readonly on?: 'own' | 'other' }
  /**
   * A mark that other rules ask for: `charged`, `bat`, `claws`, `open`, `awake`, `under`. Rounds absent: until cleared.
   * The ring itself sets `moved` and `dashed` for the round in which it happens, and asks for `under` (out of reach of
   * every blow), `charged` (counts for a policy as a blow that is ready) and `doom` (an end that only a dash escapes).
   */
  | { readonly do: 'flag'; readonly flag: string; readonly rounds?: number; readonly on?: 'own' | 'other' }
  | { readonly do: 'clear'; readonly flag: string; readonly on?: 'own' | 'other' }
  /** Stands in the old band and takes the first blow that lands there. */
  | { readonly do: 'decoy'; readonly rounds: number }
  | { readonly do: 'evade'; readonly percent: number }
  | { readonly do: 'readyDash' }
  /** One more among own hits, for rules that count them. */
  | { readonly do: 'count' }
  /** Own chat votes; right answers do `then`, others `else`. `where`: left, centre or right, drawn when it is counted. `line`: all are right. */
  | {
      readonly do: 'vote';
      readonly options: number;
      readonly seconds: number;
      readonly about: 'where' | 'line';
      readonly then: readonly FightOp[];
      readonly else?: readonly FightOp[];
    }
  /** The fight ends in peace: a share of the loot, and it is remembered. */
  | { readonly do: 'spare'; readonly loot: number; readonly fact: string }
  /** An effect of the pack that stays after the fight, on the player. */
  | { readonly do: 'leave'; readonly effect: string }
  /** This foe is gone. */
  | { readonly do: 'gone'; readonly loot: number }
  /** Percent on what the fight brings, once a call. */
  | { readonly do: 'loot'; readonly percent: number };

export interface FightRule {
  readonly at: Moment;
  readonly if?: readonly FightTest[];
  readonly do: readonly FightOp[];
}

/** What two skills make together, on top of what each does alone. */
export interface SynergyDef {
  readonly id: string;
  readonly skills: readonly [string, string];
  readonly rules: readonly FightRule[];
}

/** Something that stands on the stage and is set off once: dropped, burnt or flooded. */
export interface PropDef {
  readonly id: string;
  readonly zone: string;
  readonly way: 'drop' | 'burn' | 'flood';
  /** Which reach sets it off, and the bands it lands on. */
  readonly reach: Reach;
  readonly lands: readonly Band[];
  readonly do: readonly FightOp[];
}

/** Figures of fights, in the tunables of the pack. Seconds unless the name says otherwise. */
export interface CombatTunables {
  /** How long a round waits, by pace. */
  readonly seconds: { readonly session: number; readonly marathon: number };
  /** No fight is longer; after it the monster leaves. */
  readonly rounds: number;
  /** Percent on blows against whoever stands still for the second round. */
  readonly standing: number;
  /** Percent on the first blow after a dash; rounds a dash rests. */
  readonly dash: { readonly power: number; readonly rest: number };
  /** Percent of a critical hit. */
  readonly critical: number;
  /** Points of a plain blow: base, and for each point of the attribute of that reach. */
  readonly damage: { readonly base: number; readonly perPoint: number };
  /** Gold by tier, tier of the prize by tier of the foe. */
  readonly loot: { readonly gold: number; readonly perTier: number };
  /** Percent of the blow of an ally who lends a hand. */
  readonly assist: number;
  /** Rolls of gate and finish, by the attempts before: percent off the guardian's health for each. */
  readonly mercy: number;
  /** Percent of the health and the blows of foes, by tier: how hard the pack wants its fights. Absent: all of it. */
  readonly foes?: { readonly health: readonly number[]; readonly blows: readonly number[] };
  /** Percent on both on top of it, at a gate and at the end of the map. Absent: 100. */
  readonly posts?: Readonly<Record<'gate' | 'boss', { readonly health: number; readonly blows: number }>>;
  /** Percent of a blow that still reaches whoever steps out of where it lands. Absent: 0. */
  readonly graze?: number;
  /** Percent of what the fight took that comes back when it is won: breath is caught. Absent: 0. */
  readonly breath?: number;
  /** Rounds that pass in silence before the fight plays by itself. Absent: 3. */
  readonly silent?: number;
  /** Cells back for whoever flees. Absent: 1. */
  readonly flee?: number;
}
