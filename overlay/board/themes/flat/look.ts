/** What tells one flat theme from another: colours, type and texture. Painting itself is shared. */
import type { ZoneId } from '../../types.ts';

export interface ZoneLook {
  /** Sheets from the outermost, lowest one inwards. */
  readonly sheets: readonly [string, string, string, string];
  readonly ink: string;
  /** The figures that stand in the zone. */
  readonly figure: { readonly d: string; readonly fill: string; readonly shade: string };
}

export interface FlatLook {
  readonly zones: Readonly<Record<ZoneId, ZoneLook>>;
  readonly shadow: { readonly colour: string; readonly x: number; readonly y: number; readonly blur: number };
  /** Width of a sheet's visible rim, and the line along it. */
  readonly rim: { readonly width: number; readonly line: string; readonly thick: number };
  readonly road: {
    readonly edge: string;
    readonly bed: string;
    readonly ahead: string;
    readonly walked: string;
    readonly side: string;
  };
  readonly medal: { readonly collar: string; readonly line: string; readonly ink: string };
  readonly name: { readonly font: string; readonly stroke: string; readonly spacing: number };
  readonly texture: 'grain' | 'scan';
  readonly fonts: readonly string[];
  readonly plateFont: string;
  readonly plate: string;
  readonly frame: { readonly outer: string; readonly main: string; readonly line: string };
  /** Laid over the style sheet of the moving parts. */
  readonly styles: string;
}

/** Stand-up figures, in a box of 40 around their foot. */
export const FIGURES = {
  fir: 'M0-46L14-22H8L18-4H4V2H-4V-4H-18L-8-22H-14Z',
  shards: 'M-14 2L-18-18L-8-34L-3-12L0-44L9-30L6-10L15-22L17 2Z',
  set: 'M-16 2V-22H-4L-13-41L-10-43L0-25L10-43L13-41L4-22H16V2ZM-11-17V-4H6V-17ZM9-16V-12H13V-16Z',
  flame: 'M0-46Q18-22 14-8Q11 2 0 2Q-13 1-14-10Q-15-20-6-26Q-2-34 0-46Z',
  cloud: 'M-20 2A10 10 0 0 1-17-16A13 13 0 0 1 7-20A11 11 0 0 1 20 2Z',
} as const;
