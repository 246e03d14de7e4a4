/** Monsters come to the stage: at the beginning, and wave after wave. */
import type { Derived, Monster } from '../monsters/rules.ts';
import { fire } from './play.ts';
import type { Ring } from './ring.ts';
import type { CombatTunables } from './rules.ts';
import type { Bout, Fighter, Foe } from './state.ts';

export function fresh(hp: number, derived: Derived): Omit<Fighter, 'band'> {
  return { hp, derived, statuses: [], flags: {}, stood: 1, hits: 0 };
}

/** As hard as the pack wants foes of this tier and post, less what mercy takes off. */
export function foeOf(
  t: CombatTunables,
  monster: Monster,
  { n, opening }: { n: number; opening: { readonly bout: Bout; readonly mercy?: number } },
): Foe {
  const { bout, mercy = 0 } = opening;
  const post = bout === 'gate' || bout === 'boss' ? t.posts?.[bout] : undefined;
  const softened = Math.min(200, Math.max(10, 100 - mercy));
  const health = ((t.foes?.health[monster.tier] ?? 100) * (post?.health ?? 100) * softened) / 1_000_000;
  const blows = ((t.foes?.blows[monster.tier] ?? 100) * (post?.blows ?? 100)) / 10_000;
  const points = (value: number, by: number) => Math.max(1, Math.round(value * by));
  const { maxHp, damage } = monster.derived;
  const derived: Derived = {
    ...monster.derived,
    maxHp: points(maxHp, health),
    damage: {
      near: points(damage.near, blows),
      mid: points(damage.mid, blows),
      far: points(damage.far, blows),
    },
  };
  return { ...monster, ...fresh(derived.maxHp, derived), n, band: 'near', home: 'near', next: null };
}

/** The next wave comes in where the last one fell. */
export function nextWave(ring: Ring): boolean {
  const [wave, ...later] = ring.fight.waves ?? [];
  if (!wave) return false;
  const first = Math.max(0, ...ring.fight.foes.map(({ n }) => n)) + 1;
  const came = wave.map((one, i) => foeOf(ring.t, one, { n: first + i, opening: ring.fight }));
  ring.fight.foes = [...ring.fight.foes, ...came];
  ring.fight.waves = later;
  ring.fight.wave = (ring.fight.wave ?? 1) + 1;
  for (const { n } of came) ring.beats.push({ is: 'came', who: n });
  for (const { n } of came) fire(ring, n, 'begin', { other: 'me' });
  return true;
}
