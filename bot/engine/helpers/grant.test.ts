/** GAME.md 10, its sentences on helpers, each as a change of state. The shape of a grant typed in a chat: `commands/`. */
import { describe, expect, it } from 'vitest';
import type { Actor, CommandOf } from '../commands.ts';
import { type Court, table } from '../diplomacy/given.ts';

type Grant = CommandOf<'grantHelper'>['grant'];
const mia: Actor = { by: 'viewer', viewer: 'v_mia', player: 'p1' };
const use = (item: string, ...targets: readonly string[]) =>
  targets.length > 0 ? ({ type: 'use', item, targets } as const) : ({ type: 'use', item } as const);

function granted(more: Partial<Grant>): Court {
  const game = table().bag('p1', 'step', 'step', 'step', 'net', 'net');
  const none = {
    tags: [],
    items: [],
    target: 'self',
    uses: 3,
    per: 'day',
    until: null,
    approval: false,
  } as const;
  game.must({ type: 'grantHelper', viewer: 'v_mia', grant: { ...none, ...more } });
  return game;
}

describe('!helper grants a viewer', () => {
  it('which tags or items', () => {
    const byItem = granted({ items: ['step'] });
    byItem.must(use('step'), mia);
    expect(byItem.player('p1').cell).toBe(11);
    expect(byItem.refused(use('net', 'p2'), mia)).toBe('no-grant');
    const byTag = granted({ tags: ['test'] });
    byTag.must(use('step'), mia);
    expect(byTag.player('p1').cell).toBe(11);
  });

  it('on self only or on rivals too', () => {
    expect(granted({ items: ['net'] }).refused(use('net', 'p2'), mia)).toBe('grant-self-only');
    const wide = granted({ items: ['net'], target: 'any' });
    wide.must(use('net', 'p2'), mia);
    expect(wide.player('p2').cell).toBe(10);
  });

  it('how many uses', () => {
    const game = granted({ items: ['step'], uses: 2 });
    game.must(use('step'), mia);
    game.must(use('step'), mia);
    expect(game.refused(use('step'), mia)).toBe('grant-spent');
  });

  it('until when', () => {
    const game = granted({ items: ['step'], until: 1_007_000 });
    game.wait(6).must(use('step'), mia);
    expect(game.wait(1).refused(use('step'), mia)).toBe('grant-over');
  });

  it('asking for a cell: the yes uses it there', () => {
    const game = granted({ items: ['velvet_snare'], target: 'any', approval: true }).bag(
      'p1',
      'velvet_snare',
    );
    game.must({ ...use('velvet_snare'), cell: 13 }, mia);
    game.must({ type: 'approve', request: game.player('p1').requests[0]!.n, yes: true });
    expect(game.state.marks.map(({ cell }) => cell)).toEqual([13]);
  });

  it('with approval or without', () => {
    const game = granted({ items: ['step'], approval: true });
    game.must(use('step'), mia);
    expect(game.player('p1').cell).toBe(10);
    game.must({ type: 'approve', request: game.player('p1').requests[0]!.n, yes: true });
    expect(game.player('p1').cell).toBe(11);
  });

  it('no more than the player may do: an ally is not hit by a helper’s hand', () => {
    const game = granted({ items: ['net'], target: 'any' }).sign('alliance', 'p1', 'p2');
    expect(game.refused(use('net', 'p2'), mia)).toBe('treaty-binds');
  });
});

describe('Every use is logged under the helper’s id. Revoked at any time', () => {
  it('logged under the helper’s id', () => {
    const game = granted({ items: ['step'] });
    game.must(use('step'), mia);
    expect(game.of('itemUsed')[0]).toMatchObject({ player: 'p1', by: 'v_mia' });
    expect(game.of('helperUsed')[0]).toMatchObject({ viewer: 'v_mia', grant: { left: 2 } });
  });

  it('revoked at any time', () => {
    const game = granted({ items: ['step'] });
    game.must({ type: 'pause' }, { by: 'admin' });
    game.must({ type: 'revokeHelper', viewer: 'v_mia' });
    game.must({ type: 'resume' }, { by: 'admin' });
    expect(game.refused(use('step'), mia)).toBe('no-grant');
  });
});
