/**
 * The game's time on this machine. Deadlines in views are the host's milliseconds; a browser's clock may be off,
 * and a rehearsal may run on a virtual clock, so each live moment says how far apart the two are.
 */
export interface Clock {
  now(): number;
  /** A moment with this time has just happened. */
  heard(at: number): void;
  /** A snapshot was last changed at this time, perhaps long ago. */
  atLeast(at: number): void;
}

/** Differences below this are delay on the way, not a wrong clock. */
const NOISE = 1_500;

export function createClock(local: () => number = Date.now): Clock {
  let offset = 0;
  return {
    now: () => local() + offset,
    heard(at) {
      const apart = at - local();
      offset = Math.abs(apart) < NOISE ? 0 : apart;
    },
    atLeast(at) {
      if (at > local() + offset + NOISE) offset = at - local();
    },
  };
}
