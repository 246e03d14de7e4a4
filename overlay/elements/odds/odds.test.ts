import { describe, expect, it } from 'vitest';
import { faults } from '../fixture/faults.ts';
import { mount } from '../fixture/mount.ts';
import { likeliest, percents } from './bars.ts';
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
    expect(percents([0.999, 0.001, 0])).toEqual(['100%', '<1%', '0%']);
  });

  it('adds up, however the shares fall', () => {
    expect(percents([0.375, 0.375, 0.125, 0.125])).toEqual(['38%', '38%', '12%', '12%']);
    expect(percents([1 / 3, 1 / 3, 1 / 3])).toEqual(['34%', '33%', '33%']);
    // The rest of the chances is not shown.
    expect(percents([0.4, 0.3])).toEqual(['40%', '30%']);
    const sum = (parts: number[]) => percents(parts).reduce((all, one) => all + Number.parseInt(one, 10), 0);
    for (let n = 2; n < 30; n++) expect(sum(Array.from({ length: n }, () => 1 / n))).toBe(100);
  });
});
