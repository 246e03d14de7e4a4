/** The voice of the board in sound: a few short tones made on the spot, no files. Warm, dry, never loud. */
import type { SoundName } from '../link/address.ts';

interface Note {
  /** Seconds from the beginning. */
  readonly at: number;
  readonly for: number;
  /** Hertz at the beginning and at the end; noise when absent. */
  readonly tone?: readonly [from: number, to: number];
  readonly wave?: OscillatorType;
  /** Peak, 0 to 1. */
  readonly gain: number;
  /** Cut-off of a low-pass, in hertz. */
  readonly soft?: number;
}

const KNOCKS = [0, 0.09, 0.17, 0.29, 0.38, 0.55, 0.68, 0.95, 1.3, 1.62];

/** Each sound as notes. Pitches are of one pentatonic scale, so that two at once are a chord. */
export const SOUND_NOTES: Readonly<Record<SoundName, readonly Note[]>> = {
  // Dice over wood: knocks that come slower and softer.
  roll: KNOCKS.map((at, i) => ({ at, for: 0.06, gain: 0.5 - i * 0.035, soft: 1800 - i * 90 })),
  land: [
    { at: 0, for: 0.22, tone: [196, 130], wave: 'sine', gain: 0.5 },
    { at: 0, for: 0.05, gain: 0.2, soft: 900 },
  ],
  good: [
    { at: 0, for: 0.3, tone: [523, 523], wave: 'triangle', gain: 0.3 },
    { at: 0.1, for: 0.34, tone: [659, 659], wave: 'triangle', gain: 0.3 },
    { at: 0.2, for: 0.55, tone: [784, 784], wave: 'triangle', gain: 0.32 },
  ],
  bad: [
    { at: 0, for: 0.32, tone: [294, 247], wave: 'triangle', gain: 0.34, soft: 1400 },
    { at: 0.2, for: 0.6, tone: [220, 165], wave: 'triangle', gain: 0.34, soft: 1000 },
  ],
  item: [
    { at: 0, for: 0.14, tone: [440, 880], wave: 'sine', gain: 0.28 },
    { at: 0.09, for: 0.3, tone: [880, 1175], wave: 'sine', gain: 0.22 },
  ],
  vote: [
    { at: 0, for: 0.2, tone: [392, 392], wave: 'triangle', gain: 0.3 },
    { at: 0.18, for: 0.34, tone: [587, 587], wave: 'triangle', gain: 0.3 },
  ],
  tick: [{ at: 0, for: 0.05, tone: [1175, 1175], wave: 'sine', gain: 0.16 }],
  win: [523, 659, 784, 1047].flatMap((pitch, i): Note[] => [
    { at: i * 0.16, for: 0.5 + i * 0.12, tone: [pitch, pitch], wave: 'triangle', gain: 0.3 },
    { at: i * 0.16, for: 0.4, tone: [pitch / 2, pitch / 2], wave: 'sine', gain: 0.2 },
  ]),
};

/** One second of noise, the same for all knocks. */
function noiseOf(context: BaseAudioContext): AudioBuffer {
  const buffer = context.createBuffer(1, context.sampleRate, context.sampleRate);
  const data = buffer.getChannelData(0);
  let seed = 0x2545f491;
  for (let i = 0; i < data.length; i++) {
    seed = (Math.imul(seed, 1664525) + 1013904223) | 0;
    data[i] = seed / 0x8000_0000;
  }
  return buffer;
}

const noises = new WeakMap<BaseAudioContext, AudioBuffer>();

function sourceOf(context: BaseAudioContext, note: Note, begin: number): AudioScheduledSourceNode {
  if (!note.tone) {
    const knock = context.createBufferSource();
    const buffer = noises.get(context) ?? noiseOf(context);
    noises.set(context, buffer);
    knock.buffer = buffer;
    return knock;
  }
  const tone = context.createOscillator();
  tone.type = note.wave ?? 'sine';
  tone.frequency.setValueAtTime(note.tone[0], begin);
  tone.frequency.exponentialRampToValueAtTime(note.tone[1], begin + note.for);
  return tone;
}

/** Plays a sound into `out`, beginning now. All nodes end by themselves. */
export function playNotes(context: BaseAudioContext, out: AudioNode, name: SoundName): void {
  for (const note of SOUND_NOTES[name]) {
    const begin = context.currentTime + note.at;
    const gain = context.createGain();
    gain.gain.setValueAtTime(0, begin);
    gain.gain.linearRampToValueAtTime(note.gain, begin + 0.008);
    gain.gain.exponentialRampToValueAtTime(0.0008, begin + note.for);
    const source = sourceOf(context, note, begin);
    if (note.soft) {
      const soft = context.createBiquadFilter();
      soft.type = 'lowpass';
      soft.frequency.value = note.soft;
      source.connect(soft).connect(gain).connect(out);
    } else source.connect(gain).connect(out);
    source.start(begin);
    source.stop(begin + note.for + 0.02);
  }
}
