import { describe, expect, it } from 'vitest';
import { jsonContent } from '../../../adapters/content/json.ts';
import { loadContent } from '../../content/load.ts';
import { Table } from '../given.ts';

const { rules } = await loadContent({ layers: ['.'], source: jsonContent('config/content') });
const viewer = { by: 'viewer', viewer: 'v_rich', player: 'p1' } as const;
const redeem = (redemption: string, reward: string) => ({ type: 'redeem', redemption, reward }) as const;
const table = () => new Table({ rules });

describe('a paid wish', () => {
  it('is applied, told, and owed to the platform until it is settled', () => {
    const game = table();
    game.must(redeem('kick:1', 'pocket_money'), viewer);
    expect(game.of('redeemed')[0]).toMatchObject({
      outcome: 'applied',
      viewer: 'v_rich',
      reward: 'pocket_money',
    });
    expect(game.player('p1').gold).toBe(rules.tunables.gold.start + 10);
    expect(game.state.unsettled).toEqual({ 'kick:1': { player: 'p1', outcome: 'applied' } });
    expect(game.refused({ type: 'settled', redemption: 'kick:1', code: 'ok' }, 'p2')).toBe('no-redemption');
    game.must({ type: 'settled', redemption: 'kick:1', code: 'ok' });
    expect(game.state.unsettled).toEqual({});
    expect(game.refused({ type: 'settled', redemption: 'kick:1', code: 'ok' })).toBe('no-redemption');
  });

  it('acts once', () => {
    const game = table();
    game.must(redeem('kick:1', 'pocket_money'), viewer);
    expect(game.refused(redeem('kick:1', 'pocket_money'), viewer)).toBe('redeemed-already');
    expect(game.player('p1').gold).toBe(rules.tunables.gold.start + 10);
  });

  const resting = (game: Table) => {
    game.must({ type: 'pause' }, { by: 'admin' });
    return game;
  };
  it.each([
    ['a reward that the pack does not have', (game: Table) => game, 'no_such', 'unknown'],
    ['a game that rests', resting, 'hot_soup', 'not-running'],
  ] as const)(
    'for %s is returned with the reason, and changes nothing else',
    (_name, prepare, reward, why) => {
      const game = prepare(table());
      const before = game.player('p1');
      game.must(redeem('kick:2', reward), viewer);
      expect(game.of('redeemed')[0]).toMatchObject({ outcome: 'returned', why });
      expect({ ...game.player('p1'), stats: {} }).toEqual({ ...before, stats: {} });
      expect(game.state.unsettled['kick:2']?.outcome).toBe('returned');
    },
  );

  it('for one trial too many is returned', () => {
    const game = table();
    const trial = Object.values(rules.trials).find((one) => one.kind === 'chat')?.id ?? '';
    const waiting = [1, 2, 3].map(
      (n) => ({ is: 'trial', n, until: null, trial, tier: 1, by: null, poll: null, done: null }) as const,
    );
    game.set('p1', { pending: waiting });
    game.must(redeem('kick:3', 'dare'), viewer);
    expect(game.of('redeemed')[0]).toMatchObject({ outcome: 'returned', why: 'full' });
  });

  it('is for viewers: neither players nor the host can pay', () => {
    const game = table();
    expect(game.refused(redeem('kick:4', 'hot_soup'), 'p1')).toBe('not-yours');
    expect(game.refused(redeem('kick:4', 'hot_soup'), { by: 'system' })).toBe('not-a-player');
  });

  it('of every kind in the pack changes something', () => {
    for (const id of Object.keys(rules.rewards)) {
      const game = table();
      game.set('p1', { cell: 8, hp: 10, gold: 50 });
      game.must(redeem(`kick:${id}`, id), viewer);
      expect(game.events.length, id).toBeGreaterThan(1);
    }
  });
});
