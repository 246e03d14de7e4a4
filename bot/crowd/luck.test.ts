import { describe, expect, it } from 'vitest';
import { bytesOf } from '../protocol/frame.ts';
import { fromClient, MAX_FRAME } from '../protocol/wire.ts';
import { createLuckEdge } from './luck.ts';

const word = (voter: string, text: string, sentAt = 0) => ({ voter: `twitch:${voter}`, word: text, sentAt });

describe('words for the dice at the edge', () => {
  it('are one a viewer, the last one, in batches with a pause between', () => {
    const edge = createLuckEdge();
    expect([edge.add(word('1', 'fox')), edge.add(word('1', 'fox')), edge.add(word('2', 'owl'))]).toEqual([
      true,
      false,
      true,
    ]);
    expect(edge.add(word('1', 'cat', 5))).toBe(true);
    expect(edge.add(word('1', 'dog', 4))).toBe(false);
    expect(edge.flush(1000).map((one) => one.word)).toEqual(['cat', 'owl']);
    edge.add(word('3', 'elk'));
    expect(edge.flush(1100)).toEqual([]);
    expect(edge.flush(1500).map((one) => one.word)).toEqual(['elk']);
    expect(edge.flush(3000)).toEqual([]);
  });

  it('never come in larger batches than the wire takes, and not from more people than there is room for', () => {
    const edge = createLuckEdge({ maxVoters: 150 });
    for (let i = 0; i < 200; i += 1) edge.add(word(String(i), 'w'));
    expect([edge.flush(0).length, edge.flush(1000).length, edge.flush(2000).length]).toEqual([100, 50, 0]);
  });

  it('come in frames that the server takes, whatever signs they have', () => {
    for (const sign of ['漢', '😀', '\0', 'я']) {
      const edge = createLuckEdge();
      const text = sign.repeat(64 / sign.length);
      for (let i = 0; i < 100; i += 1) edge.add(word(`${'Ж'.repeat(90)}${100 + i}`, text, 1_795_184_467_931));
      let sent = 0;
      for (let at = 0; sent < 100; at += 1000) {
        const list = edge.flush(at);
        expect(list.length).toBeGreaterThan(0);
        sent += list.length;
        const id = '漢'.repeat(120);
        const frame = { type: 'ask', id, as: { player: 'p1' }, wish: { type: 'luck', list } };
        expect(bytesOf(frame)).toBeLessThanOrEqual(MAX_FRAME);
        expect(fromClient.safeParse(frame).success).toBe(true);
      }
    }
  });

  it('are sent again after a broken link, but not those of a day before', () => {
    const edge = createLuckEdge();
    edge.add(word('1', 'old', 0));
    edge.add(word('2', 'new', 25 * 3_600_000));
    edge.flush(0);
    edge.resend();
    expect(edge.flush(1000).map((one) => one.word)).toEqual(['new']);
  });
});
