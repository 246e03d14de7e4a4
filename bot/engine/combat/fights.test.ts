import { describe, expect, it } from 'vitest';
import { jsonContent } from '../../../adapters/content/json.ts';
import { loadContent } from '../../content/load.ts';
import { nextDeadline } from '../deadlines.ts';
import { Table } from '../given.ts';
import type { Rules } from '../rules.ts';

const { rules } = await loadContent({ layers: ['.'], source: jsonContent('config/content') });
const SYSTEM = { by: 'system' } as const;
/** Middle faces: nothing is missed, nothing is critical. */
const EVEN = Array.from({ length: 400 }, () => 60);

/** p1 has stopped on a monster. */
function met(given: Rules = rules, dice: readonly number[] = []) {
  const game = new Table({ rules: given }).flat({ 3: 'monster' });
  game.must({ type: 'roll' }, 'p1', [1, 1, 1, ...dice]);
  return game;
}
const fight = (game: Table) => game.player('p1').fight;
const lapse = (game: Table) => {
  game.at = nextDeadline(game.state) ?? game.at;
  return game.must({ type: 'expire' }, SYSTEM, EVEN);
};
const finish = (game: Table) => {
  for (let i = 0; i < 40 && fight(game); i += 1) lapse(game);
  return game;
};

describe('a fight in a game', () => {
  it('begins on a monster’s cell, blocks the roll and shows what comes next', () => {
    const game = met();
    expect(game.of('fightBegun')).toHaveLength(1);
    expect(game.player('p1').pending[0]).toMatchObject({ is: 'fight', fight: fight(game)?.n });
    expect(game.refused({ type: 'roll' })).toBe('busy');
    expect(fight(game)?.foes.some(({ next }) => next !== null)).toBe(true);
  });

  it('is a check where the rules have no fights', () => {
    const { combat: _fights, ...tunables } = rules.tunables;
    const game = met({ ...rules, tunables });
    expect([game.of('fightBegun').length, game.of('checked').length]).toEqual([0, 1]);
  });

  it('goes on round by round, each with its own clock', () => {
    const game = met();
    const until = game.player('p1').pending[0]?.until ?? 0;
    game.wait(5);
    game.must({ type: 'hit' }, 'p1', EVEN);
    expect(game.of('fightRound')[0]?.fight.round).toBe(2);
    expect(game.player('p1').pending[0]?.until).toBe(until + 5000);
  });

  it('changes the player’s health by exactly what the round says', () => {
    const game = met();
    const before = game.player('p1').hp;
    game.must({ type: 'hit', reach: 'near' }, 'p1', EVEN);
    const counted = game.of('counted').filter(({ what }) => what === 'hp');
    const by = counted.reduce((sum, event) => sum + event.by, 0);
    expect(game.player('p1').hp).toBe(before + by);
    expect(fight(game)?.me.hp).toBe(game.player('p1').hp);
  });

  it('never hangs: the clock plays, and after three silent rounds the rest at once', () => {
    const game = met();
    lapse(game);
    expect(fight(game)?.silent ?? 3).toBeGreaterThan(0);
    for (let i = 0; i < 2 && fight(game); i += 1) lapse(game);
    expect(fight(game) ?? null).toBeNull();
    expect(game.player('p1').pending).toEqual([]);
  });

  it('won, brings gold, points, a prize and a memory; breath is caught', () => {
    const game = met();
    const { gold, score } = game.player('p1');
    const weak = fight(game)!;
    game.set('p1', {
      fight: { ...weak, foes: weak.foes.map((foe) => ({ ...foe, hp: 1, flags: {}, skills: [] })) },
    });
    for (let i = 0; i < 8 && fight(game); i += 1) game.must({ type: 'auto' }, 'p1', EVEN);
    expect(game.of('fightEnded')[0]).toMatchObject({ how: 'won' });
    expect(game.player('p1').gold).toBeGreaterThan(gold);
    expect(game.player('p1').score).toBeGreaterThan(score);
    expect(game.player('p1').facts.killed).toBe(weak.foes[0]?.templateId);
  });

  it('lost, ends where every fall ends: at the camp', () => {
    const game = met();
    game.set('p1', { hp: 1, camp: 0 });
    finish(game);
    const how = game.player('p1').stats;
    expect(how.fightsLost === 1 ? game.player('p1').cell : 0).toBe(0);
    expect(Object.keys(how).filter((name) => name.startsWith('fights'))).toHaveLength(1);
  });

  it('may be left, for a blow and two cells; not before a gate', () => {
    const game = met();
    game.must({ type: 'flee' }, 'p1', EVEN);
    expect(game.of('fightEnded')[0]?.how).toBe('fled');
    expect(game.player('p1').cell).toBe(3 - (rules.tunables.combat?.flee ?? 1));
    const gate = new Table({ rules }).flat({ 3: 'gate' });
    gate.must({ type: 'roll' }, 'p1', [1, 1, 1]);
    expect(gate.refused({ type: 'flee' })).toBe('no-flight');
  });

  it('tells whoever has none, and whoever reaches for what is not there', () => {
    const game = new Table({ rules }).flat();
    for (const type of ['hit', 'dash', 'skill', 'prop', 'flee', 'auto'] as const)
      expect(game.refused({ type })).toBe('no-fight');
    const on = met();
    expect(on.refused({ type: 'hit', foe: 9 })).toBe('no-foe');
    expect(on.refused({ type: 'dash', band: fight(on)!.me.band })).toBe('fight-same-band');
    expect(on.refused({ type: 'skill', skill: 'nothing' })).toBe('no-fight-skill');
    on.must({ type: 'dash' }, 'p1', EVEN);
    expect(on.refused({ type: 'dash' })).toBe('dash-rests');
    const now = fight(on)!;
    const foes = now.foes.map((foe) => ({ ...foe, band: 'near' as const }));
    on.set('p1', { fight: { ...now, foes, me: { ...now.me, band: 'far' } } });
    expect(on.refused({ type: 'hit', reach: 'near' })).toBe('out-of-reach');
    expect(on.refused({ type: 'hit' }, 'p2')).toBe('no-fight');
  });

  it('a gate opens when its guardian is beaten, and whoever wanted to walk walks', () => {
    const game = new Table({ rules }).flat({ 3: 'gate' });
    game.must({ type: 'roll' }, 'p1', [1, 1, 1]);
    const on = fight(game)!;
    expect(on.bout).toBe('gate');
    const foes = on.foes.map((foe) => ({ ...foe, hp: 1, flags: {}, skills: [] }));
    game.set('p1', { fight: { ...on, foes, steps: 4 } });
    for (let i = 0; i < 8 && fight(game); i += 1) game.must({ type: 'auto' }, 'p1', EVEN);
    expect(game.state.opened).toContain(3);
    expect(game.player('p1').cell).toBe(7);
  });

  it('a gate holds whoever loses, who wakes before it; the next attempt is easier', () => {
    const game = new Table({ rules }).flat({ 3: 'gate' });
    game.must({ type: 'roll' }, 'p1', [1, 1, 1]);
    const full = fight(game)!.foes[0]!.derived.maxHp;
    const on = fight(game)!;
    game.set('p1', { hp: 1, fight: { ...on, foes: on.foes.map((foe) => ({ ...foe, hp: 999 })) } });
    finish(game);
    expect([game.player('p1').cell, game.state.attempts[3]]).toEqual([3, 1]);
    expect(game.player('p1').hp).toBeGreaterThan(1);
    game.set('p1', { tokens: { count: 1, since: game.at } });
    game.must({ type: 'roll' }, 'p1', [1, 1, 1]);
    expect(fight(game)!.foes[0]!.derived.maxHp).toBeLessThan(full);
  });

  it('asks the chat where the burrower is, and waits for it', () => {
    const game = met();
    const on = fight(game)!;
    game.set('p1', {
      audience: 20,
      fight: {
        ...on,
        foes: on.foes.map((foe) => ({ ...foe, hp: 200, skills: ['burrow'], flags: { under: null } })),
      },
    });
    game.must({ type: 'hit' }, 'p1', EVEN);
    const [poll] = Object.values(game.state.polls);
    expect(poll).toMatchObject({ player: 'p1', options: 3 });
    expect(game.refused({ type: 'hit' })).toBe('fight-vote');
    game.at = poll!.closes;
    game.must({ type: 'closePoll', poll: poll!.id, totals: { 2: 9 }, voters: 9, root: '' }, SYSTEM, [2]);
    expect(game.of('fightRound')[0]?.beats).toContainEqual({ is: 'voted', option: 2, right: true, where: 2 });
    expect(fight(game)?.vote).toBeNull();
    game.must({ type: 'hit' }, 'p1', EVEN);
  });

  it('lets an ally strike once', () => {
    const game = met();
    const on = fight(game)!;
    game.set('p1', { fight: { ...on, foes: on.foes.map((foe) => ({ ...foe, hp: 500, flags: {} })) } });
    game.must({ type: 'propose', to: 'p1', kind: 'alliance' }, 'p2');
    game.must({ type: 'accept', offer: game.state.diplomacy!.offers[0]!.n }, 'p1');
    game.must({ type: 'assist', ally: 'p1' }, 'p2', EVEN);
    expect(game.of('fightRound')[0]?.beats).toContainEqual(
      expect.objectContaining({ is: 'blow', who: 'ally' }),
    );
    expect(game.refused({ type: 'assist', ally: 'p1' }, 'p2')).toBe('assisted-already');
  });
});
