/** The rules, section 3: the map. */
import { expect } from 'vitest';
import { trialOf } from '../trials/given.ts';
import { comeTo, court, itemOf, packOf, thing, unfought } from './given.suite.ts';
import { walk } from './walk.suite.ts';

const MAP = 'bot/engine/board/generate.test.ts';
const TURN = 'bot/engine/turn/decide.test.ts';
const BAG = 'bot/engine/bag/bag.test.ts';

walk('3. The map: cells, zones, ways', {
  'A matrix of cells': [MAP, 'has no two active cells on one spot of the matrix, and none outside'],
  'Active cells form a directed track graph from start to finish': [
    MAP,
    'lets the finish be reached from every active cell, by any way',
    'leads back to the start',
  ],
  'passive cells are scenery': () => {
    const { board } = court().state;
    expect(board.ground).toHaveLength(board.width * board.height);
    expect(board.cells.length).toBeLessThan(board.ground.length);
  },
  'Several avatars may share a cell': () => {
    const game = court();
    game.set('p1', { cell: 10 }).set('p2', { cell: 13 });
    game.must({ type: 'roll' }, 'p1', [1, 1, 1]);
    expect([game.player('p1').cell, game.player('p2').cell]).toEqual([13, 13]);
  },
  // A tunable: with fights in it, a marathon on 100 cells was over too soon.
  'Sizes: S 60, M 110, L 160 cells on the main track': () => {
    const { sizes } = packOf().tunables.map;
    expect([sizes.S.cells, sizes.M.cells, sizes.L.cells]).toEqual([60, 110, 160]);
    expect(court().state.board.length).toBe(60);
  },
  'Zones are connected areas': [MAP, 'has connected zones that hold their own cells'],
  'each zone has elements, environment tags, a tier range, weights for cell kinds and loot': () => {
    for (const zone of Object.values(packOf().zones)) {
      expect(zone.elements.length).toBeGreaterThan(0);
      expect(zone.tags.length).toBeGreaterThan(0);
      expect(zone.tiers[0]).toBeLessThanOrEqual(zone.tiers[1]);
      expect(Object.keys(zone.cells).length).toBeGreaterThan(4);
      expect(Object.keys(zone.loot)).toContain('legendary');
    }
  },
  'a palette': [
    'overlay/board/layout.test.ts',
    'puts every cell into the glass of its zone; gates stand on the border',
  ],
  'and dice skew': () => {
    const rules = packOf();
    const skewed = { ...rules, zones: { ...rules.zones, forest: { ...rules.zones.forest, dice: -2 } } };
    const rolled = [rules, skewed].map((pack) => {
      const game = court(pack);
      game.set('p1', { cell: 5 });
      expect(game.state.board.cells[5]?.zone).toBe('forest');
      game.must({ type: 'roll' }, 'p1', [2, 2, 2]);
      return game.player('p1');
    });
    expect(rolled.map(({ cell }) => cell)).toEqual([11, 9]);
    expect(rolled[1]?.lastRoll?.steps).toEqual([{ from: 'zone', id: 'forest', by: -2 }]);
  },
  'Five biomes: Heaven, Hell, Crystal Cave, Forest Thicket, The Static': () => {
    const zones = new Set(court().state.board.cells.map(({ zone }) => zone));
    expect([...zones].sort()).toEqual(['crystal', 'forest', 'heaven', 'hell', 'static']);
  },
  'trap: placed once at generation': [MAP, 'has no trap in the first cells, and every trap knows what it is'],
  'trap: on landing samples a bad effect by zone': () => {
    const game = court();
    const { cells } = game.state.board;
    const trap = Object.values(game.rules.traps).find(({ zone }) => zone === 'forest')!;
    const laid = cells.map((one) =>
      one.id === 9 ? { ...one, kind: 'trap' as const, secret: trap.id } : one,
    );
    game.state = { ...game.state, board: { ...game.state.board, cells: laid } };
    comeTo(game, 9);
    expect(game.of('trapSprung')).toMatchObject([{ trap: trap.id, cell: 9 }]);
    expect(game.state.known).toContain(9);
  },
  'chest: its opposite': () => {
    const game = court().flat({ 9: 'chest' });
    comeTo(game, 9);
    expect(game.of('chestOpened')).toHaveLength(1);
    expect(game.player('p1').stats.chests).toBe(1);
  },
  'camp: nobody can target you there': [BAG, 'on somebody in a camp is refused, and costs nothing'],
  'camp: some debuffs end': [BAG, 'end in a camp when a camp is the way out'],
  'camp: HP returns, it is your checkpoint': () => {
    const game = court().set('p1', { hp: 5 });
    comeTo(game, 30);
    expect(game.player('p1').camp).toBe(30);
    expect(game.player('p1').hp).toBeGreaterThan(5);
  },
  'market: buy and sell for resources': () => {
    const game = court();
    const item = Object.values(game.rules.items).find((one) => one.element === 'fire' && one.price >= 16)!;
    const price = item.price;
    const only = { ...game.rules.tunables.market, stock: 0 };
    const pack = packOf({ items: [{ ...item, tags: ['heal'], rarity: 'common', zone: 'any' }] });
    const items = { [item.id]: pack.items[item.id]! };
    const market = court({ ...pack, items, tunables: { ...pack.tunables, market: only } });
    market.set('p1', { cell: 20, gold: price, shards: { earth: 0, water: 0, fire: 1, electricity: 0 } });
    market.must({ type: 'buy', item: item.id });
    expect(market.player('p1')).toMatchObject({ gold: only.shard, shards: { fire: 0 } });
    market.must({ type: 'sell', item: item.id });
    expect(market.player('p1').gold).toBeGreaterThan(only.shard!);
  },
  'market: stock by zone': [
    'bot/content/pack.test.ts',
    'markets of %s have many times their shelf to choose from',
  ],
  'market: prices by reputation': [BAG, 'are cheaper for those who are liked'],
  'market: two players in one market may trade': [
    'bot/engine/diplomacy/trade.test.ts',
    'two players in one market may trade',
  ],
  'gate: between zones; avatars stop here': [
    TURN,
    'stop everybody until the guardian is passed, then stay open for all',
  ],
  'gate: opened by the zone’s guardian': () => {
    const game = court(unfought()).flat({ 13: 'gate' });
    comeTo(game, 13, 'p1', [4, 4, 4, 4, 4, 4]);
    expect(game.state.opened).toContain(13);
    comeTo(game, 14, 'p2');
    expect(game.player('p2').cell).toBe(14);
  },
  'gate: or by a mass trial': () => {
    const pack = packOf({ items: [itemOf('bell', { use: [{ op: 'trial', id: 'haul' }] })] });
    const haul = trialOf('haul', { kind: 'check', scope: 'mass', check: { attribute: 'mind', harder: -30 } });
    const game = court({ ...pack, trials: { ...pack.trials, haul } }).flat({ 13: 'gate', 26: 'gate' });
    game.set('p1', { cell: 12, bag: [thing(pack, 'bell')] }).set('p2', { cell: 13 });
    game.must({ type: 'use', item: 'bell' });
    expect(game.of('trialPassed')).toHaveLength(4);
    // Whoever of the many stands before a gate has opened it; other gates stay shut.
    expect(game.of('gateOpened')).toMatchObject([{ player: 'p2', cell: 13 }]);
    expect(game.state.opened).toEqual([13]);
  },
  'Forks: a roll that reaches a fork asks for a way': [TURN, 'ask for a way, and go it'],
  'with a time-out to the main track': [TURN, 'take the main way when nobody answers in time'],
  'Generation is a pure function of (pack, seed, size); same input, same map, byte for byte': [
    MAP,
    'is the same byte for byte from the same input, and another from another seed',
  ],
  'finish reachable from every active cell': [
    MAP,
    'lets the finish be reached from every active cell, by any way',
  ],
  'zones connected': [MAP, 'has connected zones that hold their own cells'],
  'camps at most 15 cells apart': [MAP, 'has camps at most `campEvery` cells apart'],
  'no trap in the first 4 cells': [MAP, 'has no trap in the first cells, and every trap knows what it is'],
  'a shortcut saves at most 20% of the track': [
    MAP,
    'saves at most a fifth of the track by a shortcut, and no way skips a gate',
    'has objects of the place, each of which somebody can open, and passages no longer than a shortcut',
  ],
  'every object’s reward reachable': [
    MAP,
    'has objects of the place, each of which somebody can open, and passages no longer than a shortcut',
  ],
});
