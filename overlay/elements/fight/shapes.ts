/** Sizes of the scene: of its own, as a layer over the window of the full page, and on an upright phone. In its own pixels. */
import type { StageBox } from '../../board/props/bands.ts';

export type ShapeName = 'wide' | 'tall' | 'upright';

export interface Shape {
  readonly width: number;
  readonly height: number;
  readonly stage: StageBox;
  readonly frame: ShapeName;
  readonly small: boolean;
  readonly clock: number;
  readonly emblem: number;
}

export const SHAPES: Readonly<Record<ShapeName, Shape>> = {
  wide: {
    width: 1280,
    height: 720,
    stage: { width: 1232, height: 416 },
    frame: 'wide',
    small: false,
    clock: 78,
    emblem: 92,
  },
  tall: {
    width: 1280,
    height: 887,
    stage: { width: 1232, height: 560 },
    frame: 'tall',
    small: false,
    clock: 78,
    emblem: 100,
  },
  upright: {
    width: 400,
    height: 860,
    stage: { width: 364, height: 270 },
    frame: 'upright',
    small: true,
    clock: 64,
    emblem: 58,
  },
};
