import { describe, expect, it } from 'vitest';
import { jsonContent } from '../../../adapters/content/json.ts';
import { loadContent } from '../../content/load.ts';
import type { Actor, CommandOf } from '../commands.ts';
import { Table } from '../given.ts';
import type { ItemDef, Rules } from '../rules.ts';

const { rules: real } = await loadContent({ layers: ['.'], source: jsonContent('config/content') });
const entry = { zone: 'any', purpose: 'risk', category: 'consumable', rarity: 'common', price: 10 } as const;
const rules: Rules = {
  ...real,
  items: {
    ...real.items,
    snack: {
      id: 'snack',
      ...entry,
      tags: ['heal'],
      target: 'self',
      range: 0,
      use: [{ op: 'gold', by: 1 }],
    } as ItemDef,
    net: {
      id: 'net',
      ...entry,
      tags: ['attack'],
      target: 'rival',
      range: 'any',
      hostile: true,
      use: [{ op: 'move', by: -1 }],
    } as ItemDef,
  },
};
const helper: Actor = { by: 'viewer', viewer: 'v_help', player: 'p1' };
type Grant = CommandOf<'grantHelper'>['grant'];
const grant = (more: Partial<Grant> = {}): Grant => ({
  tags: ['heal'],
  items: [],
  target: 'self',
  uses: 2,
  per: 'day',
  until: null,
  approval: false,
  ...more,
});
const table = (more: Partial<Grant> = {}) => {
  const game = new Table({ rules });
  const items = ['snack', 'snack', 'snack', 'net'];
  game.set('p1', {
    bag: items.map((item, i) => ({ n: 500 + i, item, charges: 1, ttl: null, worn: false, wait: 0 })),
  });
  game.must({ type: 'grantHelper', viewer: 'v_help', grant: grant(more) });
  return game;
};

describe('a helper', () => {
  it('uses what was granted, as often as granted, and is named in the event', () => {
    const game = table();
    game.must({ type: 'use', item: 'snack' }, helper);
    expect(game.of('itemUsed')[0]).toMatchObject({ player: 'p1', by: 'v_help' });
    game.must({ type: 'use', item: 'snack' }, helper);
    expect(game.refused({ type: 'use', item: 'snack' }, helper)).toBe('grant-spent');
    game.wait(24 * 3600);
    game.must({ type: 'use', item: 'snack' }, helper);
  });

  it('may not go beyond the grant', () => {
    const game = table();
    expect(game.refused({ type: 'use', item: 'net', targets: ['p2'] }, helper)).toBe('no-grant');
    expect(game.refused({ type: 'use', item: 'nothing' }, helper)).toBe('no-item');
    const wide = table({ items: ['net'] });
    expect(wide.refused({ type: 'use', item: 'net', targets: ['p2'] }, helper)).toBe('grant-self-only');
    const over = table({ until: 1_000_500 });
    over.wait(1);
    expect(over.refused({ type: 'use', item: 'snack' }, helper)).toBe('grant-over');
  });

  it('of another player has no rights here', () => {
    const game = table();
    expect(
      game.refused({ type: 'use', item: 'snack' }, { by: 'viewer', viewer: 'v_other', player: 'p1' }),
    ).toBe('no-grant');
  });

  it('loses everything when revoked', () => {
    const game = table();
    game.must({ type: 'revokeHelper', viewer: 'v_help' });
    expect(game.refused({ type: 'use', item: 'snack' }, helper)).toBe('no-grant');
    expect(game.refused({ type: 'revokeHelper', viewer: 'v_help' })).toBe('no-helper');
  });

  it('with approval waits for the yes of the player, for a while', () => {
    const game = table({ approval: true });
    game.must({ type: 'use', item: 'snack' }, helper);
    const request = game.player('p1').requests[0];
    expect(game.player('p1').bag).toHaveLength(4);
    game.must({ type: 'approve', request: request?.n ?? 0, yes: true });
    expect(game.player('p1').bag).toHaveLength(3);
    game.must({ type: 'use', item: 'snack' }, helper);
    game.wait(rules.tunables.helpers.approval);
    game.must({ type: 'expire' }, { by: 'system' });
    expect(game.player('p1').requests).toEqual([]);
    expect(game.player('p1').bag).toHaveLength(3);
  });

  it('is one of a limited number, with a grant that means something', () => {
    const game = table();
    for (let i = 1; i < rules.tunables.helpers.max; i += 1)
      game.must({ type: 'grantHelper', viewer: `v_${i}`, grant: grant() });
    expect(game.refused({ type: 'grantHelper', viewer: 'v_more', grant: grant() })).toBe('too-many-helpers');
    expect(
      game.refused({ type: 'grantHelper', viewer: 'v_1', grant: grant({ tags: [], items: ['no_such'] }) }),
    ).toBe('bad-grant');
    expect(game.refused({ type: 'grantHelper', viewer: 'v_1', grant: grant({ tags: [] }) })).toBe(
      'bad-grant',
    );
  });
});
