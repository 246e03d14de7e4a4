/** The moving picture at one time of a script: poses of tokens and short-lived marks. Pure. */

import { clamp, lengths, mix, type Point, pointAlong, polar, TAU } from './layout/geometry.ts';
import { type Layout, legOf } from './layout.ts';
import type { Cue, Place, Script } from './script.ts';
import { TIMES } from './script.ts';
import type { PlayerId } from './types.ts';

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
  readonly look: 'ring' | 'step' | 'emblem' | 'say' | 'ray' | 'shard' | 'flash';
  readonly tone: string;
  readonly text?: string;
  readonly icon?: string;
  /** Width over height, for things seen from the side. */
  readonly squeeze?: number;
}

export interface Frame {
  /** Tokens that are not where they stand. */
  readonly poses: ReadonlyMap<PlayerId, Pose>;
  /** Cells that tokens have reached in scripts which still run. */
  readonly reached: ReadonlyMap<PlayerId, number>;
  readonly marks: readonly Mark[];
}

/** What a frame has to know of the still picture. */
export interface Ground {
  readonly layout: Layout;
  /** Where a player's token is drawn when it rests. */
  readonly rest: (player: PlayerId) => Point;
}

const HOP_LIFT = 26;
/** Emblems stand to the left of the token, words to the right: the plate is above it. */
const BESIDE = { emblem: 58, say: 60, rise: 14 };

export const ease = {
  inOut: (t: number): number => (t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2),
  out: (t: number): number => 1 - (1 - t) ** 3,
  /** Overshoots by a tenth and comes back. */
  back: (t: number): number => 1 + 2.7 * (t - 1) ** 3 + 1.7 * (t - 1) ** 2,
};

/** Where a token stands when it is alone on a cell. */
export function above({ spots }: Layout, cell: number): Point {
  const spot = spots[cell]!;
  return [spot.x, spot.y - spot.r * 0.42 - 34];
}

export function frameOf(script: Script, time: number, ground: Ground): Frame {
  const poses = new Map<PlayerId, Pose>();
  const reached = new Map<PlayerId, number>();
  const marks: Mark[] = [];
  script.cues.forEach((cue, i) => {
    const local = time - cue.at;
    if (cue.is === 'hops' || cue.is === 'fall') {
      if (local >= cue.for) reached.set(cue.player, cue.is === 'fall' ? cue.to : cue.path.at(-1)!);
      else if (local >= 0) poses.set(cue.player, poseOf(cue, local, ground));
      return;
    }
    if (local < 0 || local > cue.for) return;
    const at = (place: Place): Point => spotOf(place, ground, poses);
    marks.push(...marksOf(cue, local, { key: `${script.seq}.${i}`, at, layout: ground.layout }));
  });
  return { poses, reached, marks };
}

function spotOf(place: Place, { layout, rest }: Ground, poses: ReadonlyMap<PlayerId, Pose>): Point {
  if ('cell' in place && !('player' in place))
    return [layout.spots[place.cell]!.x, layout.spots[place.cell]!.y];
  const player = (place as { player: PlayerId }).player;
  const pose = poses.get(player);
  return pose ? [pose.x, pose.y] : rest(player);
}

function poseOf(cue: Extract<Cue, { is: 'hops' | 'fall' }>, local: number, { layout }: Ground): Pose {
  if (cue.is === 'fall') return fallPose(cue, local / cue.for, layout);
  const count = cue.path.length - 1;
  const i = Math.min(count - 1, Math.floor(local / cue.each));
  const k = clamp(local / cue.each - i, 0, 1);
  const [from, to] = [cue.path[i]!, cue.path[i + 1]!];
  const leg = legOf(layout, from, to);
  const sums = lengths(leg);
  const [x, y] = pointAlong(leg, sums, sums.at(-1)! * ease.inOut(k));
  const [a, b] = [layout.spots[from]!, layout.spots[to]!];
  const lift = Math.sin(k * Math.PI) * HOP_LIFT * Math.min(1.5, Math.max(1, sums.at(-1)! / 90));
  const squash = 1 + Math.sin(k * Math.PI) * 0.07;
  return { x, y: y - mix(a.r, b.r, k) * 0.42 - 34 - lift, scale: squash, opacity: 1, turn: 0 };
}

/** Sinks and fades, then rises at the camp. */
function fallPose({ from, to }: { from: number; to: number }, k: number, layout: Layout): Pose {
  const down = k < 0.5;
  const [x, y] = above(layout, down ? from : to);
  const share = down ? k * 2 : 2 - k * 2;
  const sunk = ease.inOut(clamp(share, 0, 1));
  return { x, y: y + sunk * 26, scale: 1 - sunk * 0.4, opacity: 1 - sunk, turn: down ? sunk * 0.5 : 0 };
}

interface Setting {
  readonly key: string;
  readonly at: (place: Place) => Point;
  readonly layout: Layout;
}

function marksOf(cue: Cue, local: number, setting: Setting): Mark[] {
  const t = clamp(local / cue.for, 0, 1);
  switch (cue.is) {
    case 'steps':
      return stepMarks(cue, local, setting);
    case 'ring': {
      const [x, y] = setting.at(cue.place);
      return [
        mark(setting.key, 'ring', { x, y, scale: mix(0.56, 1.56, ease.out(t)), opacity: 1 - t }, cue.tone),
      ];
    }
    case 'burst':
      return burstMarks(cue, t, setting);
    case 'emblem': {
      const [x, y] = setting.at(cue.place);
      const scale = ease.back(clamp(t * 5, 0, 1));
      return [
        {
          ...mark(
            setting.key,
            'emblem',
            { x: x - BESIDE.emblem, y: y - 18 - ease.out(t) * BESIDE.rise, scale, opacity: fade(t) },
            cue.tone,
          ),
          icon: cue.icon,
        },
      ];
    }
    case 'say': {
      const [x, y] = setting.at(cue.place);
      const scale = ease.back(clamp(t * 5, 0, 1));
      return [
        {
          ...mark(
            setting.key,
            'say',
            { x: x + BESIDE.say, y: y - 22 - ease.out(t) * BESIDE.rise, scale, opacity: fade(t) },
            cue.tone,
          ),
          text: cue.text,
        },
      ];
    }
    case 'fly':
      return [flyMark(cue, t, setting)];
    case 'coin': {
      const [x, y] = setting.at({ player: cue.player });
      const spin = Math.cos((1 - ease.out(t)) * TAU * 4);
      const pose = {
        x,
        y: y - 70 - Math.sin(clamp(t * 1.3, 0, 1) * Math.PI) * 46,
        scale: 1.35,
        opacity: fade(t),
      };
      const icon = COIN[(cue.side === 'heads') === spin >= 0 ? 0 : 1]!;
      return [
        {
          ...mark(setting.key, 'emblem', pose, 'gold'),
          key: `${setting.key}${icon}`,
          icon,
          squeeze: Math.max(0.08, Math.abs(spin)),
        },
      ];
    }
    default:
      return [];
  }
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
