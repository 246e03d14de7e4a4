/** Epochs of the seed, as commands of the engine. */
import { describe, expect, it } from 'vitest';
import { jsonContent } from '../../../adapters/content/json.ts';
import { loadContent } from '../../content/load.ts';
import { Table } from '../given.ts';
import { nextSeed } from '../proof.ts';
import type { Rules } from '../rules.ts';
import { epochEnd } from './epochs.ts';

const { rules: whole } = await loadContent({ layers: ['.'], source: jsonContent('config/content') });
const time = {
  absence: { shield: 1, hold: 1, referee: { session: 1, marathon: 1 } },
  daysOff: { notice: 1, most: 1, budget: 1 },
  rounds: { seconds: 60 },
  epochs: { hours: 24, count: 3 },
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
