/** The closed word lists of the rules, as schemas. The compiler holds them to the engine's types. */
import { z } from 'zod';
import type { Hook, StatName, Who } from '../../engine/effects/operations.ts';
import type {
  Attribute,
  Category,
  CellKind,
  Element,
  Pace,
  Physical,
  Purpose,
  Rarity,
  Reach,
  Size,
  Slot,
  Target,
  ZoneId,
} from '../../engine/rules.ts';

/** An enum of exactly the words of `T`: one too few and one too many are both compile errors. */
function words<T extends string>() {
  return <const L extends readonly T[]>(...list: [T] extends [L[number]] ? L : never) =>
    z.enum(list as readonly T[] as [T, ...T[]]);
}

export const zoneId = words<ZoneId>()('forest', 'crystal', 'static', 'hell', 'heaven');
export const cellKind = words<CellKind>()(
  'plain',
  'trial',
  'trap',
  'chest',
  'monster',
  'story',
  'market',
  'camp',
  'object',
  'gate',
  'start',
  'finish',
);
export const attribute = words<Attribute>()('strength', 'agility', 'endurance', 'mind', 'luck');
export const element = words<Element>()('earth', 'water', 'fire', 'electricity');
export const physical = words<Physical>()('push', 'stun', 'slow', 'bleed');
export const reach = words<Reach>()('near', 'mid', 'far');
export const rarity = words<Rarity>()('common', 'uncommon', 'rare', 'epic', 'legendary');
export const category = words<Category>()(
  'consumable',
  'wearable',
  'die',
  'artifact',
  'tool',
  'scroll',
  'key',
  'weapon',
);
export const purpose = words<Purpose>()(
  'speed',
  'control',
  'defence',
  'information',
  'economy',
  'chat',
  'diplomacy',
  'comeback',
  'risk',
);
export const slot = words<Slot>()('head', 'body', 'hands', 'feet', 'trinket');
export const pace = words<Pace>()('session', 'marathon');
export const size = words<Size>()('S', 'M', 'L');
export const target = words<Target>()('self', 'rival', 'ally', 'cell', 'all', 'none');
export const hook = words<Hook>()(
  'beforeRoll',
  'afterRoll',
  'move',
  'enterCell',
  'targeted',
  'trial',
  'round',
  'buy',
  'tick',
  'expire',
);
export const who = words<Who>()(
  'target',
  'self',
  'leader',
  'last',
  'ahead',
  'behind',
  'nearest',
  'rivals',
  'all',
);
export const statName = words<StatName>()(
  'roll',
  'check',
  'price',
  'range',
  'prize',
  'maxHp',
  'harm',
  'influence',
  'slots',
);

/** `half_sandwich`: small letters, digits and single underscores, a letter first. */
export const ID_PATTERN = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;
/** Text of a pattern; `like` says in words what was expected. */
export function matching(pattern: RegExp, like: string) {
  return z.string().regex(pattern, {
    error: ({ input }) => `${JSON.stringify(input)} came, expected ${like}`,
  });
}
export const id = matching(ID_PATTERN, 'an id like half_sandwich');
/** Tags are ids too: what content is sampled by. */
export const tags = z.array(id);
/** A fact or its value: what players did, by id. */
export const fact = z.string().min(1).max(60);
export const int = z.int();
export const count = z.int().min(0);
/** At least one: seconds, rolls, charges, dice. */
export const some = z.int().min(1);
export const percent = z.int().min(-100).max(100);
/** A share of something, 0 to 1. */
export const share = z.number().min(0).max(1);
export const weight = z.number().min(0);
/** Sides of a die: GAME.md knows d2 (a coin) to d20. */
export const sides = z.int().min(2).max(20);
export const tier = z.int().min(0).max(7);
