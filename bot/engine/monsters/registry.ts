/** The registry of monsters: templates of all families, found by tier and tags from an index. */
import type { MonsterRules, MonsterTemplate, Tier } from './rules.ts';

/** Templates of one tier in the order of their ids, and for each tag the places of those that have it. */
interface Shelf {
  readonly templates: readonly MonsterTemplate[];
  readonly places: ReadonlyMap<string, Uint32Array>;
  /** Room to count in, all zeros between two questions: taken anew each time it would cost more than the answer. */
  readonly counts: Uint16Array;
  readonly met: Int32Array;
}

export interface MonsterIndex {
  readonly byId: ReadonlyMap<string, MonsterTemplate>;
  readonly shelves: ReadonlyMap<Tier, Shelf>;
}

const built = new WeakMap<MonsterRules, MonsterIndex>();

/** Built at the first call for these rules, the same object ever after. */
export function monsterIndex(rules: MonsterRules): MonsterIndex {
  const known = built.get(rules);
  if (known) return known;
  const index = indexOf(Object.values(rules.families).flatMap(({ templates }) => Object.values(templates)));
  built.set(rules, index);
  return index;
}

/** @returns an index over these templates; ids are taken to be unique. */
export function indexOf(templates: readonly MonsterTemplate[]): MonsterIndex {
  const sorted = templates.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const tiers = new Map<Tier, MonsterTemplate[]>();
  for (const template of sorted) {
    for (const tier of new Set(template.allowedTiers)) {
      const list = tiers.get(tier);
      if (list) list.push(template);
      else tiers.set(tier, [template]);
    }
  }
  return {
    byId: new Map(sorted.map((template) => [template.id, template])),
    shelves: new Map([...tiers].map(([tier, list]) => [tier, shelfOf(list)])),
  };
}

function shelfOf(templates: readonly MonsterTemplate[]): Shelf {
  const places = new Map<string, number[]>();
  for (const [place, template] of templates.entries()) {
    for (const tag of new Set(template.environmentTags)) {
      const list = places.get(tag);
      if (list) list.push(place);
      else places.set(tag, [place]);
    }
  }
  return {
    templates,
    places: new Map([...places].map(([tag, list]) => [tag, Uint32Array.from(list)])),
    counts: new Uint16Array(templates.length),
    met: new Int32Array(Math.ceil(templates.length / WORD)),
  };
}

/** How many of these tags a template has; a tag asked twice counts once. */
export function overlapOf({ environmentTags }: MonsterTemplate, tags: readonly string[]): number {
  return new Set(tags.filter((tag) => environmentTags.includes(tag))).size;
}

/**
 * Templates of that tier with any of the tags: those with most of them first, equals by id.
 * Costs what it finds: only the lists of the tags asked for are walked.
 */
export function findMonstersByTags(
  { shelves }: MonsterIndex,
  tier: number,
  tags: readonly string[],
): readonly MonsterTemplate[] {
  const shelf = shelves.get(tier as Tier);
  if (!shelf) return [];
  const lists = [...new Set(tags)].flatMap((tag) => shelf.places.get(tag) ?? []);
  if (lists.length === 0) return [];
  if (lists.length === 1) return Array.from(lists[0]!, (place) => shelf.templates[place]!);
  return ranked(shelf, lists);
}

const WORD = 32;

/** Counting sort by the number of lists a place is in; a bit for each place met keeps the order of ids. */
function ranked(
  { templates, counts, met }: Shelf,
  lists: readonly Uint32Array[],
): readonly MonsterTemplate[] {
  const next = startsOf(lists, counts, met);
  const found = new Array<MonsterTemplate>(next[0]!);
  for (let word = 0; word < met.length; word += 1) {
    for (let bits = met[word]!; bits !== 0; bits &= bits - 1) {
      const place = word * WORD + 31 - Math.clz32(bits & -bits);
      const rank = counts[place]!;
      counts[place] = 0;
      found[next[rank]!] = templates[place]!;
      next[rank]! += 1;
    }
    met[word] = 0;
  }
  return found;
}

/** Fills `counts` and `met`. @returns where each overlap begins in the result, and at 0 how many there are in all. */
function startsOf(lists: readonly Uint32Array[], counts: Uint16Array, met: Int32Array): number[] {
  const next = new Array<number>(lists.length + 1).fill(0);
  for (const list of lists) {
    for (let i = 0; i < list.length; i += 1) {
      const place = list[i]!;
      const rank = counts[place]! + 1;
      counts[place] = rank;
      next[rank]! += 1;
      next[rank - 1]! -= 1;
      if (rank === 1) met[place >>> 5]! |= 1 << (place & 31);
    }
  }
  let at = 0;
  for (let rank = lists.length; rank >= 0; rank -= 1) {
    const here = rank === 0 ? 0 : next[rank]!;
    next[rank] = at;
    at += here;
  }
  return next;
}
