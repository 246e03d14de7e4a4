import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Moment } from '../../../bot/protocol/views.ts';
import { faults } from '../fixture/faults.ts';
import { makeBoard, makeFace, makePlayer } from '../fixture/fixture.ts';
import { mount } from '../fixture/mount.ts';
import { onRoad, panesOf, tagsOf } from './ribbon.ts';
import './strip.ts';

const SPAN = { left: 100, width: 1300 };
const make = () => document.createElement('msig-strip');

describe('the ribbon', () => {
  it('fills its span with the zones, in their order', () => {
    const panes = panesOf(makeBoard().map, SPAN);
    expect(panes.map((pane) => pane.zone)).toEqual(['forest', 'crystal', 'static', 'hell', 'heaven']);
    expect(panes[0]!.x).toBe(SPAN.left);
    expect(panes.reduce((sum, pane) => sum + pane.width, 0)).toBeCloseTo(SPAN.width);
  });

  it('keeps tags in the order of the race, inside the span and apart, wherever the players are', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 39 }), { minLength: 1, maxLength: 8 }), (cells) => {
        const players = cells.map((cell, i) => makePlayer(i + 1, { cell }));
        const tags = tagsOf(makeBoard({ players }), SPAN);
        tags.forEach((tag, i) => {
          expect(tag.x).toBeGreaterThanOrEqual(SPAN.left - 0.01);
          expect(tag.x + tag.width).toBeLessThanOrEqual(SPAN.left + SPAN.width + 0.01);
          const next = tags[i + 1];
          if (!next) return;
          expect(next.x).toBeGreaterThanOrEqual(tag.x + tag.width);
          expect(next.player.toFinish).toBeLessThanOrEqual(tag.player.toFinish);
        });
        const xs = onRoad(tags).map(({ x }) => x);
        expect(new Set(xs).size).toBe(cells.length);
      }),
    );
  });
});

describe('msig-strip', () => {
  it('shows everybody, by place, with names as text', async () => {
    const { all, words } = await mount(make(), makeFace(), 1920);
    expect(all('.tags li')).toHaveLength(8);
    expect(all('.road span')).toHaveLength(8);
    expect(words()).toContain('<img src=x onerror=alert(1)>');
    expect(all('img')).toEqual([]);
    expect(await faults()).toEqual([]);
  });

  it('shows who rolls, the sum, and where it led', async () => {
    const dice = [1, 3, 2].map((value) => ({ sides: 4, value }));
    const board = makeBoard();
    const players = board.players.map((one) =>
      one.id === 'p3' ? { ...one, lastRoll: { dice, bonus: 0, total: 6 } } : one,
    );
    const { element, face, find } = await mount(make(), makeFace(makeBoard({ players })), 1920);
    const roll: Moment = {
      seq: 11,
      at: 11,
      events: [{ type: 'rolled', player: 'p3', dice, bonus: 0, total: 6, spent: [] }],
    };
    face.views.change('board', [], [roll]);
    await element.updateComplete;
    expect(find('.turn .name').textContent).toBe('<img src=x onerror=alert(1)>');
    expect(find('.sum').textContent).toBe('6');
    await vi.waitFor(() =>
      expect(find('.dice canvas').getAttribute('aria-label')).toBe('d4: 1, d4: 3, d4: 2'),
    );
  });

  it('asks first what the chat of its own player is asked', async () => {
    const final = { is: 'final', n: 1, until: null } as const;
    const fork = { is: 'fork', n: 2, cell: 3, left: 2, ways: [4, 5], until: null } as const;
    const players = [makePlayer(1, { pending: final }), makePlayer(2, { pending: fork })];
    const element = make();
    element.player = 'p2';
    const { words } = await mount(element, makeFace(makeBoard({ players })), 1920);
    expect(words()).toContain('Which way?');
  });
});
