/**
 * The main track: a serpentine of lanes through the matrix, from the lower left, each step to one of the
 * four neighbours. Lanes keep one free row between them, so that side ways and labels have room.
 */
import type { Draws } from '../chance.ts';
import type { MapSize } from '../rules.ts';
import { between, chanceOf } from './random.ts';

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Exactly `size.cells` spots, or null when this attempt came out too short or too long. */
export function drawTrack(draws: Draws, size: MapSize): readonly Spot[] | null {
  const track: Spot[] = [];
  /** Highest row used so far, by column; rows are counted from the bottom here. */
  const top = new Array<number>(size.width).fill(-2);
  const jogs = between(draws, 18, 46);
  for (let lane = 0; lane < size.lanes; lane += 1) {
    if (!walkLane({ draws, size, lane, jogs, top, track })) return null;
  }
  const spare = track.length - size.cells;
  if (spare < 0 || spare > Math.ceil(size.width / 3)) return null;
  return track.slice(0, size.cells).map(({ x, y }) => ({ x, y: size.height - 1 - y }));
}

interface Lane {
  readonly draws: Draws;
  readonly size: MapSize;
  readonly lane: number;
  /** Percent chance of a step up or down at a column. */
  readonly jogs: number;
  readonly top: number[];
  readonly track: Spot[];
}

function walkLane({ draws, size, lane, jogs, top, track }: Lane): boolean {
  const low = Math.floor((lane * size.height) / size.lanes);
  const high = Math.floor(((lane + 1) * size.height) / size.lanes) - 1;
  const right = lane % 2 === 0;
  const edge = right ? size.width - 1 : 0;
  const last = edge + (right ? -1 : 1) * between(draws, 0, 1);
  const turn = track.at(-1);
  let x = turn?.x ?? between(draws, 0, 1);
  let y = turn ? turn.y : between(draws, low, high - 1);
  if (turn) {
    const goal = between(draws, Math.max(low, turn.y + 2), high);
    while (y < goal) track.push({ x, y: ++y });
  } else track.push({ x, y });
  const floor = [...top];
  while (x !== last) {
    x += right ? 1 : -1;
    const min = Math.max(low, (floor[x] ?? -2) + 2);
    if (min > high) return false;
    if (y < min) return false;
    track.push({ x, y });
    // Not at the end of a lane: the turn goes up from here.
    if (x !== last) y = jog({ draws, jogs, x, y, min, high, track, next: floor[x + (right ? 1 : -1)] ?? -2 });
  }
  for (const spot of track) top[spot.x] = Math.max(top[spot.x] ?? -2, spot.y);
  return true;
}

interface Jog {
  readonly draws: Draws;
  readonly jogs: number;
  readonly x: number;
  readonly y: number;
  readonly min: number;
  readonly high: number;
  readonly track: Spot[];
  /** Highest row of the lane below at the column that comes next. */
  readonly next: number;
}

/** Perhaps one or two steps up or down; always enough to clear the lane below at the next column. */
function jog({ draws, jogs, x, y, min, high, track, next }: Jog): number {
  let goal = y;
  if (chanceOf(draws, jogs)) goal = y + pickStep(draws);
  goal = Math.min(high, Math.max(min, goal, next + 2));
  let at = y;
  while (at !== goal) {
    at += at < goal ? 1 : -1;
    track.push({ x, y: at });
  }
  return goal;
}

function pickStep(draws: Draws): number {
  return [-2, -1, -1, 1, 1, 2][draws.int(6) - 1] ?? 1;
}
