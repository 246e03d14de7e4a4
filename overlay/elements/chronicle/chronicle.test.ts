import { describe, expect, it } from 'vitest';
import type { Moment } from '../../../bot/protocol/views.ts';
import { faults } from '../fixture/faults.ts';
import { makeBoard, makeFace } from '../fixture/fixture.ts';
import { mount } from '../fixture/mount.ts';
import './chronicle.ts';

const moment = (seq: number, events: Moment['events']): Moment => ({ seq, at: seq, events });
const rolled = (player: string, total: number) =>
  ({ type: 'rolled', player, dice: [], bonus: 0, total, spent: [] }) as const;

describe('msig-chronicle', () => {
  it('tells the newest first, and no more than it is asked for', async () => {
    const face = makeFace();
    face.views.put('log', { game: 'g1', moments: [1, 2, 3].map((n) => moment(n, [rolled('p1', n)])) });
    const element = document.createElement('msig-chronicle');
    element.lines = 2;
    const { all } = await mount(element, face);
    expect(all('b').map((one) => one.textContent)).toEqual(['Kestrel rolls 3', 'Kestrel rolls 2']);
  });

  it('shows a name with HTML as text', async () => {
    const face = makeFace();
    face.views.put('log', { game: 'g1', moments: [moment(1, [rolled('p3', 4)])] });
    const { find, all } = await mount(document.createElement('msig-chronicle'), face);
    expect(find('b').textContent).toBe('<img src=x onerror=alert(1)> rolls 4');
    expect(all('img')).toEqual([]);
    expect(await faults()).toEqual([]);
  });

  it('keeps a right-to-left name from turning its sentence around', async () => {
    const face = makeFace();
    face.views.put('log', { game: 'g1', moments: [moment(1, [rolled('p4', 4)])] });
    const { find } = await mount(document.createElement('msig-chronicle'), face);
    expect(find('b').textContent).toBe('\u2068שלום עולם\u2069 rolls 4');
    expect(getComputedStyle(find('b')).direction).toBe('ltr');
  });

  it('learns names that come after the log', async () => {
    const face = makeFace();
    face.views.put('board', null);
    face.views.put('log', { game: 'g1', moments: [moment(1, [rolled('p1', 4)])] });
    const { element, find } = await mount(document.createElement('msig-chronicle'), face);
    expect(find('b').textContent).toBe('p1 rolls 4');
    face.views.put('board', makeBoard());
    await element.updateComplete;
    expect(find('b').textContent).toBe('Kestrel rolls 4');
  });
});
