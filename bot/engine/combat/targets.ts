/** Whom an operation of a rule is about, and where it sends them. */
import type { Reach } from '../rules.ts';
import type { Blow } from './blow.ts';
import { apart, fighterAt, type Ring, type Side, standing } from './ring.ts';
import type { Band, FightOp } from './rules.ts';
import type { Fighter } from './state.ts';
import type { About } from './tests.ts';

/** `all`: everybody but its owner, and whoever has dashed away. */
export function touched(ring: Ring, on: 'own' | 'other' | 'all', about: About): readonly Side[] {
  if (on === 'own') return [about.own];
  if (on === 'other') return about.other === null ? [] : [about.other];
  const all: readonly Side[] = ['me', ...standing(ring.fight).map(({ n }) => n)];
  return all.filter((side) => side !== about.own && !('dashed' in (fighterAt(ring, side)?.flags ?? {})));
}

export function chained(
  ring: Ring,
  { op, about, reach }: { op: Extract<FightOp, { do: 'again' }>; about: About; reach: Reach },
): Side | null {
  const { power } = ring.arena.weapons[reach];
  const furthest = Math.max(0, ...[0, 1, 2].filter((bands) => (power[bands] ?? 0) > 0)) + (op.further ?? 0);
  const open = standing(ring.fight).filter((foe) => apart(foe, ring.fight.me) <= furthest);
  const [first] = open.filter(({ n }) => n !== about.other);
  return (first ?? open[0])?.n ?? null;
}

export function bandFor(ring: Ring, to: Band | 'away' | 'here', of: { side: Side; about: About }): Band {
  if (to !== 'away' && to !== 'here') return to;
  const own = fighterAt(ring, of.side) as Fighter;
  const against = of.side === of.about.own ? of.about.other : of.about.own;
  const other = against === null ? ring.fight.me : fighterAt(ring, against);
  if (!other) return own.band;
  if (to === 'here') return other.band;
  if (other.band === 'mid') return of.side === 'me' ? 'far' : 'near';
  return other.band === 'near' ? 'far' : 'near';
}

export function firstFoe(ring: Ring): Side | null {
  return standing(ring.fight)[0]?.n ?? null;
}

export function bend(blow: Blow, op: Extract<FightOp, { do: 'power' | 'negate' | 'kind' | 'evade' }>): void {
  if (op.do === 'power') blow.power = (blow.power * op.percent) / 100;
  else if (op.do === 'kind') blow.kind = op.kind;
  else if (op.do === 'evade') blow.evade += op.percent;
  else blow.negated = true;
}
