/** What is looked for in the lookup bench: many templates, and questions as encounters put them. */
import type { MonsterTemplate, Tier } from '../../engine/monsters/rules.ts';
import { drawOf, nextOf, type Xoroshiro } from '../limits/xoroshiro.ts';

export const TEMPLATES = 100_000;
const TAGS = 80;
export const QUESTIONS = 240;

export interface Question {
  readonly tier: Tier;
  readonly tags: readonly string[];
}

type Draw = (sides: number) => number;

function drawsFrom(seed: number): Draw {
  let chance: Xoroshiro = { a: seed, b: 1, c: 2, d: 3 };
  return (sides) => {
    chance = nextOf(chance);
    return (drawOf(chance) >>> 1) % sides;
  };
}

function someTags(draw: Draw, count: number): readonly string[] {
  const tags = new Set<string>();
  while (tags.size < count) tags.add(`tag_${draw(TAGS)}`);
  return [...tags];
}

/** Sorted by id; one to four tags and one to four tiers in a row each. */
export function generated(count = TEMPLATES): readonly MonsterTemplate[] {
  const draw = drawsFrom(41);
  return Array.from({ length: count }, (_, n) => {
    const first = draw(8);
    const last = Math.min(7, first + draw(4));
    return {
      id: `template_${String(n).padStart(6, '0')}`,
      family: 'generated',
      narrativeHint: 'one of many',
      baseStats: { strength: 1 + draw(20) },
      skills: [],
      allowedTiers: Array.from({ length: last - first + 1 }, (_, i) => (first + i) as Tier),
      environmentTags: someTags(draw, 1 + draw(4)),
    };
  });
}

/** A place asks with two tags, a zone with six or seven. */
export function questions(): readonly Question[] {
  const draw = drawsFrom(97);
  return Array.from({ length: QUESTIONS }, (_, n) => ({
    tier: ((n >> 2) % 8) as Tier,
    tags: someTags(draw, [2, 3, 6, 7][n % 4]!),
  }));
}
