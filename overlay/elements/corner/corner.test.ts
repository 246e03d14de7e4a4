import { describe, expect, it } from 'vitest';
import { faults } from '../fixture/faults.ts';
import { makeBoard, makeFace, makePlayer, NOW } from '../fixture/fixture.ts';
import { mount } from '../fixture/mount.ts';
import './corner.ts';

const make = () => document.createElement('msig-corner');

describe('msig-corner', () => {
  it('shows place, health, coins, a peek into the bag and what comes next', async () => {
    const { words, all } = await mount(make(), makeFace(), 420);
    expect(words()).toContain('1st place, Heaven 34/39');
    expect(words()).toContain('36/40');
    expect(words()).toContain('12');
    expect(all('.peek .slot')).toHaveLength(3);
    expect(all('.die').map((one) => one.textContent)).toEqual(['d8', 'd20']);
    expect(words()).toContain('1 roll ready!roll');
    expect(await faults()).toEqual([]);
  });

  it('counts down to the next roll, and to the end of a question', async () => {
    const players = [makePlayer(1, { tokens: { count: 0, next: NOW + 9_000 } })];
    const { words, face, element, find } = await mount(make(), makeFace(makeBoard({ players })), 420);
    expect(words()).toContain('next roll in 9 s');
    const fork = { is: 'fork', n: 2, cell: 3, left: 2, ways: [4, 5], until: NOW + 12_000 } as const;
    face.views.put('board', makeBoard({ players: [makePlayer(1, { pending: fork })] }));
    await element.updateComplete;
    expect(words()).toContain('Which way?');
    expect(find('[role=timer]').textContent).toContain('12');
  });

  it('flashes what health and coins have changed by', async () => {
    const { element, face, find } = await mount(make(), makeFace(), 420);
    face.views.change(
      'board',
      [],
      [{ seq: 11, at: 1, events: [{ type: 'counted', player: 'p1', what: 'hp', by: -5, why: 'x' }] }],
    );
    await element.updateComplete;
    expect(find('.hit').textContent).toBe('−5 HP');
    expect(find('.hit').classList.contains('bane')).toBe(true);
  });

  it('is friendly about a seat that nobody has', async () => {
    const element = make();
    element.player = 'p8';
    const { words } = await mount(element, makeFace(makeBoard({ players: [makePlayer(1)] })), 420);
    expect(words()).toContain('This seat is empty');
    expect(await faults()).toEqual([]);
  });
});
