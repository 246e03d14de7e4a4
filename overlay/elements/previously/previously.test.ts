import { describe, expect, it } from 'vitest';
import type { Moment } from '../../../bot/protocol/views.ts';
import { readPack } from '../../link/pack.ts';
import { faults } from '../fixture/faults.ts';
import { makeFace } from '../fixture/fixture.ts';
import { mount } from '../fixture/mount.ts';
import { recapOf } from './recap.ts';
import './previously.ts';

const make = () => document.createElement('msig-previously');
const trap = (seq: number, player: string): Moment => ({
  seq,
  at: seq,
  events: [{ type: 'trapSprung', player, trap: 'wet_cloud', cell: 3, mark: null }],
});
const rest = (seq: number): Moment => ({ seq, at: seq, events: [{ type: 'rested', player: 'p1', cell: 7 }] });
const fall = (seq: number): Moment => ({
  seq,
  at: seq,
  events: [{ type: 'knockedOut', player: 'p3', to: 7 }],
});

function told(moments: readonly Moment[]) {
  const face = makeFace();
  face.views.put('log', { game: 'g1', moments });
  return face;
}

describe('the recap', () => {
  it('tells the weightiest in their order, spread over players and kinds', () => {
    const moments = [fall(1), trap(2, 'p1'), trap(3, 'p1'), trap(4, 'p1'), trap(5, 'p2'), rest(6)];
    const lines = recapOf(told(moments), 3);
    expect(lines[0]!.icon).toBe('fall');
    expect(new Set(lines.map((line) => line.player)).size).toBe(3);
    expect(lines.map((line) => line.key)).toEqual([...lines.map((line) => line.key)].sort());
  });

  it('leaves out what makes no story', () => {
    expect(recapOf(told([rest(1)]), 3)).toEqual([]);
  });
});

describe('msig-previously', () => {
  it('is told again in the words that come later', async () => {
    const face = told([trap(1, 'p1')]);
    const { words, element } = await mount(make(), face, 1100);
    expect(words()).not.toContain('Cloud With a Grudge');
    face.setPack(readPack({ traps: { wet_cloud: { name: 'Cloud With a Grudge' } } }));
    await element.updateComplete;
    expect(words()).toContain('Cloud With a Grudge');
  });

  it('tells what happened and how the race stands', async () => {
    const { words, all } = await mount(make(), told([fall(1), trap(2, 'p1')]), 1100);
    expect(words()).toContain('Previously on MSIG');
    expect(all('.story li')).toHaveLength(2);
    expect(words()).toContain('Kestrel is 1st, 5 cells to go');
    expect(await faults()).toEqual([]);
  });

  it('is fitted again when the fonts have come', async () => {
    const { element, find } = await mount(make(), told([fall(1), trap(2, 'p1')]), 1100);
    const zoom = () => Number(find('section').style.getPropertyValue('zoom') || 1);
    const before = zoom();
    element.style.height = `${element.clientHeight / 3}px`;
    document.fonts.dispatchEvent(new Event('loadingdone'));
    await element.updateComplete;
    expect(zoom()).toBeLessThan(before);
  });

  it('says so when nothing has happened yet', async () => {
    const { words } = await mount(make(), told([]), 1100);
    expect(words()).toContain('Nothing has happened yet');
    expect(await faults()).toEqual([]);
  });
});
