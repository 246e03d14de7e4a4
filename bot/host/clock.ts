/** The host's time. The engine never asks for it; tests and fast rehearsals bring their own. */
import type { Millis } from '../engine/state.ts';

export interface Clock {
  now(): Millis;
  /** Calls once after so many milliseconds of this clock; returns the way to call it off. */
  after(ms: number, call: () => void): () => void;
}

/** setTimeout counts in 32 bits; a marathon's deadline may be weeks away. */
const LONGEST = 2 ** 31 - 1;

export function realClock(): Clock {
  return {
    now: () => Date.now(),
    after(ms, call) {
      let timer: NodeJS.Timeout;
      const wait = (left: number) => {
        timer = setTimeout(() => (left > LONGEST ? wait(left - LONGEST) : call()), Math.min(left, LONGEST));
      };
      wait(Math.max(0, ms));
      return () => clearTimeout(timer);
    },
  };
}

export interface VirtualClock extends Clock {
  /** Moves to this time, if it is later, and calls what has become due, in order. */
  jump(to: Millis): void;
  /** When the next call is due, or null. */
  next(): Millis | null;
}

/** A clock that stands still until it is told to jump. */
export function virtualClock(start: Millis): VirtualClock {
  let now = start;
  const due = new Set<{ readonly at: Millis; readonly call: () => void }>();
  const next = () =>
    [...due].reduce<Millis | null>((least, { at }) => (least === null || at < least ? at : least), null);
  return {
    now: () => now,
    after(ms, call) {
      const entry = { at: now + Math.max(0, Math.ceil(ms)), call };
      due.add(entry);
      return () => due.delete(entry);
    },
    next,
    jump(to) {
      for (let at = next(); at !== null && at <= to; at = next()) {
        now = Math.max(now, at);
        for (const entry of [...due].filter((one) => one.at === at)) {
          due.delete(entry);
          entry.call();
        }
      }
      now = Math.max(now, to);
    },
  };
}
