/** Deeds that come back: when, where, and what they bring. */
import { describe, expect, it } from 'vitest';
import { nextDeadline } from '../deadlines.ts';
import { Table } from '../given.ts';
import { isRefusal } from '../refusal.ts';
import type { CellKind, ZoneId } from '../rules.ts';
import { onTheWayTo, stand, step, withStories } from './given.suite.ts';
import { storiesOf } from './state.ts';

/** Twelve cells a zone along the road: a deed in the first, a gate in each. */
const KINDS: Readonly<Record<number, CellKind>> = {
  10: 'story',
  20: 'gate',
  32: 'gate',
  44: 'market',
  50: 'camp',
};
/** Middle faces. */
const EVEN = Array.from({ length: 400 }, () => 60);
const ZONES: readonly ZoneId[] = ['forest', 'crystal', 'static', 'hell', 'heaven'];

function road(stories: readonly string[], kinds = KINDS): Table {
  const game = onTheWayTo(stories, kinds);
  const { board } = game.state;
  const cells = board.cells.map((cell) => ({ ...cell, zone: ZONES[Math.min(4, Math.floor(cell.id / 12))]! }));
  game.state = { ...game.state, board: { ...board, cells }, opened: [20, 32] };
  return game;
}

/** Stops there; what stands open is a gate without a guardian. */
const stopAt = (game: Table, cell: number): readonly string[] => {
  const { bag, gold, facts } = game.player('p1');
  step(stand(game, cell - 3, { bag, gold, facts, hp: 20 }));
  return game.of('sceneBegun').map(({ run }) => run.story);
};
const lines = (game: Table) => game.of('sceneBegun')[0]?.run.lines;

describe('the ladder', () => {
  const borrowed = () => {
    const game = road(['agathas_ladder', 'agathas_sister']);
    step(game);
    game.must({ type: 'choose', option: 3 });
    return game;
  };

  it('is asked for in the second zone after the deed, not in the next', () => {
    const game = borrowed();
    expect(stopAt(game, 20)).toEqual([]);
    expect(storiesOf(game.player('p1')).zones).toEqual(['forest', 'crystal']);
    expect(stopAt(game, 32)).toEqual(['agathas_sister']);
    expect(lines(game)).toEqual(['here_static', 'asks']);
    game.must({ type: 'choose', option: 1 });
    expect(game.player('p1').bag).toEqual([]);
    expect(game.player('p1').reputation.static).toBe(10);
  });

  it('comes once, and only to whoever did it', () => {
    const game = borrowed();
    stopAt(game, 20);
    stopAt(game, 32);
    game.must({ type: 'choose', option: 2 });
    expect(game.player('p1').effects.map(({ effect }) => effect)).toEqual(['tourist_price']);
    expect(stopAt(game, 44)).toEqual([]);
    const other = road(['agathas_ladder', 'agathas_sister']);
    for (const cell of [20, 32, 44]) expect(stopAt(other, cell)).toEqual([]);
  });

  it('given away it is a rope ladder, sold it stands in the market', () => {
    const given = borrowed();
    given.set('p2', { cell: given.player('p1').cell, bag: [] });
    given.must({ type: 'gift', item: 'borrowed_ladder', to: 'p2' });
    expect(given.player('p1').facts.agathas_ladder).toBe('returned');
    stopAt(given, 20);
    expect(stopAt(given, 32)).toEqual(['agathas_sister']);
    expect(lines(given)).toEqual(['here_static', 'jam']);
    expect(given.of('moved').at(-1)?.why).toBe('agathas_sister');

    const sold = borrowed();
    stand(sold, 44, { bag: sold.player('p1').bag }).must({ type: 'sell', item: 'borrowed_ladder' });
    for (const cell of [20, 32]) stopAt(sold, cell);
    expect(lines(sold)).toEqual(['here_static', 'shelf']);
    sold.must({ type: 'choose', option: 1 });
    expect(sold.player('p1').bag.map(({ item }) => item)).toEqual(['borrowed_ladder']);
  });
});

describe('the duellist', () => {
  const fought = (more: (game: Table) => void) => {
    const game = road(['beaten_duellist', 'daughter_at_the_door', 'duellists_friend']);
    step(game);
    game.must({ type: 'choose', option: 2 }, 'p1', [4, 4, 4]);
    more(game);
    return game;
  };

  it('who left through the open door pays less, by a friend of his', () => {
    const game = fought((table) => stopAt(table, 15));
    expect(game.player('p1').facts.duellist).toBe('spared');
    stopAt(game, 20);
    expect(stopAt(game, 32)).toEqual(['duellists_friend']);
    expect(lines(game)).toEqual(['friend_static']);
    expect(game.player('p1').effects.map(({ effect }) => effect)).toEqual(['good_neighbors']);
  });

  it('who did not meets his daughter, twice', () => {
    const game = fought((table) => table.must({ type: 'use', item: 'last_thrust' }));
    expect(storiesOf(game.player('p1')).met).toEqual(['beaten_duellist', 'daughter_at_the_door']);
    stopAt(game, 20);
    stopAt(game, 32);
    expect(lines(game)).toEqual(['killed_static', 'girl']);
    game.must({ type: 'choose', option: 2 });
    expect(game.player('p1').effects.map(({ effect }) => effect)).toEqual(['tourist_price']);
  });

  it('who bowed out is remembered by nobody', () => {
    const game = road(['beaten_duellist', 'duellists_friend']);
    step(game);
    game.must({ type: 'choose', option: 3 });
    for (const cell of [20, 32, 44]) expect(stopAt(game, cell)).toEqual([]);
  });
});

describe('the crystal', () => {
  const signed = (option: number) => {
    const game = road(['who_goes_there', 'parcel_for_nobody'], { ...KINDS, 16: 'story' });
    step(stand(game, 13));
    game.must({ type: 'choose', option });
    expect(game.player('p1').shards.earth).toBe(1);
    stopAt(game, 32);
    stopAt(game, 44);
    expect(game.of('sceneBegun').map(({ run }) => run.story)).toEqual(['parcel_for_nobody']);
    return game;
  };

  it('sends a parcel to whoever signed, to nobody, or to the rival who did not', () => {
    expect(lines(signed(1))).toEqual(['courier_hell', 'for_you']);
    expect(lines(signed(2))).toEqual(['courier_hell', 'no_list']);
    const game = signed(3);
    expect(lines(game)).toEqual(['courier_hell', 'sent_on']);
    const rival = game.of('sceneBegun')[0]?.run.rival ?? '';
    expect(game.player('p1').facts.signature).toBe(rival);
    expect(game.of('itemGained').map(({ player, got }) => [player, got.item])).toEqual([
      [rival, 'half_sandwich'],
    ]);
    expect(game.of('offered')[0]?.offer).toMatchObject({ from: 'p1', to: rival, kind: 'truce' });
  });
});

describe('where the map ends sooner', () => {
  it('it comes at the finish', () => {
    const game = road(['window_seven', 'stamped_at_last'], { 50: 'story' });
    step(stand(game, 47));
    game.wait(75).must({ type: 'expire' }, { by: 'system' });
    expect(game.player('p1').facts.window).toBe('stamped');
    const { finish } = game.state.board;
    const before = game.state.board.cells.find(({ next }) => next.includes(finish))?.id ?? 0;
    step(stand(game, before));
    expect(game.of('superGameOpened')).toHaveLength(1);
    expect(lines(game)).toEqual(['clerk_heaven', 'seal']);
  });

  it('everything comes, one after another, and the super game after that', () => {
    const facts = { toll: 'argued', room: 'fell', signature: 'p2' };
    const due = ['guild_invoice', 'parcel_for_nobody', 'piano_stool'];
    const game = road(['agathas_ladder', ...due], { 50: 'story' });
    const { finish } = game.state.board;
    const before = game.state.board.cells.find(({ next }) => next.includes(finish))?.id ?? 0;
    step(stand(game, before, { facts, gold: 0 }));
    const told = game.of('sceneBegun').map(({ run }) => run.story);
    expect([...told].sort()).toEqual(due);
    const [first, ...rest] = game.player('p1').pending;
    expect(first).toMatchObject({ is: 'scene' });
    expect(rest.slice(0, -1)).toMatchObject([{ is: 'scene', until: null }]);
    expect(Object.values(game.state.polls)).toMatchObject([{ pending: first?.n }]);
    expect(rest.at(-1)).toMatchObject({ is: 'final', stage: 'guardian', until: null });
    for (let i = 0; i < 9 && game.player('p1').pending[0]?.is === 'scene'; i += 1) {
      game.at = nextDeadline(game.state) ?? game.at;
      game.must({ type: 'expire' }, { by: 'system' });
    }
    expect(game.player('p1').pending).toMatchObject([{ is: 'final', stage: 'guardian' }]);
    expect(game.player('p1').pending[0]?.until).toBeGreaterThan(game.at);
  });
});

describe('the room', () => {
  it('is held against waves, and how it ended is remembered', () => {
    const game = road(['open_house', 'piano_stool']);
    step(game);
    game.must({ type: 'choose', option: 1 });
    const [begun] = game.of('fightBegun');
    expect(begun?.fight).toMatchObject({ bout: 'waves', wave: 1 });
    const all = 1 + (begun?.fight.waves?.length ?? 0);
    expect(all).toBeGreaterThan(1);
    game.must({ type: 'auto' });
    for (let round = 0; game.player('p1').fight && round < 80; round += 1) {
      const { wave = 0, waves = [], foes } = game.player('p1').fight!;
      expect(wave + waves.length).toBe(all);
      expect(wave > 1).toBe(foes.length > (begun?.fight.foes.length ?? 0));
      game.wait(60);
      game.when({ type: 'expire' }, { by: 'system' });
    }
    expect(game.player('p1').fight ?? null).toBeNull();
    expect(['held', 'fell']).toContain(game.player('p1').facts.room);
  });

  it('is not held by whoever walks off', () => {
    const pack = withStories(['open_house']);
    const [base] = Object.values(pack.items);
    const shift = { ...base!, id: 'shift', target: 'self', use: [{ op: 'move', by: -1 }] } as const;
    const game = new Table({ rules: { ...pack, items: { ...pack.items, shift } } }).flat({ 3: 'story' });
    const bag = [{ n: 900, item: 'shift', charges: 1, ttl: null, worn: false, wait: 0 }];
    step(game.set('p1', { audience: 0, skills: [], bag }), EVEN);
    game.must({ type: 'choose', option: 1 }, 'p1', EVEN);
    game.must({ type: 'use', item: 'shift' }, 'p1', EVEN);
    expect(game.of('fightEnded')).toMatchObject([{ how: 'left' }]);
    expect(game.player('p1').facts.room).toBe('fell');
  });

  it('is held by whoever lets all of them go, and nothing waits any more', () => {
    const game = road(['open_house', 'piano_stool']).set('p1', { audience: 0, skills: ['kind_word'] });
    step(game);
    game.must({ type: 'choose', option: 1 });
    for (let i = 0; i < 60 && game.player('p1').fight; i += 1) {
      const fight = game.player('p1').fight!;
      const foes = fight.foes.map((foe) => (foe.out ? foe : { ...foe, hp: 1, flags: {}, skills: [] }));
      game.set('p1', { hp: 60, fight: { ...fight, foes } });
      const word = game.when({ type: 'skill', skill: 'kind_word' });
      if (isRefusal(word)) game.must({ type: 'dash' });
    }
    expect(game.player('p1').stats.fightsSpared).toBe(1);
    expect(game.player('p1').facts.room).toBe('held');
    expect(storiesOf(game.player('p1')).watching).toEqual([]);
  });
});
