/** The modifiers calculator of fights: raw stats in, everything that a fighter strikes and stands with out. Pure. */
import type { Derived, RawStats } from '../monsters/rules.ts';
import type { Attribute, Element, Physical, Reach, Rules } from '../rules.ts';
import { type Step, sumOf } from '../why/step.ts';

/** What the pack may set; the rest of the formula is the same everywhere. */
export interface Figures {
  readonly hp: { readonly base: number; readonly perEndurance: number };
  readonly damage: { readonly base: number; readonly perPoint: number };
}

export const FIGURES: Figures = {
  hp: { base: 20, perEndurance: 4 },
  damage: { base: 3, perPoint: 1 },
};

/** The attribute that each reach is struck with. */
export const STRIKES: Readonly<Record<Reach, Attribute>> = { near: 'strength', mid: 'mind', far: 'agility' };

/** Percent; nobody is out of reach of luck. */
const MOST = { crit: 50, evasion: 35 } as const;
/** Nothing is shrugged off whole. */
const MOST_RESISTANCE = 0.9;
const RESISTANCE = '_resistance';

export function figuresOf({ tunables }: Pick<Rules, 'tunables'>): Figures {
  return { hp: tunables.hp, damage: tunables.combat?.damage ?? FIGURES.damage };
}

/** Raw stats of a player or a monster to the numbers of a fight. Points are whole, shares are not. */
export function derive(raw: RawStats, figures: Figures = FIGURES): Derived {
  return {
    maxHp: Math.max(1, Math.round(sumOf(deriveSteps(raw, 'maxHp', figures)))),
    damage: {
      near: blow(raw, 'near', figures),
      mid: blow(raw, 'mid', figures),
      far: blow(raw, 'far', figures),
    },
    initiative: Math.round(sumOf(deriveSteps(raw, 'initiative', figures))),
    crit: within(MOST.crit, sumOf(deriveSteps(raw, 'crit', figures))),
    evasion: within(MOST.evasion, sumOf(deriveSteps(raw, 'evasion', figures))),
    resist: resistances(raw),
  };
}

export type DerivedName = 'maxHp' | 'initiative' | 'crit' | 'evasion' | Reach;

/** What one number is made of, before rounding and limits, for «why is this 7?». */
export function deriveSteps(
  raw: RawStats,
  name: DerivedName,
  { hp, damage }: Figures = FIGURES,
): readonly Step[] {
  const of = (attribute: Attribute, times: number): Step => ({
    from: 'attribute',
    id: attribute,
    by: (raw[attribute] ?? 0) * times,
  });
  switch (name) {
    case 'maxHp':
      return [{ from: 'base', by: hp.base }, of('endurance', hp.perEndurance)];
    case 'initiative':
      return [of('agility', 1), of('luck', 0.5)];
    case 'crit':
      return [{ from: 'base', by: 2 }, of('luck', 1)];
    case 'evasion':
      return [of('agility', 0.5)];
    default:
      return [{ from: 'base', by: damage.base }, of(STRIKES[name], damage.perPoint)];
  }
}

function blow(raw: RawStats, reach: Reach, figures: Figures): number {
  return Math.max(1, Math.round(sumOf(deriveSteps(raw, reach, figures))));
}

function within(most: number, value: number): number {
  return Math.min(most, Math.max(0, Math.round(value)));
}

function resistances(raw: RawStats): Derived['resist'] {
  const resist: Partial<Record<Element | Physical, number>> = {};
  for (const [name, share] of Object.entries(raw)) {
    if (!name.endsWith(RESISTANCE) || share === undefined) continue;
    const kind = name.slice(0, -RESISTANCE.length) as Element | Physical;
    resist[kind] = Math.min(MOST_RESISTANCE, Math.max(-1, share));
  }
  return resist;
}
