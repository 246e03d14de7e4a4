import { expect, test } from 'vitest';
import type { z } from 'zod';
import type {
  CombatTunables,
  FightOp,
  FightRule,
  FightStatus,
  FightTest,
  Move,
  PropDef,
  SynergyDef,
  WeaponDef,
} from '../../engine/combat/rules.ts';
import type { AbilityDef, AffixDef, MonsterTemplate } from '../../engine/monsters/rules.ts';
import type { ZoneId } from '../../engine/rules.ts';
import {
  type combatTunablesSchema,
  fightOpSchema,
  type fightRuleSchema,
  type fightStatusSchema,
  fightTestSchema,
  type moveSchema,
  type propSchema,
  type synergySchema,
  type weaponSchema,
} from './combat.ts';
import type { abilitySchema, affixSchema, templateSchema } from './monsters.ts';

// By `satisfies`, a schema takes nothing but its type; here, that it takes all of it. A slip is an error of the compiler.
type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;
type Takes<S extends z.ZodType, T> = [T] extends [Frozen<z.infer<S>>]
  ? [keyof T] extends [keyof z.infer<S>]
    ? true
    : false
  : false;

const TAKEN: true[] = [
  true satisfies Takes<typeof moveSchema, Move>,
  true satisfies Takes<typeof weaponSchema, WeaponDef>,
  true satisfies Takes<typeof fightStatusSchema, FightStatus>,
  true satisfies Takes<typeof fightTestSchema, FightTest>,
  true satisfies Takes<typeof fightOpSchema, FightOp>,
  true satisfies Takes<typeof fightRuleSchema, FightRule>,
  true satisfies Takes<typeof synergySchema, Omit<SynergyDef, 'id'>>,
  true satisfies Takes<typeof propSchema, Omit<PropDef, 'id'> & { zone: ZoneId }>,
  true satisfies Takes<typeof combatTunablesSchema, CombatTunables>,
  true satisfies Takes<typeof abilitySchema, Omit<AbilityDef, 'id'>>,
  true satisfies Takes<typeof affixSchema, Omit<AffixDef, 'id'>>,
  true satisfies Takes<typeof templateSchema, Omit<MonsterTemplate, 'id' | 'family'>>,
];

test('the schemas of fights take the whole of the engine types', () => {
  expect(TAKEN).toHaveLength(12);
});

const OPS: readonly FightOp[] = [
  { do: 'power', percent: 200 },
  { do: 'again', percent: 50, further: 1 },
  { do: 'heal', percent: 40, of: 'harm' },
  { do: 'harm', percent: 40, kind: 'fire', on: 'all' },
  { do: 'push', to: 'away', on: 'other' },
  { do: 'flag', flag: 'under' },
  { do: 'vote', options: 3, seconds: 15, about: 'where', then: [{ do: 'clear', flag: 'under' }] },
  { do: 'spare', loot: 50, fact: 'spared' },
];
const TESTS: readonly FightTest[] = [
  { is: 'oneHitLeft' },
  { is: 'hp', of: 'other', atMost: 25 },
  { is: 'not', test: { is: 'flag', of: 'own', flag: 'awake' } },
];

test('operations and tests pass as they are, and not with a field more', () => {
  for (const op of OPS) {
    expect(fightOpSchema.parse(op)).toEqual(op);
    expect(fightOpSchema.safeParse({ ...op, extra: 1 }).success, op.do).toBe(false);
  }
  for (const one of TESTS) {
    expect(fightTestSchema.parse(one)).toEqual(one);
    expect(fightTestSchema.safeParse({ ...one, extra: 1 }).success, one.is).toBe(false);
  }
});
