/** Joins a page's moments to its sounds. */
import type { Session } from '../link/session.ts';
import { soundsOf } from './cue.ts';
import { createSounds, type Sounds } from './sounds.ts';

/** Seconds before the end of a question at which the clock is heard. */
const TICKS = 5;

declare global {
  interface WindowEventMap {
    /** Whoever speaks says so: `dispatchEvent(new CustomEvent('msig-duck', { detail: true }))`, and `false` when done. */
    'msig-duck': CustomEvent<boolean>;
  }
}

/** Starts to listen; with sounds off it costs nothing. */
export function listen({ address, face }: Pick<Session, 'address' | 'face'>): Sounds {
  const sounds = createSounds(address.sound);
  if (!address.sound.on) return sounds;
  face.views.onMoments((moments) => {
    for (const moment of moments) {
      for (const { name, after } of soundsOf(moment, address.player))
        setTimeout(() => sounds.play(name), after);
    }
  });
  addEventListener('msig-duck', (event) => sounds.duck(event.detail === true));
  setInterval(() => {
    const now = face.clock.now();
    const polls = face.views.get('board')?.polls ?? [];
    const near = polls.some(({ closes, player }) => {
      const left = closes - now;
      return left > 0 && left < TICKS * 1000 && (!address.player || player === address.player);
    });
    if (near) sounds.play('tick');
  }, 1_000);
  return sounds;
}
