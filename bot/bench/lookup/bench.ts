/** `bench lookup`: the registry of monsters against bare bit sets that answer the same questions. */
import { deepStrictEqual } from 'node:assert';
import { performance } from 'node:perf_hooks';
import { findMonstersByTags, indexOf } from '../../engine/monsters/registry.ts';
import { BitSets } from '../limits/bitset.ts';
import { interleave, median, ratioOf } from '../measure.ts';
import { atMost, type BenchReport, type Figure, figure } from '../report.ts';
import { generated, type Question, questions, TEMPLATES } from './things.ts';

const TIERS = 8;
const REPEATS = 9;
const TURN_MS = 300;
/** Times the cost of the bit sets. */
const GOAL = 3;

export async function benchLookup(): Promise<BenchReport> {
  const templates = generated();
  const asked = questions();
  const index = indexOf(templates);
  const sets = new BitSets(
    templates.map(({ allowedTiers, environmentTags }) => ({ tiers: allowedTiers, tags: environmentTags })),
    TIERS,
  );
  let found = 0;
  for (const { tier, tags } of asked) {
    const ours = findMonstersByTags(index, tier, tags);
    const theirs = sets.find(tier, tags).map((number) => templates[number]);
    deepStrictEqual(ours, theirs);
    found += ours.length;
  }
  const few = asked.filter(({ tags }) => tags.length <= 3);
  const many = asked.filter(({ tags }) => tags.length > 3);
  const ours = (list: readonly Question[]) => () =>
    cost(list, ({ tier, tags }) => findMonstersByTags(index, tier, tags).length);
  const limit = (list: readonly Question[]) => () =>
    cost(list, ({ tier, tags }) => sets.find(tier, tags).length);
  const costs = await interleave(
    { few: ours(few), fewLimit: limit(few), many: ours(many), manyLimit: limit(many) },
    REPEATS,
  );
  return {
    bench: 'lookup',
    figures: [
      against('tags of a place (2, 3)', costs.few, costs.fewLimit),
      against('tags of a zone (6, 7)', costs.many, costs.manyLimit),
    ],
    notes: [
      `${TEMPLATES} templates, ${asked.length} questions with ${Math.round(found / asked.length)} answers each in the mean; both sides gave the same ones in the same order`,
      'limit: a set of bits for each tier and tag, overlap counted in three planes of bits, numbers as answers',
    ],
  };
}

/** Microseconds for a question. */
function cost(list: readonly Question[], answer: (question: Question) => number): number {
  const begin = performance.now();
  let done = 0;
  let sum = 0;
  while (performance.now() - begin < TURN_MS) {
    for (const question of list) sum += answer(question);
    done += list.length;
  }
  if (sum === 0) throw new Error('the questions found nothing');
  return ((performance.now() - begin) * 1000) / done;
}

function against(name: string, ours: readonly number[], limit: readonly number[]): Figure {
  const value = median(ours);
  return figure({ name, unit: 'us', value, limit: value / ratioOf(ours, limit), goal: atMost(GOAL) });
}
