/**
 * The limit of the lookup bench: the same question put to bare bit sets. A set of bits for each tier and tag over the
 * templates of that tier; how many of the asked sets hold a place is counted for 32 places at once, in three planes of
 * bits. No words of the game in it: things are numbers, in the order of their ids.
 */

/** Up to so many tags can be asked: three planes count to seven. */
export const MOST_TAGS = 7;

export interface Thing {
  readonly tiers: readonly number[];
  readonly tags: readonly string[];
}

interface Shelf {
  readonly words: number;
  /** Place → number of the thing. */
  readonly things: Int32Array;
  readonly sets: ReadonlyMap<string, Uint32Array>;
}

export class BitSets {
  readonly #shelves: readonly Shelf[];

  /** `things` in the order in which equals are to be found. */
  constructor(things: readonly Thing[], tiers: number) {
    this.#shelves = Array.from({ length: tiers }, (_, tier) => shelfOf(things, tier));
  }

  /** Numbers of the things of that tier with any of the tags, those with most of them first. */
  find(tier: number, tags: readonly string[]): readonly number[] {
    const shelf = this.#shelves[tier];
    const sets = shelf ? tags.flatMap((tag) => shelf.sets.get(tag) ?? []) : [];
    return shelf && sets.length > 0 ? ranked(shelf, sets) : [];
  }
}

function shelfOf(things: readonly Thing[], tier: number): Shelf {
  const here = things.flatMap((thing, number) => (thing.tiers.includes(tier) ? [number] : []));
  const words = Math.ceil(here.length / 32);
  const sets = new Map<string, Uint32Array>();
  for (const [place, number] of here.entries()) {
    for (const tag of things[number]!.tags) {
      const set = sets.get(tag) ?? new Uint32Array(words);
      set[place >>> 5]! |= 1 << (place & 31);
      sets.set(tag, set);
    }
  }
  return { words, things: Int32Array.from(here), sets };
}

function ranked({ words, things }: Shelf, sets: readonly Uint32Array[]): readonly number[] {
  const ones = new Uint32Array(words);
  const twos = new Uint32Array(words);
  const fours = new Uint32Array(words);
  for (const set of sets) {
    for (let word = 0; word < words; word += 1) {
      const bits = set[word]!;
      const carry = ones[word]! & bits;
      ones[word]! ^= bits;
      fours[word]! |= twos[word]! & carry;
      twos[word]! ^= carry;
    }
  }
  const found: number[] = [];
  for (let rank = sets.length; rank > 0; rank -= 1) {
    const one = rank & 1 ? 0 : -1;
    const two = rank & 2 ? 0 : -1;
    const four = rank & 4 ? 0 : -1;
    for (let word = 0; word < words; word += 1) {
      let bits = (ones[word]! ^ one) & (twos[word]! ^ two) & (fours[word]! ^ four);
      for (; bits !== 0; bits &= bits - 1) found.push(things[word * 32 + 31 - Math.clz32(bits & -bits)]!);
    }
  }
  return found;
}
