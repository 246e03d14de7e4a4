/** How a fight begins: who stands where, with how much health. */
import type { Draws } from '../chance.ts';
import type { Derived, Monster } from '../monsters/rules.ts';
import type { Reach } from '../rules.ts';
import { announce } from './announce.ts';
import { fire } from './play.ts';
import { type Arena, open, PLAIN, standing } from './ring.ts';
import { close, type Outcome } from './round.ts';
import type { Bout, Fight, Me } from './state.ts';
import { foeOf, fresh } from './waves.ts';

export interface Challenger {
  readonly hp: number;
  readonly derived: Derived;
  readonly reach: Reach;
  readonly takes: number;
  /** Effects of the player that are statuses here; they outlast the fight. */
  readonly effects: readonly string[];
}

export interface Opening {
  readonly n: number;
  readonly bout: Bout;
  readonly me: Challenger;
  readonly foes: readonly Monster[];
  readonly waves?: readonly (readonly Monster[])[];
  readonly prop: string | null;
  /** Percent off the health of foes, for attempts before. */
  readonly mercy?: number;
}

/** Longer than any fight. */
const ALWAYS = 99;

/** The first round, with its blows announced. */
export function beginFight(arena: Arena, opening: Opening, draws: Draws): Outcome {
  const t = arena.rules.tunables.combat ?? PLAIN;
  const { me, waves } = opening;
  const fight: Fight = {
    n: opening.n,
    bout: opening.bout,
    round: 1,
    me: challenger(me),
    foes: opening.foes.map((one, i) => foeOf(t, one, { n: i + 1, opening })),
    prop: opening.prop === null ? null : { id: opening.prop, used: false },
    vote: null,
    helped: [],
    auto: false,
    hpBefore: me.hp,
    ...(waves && waves.length > 0 ? { waves, wave: 1 } : {}),
  };
  const ring = open(arena, fight, draws);
  fire(ring, 'me', 'begin', { other: ring.fight.foes[0]?.n ?? null });
  for (const foe of standing(ring.fight)) fire(ring, foe.n, 'begin', { other: 'me' });
  announce(ring);
  return close(ring);
}

function challenger({ hp, derived, reach, takes, effects }: Challenger): Me {
  return {
    ...fresh(hp, derived),
    band: 'mid',
    reach,
    dash: 0,
    strikes: 0,
    decoy: null,
    used: [],
    statuses: effects.map((effect) => ({ effect, rounds: ALWAYS })),
    ...(takes === 0 ? {} : { takes }),
  };
}
