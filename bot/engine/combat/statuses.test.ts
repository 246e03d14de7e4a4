import { describe, expect, it } from 'vitest';
import { jsonContent } from '../../../adapters/content/json.ts';
import { loadContent } from '../../content/load.ts';
import { faultOf } from './action.ts';
import { Ringside } from './given.suite.ts';

const { rules } = await loadContent({ layers: ['.'], source: jsonContent('config/content') });
const statuses = Object.values(rules.effects).filter(({ fight }) => fight !== undefined);

/** One round with the foe, and the player, under the status. */
function under(effect: string, who: 'me' | 'foe') {
  const fight = new Ringside({ rules, hp: 30 });
  const put = <T extends { statuses: readonly unknown[] }>(one: T): T => ({
    ...one,
    statuses: [{ effect, rounds: 2 }],
  });
  return fight.set((now) =>
    who === 'me' ? { ...now, me: put(now.me) } : { ...now, foes: now.foes.map(put) },
  );
}

describe.each(statuses.map((def) => [def.id, def.fight!] as const))('%s as a status', (id, fight) => {
  const usual = () => new Ringside({ rules, hp: 30 }).hit('mid');

  it('harms at the end of each round, as much as it says', () => {
    const foe = under(id, 'foe').play({ is: 'rest' });
    const hurt = foe.beats.find((beat) => beat.is === 'hurt' && beat.who === 1);
    const points = Math.ceil((foe.foe().derived.maxHp * (fight.harm ?? 0)) / 100);
    expect(hurt && 'points' in hurt ? hurt.points : 0).toBe(points);
  });

  it('takes a round away where it stuns, and only there', () => {
    expect(under(id, 'foe').play({ is: 'rest' }).harm('me') === 0).toBe(fight.stun === true);
    expect(
      under(id, 'me')
        .hit('mid')
        .beats.some((beat) => beat.is === 'blow' && beat.who === 'me'),
    ).toBe(fight.stun !== true);
  });

  it('bends blows dealt and taken', () => {
    if (fight.stun) return expect(fight.deals ?? fight.takes).toBeUndefined();
    const blow = (one: Ringside) => one.beats.find((beat) => beat.is === 'blow' && beat.who === 'me');
    const harm = (one: Ringside) => Number((blow(one) as { harm?: number } | undefined)?.harm);
    const base = harm(usual());
    expect(harm(under(id, 'me').hit('mid'))).toBe(Math.round((base * (100 + (fight.deals ?? 0))) / 100));
    expect(harm(under(id, 'foe').hit('mid'))).toBe(Math.round((base * (100 + (fight.takes ?? 0))) / 100));
  });

  it('holds whoever it says it holds', () => {
    const { arena, fight: now } = under(id, 'me');
    const fault = faultOf(arena, now, { is: 'dash', band: 'far' });
    expect(fault?.code ?? null).toBe(fight.holds ? 'fight-held' : null);
  });

  it('shuts healing out where it says so', () => {
    const weak = new Ringside({ rules, skills: ['stubborn'], hp: 16 });
    weak
      .set((now) => ({ ...now, me: { ...now.me, statuses: [{ effect: id, rounds: 2 }] } }))
      .play({ is: 'rest' });
    expect(weak.healed() === 0).toBe(fight.noHeal === true);
  });

  it('runs out', () => {
    const fight = under(id, 'foe').play({ is: 'rest' });
    expect(fight.has(1, id)).toBe(true);
    expect(fight.play({ is: 'rest' }).has(1, id)).toBe(false);
  });
});
