import { describe, expect, it } from 'vitest';
import { faults } from '../fixture/faults.ts';
import { mount } from '../fixture/mount.ts';
import { likeliest, percent } from './bars.ts';
import './odds.ts';

describe('msig-odds', () => {
  it('draws a bar a cell with its chance in words', async () => {
    const { all } = await mount(document.createElement('msig-odds'));
    expect(all('.bars .hidden-words').map((one) => one.textContent)).toEqual([
      'Stash: 10%',
      'Path: 25%',
      'Trial: 50%',
      'Trap: 15%',
    ]);
    expect(await faults()).toEqual([]);
  });

  it('keeps the likeliest cells in the order of the track, and the one that came', () => {
    const odds = [0.1, 0.4, 0.2, 0.3].map((chance, cell) => ({ cell, chance }));
    expect(likeliest(odds, 2).map((one) => one.cell)).toEqual([1, 3]);
    expect(likeliest(odds, 2, 0).map((one) => one.cell)).toEqual([0, 1]);
  });

  it('never calls the possible impossible', () => {
    expect(percent(0.001)).toBe('<1%');
    expect(percent(0)).toBe('0%');
  });
});
