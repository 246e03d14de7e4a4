/** The map as data. Made once by `generate.ts` from (rules, seed, size); never changes during a game. */
import type { CellKind, Size, ZoneId } from '../rules.ts';

export interface Cell {
  /** Index into `Board.cells`. */
  readonly id: number;
  readonly kind: CellKind;
  readonly zone: ZoneId;
  /** Column and row in the matrix. */
  readonly x: number;
  readonly y: number;
  /** Where the track goes on; the first one is the main way. Empty only for the finish. */
  readonly next: readonly number[];
  readonly prev: readonly number[];
  /** Cells left to the finish by the shortest way. */
  readonly toFinish: number;
  /** `main`, or the number of the side way it belongs to. */
  readonly way: 'main' | number;
  /** Sampled at generation and hidden until somebody lands: a trap's id, an object's id. */
  readonly secret?: string;
  /** Where the way goes on from here as well, once the object on this cell is open. */
  readonly passage?: number;
}

export interface Board {
  readonly size: Size;
  readonly width: number;
  readonly height: number;
  readonly cells: readonly Cell[];
  /** Zone of every matrix cell, row by row: `ground[y * width + x]`. */
  readonly ground: readonly ZoneId[];
  readonly start: number;
  readonly finish: number;
  /** Number of cells on the main track, start and finish counted. */
  readonly length: number;
}
