import { describe, expect, it, vi } from 'vitest';
import type { Pending, Poll } from '../../link/types.ts';
import fontUrl from '../../styles/fonts/rubik-latin-500-normal.woff2?url';
import { faults } from '../fixture/faults.ts';
import { makeBoard, makeFace, makePlayer, NOW } from '../fixture/fixture.ts';
import { mount } from '../fixture/mount.ts';
import './votes.ts';

const make = () => document.createElement('msig-votes');
const trial = (n: number, name: string, poll: string): Pending => ({
  is: 'trial',
  n,
  trial: name,
  tier: 1,
  by: null,
  poll,
  done: null,
  until: NOW + 9_000,
});
const poll = (id: string, changes: Partial<Poll>): Poll => ({
  id,
  player: 'p1',
  pending: 1,
  kind: 'quiz',
  options: 3,
  need: 0,
  opens: NOW - 1_000,
  closes: NOW + 9_000,
  ...changes,
});
const open = () =>
  makeBoard({
    players: [
      makePlayer(1, { pending: trial(1, 'riddle', 'q1') }),
      makePlayer(2, { pending: trial(2, 'signal', 'q2') }),
    ],
    polls: [
      poll('q1', {}),
      poll('q2', { player: 'p2', pending: 2, kind: 'crowd', options: 0, need: 5, closes: NOW - 1 }),
    ],
    tally: { q1: { voters: 4, totals: { 1: 3, 2: 1 } }, q2: { voters: 3, totals: {} } },
  });

describe('msig-votes', () => {
  it('shows all that is open, as it is typed, with its clock and the chat that is waited for', async () => {
    const { all, words } = await mount(make(), makeFace(open()), 1200);
    expect(all('.votes > li')).toHaveLength(2);
    expect(words()).toContain('What has keys and no doors?');
    expect(words()).toContain('75%');
    expect(words()).toContain('waiting for the chat of Kestrel, 12 s');
    expect(words()).toContain('waiting for the last votes, 3 s');
    expect(words()).toContain('3 / 5');
    expect(await faults()).toEqual([]);
  });

  it('shows one chat alone when asked', async () => {
    const element = make();
    element.player = 'p2';
    const { all } = await mount(element, makeFace(open()), 1200);
    expect(all('.votes > li')).toHaveLength(1);
  });

  it('makes a line of what has no room to be read, and cards again when there is', async () => {
    const { element, all, find } = await mount(make(), makeFace(open()), 360);
    element.style.height = '340px';
    element.requestUpdate();
    await vi.waitFor(() => expect(all('.brief')).toHaveLength(1));
    expect(all('.brief')[0]?.textContent).toContain('Chat trial');
    expect(find('.votes').getBoundingClientRect().height).toBeLessThanOrEqual(344);
    element.style.height = '1200px';
    element.requestUpdate();
    await vi.waitFor(() => expect(all('.brief')).toHaveLength(0));
  });

  it('looks again at what has room when the fonts have come', async () => {
    const { element, all } = await mount(make(), makeFace(open()), 360);
    element.style.height = '420px';
    // Lines break as with the wide letters of some other font.
    element.style.letterSpacing = '12px';
    element.requestUpdate();
    await vi.waitFor(() => expect(all('.brief')).toHaveLength(1));
    element.style.letterSpacing = '';
    const font = new FontFace('Late', `url("${fontUrl}")`);
    document.fonts.add(font);
    await font.load();
    await vi.waitFor(() => expect(all('.brief')).toHaveLength(0));
    document.fonts.delete(font);
  });

  it('says what to type while nothing is open, or nothing at all', async () => {
    const { element, words } = await mount(make(), makeFace(makeBoard()), 600);
    expect(words()).toContain('!challenge');
    expect(await faults()).toEqual([]);
    element.quiet = true;
    element.requestUpdate();
    await element.updateComplete;
    expect(words()).toBe('');
  });

  it('is friendly about a game that is over', async () => {
    const { words } = await mount(make(), makeFace(makeBoard({ status: 'cancelled' })), 600);
    expect(words()).toContain('The game is called off');
  });
});
