import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import type { Op, OpName, Reaction, Test } from '../../engine/effects/operations.ts';
import type {
  ClassDef,
  EffectDef,
  HappeningDef,
  ItemDef,
  Prize,
  SkillDef,
  TrialDef,
  Tunables,
  ZoneDef,
} from '../../engine/rules.ts';
import type { classSchema } from './classes.ts';
import { editorSchemas } from './editor.ts';
import type { effectSchema } from './effects.ts';
import type { happeningSchema } from './happenings.ts';
import type { itemSchema } from './items.ts';
import { operation, type reaction, type test as testSchema } from './operations.ts';
import type { prizeSchema } from './prizes.ts';
import type { skillSchema } from './skills.ts';
import type { trialSchema } from './trials.ts';
import type { tunablesSchema } from './tunables.ts';
import type { zoneSchema } from './zones.ts';

// That a schema takes nothing but its type is proven where it is written, by `satisfies`. Here the other half:
// it takes all of its type, no field and no word forgotten. A slip is an error of the compiler.
type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;
type Same<A, B> = [A] extends [B]
  ? [keyof A] extends [keyof B]
    ? [keyof B] extends [keyof A]
      ? true
      : false
    : false
  : false;
type Takes<S extends z.ZodType, T> = Same<T, Frozen<z.infer<S>>>;
/** Distributes over the union: a member that serves several names is found by each of them. */
type Named<U, N> = U extends { op: infer O } ? (N extends O ? U : never) : never;
type OpsTaken = { [N in OpName]: Same<Named<Op, N>, Frozen<Named<z.infer<typeof operation>, N>>> };

const TAKEN: true[] = [
  true satisfies Takes<typeof itemSchema, Omit<ItemDef, 'id'>>,
  true satisfies Takes<typeof effectSchema, Omit<EffectDef, 'id'>>,
  true satisfies Takes<typeof trialSchema, Omit<TrialDef, 'id'>>,
  true satisfies Takes<typeof happeningSchema, Omit<HappeningDef, 'id'>>,
  true satisfies Takes<typeof classSchema, Omit<ClassDef, 'id'>>,
  true satisfies Takes<typeof skillSchema, Omit<SkillDef, 'id'>>,
  true satisfies Takes<typeof zoneSchema, Omit<ZoneDef, 'id'>>,
  true satisfies Takes<typeof prizeSchema, Prize>,
  true satisfies Takes<typeof tunablesSchema, Tunables>,
  true satisfies Takes<typeof reaction, Reaction>,
  true satisfies Takes<typeof testSchema, Test>,
  true satisfies OpsTaken extends Record<OpName, true> ? true : false,
];

test('the schemas take the whole of the engine types', () => {
  expect(TAKEN).toHaveLength(12);
});

test('one of each operation passes as it is, and not with a field more', () => {
  for (const op of ONE_OF_EACH) {
    expect(operation.parse(op)).toEqual(op);
    expect(operation.safeParse({ ...op, extra: 1 }).success, `${op.op} with a field more`).toBe(false);
  }
  expect(new Set(ONE_OF_EACH.map(({ op }) => op)).size).toBe(Object.keys(COUNTED).length);
});

const ONE_OF_EACH: readonly Op[] = [
  { op: 'gold', by: 5, on: 'rivals' },
  { op: 'heal', percent: 20 },
  { op: 'harm', percent: 10, element: 'fire', on: 'all' },
  { op: 'shard', element: 'water', by: 1 },
  { op: 'influence', by: 3 },
  { op: 'token', by: 1 },
  { op: 'move', by: -2, land: true },
  { op: 'goto', place: 'nextCamp' },
  { op: 'swap', on: 'ahead' },
  { op: 'mark', trap: 'puddle', rolls: 3 },
  { op: 'addDie', sides: 6 },
  { op: 'dropDie', which: 'lowest' },
  { op: 'faces', sides: 4, map: { '1': 2, '4': 3 } },
  { op: 'shift', by: 1, each: 'die' },
  { op: 'scale', by: 0.5 },
  { op: 'clamp', min: 3, max: 9 },
  { op: 'reroll', which: 'all', keep: 'better' },
  { op: 'repeatRoll' },
  { op: 'grant', sample: { tags: ['food'], rarity: ['rare'], tier: -1 } },
  { op: 'die', sides: 8 },
  { op: 'lose', what: 'item', pick: 'cheapest' },
  { op: 'steal', what: 'gold', by: 5 },
  { op: 'give', what: 'item' },
  { op: 'copyLast' },
  { op: 'lock', rolls: 1 },
  { op: 'apply', effect: 'drowsy', on: 'behind' },
  { op: 'cleanse', polarity: 'negative', count: 1 },
  { op: 'end' },
  { op: 'ward' },
  { op: 'reflect' },
  { op: 'catch' },
  { op: 'trial', tags: ['food'] },
  { op: 'prize', tier: 2 },
  { op: 'punish' },
  { op: 'reoffer' },
  { op: 'difficulty', by: -1 },
  { op: 'prizeTier', by: 1 },
  { op: 'mercy' },
  { op: 'reveal', cells: 12 },
  { op: 'choose', fallback: 1, options: [{ if: { is: 'gold', atLeast: 5 }, do: [] }, { do: [] }] },
  { op: 'chatChoose', seconds: 20, options: [{ do: [{ op: 'token', by: 1 }] }, { do: [] }] },
  { op: 'coin', heads: [{ op: 'coin', heads: [], tails: [] }], tails: [] },
  { op: 'if', test: { is: 'not', test: { is: 'fact', fact: 'mic', value: 'took' } }, then: [], else: [] },
  { op: 'remember', fact: 'mic', value: 'left' },
  { op: 'rep', by: -5 },
  { op: 'discount', percent: 10 },
];

/** The compiler holds this list to the vocabulary. */
const COUNTED: Record<OpName, true> = {
  gold: true,
  heal: true,
  harm: true,
  shard: true,
  influence: true,
  token: true,
  move: true,
  goto: true,
  swap: true,
  mark: true,
  addDie: true,
  dropDie: true,
  faces: true,
  shift: true,
  scale: true,
  clamp: true,
  reoffer: true,
  reroll: true,
  repeatRoll: true,
  grant: true,
  die: true,
  lose: true,
  steal: true,
  give: true,
  copyLast: true,
  lock: true,
  apply: true,
  cleanse: true,
  end: true,
  ward: true,
  reflect: true,
  catch: true,
  trial: true,
  prize: true,
  punish: true,
  difficulty: true,
  prizeTier: true,
  mercy: true,
  reveal: true,
  choose: true,
  chatChoose: true,
  coin: true,
  if: true,
  remember: true,
  rep: true,
  discount: true,
};

test('the JSON Schemas for editors are up to date: npm run schema', async () => {
  const folder = new URL('../../../config/content/schema/', import.meta.url);
  const wanted = editorSchemas();
  expect((await readdir(folder)).sort()).toEqual(Object.keys(wanted).sort());
  for (const [name, text] of Object.entries(wanted)) {
    expect(await readFile(new URL(name, folder), 'utf8'), name).toBe(text);
  }
});
