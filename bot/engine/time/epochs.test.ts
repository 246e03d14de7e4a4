/** Epochs of the seed, as commands of the engine. */
import { describe, expect, it } from 'vitest';
import { jsonContent } from '../../../adapters/content/json.ts';
import { loadContent } from '../../content/load.ts';
import { Table } from '../given.ts';
import { chanceFor, epochKey, nextSeed } from '../proof.ts';
import type { Rules } from '../rules.ts';
import { epochEnd, luckCloses } from './epochs.ts';

const { rules: whole } = await loadContent({ layers: ['.'], source: jsonContent('config/content') });
const time = {
  absence: { shield: 1, hold: 1, referee: { session: 1, marathon: 1 } },
  daysOff: { notice: 1, most: 1, budget: 1 },
  rounds: { seconds: 60 },
  epochs: { hours: 24, count: 3, luck: 600 },
};
const rules: Rules = { ...whole, tunables: { ...whole.tunables, time } };
const SYSTEM = { by: 'system' } as const;
const DAY = 86_400;
const THIRD = 'c3'.repeat(32);
const SECOND = nextSeed(THIRD);
const FIRST = nextSeed(SECOND);
const marathon = () => new Table({ rules, setup: { pace: 'marathon' } });

describe('an epoch', () => {
  it('ends after its hours, and its seed is shown', () => {
    const game = marathon();
    expect(game.refused({ type: 'turnEpoch', seed: FIRST }, SYSTEM)).toBe('epoch-early');
    game.wait(DAY).must({ type: 'turnEpoch', seed: FIRST }, SYSTEM);
    expect(game.state.epoch).toEqual({ n: 1, since: game.at, seed: FIRST });
  });

  it('must show a seed that hashes to the one before', () => {
    const game = marathon().wait(DAY);
    game.must({ type: 'turnEpoch', seed: FIRST }, SYSTEM);
    game.wait(DAY);
    expect(game.refused({ type: 'turnEpoch', seed: THIRD }, SYSTEM)).toBe('bad-seed');
    expect(game.refused({ type: 'turnEpoch', seed: 'x' }, SYSTEM)).toBe('bad-seed');
    game.must({ type: 'turnEpoch', seed: SECOND }, SYSTEM);
    expect(game.state.epoch?.n).toBe(2);
  });

  it('lasts to the end of the game when the chain has no more', () => {
    const game = marathon().wait(DAY);
    game.must({ type: 'turnEpoch', seed: FIRST }, SYSTEM);
    game.wait(DAY).must({ type: 'turnEpoch', seed: SECOND }, SYSTEM);
    expect(epochEnd(game.state, rules)).toBeNull();
    expect(game.wait(DAY).refused({ type: 'turnEpoch', seed: THIRD }, SYSTEM)).toBe('nothing-due');
  });

  it('is the host’s to end, and an evening has one alone', () => {
    expect(marathon().refused({ type: 'turnEpoch', seed: FIRST }, 'p1')).toBe('not-admin');
    expect(new Table({ rules }).wait(DAY).refused({ type: 'turnEpoch', seed: FIRST }, SYSTEM)).toBe(
      'nothing-due',
    );
  });
});

describe('viewers’ words', () => {
  const closing = { type: 'closeLuck', words: 2, root: 'ab'.repeat(32) } as const;

  it('close before the epoch ends, once, and are the host’s to close', () => {
    const game = marathon();
    expect(luckCloses(game.state, rules)).toBe((game.state.startedAt ?? 0) + (DAY - 600) * 1000);
    expect(game.refused(closing, SYSTEM)).toBe('epoch-early');
    expect(game.wait(DAY - 600).refused(closing, 'p1')).toBe('not-admin');
    expect(game.refused({ ...closing, root: 'x' }, SYSTEM)).toBe('bad-seed');
    expect(game.refused({ ...closing, words: 0 }, SYSTEM)).toBe('bad-seed');
    game.must(closing, SYSTEM);
    expect(game.state.luck).toEqual({ words: 2, root: closing.root });
    expect(game.refused(closing, SYSTEM)).toBe('nothing-due');
  });

  it('go into the key of the next epoch alone', () => {
    const game = marathon().wait(DAY - 600);
    game.must(closing, SYSTEM);
    expect(game.state.epoch?.luck).toBeUndefined();
    game.wait(600).must({ type: 'turnEpoch', seed: FIRST }, SYSTEM);
    expect(game.state.epoch).toEqual({ n: 1, since: game.at, seed: FIRST, luck: closing.root });
    expect(game.state.luck).toBeUndefined();
    game.wait(DAY).must({ type: 'turnEpoch', seed: SECOND }, SYSTEM);
    expect(game.state.epoch?.luck).toBeUndefined();
  });

  it('change every draw of that epoch; without words the key is that of before there were any', () => {
    const seed = new Uint8Array(32).fill(5);
    const dice = (luck?: string) => {
      const state = { players: {}, epoch: { n: 0, ...(luck ? { luck } : {}) } };
      const draws = chanceFor(seed)(state).draw(1, 'roll', 0);
      return Array.from({ length: 8 }, () => draws.int(20)).join();
    };
    expect(new Set([dice(), dice('ab'.repeat(32)), dice('cd'.repeat(32))]).size).toBe(3);
    expect(epochKey({ seed, nonces: [] })).toEqual(epochKey({ seed, nonces: [], luck: undefined }));
    expect(() => epochKey({ seed, nonces: [], luck: 'fox' })).toThrow(TypeError);
  });

  it('are none where the rules take none, in the last epoch, and in an evening', () => {
    const { luck: _, ...epochs } = time.epochs;
    const without = { ...rules, tunables: { ...rules.tunables, time: { ...time, epochs } } };
    expect(luckCloses(marathon().state, without)).toBeNull();
    expect(new Table({ rules }).wait(DAY).refused(closing, SYSTEM)).toBe('nothing-due');
  });
});
