/** How fights end: with the right deed, in time, and taught by what was really done. */
import { describe, expect, it } from 'vitest';
import { jsonContent } from '../../../adapters/content/json.ts';
import { loadContent } from '../../content/load.ts';
import { Table } from '../given.ts';
import type { CellKind, ItemDef, Rules } from '../rules.ts';
import type { BagItem, Player } from '../state.ts';
import { monster, Ringside } from './given.suite.ts';

const { rules: real } = await loadContent({ layers: ['.'], source: jsonContent('config/content') });
const entry = { zone: 'any', tags: ['test'], purpose: 'risk', category: 'consumable' } as const;
const item = (id: string, more: Partial<ItemDef>): ItemDef => ({
  ...{ id, ...entry, rarity: 'common', price: 20, target: 'self', range: 0 },
  ...more,
});
const OWN: readonly ItemDef[] = [
  item('shift', { use: [{ op: 'move', by: -1 }] }),
  item('lure', {
    use: [
      {
        op: 'choose',
        fallback: 1,
        options: [{ do: [{ op: 'move', by: 1, on: 'behind' }] }, { do: [{ op: 'gold', by: 1 }] }],
      },
    ],
  }),
];
const rules: Rules = {
  ...real,
  items: { ...real.items, ...Object.fromEntries(OWN.map((one) => [one.id, one])) },
};
const SYSTEM = { by: 'system' } as const;
const EVEN = Array.from({ length: 400 }, () => 60);
const held = (id: string): BagItem => ({ n: 900, item: id, charges: 1, ttl: null, worn: false, wait: 0 });

/** The first player has stopped on this cell, and whoever waits there falls at a touch. */
function stopped(kind: CellKind, more: Partial<Player> = {}): Table {
  const game = new Table({ rules }).flat({ 3: kind });
  for (const id of game.state.order) game.set(id, { audience: 0, bag: [], skills: [] });
  game.set('p1', more).must({ type: 'roll' }, 'p1', [1, 1, 1, ...EVEN]);
  return soften(game);
}

function soften(game: Table): Table {
  const { fight } = game.player('p1');
  if (!fight) throw new Error('no fight');
  const foes = fight.foes.map((foe) => ({ ...foe, hp: 1, flags: {}, skills: [] }));
  return game.set('p1', { hp: 60, fight: { ...fight, foes } });
}

const ending = (game: Table) => game.of('fightEnded')[0]?.how;

/** Lets everybody go who stands there. */
function spare(game: Table): void {
  for (let i = 0; i < 8 && game.player('p1').fight; i += 1)
    game.must({ type: 'skill', skill: 'kind_word' }, 'p1', EVEN);
}

describe('what fights teach', () => {
  it('a foe that was let go counts once, as a victory does', () => {
    const every = real.tunables.skills?.every ?? 0;
    expect(every).toBeGreaterThan(1);
    const game = stopped('monster', { skills: ['kind_word'], stats: { trialsPassed: every - 1 } });
    const known: number[] = [];
    for (let i = 0; i < every; i += 1) {
      spare(game);
      expect(ending(game)).toBe('spared');
      known.push(game.player('p1').skills.length);
      game.set('p1', { cell: 0, pending: [], tokens: { count: 1, since: game.at } });
      game.must({ type: 'roll' }, 'p1', [1, 1, 1, ...EVEN]);
      soften(game);
    }
    expect(known).toEqual(Array(every).fill(2));
  });
});

describe('the last round', () => {
  it('is played: as many actions as the rules say, then both sides part', () => {
    const ring = new Ringside({ rules, foes: [monster(rules)] });
    const most = rules.tunables.combat?.rounds ?? 0;
    let played = 0;
    while (ring.end === null && played < 40) {
      ring.set((fight) => ({
        ...fight,
        me: { ...fight.me, hp: 900 },
        foes: fight.foes.map((foe) => ({ ...foe, hp: 900 })),
      }));
      ring.play({ is: 'rest' });
      played += 1;
    }
    expect([ring.end, played, ring.fight.round]).toEqual(['left', most, most]);
  });
});

describe('who walks out of a fight', () => {
  it('by an own thing is told apart from whoever outlasts it', () => {
    const game = stopped('monster', { bag: [held('shift')] });
    game.must({ type: 'use', item: 'shift' }, 'p1', EVEN);
    expect(game.of('fightEnded')).toMatchObject([{ how: 'left', walked: true }]);
  });

  it.each(['answer', 'clock'])('a rival’s option is no way out, taken by the %s', (how) => {
    const game = stopped('monster').set('p2', { cell: 4, bag: [held('lure')] });
    game.must({ type: 'use', item: 'lure' }, 'p2', EVEN);
    const asked = game.player('p2').pending.find(({ is }) => is === 'choice');
    game.at = asked?.until ?? game.at;
    const pending = game.player('p1').pending.map((one) => ({ ...one, until: game.at + 9000 }));
    game.set('p1', { pending });
    if (how === 'answer') game.must({ type: 'choose', option: 1 }, 'p2');
    else game.must({ type: 'expire' }, SYSTEM, EVEN);
    expect(game.of('moved')).toMatchObject([{ player: 'p1' }]);
    expect(game.of('fightEnded')).toEqual([]);
    expect(game.player('p1').fight).not.toBeNull();
  });
});

describe('a gate that somebody else has opened', () => {
  const opened = () => {
    const game = stopped('gate');
    game.must({ type: 'roll' }, 'p2', [1, 1, 1, ...EVEN]);
    expect(game.player('p2').fight?.bout).toBe('gate');
    expect(game.refused({ type: 'flee' }, 'p2')).toBe('no-flight');
    for (let i = 0; i < 4 && game.player('p1').fight; i += 1) game.must({ type: 'auto' }, 'p1', EVEN);
    expect(game.state.opened).toEqual([3]);
    return game;
  };

  it('keeps nobody: the second fighter may run', () => {
    const game = opened();
    game.must({ type: 'flee' }, 'p2', EVEN);
    expect(ending(game)).toBe('fled');
  });

  it('counts no attempt of whoever loses there', () => {
    const game = opened();
    const { fight } = game.player('p2');
    game.set('p2', { hp: 1, fight: fight ?? null });
    for (let i = 0; i < 20 && game.player('p2').fight; i += 1) {
      game.set('p2', { hp: 1 });
      game.wait(60).must({ type: 'expire' }, SYSTEM, EVEN);
    }
    expect(ending(game)).toBe('lost');
    expect([game.of('gateHeld'), game.state.attempts]).toEqual([[], {}]);
  });
});
