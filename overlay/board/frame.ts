/** The moving picture at one time of a script: poses of tokens and short-lived marks. Pure. */

import type { Cue, Place, Script } from './cues.ts';
import { clamp, ease, lengths, mix, type Point, pointAlong } from './layout/geometry.ts';
import { type Layout, legOf } from './layout.ts';
import { type Mark, marksOf, type Pose } from './sparks.ts';
import type { PlayerId } from './types.ts';

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
