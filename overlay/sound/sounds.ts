/** The page's sounds: off unless its address says so, each with a volume of its own, quiet while somebody speaks. */
import type { Sounding, SoundName } from '../link/address.ts';
import { playNotes } from './synth.ts';

export interface Sounds {
  play(name: SoundName): void;
  /** While true, everything is turned down: a voice is speaking. */
  duck(on: boolean): void;
  close(): void;
}

/** How much is left under a voice, and how fast it goes there and back, in seconds. */
const DUCK = { to: 0.18, down: 0.08, up: 0.5 };
/** The same sound again within this many milliseconds would only be louder. */
const APART_MS = 90;

export interface SoundsOptions extends Sounding {
  readonly context?: () => AudioContext;
  readonly clock?: () => number;
}

const SILENT: Sounds = { play: () => {}, duck: () => {}, close: () => {} };

/** The sounds of a page. Nothing is made, and no audio device opened, while they are off. */
export function createSounds(options: SoundsOptions): Sounds {
  if (!options.on || options.volume === 0) return SILENT;
  const clock = options.clock ?? (() => performance.now());
  const context = (options.context ?? (() => new AudioContext()))();
  const master = context.createGain();
  master.gain.value = options.volume;
  master.connect(context.destination);
  const last = new Map<SoundName, number>();
  return {
    play(name) {
      const own = options.each[name] ?? 1;
      const now = clock();
      if (own === 0 || now - (last.get(name) ?? Number.NEGATIVE_INFINITY) < APART_MS) return;
      last.set(name, now);
      // OBS lets pages sound at once; a browser waits for the first press and plays from then on.
      if (context.state === 'suspended') void context.resume();
      const gain = context.createGain();
      gain.gain.value = own;
      gain.connect(master);
      playNotes(context, gain, name);
    },
    duck(on) {
      const { gain } = master;
      gain.cancelScheduledValues(context.currentTime);
      gain.setTargetAtTime(
        options.volume * (on ? DUCK.to : 1),
        context.currentTime,
        on ? DUCK.down : DUCK.up / 3,
      );
    },
    close() {
      void context.close();
    },
  };
}
