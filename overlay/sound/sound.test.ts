import { describe, expect, it, vi } from 'vitest';
import type { Moment } from '../../bot/protocol/views.ts';
import { SOUNDS } from '../link/address.ts';
import { soundsOf } from './cue.ts';
import { createSounds } from './sounds.ts';
import { playNotes } from './synth.ts';

const dice = [{ sides: 4, value: 2 }];
const moment: Moment = {
  seq: 1,
  at: 1,
  events: [
    { type: 'rolled', player: 'p1', dice, bonus: 0, total: 2, spent: [] },
    { type: 'landed', player: 'p1', cell: 3, kind: 'trap' },
    { type: 'trapSprung', player: 'p2', trap: 'x', cell: 3, mark: null },
  ],
};

/** Loudest sample of a sound, rendered without a device. */
async function loudest(name: (typeof SOUNDS)[number]): Promise<number> {
  const context = new OfflineAudioContext(1, 44_100 * 2, 44_100);
  playNotes(context, context.destination, name);
  const rendered = await context.startRendering();
  return Math.max(...rendered.getChannelData(0).map(Math.abs));
}

describe('sounds', () => {
  it.each(SOUNDS)('%s is heard and never clips', async (name) => {
    const peak = await loudest(name);
    expect(peak).toBeGreaterThan(0.02);
    expect(peak).toBeLessThan(1);
  });

  it('lets the dice be heard before what they led to, and one player alone when asked', () => {
    expect(soundsOf(moment)).toEqual([
      { name: 'roll', after: 0 },
      { name: 'land', after: 1_900 },
      { name: 'bad', after: 1_900 },
    ]);
    expect(soundsOf(moment, 'p2')).toEqual([{ name: 'bad', after: 0 }]);
  });

  it('opens no device while off', () => {
    const context = vi.fn();
    createSounds({ on: false, volume: 1, each: {}, context }).play('win');
    createSounds({ on: true, volume: 0, each: {}, context }).play('win');
    expect(context).not.toHaveBeenCalled();
  });

  it('goes down under a voice and comes back, and leaves out what is turned off', async () => {
    const context = new AudioContext();
    const gains: GainNode[] = [];
    const make = context.createGain.bind(context);
    vi.spyOn(context, 'createGain').mockImplementation(() => {
      const gain = make();
      vi.spyOn(gain.gain, 'setTargetAtTime');
      gains.push(gain);
      return gain;
    });
    const sounds = createSounds({ on: true, volume: 0.5, each: { tick: 0 }, context: () => context });
    sounds.play('tick');
    expect(gains).toHaveLength(1);
    sounds.duck(true);
    sounds.duck(false);
    const calls = vi.mocked(gains[0]!.gain.setTargetAtTime).mock.calls.map(([value]) => value);
    expect(calls[0]).toBeCloseTo(0.09);
    expect(calls[1]).toBeCloseTo(0.5);
    sounds.close();
  });
});
