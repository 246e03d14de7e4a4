import { describe, expect, it, vi } from 'vitest';
import type { Moment } from '../../../bot/protocol/views.ts';
import { faults } from '../fixture/faults.ts';
import { makeFace } from '../fixture/fixture.ts';
import { mount } from '../fixture/mount.ts';
import './predella.ts';

const dice = [1, 3, 2].map((value) => ({ sides: 4, value }));
const roll: Moment = {
  seq: 11,
  at: 11,
  events: [
    { type: 'rolled', player: 'p1', dice, bonus: 1, total: 7, spent: [] },
    { type: 'moved', player: 'p1', path: [34, 35, 36, 37], why: 'roll' },
    { type: 'landed', player: 'p1', cell: 37, kind: 'trial' },
  ],
};
const make = () => document.createElement('msig-predella');

describe('msig-predella', () => {
  it('explains the cells between throws', async () => {
    const { all, words } = await mount(make(), makeFace(), 1200);
    expect(all('.legend li')).toHaveLength(10);
    expect(words()).toContain('Camp');
    expect(await faults()).toEqual([]);
  });

  it('tells the goal once in a while between throws', async () => {
    const { element, words } = await mount(make(), makeFace(), 1200);
    element.turn = 3;
    await element.updateComplete;
    expect(words()).toContain('First to reach the crown');
  });

  it('shows who rolled, the sum and where it led, lit among the odds it had', async () => {
    const { element, face, find, all } = await mount(make(), makeFace(), 1200);
    face.views.change('board', [], [roll]);
    await vi.waitFor(() => expect(find('.sum').classList.contains('shown')).toBe(true));
    expect(find('.who .name').textContent).toBe('Kestrel');
    expect(find('.sum').textContent?.replace(/\s/g, '')).toBe('7+1');
    expect(all('.bars li')).toHaveLength(4);
    expect(find('.bars .hit').textContent).toContain('50%');
    expect(find('[aria-live=polite]').textContent).toContain('Kestrel: 7');
    expect(element.current?.cell).toBe(37);
    expect(await faults()).toEqual([]);
  });

  it('shows a check that was not enough', async () => {
    const check: Moment = {
      seq: 12,
      at: 12,
      events: [
        { type: 'checked', player: 'p2', trial: 'signal', dice, bonus: 0, total: 6, need: 9, passed: false },
      ],
    };
    const { face, find } = await mount(make(), makeFace(), 1200);
    face.views.change('board', [], [check]);
    await vi.waitFor(() => expect(find('.said').textContent).toBe('needs 9, not enough'));
    expect(find('.sum').classList.contains('short')).toBe(true);
  });

  it('waits for the cue of the board where there is one', async () => {
    const element = make();
    element.cued = true;
    const { face, find } = await mount(element, makeFace(), 1200);
    face.views.change('board', [], [roll]);
    await element.updateComplete;
    expect(element.current).toBeNull();
    element.cue(roll.events[0] as Parameters<typeof element.cue>[0]);
    await vi.waitFor(() => expect(find('.sum').classList.contains('shown')).toBe(true));
  });
});
