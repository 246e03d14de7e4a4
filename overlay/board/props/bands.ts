/** The stage of a fight as plain geometry: three bands, and where everybody stands. Stage pixels, y downwards. */
import type { Point } from '../layout/geometry.ts';

export const BANDS = ['far', 'mid', 'near'] as const;
export type BandName = (typeof BANDS)[number];

export interface StageBox {
  readonly width: number;
  readonly height: number;
}

/** Where each band begins on the ground line, from the left: far, mid, near, and the end. */
const EDGES = [0, 0.325, 0.63, 1] as const;
/** The borders are arcs about a point beyond the right edge. */
const CENTRE = { x: 1.06, y: 0.62 };
/** Where feet stand, and where the floor begins. */
export const GROUND = 0.85;
export const HORIZON = 0.5;

export function centreOf({ width, height }: StageBox): Point {
  return [width * CENTRE.x, height * CENTRE.y];
}

/** Radii of a band about the centre, the inner one first. */
export function radiiOf({ width }: StageBox, band: BandName): readonly [number, number] {
  const i = BANDS.indexOf(band);
  return [width * (CENTRE.x - EDGES[i + 1]!), width * (CENTRE.x - EDGES[i]!)];
}

const digits = (n: number): string => n.toFixed(1);

/** Height at which an arc meets the stage's upper and lower side, as its x there. */
function arcX(box: StageBox, radius: number, y: number): number {
  const [cx, cy] = centreOf(box);
  return cx - Math.sqrt(Math.max(0, radius ** 2 - (y - cy) ** 2));
}

/** The whole band from top to bottom. */
export function bandShape(box: StageBox, band: BandName): string {
  const [inner, outer] = radiiOf(box, band);
  const { width, height } = box;
  const left =
    band === 'far'
      ? `M0 0V${height}`
      : `M${digits(arcX(box, outer, 0))} 0A${digits(outer)} ${digits(outer)} 0 0 0 ${digits(arcX(box, outer, height))} ${height}`;
  const right =
    band === 'near'
      ? `H${width}V0Z`
      : `H${digits(arcX(box, inner, height))}A${digits(inner)} ${digits(inner)} 0 0 1 ${digits(arcX(box, inner, 0))} 0Z`;
  return left + right;
}

/** Its left border alone. */
export function bandEdge(box: StageBox, band: BandName): string {
  const [, outer] = radiiOf(box, band);
  const { height } = box;
  return `M${digits(arcX(box, outer, 0))} 0A${digits(outer)} ${digits(outer)} 0 0 0 ${digits(arcX(box, outer, height))} ${height}`;
}

export interface Place {
  /** Where the feet are. */
  readonly x: number;
  readonly y: number;
  /** Height there is for the figure. */
  readonly room: number;
}

/** The middle of a band on the ground, and how wide it is there. */
export function spanOf(box: StageBox, band: BandName): { readonly x: number; readonly width: number } {
  const i = BANDS.indexOf(band);
  const y = box.height * GROUND;
  const at = (k: number): number =>
    k === 0 ? 0 : k === 3 ? box.width : arcX(box, box.width * (CENTRE.x - EDGES[k]!), y);
  return { x: (at(i) + at(i + 1)) / 2, width: at(i + 1) - at(i) };
}

/** The player stands in the left part of the band, or in its middle while no foe is there. */
export function placeOfMe(box: StageBox, band: BandName, crowded: boolean): Place {
  const { x, width } = spanOf(box, band);
  return { x: crowded ? x - width * 0.31 : x, y: box.height * (GROUND + 0.015), room: box.height * 0.42 };
}

/** Most foes that stand side by side before the others stand behind them. */
const ROW = 4;
/** Several rows leave the words at the top free, and their own numbers below each. */
const TOP = 0.17;
const TAG = 34;

/** Places of `count` foes in one band, those in front last; `shared`: the player stands there as well. */
export function placesOfFoes(box: StageBox, band: BandName, { count, shared }: Crowd): Place[] {
  const span = spanOf(box, band);
  // Words stand to the left in wide stages; narrow ones need all the room there is.
  const free = count === 1 && band === 'near' && box.width > 600 ? 0.26 : 0.06;
  const from = span.x - span.width / 2 + span.width * (shared ? 0.36 : free);
  const room = span.x + span.width / 2 - span.width * 0.05 - from;
  const rows = Math.ceil(count / ROW);
  const step = (box.height * (GROUND - TOP)) / rows;
  const high = rows > 1 ? step - TAG : box.height * (count === 1 ? 0.76 : 0.66 - count * 0.06);
  return Array.from({ length: count }, (_, i) => {
    const row = Math.floor(i / ROW);
    const inRow = Math.min(ROW, count - row * ROW);
    const place = (i % ROW) + 0.5 + (inRow < ROW || rows === 1 ? 0 : row % 2 ? 0.12 : -0.12);
    const y = box.height * GROUND - (rows - 1 - row) * step;
    const wide = (room / Math.min(count, ROW)) * (count === 1 ? 1.25 : 1.15);
    return { x: from + (place / inRow) * room, y, room: Math.min(high, wide) };
  });
}
export interface Crowd {
  readonly count: number;
  readonly shared: boolean;
}
