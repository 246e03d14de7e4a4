import { expect, it } from 'vitest';
import { obsSettings, stageRule } from './rules.ts';

const faults = (rule: unknown) => {
  const read = stageRule.safeParse(rule);
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
};

it('a row turns one thing: a scene, a source in a scene, or a filter of a source', () => {
  for (const target of [{ scene: 'A' }, { scene: 'A', source: 'B' }, { source: 'B', filter: 'C' }])
    expect(faults({ on: 'vote', ...target })).toEqual([]);
  for (const target of [{}, { source: 'B' }, { filter: 'C' }, { scene: 'A', source: 'B', filter: 'C' }])
    expect(faults({ on: 'vote', ...target })).toEqual([
      ': expected scene, or scene and source, or source and filter',
    ]);
});

it('names what is wrong with the others', () => {
  expect(faults({ on: 'vote', scene: 'A', for: 0 })).toEqual(['for: expected a whole number from 1 to 600']);
  expect(faults({ on: 'vote', scene: 'A', player: 'p9' })).toEqual(['player: expected p1 … p8']);
  expect(faults({ on: 'no word', scene: 'A' })[0]).toContain('expected a word like vote');
  expect(obsSettings.safeParse({ url: 'http://127.0.0.1:4455', password: null, rules: [] }).success).toBe(
    false,
  );
});

it('fills in what is left out', () => {
  expect(stageRule.parse({ on: 'vote', scene: 'A' })).toEqual({
    on: 'vote',
    scene: 'A',
    to: true,
    cooldown: 10,
  });
});
