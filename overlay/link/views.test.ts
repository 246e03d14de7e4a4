import { describe, expect, it, vi } from 'vitest';
import type { Moment } from '../../bot/protocol/views.ts';
import { createViews, type Missed, MOST_PLAYED } from './views.ts';

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

  describe('after an absence', () => {
    function away(count: number) {
      const views = createViews();
      const seen: number[] = [];
      const missed: Missed[] = [];
      views.onMoments((moments) => seen.push(...moments.map((one) => one.seq)));
      views.onMissed((one) => missed.push(one));
      views.put('board', { seq: 10 });
      views.hold();
      for (let seq = 11; seq <= 10 + count; seq++) views.change('board', [[['seq'], seq]], [moment(seq)]);
      return { views, seen, missed };
    }

    it('plays what was missed when it is little, and nothing before it has caught up', () => {
      const { views, seen, missed } = away(3);
      const onBoard = vi.fn();
      views.subscribe('board', onBoard);
      expect(seen).toEqual([]);
      views.release();
      expect(seen).toEqual([11, 12, 13]);
      expect(onBoard).toHaveBeenCalledTimes(1);
      expect(missed).toEqual([]);
      expect(views.last).toBe(13);
    });

    it('summarises what was missed when it is much', () => {
      const { views, seen, missed } = away(MOST_PLAYED + 1);
      views.release();
      expect(seen).toEqual([]);
      expect(missed).toHaveLength(1);
      expect(missed[0]).toMatchObject({ count: MOST_PLAYED + 1 });
      views.change('board', [], [moment(12), moment(40)]);
      expect(seen).toEqual([40]);
    });

    it('takes the summary out of the log when a snapshot has leapt over the moments', () => {
      const { views, missed } = away(0);
      views.put('board', { seq: 30 });
      views.put('log', { game: 'g', moments: [moment(8), moment(28), moment(30)] });
      views.release();
      expect(missed).toEqual([{ count: 20, moments: [moment(28), moment(30)] }]);
    });

    it('plays what a snapshot has leapt over when it is little and the log knows all of it', () => {
      const { views, seen, missed } = away(0);
      views.put('board', { seq: 13 });
      views.put('log', { game: 'g', moments: [8, 10, 11, 12, 13].map(moment) });
      views.release();
      expect(seen).toEqual([11, 12, 13]);
      expect(missed).toEqual([]);
    });

    it('is patient while the log has not come as far as the board, and plays what it then tells', () => {
      const { views, seen, missed } = away(0);
      views.put('log', { game: 'g', moments: [moment(10)] });
      views.put('board', { seq: 12 });
      expect(views.release({ patient: true })).toBe(false);
      expect([...seen, ...missed]).toEqual([]);
      views.put('log', { game: 'g', moments: [10, 11, 12].map(moment) });
      expect(views.release({ patient: true })).toBe(true);
      expect([seen, missed]).toEqual([[11, 12], []]);
    });

    it('is not patient for ever: without the log it tells that much was missed', () => {
      const { views, missed } = away(0);
      views.put('log', { game: 'g', moments: [moment(10)] });
      views.put('board', { seq: 12 });
      expect(views.release()).toBe(true);
      expect(missed).toEqual([{ count: 2, moments: [] }]);
    });

    it('says nothing when nothing was missed', () => {
      const { views, seen, missed } = away(0);
      views.put('board', { seq: 10 });
      views.release();
      expect([...seen, ...missed]).toEqual([]);
    });
  });
});
