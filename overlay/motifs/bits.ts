/** The moving pieces of a motif at a time. Pure: the same motif and time always give the same pieces. */
import type { Motif, Move, Shape } from './motif.ts';

export interface Bit {
  readonly shape: Shape;
  /** From the middle, in radii. */
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  /** Radians. */
  readonly turn: number;
  readonly opacity: number;
  /** 0 to 1: how light its colour is. */
  readonly light: number;
}

/** Milliseconds that a motif lasts, and with reduced motion. */
export const MOTIF_MS = 1_700;

const TAU = Math.PI * 2;
const out = (t: number) => 1 - (1 - t) ** 3;
const clamp = (t: number) => Math.min(1, Math.max(0, t));

interface Path {
  readonly x: number;
  readonly y: number;
  readonly opacity: number;
  readonly scale?: number;
}

interface Piece {
  /** Angle of this piece, and its place in the row, 0 to 1. */
  readonly angle: number;
  readonly share: number;
  /** Time of this piece alone, 0 to 1. */
  readonly t: number;
  /** Its own chance, 0 to 1. */
  readonly own: number;
  readonly motif: Motif;
}

const at = (radius: number, angle: number): { x: number; y: number } => ({
  x: Math.cos(angle) * radius,
  y: Math.sin(angle) * radius,
});
/** In at once, out over the last third. */
const fade = (t: number) => clamp(t * 8) * clamp((1 - t) * 3);

const PATHS: Readonly<Record<Move, (piece: Piece) => Path>> = {
  rise: ({ share, t, own, motif }) => ({
    x: (share - 0.5) * 1.9 + Math.sin(t * 5 + own * 6) * 0.14,
    y: 0.75 - out(t) * (1.2 + own * 0.6) * motif.reach,
    opacity: fade(t),
  }),
  rain: ({ share, t, own, motif }) => ({
    x: (share - 0.5) * 2.1 + motif.spin * 0.1 * t,
    y: -1.15 * motif.reach + t * t * (1.7 + own * 0.5),
    opacity: fade(t),
  }),
  burst: ({ angle, t, own, motif }) => {
    const { x, y } = at(0.3 + out(t) * (0.65 + own * 0.5) * motif.reach, angle);
    return { x, y: y + t * t * 0.35, opacity: fade(t), scale: 1.2 - t * 0.6 };
  },
  orbit: ({ angle, t, motif }) => {
    const turn = angle + t * TAU * Math.sign(motif.spin) * 0.9;
    const { x, y } = at(motif.reach * (0.75 + Math.sin(t * Math.PI) * 0.2), turn);
    return { x, y: y * 0.55, opacity: fade(t), scale: 0.8 + (Math.sin(turn) + 1) * 0.25 };
  },
  spiral: ({ angle, share, t, motif }) => {
    const { x, y } = at(
      motif.reach * (0.15 + out(t)) * (0.45 + share * 0.6),
      angle + t * 4 * Math.sign(motif.spin),
    );
    return { x, y, opacity: fade(t) };
  },
  gather: ({ angle, t, own, motif }) => {
    const { x, y } = at(
      (1 - out(t)) * (1.1 + own * 0.4) * motif.reach + 0.12,
      angle + (1 - t) * motif.spin * 0.6,
    );
    return { x, y, opacity: fade(t), scale: 1.15 - t * 0.4 };
  },
  wave: ({ share, t, motif }) => ({
    x: (share - 0.5) * 2.3 * motif.reach,
    y: Math.sin(share * 7 + t * 9 * Math.sign(motif.spin)) * 0.32 * (1 - t * 0.5),
    opacity: fade(t),
  }),
  bounce: ({ share, t, own, motif }) => ({
    x: (share - 0.5) * 2 * out(t) * motif.reach,
    y: 0.55 - Math.abs(Math.sin((t * 2.4 + own * 0.6) * Math.PI)) * (1 - t) * 1.35,
    opacity: fade(t),
  }),
  sweep: ({ share, t, own, motif }) => {
    const way = Math.sign(motif.spin);
    return {
      x: way * (-1.3 + out(clamp(t * 1.2 - own * 0.2)) * 2.5) * motif.reach,
      y: (share - 0.5) * 1.3,
      opacity: fade(t),
    };
  },
  flicker: ({ angle, t, own, motif }) => {
    const { x, y } = at((0.45 + own * 0.65) * motif.reach, angle);
    // Below three flashes a second, whatever the seed.
    return { x, y, opacity: fade(t) * (0.5 + Math.sin(t * 9 + own * TAU) * 0.5), scale: 0.7 + own * 0.7 };
  },
  sway: ({ share, t, own, motif }) => ({
    x: (share - 0.5) * 1.7 + Math.sin(t * 6 + own * TAU) * 0.3,
    y: -0.95 * motif.reach + t * (1.4 + own * 0.4),
    opacity: fade(t),
  }),
  ring: ({ angle, t, motif }) => {
    const { x, y } = at(motif.reach * (0.55 + out(clamp(t * 2)) * 0.35), angle + t * motif.spin * 0.5);
    return { x, y, opacity: fade(t), scale: 0.6 + out(clamp(t * 3)) * 0.5 };
  },
};

/** All pieces of the motif at a share `t` (0..1) of its time. */
export function bitsOf(motif: Motif, t: number): Bit[] {
  return Array.from({ length: motif.count }, (_, i): Bit => {
    const share = motif.count > 1 ? i / (motif.count - 1) : 0.5;
    const own = ((motif.seed >>> (i % 16)) % 31) / 31;
    const angle = motif.from + (i / motif.count) * TAU;
    const time = clamp((t - own * 0.14) / 0.86);
    const path = PATHS[motif.move]({ angle, share, t: time, own, motif });
    return {
      shape: i % 3 === 2 ? motif.second : motif.shape,
      x: path.x,
      y: path.y,
      scale: (path.scale ?? 1) * (0.8 + own * 0.45),
      turn:
        motif.move === 'burst' || motif.move === 'gather'
          ? angle + time * motif.spin
          : time * motif.spin * TAU * 0.6 + own,
      opacity: path.opacity,
      light: own,
    };
  });
}
