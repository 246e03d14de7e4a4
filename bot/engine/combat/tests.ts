/** Conditions of the rules of fights. A test of chance draws, so the order in a rule's list counts. */
import type { Blow } from './blow.ts';
import { apart, fighterAt, type Ring, type Side, standing } from './ring.ts';
import type { FightTest } from './rules.ts';
import type { Fighter, Foe } from './state.ts';

/** Whose rule it is, whom it is about, and the blow at hand. */
export interface About {
  readonly own: Side;
  readonly other: Side | null;
  readonly blow?: Blow;
  /** `skill/index`: for rules that may be used once. */
  readonly rule: string;
}

export function passes(ring: Ring, test: FightTest, about: About): boolean {
  const own = fighterAt(ring, about.own);
  const other = about.other === null ? undefined : fighterAt(ring, about.other);
  if (!own) return false;
  const of = (side: 'own' | 'other') => (side === 'own' ? own : other);
  switch (test.is) {
    case 'not':
      return !passes(ring, test.test, about);
    case 'oneHitLeft':
      return own.hp <= hardestBlow(ring, about.own);
    case 'hp': {
      const fighter = of(test.of);
      return fighter !== undefined && fighter.hp * 100 <= test.atMost * fighter.derived.maxHp;
    }
    case 'reach':
      return about.blow?.reach === test.reach;
    case 'distance':
      return other !== undefined && within(apart(own, other), test.least ?? 0, test.most ?? 2);
    case 'every':
      return strikesOf(own) > 0 && strikesOf(own) % test.nth === 0;
    case 'round':
      return isRound(ring.fight.round, test);
    case 'status':
      return of(test.of)?.statuses.some(({ effect }) => effect === test.effect) === true;
    case 'flag':
      return test.flag in (of(test.of)?.flags ?? {});
    case 'stood':
      return (of(test.of)?.stood ?? 0) >= test.rounds;
    case 'hits':
      return Math.max(of(test.of)?.hits ?? 0, ring.taken.get(sideOf(about, test.of)) ?? 0) >= test.atLeast;
    case 'tier':
      return foeOf(own, other)?.tier !== undefined && (foeOf(own, other)?.tier ?? 0) >= test.atLeast;
    case 'tag':
      return hasTag(ring, foeOf(own, other), test.tag);
    case 'once':
      return !usedBy(own).includes(about.rule);
    case 'chance':
      return ring.draws.int(100) <= test.percent;
  }
}

const within = (value: number, least: number, most: number): boolean => value >= least && value <= most;
const strikesOf = ({ strikes = 0 }: Fighter): number => strikes;
export const usedBy = ({ used = [] }: Fighter): readonly string[] => used;
const sideOf = (about: About, side: 'own' | 'other'): Side =>
  side === 'own' ? about.own : (about.other ?? 'me');

function isRound(round: number, { odd, atLeast = 1 }: Extract<FightTest, { is: 'round' }>): boolean {
  return round >= atLeast && (odd === undefined || (round % 2 === 1) === odd);
}

/** One plain blow of the strongest on the other side. */
function hardestBlow(ring: Ring, own: Side): number {
  const others: readonly Fighter[] = own === 'me' ? standing(ring.fight) : [ring.fight.me];
  return Math.max(
    0,
    ...others.map(({ derived: { damage } }) => Math.max(damage.near, damage.mid, damage.far)),
  );
}

/** The monster among the two, whoever's rule it is. */
function foeOf(own: Fighter, other: Fighter | undefined): Foe | undefined {
  return [own, other].find((one): one is Foe => one !== undefined && 'templateId' in one);
}

function hasTag(ring: Ring, foe: Foe | undefined, tag: string): boolean {
  if (!foe) return false;
  if (foe.affixId === tag) return true;
  return Object.values(ring.arena.rules.monsters?.families ?? {}).some((family) => {
    const template = family.templates[foe.templateId];
    return template !== undefined && [...family.defaultTags, ...template.environmentTags].includes(tag);
  });
}
