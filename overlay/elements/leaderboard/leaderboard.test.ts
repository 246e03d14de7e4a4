import { describe, expect, it } from 'vitest';
import { faults } from '../fixture/faults.ts';
import { makeBoard, makeFace, makePlayer, NAMES } from '../fixture/fixture.ts';
import { mount } from '../fixture/mount.ts';
import { makeTreaty } from '../fixture/treaties.ts';
import './leaderboard.ts';

const make = () => document.createElement('msig-leaderboard');

describe('msig-leaderboard', () => {
  it('shows a row a player: place, cells, health in notches', async () => {
    const { words, all } = await mount(make());
    expect(all('.rows li')).toHaveLength(8);
    expect(words()).toContain('34/39');
    const meter = all('[role=meter]')[0]!;
    expect(meter.getAttribute('aria-valuenow')).toBe('36');
    expect(meter.getAttribute('aria-label')).toBe('36 of 40 HP');
  });

  it('shows names as text, whatever is in them', async () => {
    const { all } = await mount(make());
    expect(all('.top .name').map((one) => one.textContent)).toEqual([...NAMES]);
    expect(all('img, b b, .top style')).toEqual([]);
  });

  it('keeps a name that never ends inside its row', async () => {
    const { all } = await mount(make(), makeFace(), 320);
    for (const name of all('.top .name')) expect(name.getBoundingClientRect().right).toBeLessThanOrEqual(321);
  });

  it('moves a row when the place changes, and marks who acts', async () => {
    const { element, face, all } = await mount(make());
    const board = makeBoard();
    const pending = { is: 'final', n: 1, until: null } as const;
    const players = board.players.map((one) => ({
      ...one,
      place: 9 - one.place,
      pending: one.id === 'p8' ? pending : null,
    }));
    face.views.put('board', { ...board, players });
    await element.updateComplete;
    const rows = all('.rows li');
    expect(rows[7]!.style.getPropertyValue('--row')).toBe('0');
    expect(rows.map((row) => row.classList.contains('acting')).indexOf(true)).toBe(7);
  });

  it('stands by the places that were given out at the end', async () => {
    const places = ['p8', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7'];
    const { all } = await mount(make(), makeFace(makeBoard({ status: 'finished', winner: 'p8', places })));
    expect(all('.rank').map((one) => one.textContent)).toEqual(['2', '3', '4', '5', '6', '7', '8', '1']);
  });

  it('tells a bane from a boon by shape, and how many more there are', async () => {
    const effect = (n: number) => ({
      n,
      effect: n % 2 ? 'buffering' : 'other',
      from: null,
      stacks: 1,
      rolls: 2,
      turns: null,
      until: null,
    });
    const players = [makePlayer(1, { effects: [1, 2, 3, 4, 5].map(effect) })];
    const { all, find } = await mount(make(), makeFace(makeBoard({ players })));
    const [bane, boon] = all('.badge');
    expect(bane!.getAttribute('aria-label')).toContain('Buffering');
    expect(bane!.querySelector('path')!.getAttribute('d')).not.toBe(
      boon!.querySelector('path')!.getAttribute('d'),
    );
    expect(find('.more').textContent).toBe('+3');
  });

  it.each(
    [3, 8].flatMap((seats) =>
      [0, 1, 3].flatMap((bonds) => [1, 2, 3, 5].map((count) => [seats, bonds, count])),
    ),
  )('keeps signs inside the row: %i players, %i bonds, %i effects', async (seats, bonds, count) => {
    const effects = Array.from({ length: count! }, (_, n) => ({
      n,
      effect: 'buffering',
      from: null,
      stacks: 1,
      rolls: 2,
      turns: null,
      until: null,
    }));
    const final = { stage: 'throw', won: ['guardian'], lost: ['chorus'] } as const;
    const players = Array.from({ length: seats! }, (_, i) =>
      makePlayer(i + 1, { effects, toFinish: 52, ...(i === 2 ? { final } : {}) }),
    );
    const kinds = ['war', 'alliance', 'tribute'] as const;
    const treaties = kinds.slice(0, bonds).map((kind, i) => makeTreaty(i + 1, kind, ['p1', 'p2']));
    const board = makeBoard({ players, treaties });
    const long = { ...board, map: { ...board.map, length: 181 } };
    const { all } = await mount(make(), makeFace(long), 320);
    await document.fonts.ready;
    for (const row of all('.about')) {
      const { right } = row.getBoundingClientRect();
      const signs = [...row.querySelectorAll('.line > *, .effects > *')];
      const most = Math.max(...signs.map((one) => one.getBoundingClientRect().right));
      expect(most).toBeLessThanOrEqual(right + 0.5);
      const told =
        row.querySelectorAll('.badge').length + Number(row.querySelector('.more')?.textContent ?? 0);
      expect(told).toBe(count);
      expect(row.clientHeight).toBeLessThanOrEqual(row.closest('li')!.clientHeight);
    }
  });

  it.each([1, 2, 4, 5, 8])('fills the window with %i players, none outside it', async (count) => {
    const seats = Array.from({ length: count }, (_, i) => makePlayer(i + 1));
    const element = make();
    element.style.height = '1032px';
    const { all } = await mount(element, makeFace(makeBoard({ players: seats })), 320);
    const rows = all('.rows li').map((row) => row.getBoundingClientRect().height);
    expect(rows).toHaveLength(count);
    const high = rows.reduce((sum, one) => sum + one, 0);
    expect(high).toBeLessThanOrEqual(817);
    if (count >= 4) expect(high).toBeGreaterThan(810);
    expect(all('.figures')).toHaveLength(count <= 5 ? count : 0);
  });

  it('is a table with headings as a page of its own', async () => {
    const element = make();
    element.layout = 'table';
    const { all, words } = await mount(element, makeFace(), 1200);
    expect(all('tbody tr')).toHaveLength(8);
    expect(all('tbody th[scope=row]')[0]!.textContent).toContain('Kestrel');
    expect(words()).toContain('3/4');
    expect(await faults()).toEqual([]);
  });

  it('has no faults of accessibility', async () => {
    await mount(make());
    expect(await faults()).toEqual([]);
  });
});
