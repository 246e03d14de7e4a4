import { describe, expect, it, vi } from 'vitest';
import { createFace } from '../../link/face.ts';
import { faults } from '../fixture/faults.ts';
import { makeBoard, makeFace, makePlayer, PACK } from '../fixture/fixture.ts';
import { mount } from '../fixture/mount.ts';
import { makeTreaty } from '../fixture/treaties.ts';
import { wordsOf } from '../fixture/words.ts';
import './ticker.ts';

const make = () => document.createElement('msig-ticker');
const effect = (n: number, changes = {}) => ({
  n,
  effect: n % 2 ? 'buffering' : 'other',
  from: null,
  stacks: 1,
  rolls: 2,
  turns: null,
  until: null,
  ...changes,
});
const board = (count: number) =>
  makeBoard({
    players: [1, 2].map((seat) =>
      makePlayer(seat, { effects: Array.from({ length: count }, (_, i) => effect(i + 1)) }),
    ),
  });

describe('msig-ticker', () => {
  it('shows on whom, what and for how long', async () => {
    const { words, all } = await mount(make(), makeFace(board(2)), 1200);
    expect(all('li')).toHaveLength(4);
    expect(words()).toContain('Buffering2 rolls');
    expect(all('li')[0]!.className).toBe('negative');
    expect(await faults()).toEqual([]);
  });

  it('shows treaties with both sides, and a war as a bane', async () => {
    const treaties = [makeTreaty(1, 'war', ['p1', 'p2'])];
    const { words, find } = await mount(make(), makeFace({ ...board(0), treaties }), 1200);
    expect(words()).toContain('Kestrel Северныйwar');
    expect(find('li').className).toBe('bond negative');
    expect(await faults()).toEqual([]);
  });

  it('says so when nobody is under any effect', async () => {
    const { words } = await mount(make(), makeFace(board(0)), 1200);
    expect(words()).toContain('Nobody is under any effect');
  });

  it('runs only where it does not fit, and stands where motion is not wanted', async () => {
    const still = await mount(make(), makeFace(board(6)), 600);
    expect(still.find('.row').getAnimations()).toEqual([]);
    const face = createFace({ words: wordsOf('en'), motion: 'full', pack: PACK });
    face.views.put('board', board(6));
    const moving = await mount(make(), face, 600);
    await vi.waitFor(() => expect(moving.find('.row').getAnimations()).toHaveLength(1));
    face.views.put('board', board(1));
    await moving.element.updateComplete;
  });
});
