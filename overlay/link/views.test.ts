import { describe, expect, it, vi } from 'vitest';
import type { Moment } from '../../bot/protocol/views.ts';
import { createViews } from './views.ts';

const moment = (seq: number): Moment => ({ seq, at: seq, events: [] });

describe('createViews', () => {
  it('keeps views by name and tells only those who asked', () => {
    const views = createViews();
    const onLog = vi.fn();
    const onTalk = vi.fn();
    const leave = views.subscribe('log', onLog);
    views.subscribe('talk', onTalk);
    views.put('log', { game: 'g', moments: [] });
    expect(views.get('log')).toEqual({ game: 'g', moments: [] });
    expect(onLog).toHaveBeenCalledTimes(1);
    expect(onTalk).not.toHaveBeenCalled();
    leave();
    views.put('log', { game: 'g', moments: [moment(1)] });
    expect(onLog).toHaveBeenCalledTimes(1);
  });

  it('tells each moment once, though it comes with two views, and none that a snapshot already holds', () => {
    const views = createViews();
    const seen: number[] = [];
    views.onMoments((moments) => seen.push(...moments.map((one) => one.seq)));
    views.put('board', { seq: 4 });
    views.put('log', { moments: [] });
    views.change('board', [[['seq'], 6]], [moment(4), moment(5), moment(6)]);
    views.change('log', [], [moment(5), moment(6)]);
    expect(seen).toEqual([5, 6]);
  });
});
