/** Stopping on a cell: what rivals left there comes first, and may be all that comes. */
import { describe, expect, it } from 'vitest';
import { jsonContent } from '../../../adapters/content/json.ts';
import { loadContent } from '../../content/load.ts';
import { Table } from '../given.ts';
import type { CellKind, HappeningDef, Rules } from '../rules.ts';

const { rules: real } = await loadContent({ layers: ['.'], source: jsonContent('config/content') });
const trap = (id: string, ops: HappeningDef['do']): HappeningDef => ({
  ...{ id, zone: 'any', tags: ['test'], purpose: 'risk', weight: 0, do: ops },
});
const OWN = [trap('pit', [{ op: 'harm', percent: 100 }]), trap('gust', [{ op: 'move', by: -1 }])];
const rules: Rules = {
  ...real,
  traps: { ...real.traps, ...Object.fromEntries(OWN.map((one) => [one.id, one])) },
};
const EVEN = Array.from({ length: 200 }, () => 60);

/** p1 stops on the third cell, where p2 has left these. */
function stops(kind: CellKind, ...marks: readonly string[]): Table {
  const game = new Table({ rules }).flat({ 3: kind }).set('p1', { bag: [], skills: [], audience: 0 });
  const left = marks.map((one, i) => ({ n: 900 + i, cell: 3, trap: one, by: 'p2' }));
  game.state = { ...game.state, marks: left };
  game.must({ type: 'roll' }, 'p1', [1, 1, 1, ...EVEN]);
  return game;
}

describe('a mark of a rival', () => {
  it.each(['monster', 'gate', 'story', 'chest', 'trial', 'camp'] as const)(
    'that knocks out leaves nothing of the %s to whoever wakes in the camp',
    (kind) => {
      const game = stops(kind, 'pit');
      expect(game.of('knockedOut')).toHaveLength(1);
      const after = ['fightBegun', 'sceneBegun', 'pended', 'chestOpened', 'itemGained', 'rested', 'checked'];
      expect(game.events.filter(({ type }) => after.includes(type))).toEqual([]);
      expect([game.player('p1').cell, game.player('p1').pending]).toEqual([0, []]);
    },
  );

  it('that carries off leaves the next one to somebody else', () => {
    const game = stops('monster', 'gust', 'pit');
    expect(game.of('trapSprung').map(({ trap: id }) => id)).toEqual(['gust']);
    expect([game.player('p1').cell, game.of('fightBegun')]).toEqual([2, []]);
    expect(game.state.marks.map(({ trap: id }) => id)).toEqual(['pit']);
  });

  it('that only stings leaves the cell as it is', () => {
    expect(stops('monster').of('fightBegun')).toHaveLength(1);
  });
});
