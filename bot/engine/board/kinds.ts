/** What each cell is: gates and camps by rule, the rest by the zone's weights. */
import type { Draws } from '../chance.ts';
import type { CellKind, Rules, ZoneId } from '../rules.ts';
import { between } from './random.ts';

export interface Plan {
  readonly draws: Draws;
  readonly rules: Rules;
  /** Zone of every main cell. */
  readonly zones: readonly ZoneId[];
  readonly zoneStarts: readonly number[];
  /** Main cells where a side way begins: they stay plain, so that choosing a way is not hidden by an event. */
  readonly junctions: ReadonlySet<number>;
}

export function planMain(plan: Plan): CellKind[] {
  const count = plan.zones.length;
  const kinds: (CellKind | null)[] = new Array(count).fill(null);
  kinds[0] = 'start';
  kinds[count - 1] = 'finish';
  for (const start of plan.zoneStarts.slice(1)) kinds[start] = 'gate';
  for (const at of plan.junctions) kinds[at] ??= 'plain';
  placeCamps(plan, kinds);
  placeMarkets(plan, kinds);
  for (let i = 0; i < count; i += 1) kinds[i] ??= fill(plan, kinds, i);
  return kinds as CellKind[];
}

/** No more than `campEvery` cells from camp to camp, start and finish counted as ends. */
function placeCamps({ draws, rules, junctions }: Plan, kinds: (CellKind | null)[]): void {
  const every = rules.tunables.map.campEvery;
  let at = 0;
  while (kinds.length - 1 - at > every) {
    let next = at + between(draws, Math.max(2, every - 4), every);
    while (next > at + 1 && (kinds[next] !== null || junctions.has(next))) next -= 1;
    kinds[next] = 'camp';
    at = next;
  }
}

/** One market in each zone for certain. */
function placeMarkets({ draws, zones, zoneStarts }: Plan, kinds: (CellKind | null)[]): void {
  zoneStarts.forEach((start, zone) => {
    const end = zoneStarts[zone + 1] ?? zones.length;
    const free = range(start + 2, end - 1).filter((i) => kinds[i] === null);
    const at = free[draws.int(Math.max(1, free.length)) - 1];
    if (at !== undefined) kinds[at] = 'market';
  });
}

function fill({ draws, rules, zones }: Plan, kinds: readonly (CellKind | null)[], i: number): CellKind {
  const zone = zones[i] as ZoneId;
  for (let tries = 0; tries < 6; tries += 1) {
    const kind = weighted(draws, rules.zones[zone].cells);
    if (kind === 'trap' && i <= rules.tunables.map.noTrapBefore) continue;
    if (kind !== 'plain' && kind === kinds[i - 1]) continue;
    return kind;
  }
  return 'plain';
}

/** Side ways are worth the walk: more chests and objects on them than on the main track. */
export function planWay(
  draws: Draws,
  rules: Rules,
  spot: { zone: ZoneId; length: number; at: number },
): CellKind {
  if (spot.at === spot.length - 1 && spot.length > 2) return draws.int(2) === 1 ? 'chest' : 'object';
  return weighted(draws, { ...rules.zones[spot.zone].cells, market: 0 });
}

export function weighted(draws: Draws, weights: Readonly<Partial<Record<CellKind, number>>>): CellKind {
  const list = Object.entries(weights).filter(([, weight]) => weight > 0) as [CellKind, number][];
  const total = list.reduce((sum, [, weight]) => sum + weight, 0);
  if (total <= 0) return 'plain';
  let left = draws.int(total);
  for (const [kind, weight] of list) {
    left -= weight;
    if (left <= 0) return kind;
  }
  return 'plain';
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}
