import { describe, expect, it, vi } from 'vitest';
import type { Moment } from '../../../bot/protocol/views.ts';
import { makeBoard, makeFace } from '../fixture/fixture.ts';
import { mount } from '../fixture/mount.ts';

const drawing = vi.hoisted(() => ({ update: vi.fn(), play: vi.fn(), resize: vi.fn(), destroy: vi.fn() }));
const createBoard = vi.hoisted(() => vi.fn((_host: unknown, _options: unknown) => drawing));
vi.mock('../../board/board.ts', () => ({ createBoard }));
await import('./board.ts');
const { CLOSE, moverOf, offsetFor } = await import('./follow.ts');

const moment: Moment = { seq: 11, at: 11, events: [] };

describe('msig-board', () => {
  it('hands each view and each moment once to the drawing, and ends it', async () => {
    const face = makeFace();
    const { element } = await mount(document.createElement('msig-board'), face);
    expect(createBoard).toHaveBeenCalledTimes(1);
    expect(drawing.update).toHaveBeenCalledTimes(1);
    element.requestUpdate();
    await element.updateComplete;
    expect(drawing.update).toHaveBeenCalledTimes(1);

    face.views.change('board', [[['seq'], 11]], [moment]);
    await element.updateComplete;
    expect(drawing.play).toHaveBeenCalledExactlyOnceWith(moment);
    expect(drawing.update).toHaveBeenCalledTimes(2);
    expect(drawing.update).toHaveBeenLastCalledWith({ ...makeBoard(), map: expect.anything(), seq: 11 });

    const cues: unknown[] = [];
    element.addEventListener('msig-dice', (event) => cues.push((event as CustomEvent).detail));
    const options = createBoard.mock.calls[0]![1] as { onDice(event: unknown): void };
    options.onDice('thrown');
    expect(cues).toEqual(['thrown']);

    element.remove();
    expect(drawing.destroy).toHaveBeenCalledTimes(1);
  });

  it('follows whoever moved, within the edges of the window', () => {
    const face = makeFace();
    const board = makeBoard();
    const at = (player: string) => offsetFor(face, board, { player, width: 360, height: 300, close: CLOSE });
    const [left, top] = at('p1');
    expect(left).toBeLessThanOrEqual(0);
    expect(left).toBeGreaterThanOrEqual(360 - 1200 * CLOSE);
    expect(top).toBeLessThanOrEqual(0);
    expect(at('p8')).not.toEqual([left, top]);
    const moved: Moment = {
      seq: 1,
      at: 1,
      events: [{ type: 'moved', player: 'p4', path: [1, 2], why: 'roll' }],
    };
    expect(moverOf([moved, moment])).toBe('p4');
  });
});
