import { afterEach, describe, expect, it, vi } from 'vitest';
import { faults } from '../fixture/faults.ts';
import './season.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  document.querySelector('msig-season')?.remove();
});

async function shown(answer: () => Promise<Response>) {
  vi.stubGlobal('fetch', vi.fn(answer));
  const element = document.createElement('msig-season');
  element.lang = 'ru';
  document.body.append(element);
  await element.load();
  await element.updateComplete;
  return element;
}
const rows = [
  { place: 1, who: '<b>Анна</b>', points: 20, wins: 1, games: 2 },
  { place: 2, who: 'Boris', points: 8, wins: 0, games: 1 },
];

describe('msig-season', () => {
  it('shows the table that the host has, names as text', async () => {
    const element = await shown(async () => Response.json({ games: 2, rows }));
    expect(fetch).toHaveBeenCalledWith('/api/seasons/table');
    const lines = [...element.renderRoot.querySelectorAll('tbody tr')];
    expect(lines.map((line) => line.textContent?.replace(/\s+/g, ' ').trim())).toEqual([
      '1<b>Анна</b> 2012',
      '2Boris 801',
    ]);
    expect(element.renderRoot.querySelector('th b')).toBeNull();
    expect(await faults()).toEqual([]);
  });

  it('is not there before the first game is over, or where the host does not answer', async () => {
    expect((await shown(async () => Response.json({ games: 0, rows: [] }))).hasAttribute('empty')).toBe(true);
    document.querySelector('msig-season')?.remove();
    const element = await shown(() => Promise.reject(new TypeError('gone')));
    expect(element.hasAttribute('empty')).toBe(true);
  });
});
