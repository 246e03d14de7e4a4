import { describe, expect, it, vi } from 'vitest';
import type { Moment } from '../../../bot/protocol/views.ts';
import { MOST_PLAYED } from '../../link/views.ts';
import { faults } from '../fixture/faults.ts';
import { makeBoard, makeFace } from '../fixture/fixture.ts';
import { mount } from '../fixture/mount.ts';
import { makeTreaty } from '../fixture/treaties.ts';
import './alerts.ts';

const make = () => document.createElement('msig-alerts');
const used = (item: string, seq = 11): Moment => ({
  seq,
  at: seq,
  events: [{ type: 'itemUsed', player: 'p1', n: 1, item, targets: ['p2'], cell: null, by: null }],
});
const trap = (seq: number, player = 'p2'): Moment => ({
  seq,
  at: seq,
  events: [{ type: 'trapSprung', player, trap: 'wet_cloud', cell: 3, mark: null }],
});

describe('msig-alerts', () => {
  it('is empty until something happens, then says what, with the motif of the thing', async () => {
    const { element, face, words, find } = await mount(make(), makeFace(), 1100);
    expect(words()).toBe('');
    face.views.change('board', [], [used('take_two')]);
    await element.updateComplete;
    expect(find('.head').textContent).toBe('Kestrel uses Take Two on Северный');
    const pen = find<HTMLCanvasElement>('.motif').getContext('2d')!;
    expect(pen.getImageData(0, 0, 300, 300).data.some((value) => value > 0)).toBe(true);
    expect(await faults()).toEqual([]);
  });

  it('announces a war with both who are in it, and to either of them', async () => {
    const element = make();
    element.player = 'p2';
    const { face, all, find } = await mount(element, makeFace(), 1100);
    const war = makeTreaty(1, 'war', ['p1', 'p2']);
    face.views.change(
      'board',
      [],
      [{ seq: 11, at: 1, events: [{ type: 'treatySigned', treaty: war, again: null }] }],
    );
    await element.updateComplete;
    expect(find('.head').textContent).toBe('Kestrel declares war on Северный');
    expect(all('.who .emblem')).toHaveLength(2);
    expect(find('.alert').className).toContain('bad');
    expect(await faults()).toEqual([]);
  });

  it('gives different things different motifs', async () => {
    const { element, face } = await mount(make(), makeFace(), 1100);
    face.views.change('board', [], [used('take_two')]);
    const motif = () => element.current?.motif;
    const first = motif();
    element.current = null;
    face.views.change('board', [], [used('ticket_847', 12)]);
    expect(motif()).toBeDefined();
    expect(motif()).not.toEqual(first);
  });

  it('keeps what weighs more when too much happens', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const { element, face } = await mount(make(), makeFace(), 1100);
      const won: Moment = { seq: 30, at: 30, events: [{ type: 'ended', winner: 'p1', places: ['p1'] }] };
      face.views.change(
        'board',
        [],
        [1, 2, 3, 4, 5, 6].map((i) => trap(10 + i)),
      );
      face.views.change('board', [], [won]);
      const shown: string[] = [];
      for (let i = 0; i < 60 && element.current; i++) {
        if (shown.at(-1) !== element.current.key) shown.push(element.current.key);
        vi.advanceTimersByTime(500);
      }
      expect(shown).toHaveLength(5);
      expect(shown.at(-1)).toBe('30.0');
      expect(element.current).toBeNull();
    } finally {
      vi.useRealTimers();
    }
  });

  it('tells of a new leader, but not of the one it met', async () => {
    const { element, face, words } = await mount(make(), makeFace(), 1100);
    const players = makeBoard().players.map((one) => ({
      ...one,
      place: one.place === 1 ? 2 : one.place === 2 ? 1 : one.place,
    }));
    face.views.put('board', makeBoard({ players }));
    await element.updateComplete;
    await element.updateComplete;
    expect(words()).toContain('Северный takes the lead');
  });

  it('sums up what was missed instead of replaying it', async () => {
    const { element, face, words } = await mount(make(), makeFace(), 1100);
    face.views.change(
      'board',
      [],
      Array.from({ length: MOST_PLAYED + 8 }, (_, i) => trap(11 + i)),
    );
    await element.updateComplete;
    expect(words()).toBe('While this page was away: 20 moves of the game');
  });

  it('shows one player alone when asked', async () => {
    const element = make();
    element.player = 'p3';
    const { face } = await mount(element, makeFace(), 1100);
    face.views.change('board', [], [trap(11)]);
    expect(element.current).toBeNull();
    face.views.change('board', [], [trap(12, 'p3')]);
    expect(element.current).not.toBeNull();
  });
});
