/**
 * Who stands where: tokens above their cells, side by side or fanned out when a cell is crowded, and name plates
 * that cover no cell, no token and not each other. Pure; positions in board pixels.
 */

import { clamp, type Point } from './layout/geometry.ts';
import { type Box, grown, overlap, toBox } from './layout/places.ts';
import type { Layout } from './layout.ts';
import type { PlayerId } from './types.ts';

export interface Standing {
  readonly player: PlayerId;
  readonly cell: number;
  readonly name: string;
  readonly seat: number;
  /** Whose plate a crowd shows: the lowest number. */
  readonly place: number;
}

export interface Stand {
  readonly player: PlayerId;
  readonly cell: number;
  /** Middle of the token. */
  readonly x: number;
  readonly y: number;
  /** 1 is a token alone on its cell. */
  readonly scale: number;
  readonly crowd: number;
  /** The leader wears a crown: plates leave it free. */
  readonly crown: boolean;
}

export interface Plate {
  readonly key: string;
  readonly player: PlayerId;
  readonly seat: number;
  readonly text: string;
  /** How many more stand on the cell. */
  readonly more: number;
  readonly box: Box;
  /** The point of the token it belongs to. */
  readonly from: Point;
}

export interface Arrangement {
  readonly stands: readonly Stand[];
  readonly plates: readonly Plate[];
}

/** Half of a token's height with its lead, at scale 1. */
export const TOKEN_HALF = 36;
const PLATE = { height: 30, most: 168, pad: 24, count: 40 };
/** Where the crown sits above the middle of a token, at scale 1. */
const CROWN = { above: 44, radius: 17 };
/** Farthest that a crowd steps aside for its neighbours. */
const ASIDE = 20;
/** What it costs a plate to cover a zone's name: less than a cell or a token, more than any way around. */
const NAME = 600;
/** Plates keep away from the window's edge by this much. */
const EDGE = 10;

/** Width of a name at the plates' size; in a browser a canvas measures it. */
export type Measure = (text: string) => number;

export function arrange(layout: Layout, players: readonly Standing[], measure: Measure): Arrangement {
  const cells = new Map<number, Standing[]>();
  for (const player of players) cells.set(player.cell, [...(cells.get(player.cell) ?? []), player]);
  const crowds = [...cells.values()].map((list) => list.toSorted((a, b) => a.seat - b.seat));
  const stands = apart(crowds.map((crowd) => standsOf(layout, crowd)));
  const plates: Plate[] = [];
  for (const wanted of crowds.flatMap((crowd) => platesOf(crowd, stands, measure))) {
    plates.push({ ...wanted, box: place(layout, wanted, { stands, plates }) });
  }
  return { stands, plates };
}

/** Offsets of a crowd's tokens from the point above the cell, in token sizes. */
function fan(count: number): readonly Point[] {
  if (count === 1) return [[0, 0]];
  if (count === 2)
    return [
      [-0.5, 0],
      [0.5, 0],
    ];
  const front = Math.ceil(count / 2);
  const row = (n: number, y: number): Point[] =>
    Array.from({ length: n }, (_, i): Point => {
      const x = i - (n - 1) / 2;
      return [x * 0.98, y + x * x * 0.07];
    });
  return [...row(count - front, -0.86), ...row(front, 0)];
}

function standsOf({ spots, width }: Layout, crowd: readonly Standing[]): Stand[] {
  const spot = spots[crowd[0]!.cell]!;
  const count = crowd.length;
  const scale = count === 1 ? 1 : count === 2 ? 0.86 : count <= 4 ? 0.68 : 0.6;
  const offsets = fan(count);
  const wide = Math.max(...offsets.map((p) => Math.abs(p[0]))) * 66 * scale + TOKEN_HALF * scale;
  const middle = clamp(spot.x, wide + 4, width - wide - 4);
  const foot = spot.y - spot.r * 0.42 - TOKEN_HALF * scale * (count > 2 ? 1 : 0.94);
  const top = Math.min(...offsets.map((p) => p[1])) * 66 * scale;
  const y = Math.max(foot, TOKEN_HALF * scale + 2 - top);
  return crowd.map(({ player, cell, place }, i) => ({
    player,
    cell,
    x: middle + offsets[i]![0] * 66 * scale,
    y: y + offsets[i]![1] * 66 * scale,
    scale,
    crowd: count,
    crown: place === 1,
  }));
}

/** Tokens of neighbouring cells give way to each other sidewards, but stay above their own cell. */
function apart(crowds: readonly (readonly Stand[])[]): Stand[] {
  const shift = crowds.map(() => 0);
  for (let round = 0; round < 12; round++) {
    crowds.forEach((one, i) => {
      crowds.slice(i + 1).forEach((other, k) => {
        const j = i + 1 + k;
        const lap = overlapOf(one, other, shift[i]! - shift[j]!);
        shift[i] = clamp(shift[i]! + lap / 2, -ASIDE, ASIDE);
        shift[j] = clamp(shift[j]! - lap / 2, -ASIDE, ASIDE);
      });
    });
  }
  return crowds.flatMap((crowd, i) => crowd.map((stand) => ({ ...stand, x: stand.x + shift[i]! })));
}

/** How far the first crowd must go to the right (or, negative, to the left) to clear the second. */
function overlapOf(one: readonly Stand[], other: readonly Stand[], shift: number): number {
  let most = 0;
  for (const a of one)
    for (const b of other) {
      const want = (a.scale + b.scale) * TOKEN_HALF * 0.94;
      const dx = a.x + shift - b.x;
      const dy = a.y - b.y;
      if (Math.abs(dy) >= want) continue;
      const lap = Math.sqrt(want * want - dy * dy) - Math.abs(dx);
      if (lap > Math.abs(most)) most = dx < 0 ? -lap : lap;
    }
  return most;
}

type Wanted = Omit<Plate, 'box'> & { readonly w: number };

/** Up to two on a cell have a plate each; a larger crowd shares one with the best-placed name and a count. */
function platesOf(crowd: readonly Standing[], stands: readonly Stand[], measure: Measure): Wanted[] {
  const shown = crowd.length <= 2 ? crowd : [crowd.toSorted((a, b) => a.place - b.place)[0]!];
  return shown.map((one) => {
    const own = stands.find((stand) => stand.player === one.player)!;
    const mates = stands.filter((stand) => stand.cell === one.cell);
    const more = shown.length < crowd.length ? crowd.length - 1 : 0;
    const from: Point = more
      ? [mates.reduce((s, m) => s + m.x, 0) / mates.length, Math.min(...mates.map((m) => m.y))]
      : [own.x, own.y];
    const w = Math.min(PLATE.most, measure(one.name) + PLATE.pad) + (more ? PLATE.count : 0);
    return { key: one.player, player: one.player, seat: one.seat, text: one.name, more, from, w };
  });
}

interface Taken {
  readonly stands: readonly Stand[];
  readonly plates: readonly Plate[];
}

/** Steps up and down from the token, the nearest first: a good box found early spares the dear ones their full price. */
const RISES = Array.from({ length: 49 }, (_, i) => -150 + i * 6).toSorted(
  (a, b) => Math.abs(a) - Math.abs(b),
);

/** Spots that a box of this width, placed anywhere around the token, could cover. */
function spotsNear({ spots }: Layout, [x, y]: Point, w: number): Layout['spots'] {
  return spots.filter((spot) => {
    const reach = spot.r + 12;
    return Math.abs(spot.x - x) < w + TOKEN_HALF + 34 + reach && Math.abs(spot.y - y) < 166 + reach;
  });
}

/** The cheapest free box near the token; boxes farther away cost more, covered things cost most. */
function place(layout: Layout, { from, w, player }: Wanted, taken: Taken): Box {
  const own = taken.stands.find((stand) => stand.player === player)!;
  const reach = TOKEN_HALF * own.scale;
  const h = PLATE.height;
  let best: Box = { x: from[0] - w / 2, y: from[1] - reach - h, w, h };
  let least = Infinity;
  const near = { ...taken, spots: spotsNear(layout, from, w) };
  for (const dy of RISES) {
    for (let side = -6; side <= 6; side++) {
      const dx = (side / 6) * (w / 2 + reach + 34);
      const box: Box = { x: from[0] + dx - w / 2, y: from[1] + dy - h / 2, w, h };
      if (box.x < EDGE || box.y < EDGE || box.x + w > layout.width - EDGE || box.y + h > layout.height - EDGE)
        continue;
      const cost = costOf(layout, { box, from, player, least }, near);
      if (cost < least) [least, best] = [cost, box];
    }
  }
  return best;
}

function costOf(
  layout: Layout,
  { box, from, player, least }: { box: Box; from: Point; player: PlayerId; least: number },
  taken: Taken & Pick<Layout, 'spots'>,
): number {
  let cost = toBox(box, from) * 1.4 + Math.abs(box.x + box.w / 2 - from[0]) * 0.12;
  if (box.y + box.h / 2 > from[1] + 8) cost += 14;
  // Only more can come on top.
  if (cost >= least) return cost;
  for (const stand of taken.stands) {
    const gap = toBox(box, [stand.x, stand.y]) - TOKEN_HALF * stand.scale;
    if (gap < 1) cost += 900 - gap * 10;
    if (
      stand.crown &&
      toBox(box, [stand.x, stand.y - CROWN.above * stand.scale]) < CROWN.radius * stand.scale
    )
      cost += 900;
    else if (gap < 7 && stand.player !== player) cost += 12;
  }
  for (const plate of taken.plates) if (overlap(grown(box, 4), plate.box)) cost += 1200;
  if (cost >= least) return cost;
  for (const spot of taken.spots) {
    const gap = toBox(box, [spot.x, spot.y]) - spot.r * 0.92;
    if (gap < 0) cost += 700 - gap * 8;
  }
  for (const name of layout.names) if (overlap(box, name.box)) cost += NAME;
  return cost;
}
