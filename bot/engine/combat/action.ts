/** What a player can do in a round, and what may be in the way of it. */
import type { Draws } from '../chance.ts';
import type { Reach } from '../rules.ts';
import type { GameState } from '../state.ts';
import { isClosedGate } from '../turn/walk.ts';
import { callsOf } from './play.ts';
import { type Arena, apart, hasStatus, type Open, open, type Ring, standing } from './ring.ts';
import { BANDS, type Band, type FightOp } from './rules.ts';
import type { Fight, Fighter, Foe } from './state.ts';
import { firstFoe } from './targets.ts';

export type Action =
  | { readonly is: 'hit'; readonly reach: Reach; readonly foe?: number }
  | { readonly is: 'dash'; readonly band: Band }
  | { readonly is: 'skill'; readonly skill: string }
  | { readonly is: 'prop' }
  /** A thing out of the bag. `does`: it is thrown at the first foe; absent: it was used beforehand. */
  | { readonly is: 'item'; readonly item: string; readonly does?: readonly FightOp[] }
  /** A lost round, or nothing at all. */
  | { readonly is: 'rest' };

/** What is in the way of an action; the codes are those of refusals. */
export type ActionFault =
  | { readonly code: 'out-of-reach'; readonly reach: Reach; readonly band: Band }
  | { readonly code: 'dash-rests'; readonly rounds: number }
  | { readonly code: 'fight-held' | 'no-foe' | 'fight-same-band' }
  | { readonly code: 'no-fight-skill' | 'skill-rests'; readonly skill: string }
  | { readonly code: 'no-prop' }
  | { readonly code: 'prop-reach'; readonly reach: Reach };

/** Only things that are the player's to do; where a blow goes is known from `stepFor`. */
export function faultOf(arena: Arena, fight: Fight, action: Action): ActionFault | null {
  const ring = open(arena, fight, NO_DRAWS);
  const { me } = ring.fight;
  switch (action.is) {
    case 'hit': {
      const foe = aimed(ring, action.foe);
      if (!foe) return { code: 'no-foe' };
      return stepFor(ring, action.reach, foe) === null
        ? { code: 'out-of-reach', reach: action.reach, band: foe.band }
        : null;
    }
    case 'dash':
      if (me.dash > 0) return { code: 'dash-rests', rounds: me.dash };
      if (hasStatus(ring, me, 'holds')) return { code: 'fight-held' };
      return action.band === me.band ? { code: 'fight-same-band' } : null;
    case 'skill':
      if (!callable(arena).includes(action.skill)) return { code: 'no-fight-skill', skill: action.skill };
      return callsOf(ring, action.skill, firstFoe(ring)).length > 0
        ? null
        : { code: 'skill-rests', skill: action.skill };
    case 'prop': {
      const prop = fight.prop && !fight.prop.used ? arena.rules.props?.[fight.prop.id] : undefined;
      if (!prop) return { code: 'no-prop' };
      return propReach(ring, prop.reach) ? null : { code: 'prop-reach', reach: prop.reach };
    }
    case 'item':
      return action.does && firstFoe(ring) === null ? { code: 'no-foe' } : null;
    case 'rest':
      return null;
  }
}

const NO_DRAWS: Draws = { int: () => 1 };

/** What stands on the stage hangs over the foes' side: a reach sets it off from its own band. */
function propReach(ring: Ring, reach: Reach): boolean {
  return ring.fight.me.reach === reach || ring.fight.me.band === reach;
}

/** There is no running from a guardian: not from the finish, and not from a gate while that is closed. */
export function mayFlee(state: GameState, { bout, cell }: Fight): boolean {
  return bout === 'gate' ? cell !== undefined && !isClosedGate(state, cell) : bout !== 'boss';
}

/** Skills that can be called by name. */
export function callable({ rules, skills }: Pick<Arena, 'rules' | 'skills'>): readonly string[] {
  return skills.filter((id) => rules.skills[id]?.fight?.some(({ at }) => at === 'call'));
}

export function aimed(ring: Ring, foe: number | undefined): Open<Foe> | undefined {
  const open = standing(ring.fight);
  return foe === undefined ? open[0] : open.find(({ n }) => n === foe);
}

/** Where to strike this foe from, at most one band away; null: nowhere. Blows that are announced are kept clear of. */
export function stepFor(ring: Ring, reach: Reach, foe: Fighter): Band | null {
  const { me } = ring.fight;
  const { power } = ring.arena.weapons[reach];
  const held = hasStatus(ring, me, 'holds');
  const hot = new Set(standing(ring.fight).flatMap(({ next }) => next?.lands ?? []));
  let best: { band: Band; worth: number } | null = null;
  for (const band of BANDS) {
    const steps = Math.abs(BANDS.indexOf(band) - BANDS.indexOf(me.band));
    const bite = power[apart({ band }, foe)] ?? 0;
    if (steps > (held ? 0 : 1) || bite === 0) continue;
    const worth = bite * 10 - (hot.has(band) ? 2 : 0) - steps;
    if (!best || worth > best.worth) best = { band, worth };
  }
  return best?.band ?? null;
}
