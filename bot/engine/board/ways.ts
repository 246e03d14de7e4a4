/** Side ways: shortcuts and detours through free cells of the matrix, each inside one zone and past no gate. */
import type { Draws } from '../chance.ts';
import type { Spot } from './path.ts';
import { between } from './random.ts';

export interface Way {
  /** Indices on the main track where it leaves and comes back. */
  readonly from: number;
  readonly to: number;
  readonly spots: readonly Spot[];
}

export interface WaySearch {
  readonly draws: Draws;
  readonly track: readonly Spot[];
  readonly width: number;
  readonly height: number;
  /** Main-track indices where zones begin, first is 0. */
  readonly zoneStarts: readonly number[];
  readonly count: number;
  /** Most cells that one way may save. */
  readonly maxSaving: number;
}

/** Longest side way, in cells. */
const LONGEST = 8;
/** A detour may cost this many cells more than the main way. */
const MAX_DETOUR = 3;

export function findWays(search: WaySearch): readonly Way[] {
  const taken = new Set(search.track.map((spot) => key(spot)));
  const ends = new Set<number>();
  const ways: Way[] = [];
  const starts = search.zoneStarts;
  for (let tries = 0; tries < search.count * 40 && ways.length < search.count; tries += 1) {
    const zone = (ways.length + tries) % starts.length;
    const first = (starts[zone] ?? 0) + 1;
    const last = (starts[zone + 1] ?? search.track.length) - 2;
    if (last - first < 3) continue;
    const from = between(search.draws, first, last - 2);
    const to = between(search.draws, from + 2, Math.min(last, from + 14));
    if (crowded(ends, from) || crowded(ends, to)) continue;
    const spots = route(search, taken, [from, to]);
    if (!spots) continue;
    const saving = to - from - (spots.length + 1);
    if (saving > search.maxSaving || saving < -MAX_DETOUR || saving === 0) continue;
    ways.push({ from, to, spots });
    ends.add(from).add(to);
    for (const spot of spots) taken.add(key(spot));
  }
  return ways;
}

/** Two ends side by side read as one junction. */
function crowded(ends: ReadonlySet<number>, index: number): boolean {
  return ends.has(index) || ends.has(index - 1) || ends.has(index + 1);
}

const key = ({ x, y }: Spot): number => y * 64 + x;
const STEPS: readonly Spot[] = [
  { x: 1, y: 0 },
  { x: 0, y: -1 },
  { x: -1, y: 0 },
  { x: 0, y: 1 },
];

/** Shortest free route between two cells of the track (breadth first), at least two cells long. */
function route(
  search: WaySearch,
  taken: ReadonlySet<number>,
  ends: readonly [number, number],
): Spot[] | null {
  const begin = search.track[ends[0]] as Spot;
  const goal = search.track[ends[1]] as Spot;
  const cameFrom = new Map<number, Spot | null>([[key(begin), null]]);
  let rim: Spot[] = [begin];
  for (let depth = 0; depth <= LONGEST && rim.length > 0; depth += 1) {
    const next: Spot[] = [];
    for (const spot of rim) {
      for (const step of STEPS) {
        const to = { x: spot.x + step.x, y: spot.y + step.y };
        if (to.x < 0 || to.y < 0 || to.x >= search.width || to.y >= search.height || cameFrom.has(key(to)))
          continue;
        if (key(to) === key(goal)) {
          const spots = trace(cameFrom, spot);
          if (spots.length >= 2) return spots;
          continue;
        }
        if (taken.has(key(to))) continue;
        cameFrom.set(key(to), spot);
        next.push(to);
      }
    }
    rim = next;
  }
  return null;
}

function trace(cameFrom: ReadonlyMap<number, Spot | null>, last: Spot): Spot[] {
  const out: Spot[] = [];
  for (let at: Spot | null = last; at; at = cameFrom.get(key(at)) ?? null) out.unshift(at);
  return out.slice(1);
}
