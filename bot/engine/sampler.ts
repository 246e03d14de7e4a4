/** The one sampler: tags, rarity, tier, zone, luck, pace, exclusions and pity, over any kind of entry. */
import { attribute } from './effects/derive.ts';
import type { ItemQuery } from './effects/operations.ts';
import type { Entry, ItemDef, Rarity, ZoneId } from './rules.ts';
import type { PlayerId } from './state.ts';
import { weighed } from './tuning/knobs.ts';
import { drawing, emit, type Work, who } from './work.ts';

export interface Sampling {
  readonly player: PlayerId;
  readonly purpose: string;
}

/** One of the entries by weight, or null of none. Weights are whole numbers, at least 1 unless 0 shuts an entry out. */
export function sample<T>(
  work: Work,
  draw: Sampling,
  list: readonly (readonly [entry: T, weight: number])[],
): T | null {
  const open = weighed(work.state, draw.player, list).filter(([, weight]) => weight > 0);
  const total = open.reduce((sum, [, weight]) => sum + weight, 0);
  if (total === 0) return null;
  let left = drawing(work, draw, (draws) => draws.int(total));
  for (const [entry, weight] of open) {
    left -= weight;
    if (left <= 0) return entry;
  }
  return null;
}

/** Zone of its own counts double, so that places keep their character. */
const HOME = 2;
const UNIT = 10;

/** Weight of an entry for a place, 0 if it does not fit. */
export function weightFor(entry: Entry, place: { zone: ZoneId; tier?: number; pace?: string }): number {
  if (entry.zone !== 'any' && entry.zone !== place.zone) return 0;
  if (entry.pace && place.pace && entry.pace !== place.pace) return 0;
  if (entry.tiers && place.tier !== undefined && (place.tier < entry.tiers[0] || place.tier > entry.tiers[1]))
    return 0;
  return Math.round((entry.weight ?? 1) * UNIT * (entry.zone === 'any' ? 1 : HOME));
}

export function zoneOf(work: Work, id: PlayerId): ZoneId {
  return work.state.board.cells[who(work, id).cell]?.zone ?? 'forest';
}

/** How far into the race the player's zone lies, within the zone's own range. */
export function tierOf(work: Work, id: PlayerId): number {
  const cell = work.state.board.cells[who(work, id).cell];
  const [min, max] = work.rules.zones[zoneOf(work, id)].tiers;
  const done = 1 - (cell?.toFinish ?? 0) / work.state.board.length;
  return Math.min(max, Math.max(min, Math.round(done * 7)));
}

const BETTER: readonly Rarity[] = ['rare', 'epic', 'legendary'];

/** An item for this player; luck and pity make rare ones likelier. Null if nothing fits the query. */
export function sampleItem(work: Work, id: PlayerId, query: ItemQuery): ItemDef | null {
  const player = who(work, id);
  const zone = zoneOf(work, id);
  const dry = player.pity.items ?? 0;
  const { perPoint, pity, pityStep } = work.rules.tunables.luck;
  const luck = attribute(player, work.rules, 'luck') - work.rules.tunables.attributes.base;
  const lift = 100 + luck * perPoint + Math.max(0, dry - pity) * pityStep + (query.tier ?? 0) * 40;
  const found = sample(
    work,
    { player: id, purpose: 'prize' },
    Object.values(work.rules.items).map((item) => [item, weigh(work, item, { query, zone, lift })] as const),
  );
  if (found) {
    emit(work, {
      type: 'pitied',
      player: id,
      pool: 'items',
      count: BETTER.includes(found.rarity) ? 0 : dry + 1,
    });
  }
  return found;
}

function weigh(work: Work, item: ItemDef, by: { query: ItemQuery; zone: ZoneId; lift: number }): number {
  if (item.category === 'weapon' || item.weight === 0) return 0;
  if (by.query.rarity && !by.query.rarity.includes(item.rarity)) return 0;
  const { tags, all = [], none = [] } = by.query;
  const has = (tag: string): boolean => item.tags.includes(tag);
  if ((tags && !tags.some(has)) || !all.every(has) || none.some(has)) return 0;
  if (item.unique && owned(work, item.id)) return 0;
  const lift = BETTER.includes(item.rarity) ? Math.max(10, by.lift) : 100;
  const loot = work.rules.zones[by.zone].loot[item.rarity];
  return Math.round((weightFor(item, { zone: by.zone, pace: work.state.pace }) * loot * lift) / 100);
}

function owned(work: Work, item: string): boolean {
  return work.state.order.some((id) => who(work, id).bag.some((got) => got.item === item));
}
