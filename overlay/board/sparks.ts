/** Short-lived marks of the moving picture: rings, silhouettes, words, rays, shards. Pure. */

import type { Motif } from '../motifs/motif.ts';
import { type Cue, type Place, TIMES } from './cues.ts';
import { clamp, ease, mix, type Point, polar, TAU } from './layout/geometry.ts';
import type { Layout } from './layout.ts';

export interface Pose {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly opacity: number;
  readonly turn: number;
}

export interface Mark extends Pose {
  /** The same mark keeps its key while it lives. */
  readonly key: string;
  readonly look: 'ring' | 'step' | 'emblem' | 'say' | 'ray' | 'shard' | 'flash' | 'motif';
  readonly tone: string;
  readonly text?: string;
  readonly icon?: string;
  /** What is painted, and at which share of its time. */
  readonly motif?: Motif;
  readonly time?: number;
  /** Width over height, for things seen from the side. */
  readonly squeeze?: number;
}

/** Emblems stand to the left of the token, words to the right: the plate is above it. */
const BESIDE = { emblem: 58, say: 60, rise: 14 };

/** Where the marks of a cue are drawn. */
export interface Setting {
  readonly key: string;
  readonly at: (place: Place) => Point;
  readonly layout: Layout;
}

/** The marks of one cue at a time within it. */
export function marksOf(cue: Cue, local: number, setting: Setting): Mark[] {
  const t = clamp(local / cue.for, 0, 1);
  switch (cue.is) {
    case 'steps':
      return stepMarks(cue, local, setting);
    case 'ring': {
      const [x, y] = setting.at(cue.place);
      const pose = { x, y, scale: mix(0.56, 1.56, ease.out(t)), opacity: 1 - t };
      return [mark(setting.key, 'ring', pose, cue.tone)];
    }
    case 'motif': {
      const [x, y] = setting.at(cue.place);
      const pose = { x, y, scale: 1, opacity: 1 };
      return [{ ...mark(setting.key, 'motif', pose, 'gold'), motif: cue.motif, time: t }];
    }
    case 'burst':
      return burstMarks(cue, t, setting);
    case 'emblem':
      return [{ ...mark(setting.key, 'emblem', beside(cue.place, t, setting), cue.tone), icon: cue.icon }];
    case 'say': {
      const pose = beside(cue.place, t, setting);
      const x = pose.x + BESIDE.emblem + BESIDE.say;
      return [{ ...mark(setting.key, 'say', { ...pose, x }, cue.tone), text: cue.text }];
    }
    case 'fly':
      return [flyMark(cue, t, setting)];
    case 'coin':
      return [coinMark(cue, t, setting)];
    default:
      return [];
  }
}

/** To the left of a token, rising a little while it is there. */
function beside(place: Place, t: number, { at }: Setting): Omit<Pose, 'turn'> {
  const [x, y] = at(place);
  const scale = ease.back(clamp(t * 5, 0, 1));
  return { x: x - BESIDE.emblem, y: y - 20 - ease.out(t) * BESIDE.rise, scale, opacity: fade(t) };
}

/** Spins above the token, seen from the side, and comes to rest on its side. */
function coinMark(cue: Extract<Cue, { is: 'coin' }>, t: number, { key, at }: Setting): Mark {
  const [x, y] = at({ player: cue.player });
  const spin = Math.cos((1 - ease.out(t)) * TAU * 4);
  const rise = 70 + Math.sin(clamp(t * 1.3, 0, 1) * Math.PI) * 46;
  const icon = COIN[(cue.side === 'heads') === spin >= 0 ? 0 : 1]!;
  const pose = { x, y: y - rise, scale: 1.35, opacity: fade(t) };
  return { ...mark(`${key}${icon}`, 'emblem', pose, 'gold'), icon, squeeze: Math.max(0.08, Math.abs(spin)) };
}

function mark(key: string, look: Mark['look'], pose: Omit<Pose, 'turn'>, tone: string): Mark {
  return { key, look, tone, turn: 0, ...pose };
}

/** In at once, out over the last quarter. */
function fade(t: number): number {
  return clamp((1 - t) * 4, 0, 1);
}

/** Rings light up one after another and go out as the token passes. */
function stepMarks(cue: Extract<Cue, { is: 'steps' }>, local: number, { key, layout }: Setting): Mark[] {
  const walk = cue.for - TIMES.stepGap * cue.cells.length - TIMES.step;
  const each = walk / cue.cells.length;
  const begin = Math.min(700, TIMES.stepGap * cue.cells.length);
  return cue.cells.flatMap((cell, i) => {
    const lit = clamp((local - i * TIMES.stepGap) / TIMES.step, 0, 1);
    const gone = clamp((local - begin - (i + 1) * each) / 160, 0, 1);
    const opacity = lit * (1 - gone) * 0.95;
    if (opacity <= 0) return [];
    const { x, y, r } = layout.spots[cell]!;
    return [
      mark(
        `${key}.${i}`,
        'step',
        { x, y, scale: (Math.max(r, 17) + 9) / 29 + (1 - lit) * 0.3, opacity },
        'gold',
      ),
    ];
  });
}

const RAYS = 12;
/** Heads and tails of the coin. */
const COIN = ['sun', 'raven'] as const;

function burstMarks(cue: Extract<Cue, { is: 'burst' }>, t: number, { key, at }: Setting): Mark[] {
  const centre = at(cue.place);
  const flash = mark(
    `${key}.f`,
    'flash',
    { x: centre[0], y: centre[1], scale: 0.6 + ease.out(t) * 0.9, opacity: (1 - t) ** 1.6 },
    cue.tone,
  );
  const pieces = Array.from({ length: RAYS }, (_, i) => {
    const angle = (i / RAYS) * TAU + (cue.shape === 'shard' ? i * 0.7 : 0.2);
    const far =
      cue.shape === 'shard' ? 24 + ease.out(t) * (56 + (i % 3) * 18) : 34 + ease.out(t) * (48 + (i % 2) * 16);
    const [x, y] = polar(far, angle, centre);
    const drop = cue.shape === 'shard' ? t * t * 46 : 0;
    return {
      ...mark(`${key}.${i}`, cue.shape, { x, y: y + drop, scale: 1.1 - t * 0.5, opacity: fade(t) }, cue.tone),
      turn: cue.shape === 'shard' ? t * 7 + i : angle + TAU / 4,
    };
  });
  return [flash, ...pieces];
}

/** A thrown thing flies in an arc and turns once. */
function flyMark(cue: Extract<Cue, { is: 'fly' }>, t: number, { key, at }: Setting): Mark {
  const [from, to] = [at({ player: cue.from }), at(cue.to)];
  const k = ease.inOut(t);
  const arc = Math.sin(k * Math.PI) * Math.min(150, 40 + Math.hypot(to[0] - from[0], to[1] - from[1]) * 0.22);
  const pose = {
    x: mix(from[0], to[0], k),
    y: mix(from[1], to[1], k) - arc,
    scale: 1 + Math.sin(k * Math.PI) * 0.25,
    opacity: fade(t),
  };
  return { ...mark(key, 'emblem', pose, cue.tone), icon: cue.icon, turn: k * TAU };
}
