/** What a theme has to paint. State, layout and timing know nothing of its looks. */
import type { Layout } from './layout.ts';

export interface Picture {
  /** Small pieces of the ground that light up now and then, moved by the theme's style sheet. */
  readonly shimmer: readonly HTMLElement[];
  /** Names of the zones, each on a bitmap of its own: lines between tokens run under them. */
  readonly names: readonly HTMLElement[];
  /** A fresh bitmap of the ground as it looks with the leader on this cell. */
  lit(leader: number): HTMLCanvasElement;
  /** Only what looks different with the leader on another cell; null when nothing does. */
  relit(from: number, to: number): Patch | null;
}

/** A piece of the ground, in board pixels. */
export interface Patch {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly canvas: HTMLCanvasElement;
}

export type Polarity = 'positive' | 'negative' | 'mixed';
export interface EffectLook {
  readonly id: string;
  readonly polarity: Polarity;
  readonly icon?: string;
}

export type Seal = 'opened' | 'seen' | 'laid';

export interface Theme {
  /** Fonts that must be there before the first picture, as CSS font shorthands. */
  readonly fonts: readonly string[];
  readonly plateFont: string;
  readonly styles: string;
  paint(layout: Layout, scale: number): Picture;
  token(seat: number, scale: number): HTMLCanvasElement;
  crown(scale: number): HTMLCanvasElement;
  badge(effect: EffectLook, scale: number): HTMLCanvasElement;
  /** Name of the silhouette that stands for an effect, on its badge and when it comes or goes. */
  effectIcon(effect: EffectLook): string;
  seal(kind: Seal, scale: number): HTMLCanvasElement;
  /** A flying or flashing silhouette on a small dark disc. */
  emblem(icon: string, tone: 'good' | 'bad' | 'gold', scale: number): HTMLCanvasElement;
  seatColour(seat: number): string;
  /** The window's frame, drawn over and around its edge. */
  frame(width: number, height: number): SVGElement;
  /** Ambient motion: elements in board pixels, moved by the theme's own style sheet. */
  weather(layout: Layout): readonly HTMLElement[];
}
