/** One blow on its way: what rules may still bend, and how much of it arrives. */
import { ELEMENTS, type Element, type Physical, type Reach } from '../rules.ts';
import { fighterAt, type Ring, type Side, statusSum } from './ring.ts';
import type { Fighter } from './state.ts';

export interface Blow {
  readonly who: Side | 'ally';
  readonly on: Side;
  /** A monster's move, a player's reach, or the rule that struck. */
  readonly by: string;
  readonly reach: Reach;
  /** Points before anything bends them. */
  readonly plain: number;
  /** Percent of it, so far. */
  power: number;
  kind?: Element | Physical;
  /** Percent on top of the chance of a critical hit. */
  crit: number;
  /** Percent on top of the chance to miss. */
  evade: number;
  negated: boolean;
  /** One more out of a rule: no rules of strikes and hits follow from it. */
  readonly extra: boolean;
  /** What arrived, once it has. */
  harm: number;
  readonly status?: { readonly effect: string; readonly rounds: number };
}

/** A blow strikes for this much of its points, in percent, evenly: from LEAST to LEAST + SPREAD - 1. */
const LEAST = 85;
const SPREAD = 31;

/** How it ends, and its harm in points. Draws whether it is missed, critical, and how well it was struck. */
export function land(ring: Ring, blow: Blow): 'hit' | 'critical' | 'missed' {
  const target = fighterAt(ring, blow.on) as Fighter;
  const evasion = target.derived.evasion + blow.evade;
  if (evasion > 0 && ring.draws.int(100) <= evasion) return 'missed';
  const striker = blow.who === 'ally' ? undefined : fighterAt(ring, blow.who);
  const critical = ring.draws.int(100) <= (striker?.derived.crit ?? 0) + blow.crit;
  const luck = LEAST - 1 + ring.draws.int(SPREAD);
  const factors = [
    blow.power,
    luck,
    critical ? ring.t.critical : 100,
    100 + (blow.who === 'me' ? geared(ring, blow) : 0),
    100 + (striker ? statusSum(ring, striker, 'deals') : 0),
    100 + statusSum(ring, target, 'takes') + (target.takes ?? 0),
    100 * (1 - (blow.kind ? (target.derived.resist[blow.kind] ?? 0) : 0)),
  ];
  const points = factors.reduce((sum, percent) => (sum * Math.max(0, percent)) / 100, blow.plain);
  blow.harm = Math.min(target.hp, Math.max(points > 0 ? 1 : 0, Math.round(points)));
  return critical ? 'critical' : 'hit';
}

/** Percent that the player's things add: power to own strikes, magic to what skills strike and to elements. */
function geared({ arena: { gear } }: Ring, { reach, extra, kind }: Blow): number {
  if (!gear) return 0;
  const elemental = (ELEMENTS as readonly (string | undefined)[]).includes(kind);
  return (extra ? 0 : gear.power[reach]) + (extra || elemental ? gear.magic : 0);
}
