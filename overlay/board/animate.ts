/**
 * Plays moments: a queue of scripts, up to three of different players at a time, with catch-up when the game runs
 * ahead of the show. The caller owns the clock; nothing here draws.
 */

import type { Cue, Script, Stagecraft } from './cues.ts';
import { type Frame, frameOf, type Ground } from './frame.ts';
import { scriptOf } from './script.ts';
import type { Mark, Pose } from './sparks.ts';
import type { Moment, PlayerId } from './types.ts';

interface Running {
  readonly script: Script;
  /** Milliseconds of the script that have been shown. */
  time: number;
}

interface Waiting {
  readonly moment: Moment;
  /** Milliseconds it will take. */
  readonly long: number;
  readonly actor: PlayerId | null;
}

export interface Playback {
  push(moment: Moment): void;
  /** Goes on by `elapsed` milliseconds and gives the picture of the new time. */
  advance(elapsed: number, ground: Ground): Frame;
  /** Where the token is shown: the last finished script decides. */
  readonly shown: Map<PlayerId, number>;
  readonly busy: boolean;
  /** Who acts in the script that began first. */
  readonly actor: PlayerId | null;
}

export interface PlaybackOptions {
  readonly craft: Omit<Stagecraft, 'cellOf'>;
  /** No motion: results at once. */
  readonly still: () => boolean;
  /** A cue begins; pages roll their dice on it. */
  readonly onCue?: (cue: Cue) => void;
}

/** Scripts that may run side by side. */
const SIDE_BY_SIDE = 3;
/** Backlog in milliseconds from which the show speeds up, and from which it leaves things out. */
const LATE = { hurry: 6000, rush: 12000, skip: 20000 };

/** An empty show. */
export function createPlayback(options: PlaybackOptions): Playback {
  const shown = new Map<PlayerId, number>();
  const craft: Stagecraft = { ...options.craft, cellOf: (player) => shown.get(player) };
  const queue: Waiting[] = [];
  const running: Running[] = [];
  const finish = (script: Script): void => {
    for (const [player, cell] of script.ends) shown.set(player, cell);
  };
  const apply = (moment: Moment): void => finish(scriptOf(moment, craft));
  /** Nothing moves, but dice are still shown by whoever shows them. */
  const atOnce = (moment: Moment): void => {
    const script = scriptOf(moment, craft);
    finish(script);
    for (const cue of script.cues) options.onCue?.(cue);
  };
  return {
    shown,
    push(moment) {
      const { length, actor } = scriptOf(moment, craft);
      queue.push({ moment, long: length, actor });
      if (options.still()) while (queue.length) atOnce(queue.shift()!.moment);
      else skipOld(queue, apply);
    },
    advance(elapsed, ground) {
      const rate = rateOf(backlog(queue) + remaining(running));
      begin({ queue, running, craft, finish });
      for (const one of running) {
        const before = one.time;
        one.time += elapsed * rate;
        if (options.onCue) announce(one, before, options.onCue);
        if (one.time >= one.script.length) finish(one.script);
      }
      const left = running.filter((one) => one.time < one.script.length);
      running.splice(0, running.length, ...left);
      return merge(running.map((one) => frameOf(one.script, one.time, ground)));
    },
    get busy() {
      return queue.length > 0 || running.length > 0;
    },
    get actor() {
      return running[0]?.script.actor ?? null;
    },
  };
}

interface Works {
  readonly queue: Waiting[];
  readonly running: Running[];
  readonly craft: Stagecraft;
  readonly finish: (script: Script) => void;
}

/** Begins what waits, in order, until somebody in it is still busy or enough runs side by side. */
function begin({ queue, running, craft, finish }: Works): void {
  while (queue.length && running.length < SIDE_BY_SIDE) {
    const script = scriptOf(queue[0]!.moment, craft);
    const busy = running.some((one) => [...script.players].some((player) => one.script.players.has(player)));
    if (busy) return;
    queue.shift();
    if (script.length > 0) running.push({ script, time: 0 });
    else finish(script);
  }
}

function announce({ script, time }: Running, before: number, tell: (cue: Cue) => void): void {
  for (const cue of script.cues)
    if (cue.at < time && (cue.at >= before || (before === 0 && cue.at === 0))) tell(cue);
}

function remaining(running: readonly Running[]): number {
  return Math.max(0, ...running.map((one) => one.script.length - one.time));
}

/** Time that the waiting moments will take: one player's follow each other, different players' may overlap. */
function backlog(queue: readonly Waiting[]): number {
  const own = new Map<PlayerId, number>();
  let sum = 0;
  for (const { long, actor } of queue) {
    sum += long;
    if (actor !== null) own.set(actor, (own.get(actor) ?? 0) + long);
  }
  return Math.max(sum / SIDE_BY_SIDE, 0, ...own.values());
}

/** How fast the show runs for a backlog in milliseconds. */
export function rateOf(late: number): number {
  if (late > LATE.rush) return 4;
  return late > LATE.hurry ? 1 + ((late - LATE.hurry) / (LATE.rush - LATE.hurry)) * 2 : 1;
}

/** The oldest moments are not shown at all when the show is hopelessly late; their results are. */
function skipOld(queue: Waiting[], apply: (old: Moment) => void): void {
  while (queue.length > 1 && backlog(queue) > LATE.skip) apply(queue.shift()!.moment);
}

function merge(frames: readonly Frame[]): Frame {
  const poses = new Map<PlayerId, Pose>();
  const reached = new Map<PlayerId, number>();
  const marks: Mark[] = [];
  for (const frame of frames) {
    for (const [player, cell] of frame.reached) reached.set(player, cell);
    for (const [player, pose] of frame.poses) poses.set(player, pose);
    marks.push(...frame.marks);
  }
  return { poses, reached, marks };
}
