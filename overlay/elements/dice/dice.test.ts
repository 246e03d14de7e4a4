import { describe, expect, it, vi } from 'vitest';
import type { Moment } from '../../../bot/protocol/views.ts';
import { createFace } from '../../link/face.ts';
import { faults } from '../fixture/faults.ts';
import { makeBoard, makeFace } from '../fixture/fixture.ts';
import { mount } from '../fixture/mount.ts';
import { wordsOf } from '../fixture/words.ts';
import './dice.ts';

const make = () => document.createElement('msig-dice');
const rolled = (player: string, values: readonly number[], seq = 11): Moment => ({
  seq,
  at: seq,
  events: [
    {
      type: 'rolled',
      player,
      dice: values.map((value) => ({ sides: 20, value })),
      bonus: 2,
      total: values.reduce((sum, value) => sum + value, 2),
      spent: [],
    },
    { type: 'moved', player, path: [1, 2], why: 'roll' },
    { type: 'landed', player, cell: 7, kind: 'camp' },
  ],
});

describe('msig-dice', () => {
  it('is empty between throws', async () => {
    const { words } = await mount(make(), makeFace(), 800);
    expect(words()).toBe('');
    expect(await faults()).toEqual([]);
  });

  it('lands on what the engine has drawn, without a tumble where motion is not wanted', async () => {
    const { face, find } = await mount(make(), makeFace(), 800);
    face.views.change('board', [], [rolled('p1', [17])]);
    await vi.waitFor(() => expect(find('.sum').classList.contains('shown')).toBe(true));
    expect(find('.sum').textContent?.trim()).toBe('19+2');
    expect(find('canvas').getAttribute('aria-label')).toBe('d20: 17');
    expect(find('.said').textContent).toBe('lands on: Camp');
    expect(await faults()).toEqual([]);
  });

  it('tumbles before it tells the sum', async () => {
    const face = createFace({ words: wordsOf('en'), motion: 'full' });
    face.views.put('board', makeBoard());
    const { find } = await mount(make(), face, 800);
    face.views.change('board', [], [rolled('p1', [4])]);
    await vi.waitFor(() => find('.sum'));
    expect(find('.sum').classList.contains('shown')).toBe(false);
    await vi.waitFor(() => expect(find('.sum').classList.contains('shown')).toBe(true), 8_000);
  });

  it('shows one player alone when asked, and throws one after another', async () => {
    const element = make();
    element.player = 'p2';
    const { face } = await mount(element, makeFace(), 800);
    face.views.change('board', [], [rolled('p1', [3])]);
    await element.updateComplete;
    expect(element.current).toBeNull();
    face.views.change('board', [], [rolled('p2', [5], 12), rolled('p2', [6], 13)]);
    expect(element.current?.total).toBe(7);
    await vi.waitFor(() => expect(element.current?.total).toBe(8), 5_000);
  });
});
