import { describe, expect, it } from 'vitest';
import { motifOf } from '../motifs/motif.ts';
import { createPlayback, rateOf } from './animate.ts';
import { TIMES } from './cues.ts';
import { sampleBoard } from './dev/sample.ts';
import { sampleMoment, sampleView } from './dev/scene.ts';
import { above, frameOf, type Ground } from './frame.ts';
import { layoutBoard } from './layout.ts';
import { scriptOf } from './script.ts';
import { WORDS } from './texts.ts';
import type { GameEvent, Moment } from './types.ts';

const map = sampleBoard('S', 'animate');
const view = sampleView(map, { players: 8, crowd: 0, lead: 0.6 });
const layout = layoutBoard({ map, words: WORDS.en.zones });
const ground: Ground = {
  layout,
  rest: (player) => above(layout, view.players.find(({ id }) => id === player)!.cell),
};
const craft = {
  motif: (kind: string, id: string) => motifOf(kind, id),
  itemIcon: () => 'swap-bag',
  effect: () => ({ icon: 'flame', tone: 'bad' as const }),
};
const cellOf = (player: string): number => view.players.find(({ id }) => id === player)!.cell;

function moment(events: readonly GameEvent[], seq = 1): Moment {
  return { seq, at: 0, events };
}

function started(still = false) {
  const playback = createPlayback({ craft, still: () => still });
  for (const player of view.players) playback.shown.set(player.id, player.cell);
  return playback;
}

describe('script of a roll', () => {
  const roll = sampleMoment(view, 'p1', 'roll');
  const path = (roll[1] as { path: readonly number[] }).path;
  const script = scriptOf(moment(roll), { ...craft, cellOf });

  it('tumbles the dice first, then walks cell by cell and ends on the last one', () => {
    expect(frameOf(script, TIMES.dice / 2, ground).poses.size).toBe(0);
    const hops = script.cues.find((cue) => cue.is === 'hops')!;
    for (let i = 0; i < path.length - 1; i++) {
      const pose = frameOf(script, hops.at + hops.each * (i + 0.9999), ground).poses.get('p1')!;
      const [x, y] = above(layout, path[i + 1]!);
      expect(Math.hypot(pose.x - x, pose.y - y)).toBeLessThan(1);
    }
    expect(frameOf(script, script.length, ground).reached.get('p1')).toBe(path.at(-1));
    expect(script.ends.get('p1')).toBe(path.at(-1));
  });

  it('takes a path with or without the cell of departure', () => {
    const bare = scriptOf(moment([{ type: 'moved', player: 'p1', path: path.slice(1), why: 'roll' }]), {
      ...craft,
      cellOf,
    });
    const hops = bare.cues.find((cue) => cue.is === 'hops')!;
    expect(hops.path).toEqual(path);
  });

  it('lights the rings of the path and puts them out as the token passes', () => {
    const steps = script.cues.find((cue) => cue.is === 'steps')!;
    const rings = (time: number): number =>
      frameOf(script, time, ground).marks.filter(({ look }) => look === 'step').length;
    expect(rings(steps.at + TIMES.stepGap * 4)).toBeGreaterThan(2);
    expect(rings(script.length)).toBe(0);
  });

  it('is a pure function of time', () => {
    expect(frameOf(script, 3333, ground)).toEqual(frameOf(script, 3333, ground));
  });
});

describe('every kind of moment', () => {
  it('shows something for what is worth seeing, and nothing for bookkeeping', () => {
    for (const kind of ['chest', 'trap', 'item', 'fall', 'coin', 'gate', 'end']) {
      const script = scriptOf(moment(sampleMoment(view, 'p2', kind)), { ...craft, cellOf });
      expect(frameOf(script, script.length / 2, ground).marks.length, kind).toBeGreaterThan(0);
    }
    const quiet = scriptOf(moment([{ type: 'audience', player: 'p1', active: 4 }]), { ...craft, cellOf });
    expect(quiet.length).toBe(0);
  });

  it('carries whoever is knocked out to the camp', () => {
    const script = scriptOf(moment(sampleMoment(view, 'p2', 'fall')), { ...craft, cellOf });
    const fall = script.cues.find((cue) => cue.is === 'fall')!;
    expect(frameOf(script, fall.at + fall.for / 2, ground).poses.get('p2')!.opacity).toBeLessThan(0.05);
    expect(script.ends.get('p2')).toBe(0);
  });
});

describe('playback', () => {
  it('shows different players side by side and one player in order', () => {
    const playback = started();
    const move = (id: string, seq: number): void =>
      playback.push(moment(sampleMoment(view, id, 'move'), seq));
    move('p1', 1);
    move('p2', 2);
    move('p1', 3);
    playback.advance(1500, ground);
    const frame = playback.advance(16, ground);
    expect([...frame.poses.keys()].sort()).toEqual(['p1', 'p2']);
  });

  it('hurries when it is late, and is where the game is in the end', () => {
    expect(rateOf(3000)).toBe(1);
    expect(rateOf(9000)).toBeGreaterThan(1.5);
    const playback = started();
    let cell = cellOf('p1');
    for (let seq = 1; seq <= 60; seq++) {
      const next = map.cells[cell]!.next[0] ?? cell;
      playback.push(moment([{ type: 'moved', player: 'p1', path: [cell, next], why: 'roll' }], seq));
      cell = next;
    }
    let spent = 0;
    while (playback.busy && spent < 60_000) {
      playback.advance(50, ground);
      spent += 50;
    }
    expect(playback.shown.get('p1')).toBe(cell);
    expect(spent).toBeLessThan(24_000);
  });

  it('rests on results when motion is not wanted', () => {
    const playback = started(true);
    const roll = sampleMoment(view, 'p3', 'roll');
    playback.push(moment(roll));
    expect(playback.busy).toBe(false);
    expect(playback.shown.get('p3')).toBe((roll[1] as { path: readonly number[] }).path.at(-1));
  });

  it('tells the page when the dice are due, once', () => {
    const told: string[] = [];
    const playback = createPlayback({ craft, still: () => false, onCue: (cue) => told.push(cue.is) });
    for (const player of view.players) playback.shown.set(player.id, player.cell);
    playback.push(moment(sampleMoment(view, 'p1', 'roll')));
    for (let i = 0; i < 400; i++) playback.advance(16, ground);
    expect(told.filter((is) => is === 'dice')).toHaveLength(1);
  });
});
