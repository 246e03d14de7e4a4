/**
 * A page's clock in our hands: timers, frames and the time of day go on only when they are told to, so that hours pass
 * in seconds. What comes over the network still comes when it comes.
 */

declare global {
  interface Window {
    /** Lets milliseconds pass, a frame each `step`. */
    msigGo(ms: number, step: number): Promise<void>;
    /** Every socket the page has opened. */
    msigSockets: WebSocket[];
  }
}

/** Runs in the page before its own scripts; holds everything it needs, as it is sent there as text. */
export function takeTime(): void {
  interface Timer {
    at: number;
    readonly every: number | null;
    readonly run: () => void;
  }
  const start = Date.now();
  let now = 0;
  let ids = 0;
  const timers = new Map<number, Timer>();
  let frames = new Map<number, FrameRequestCallback>();
  const later =
    (every: boolean) =>
    (run: TimerHandler, ms?: number, ...args: unknown[]) => {
      const wait = Math.max(every ? 1 : 0, Number(ms) || 0);
      timers.set(++ids, {
        at: now + wait,
        every: every ? wait : null,
        run: () => typeof run === 'function' && run(...args),
      });
      return ids;
    };
  const forget = (id?: number) => void timers.delete(Number(id));
  const fire = () => {
    const due = [...timers].filter(([, { at }]) => at <= now).sort(([, a], [, b]) => a.at - b.at);
    for (const [id, timer] of due) {
      if (!timers.has(id)) continue;
      if (timer.every === null) timers.delete(id);
      else timer.at += timer.every;
      timer.run();
    }
  };
  Object.assign(window, {
    setTimeout: later(false),
    setInterval: later(true),
    clearTimeout: forget,
    clearInterval: forget,
    requestAnimationFrame: (run: FrameRequestCallback) => {
      frames.set(++ids, run);
      return ids;
    },
    cancelAnimationFrame: (id: number) => void frames.delete(id),
    async msigGo(ms: number, step: number) {
      for (const end = now + ms; now < end; ) {
        now += step;
        fire();
        const drawn = frames;
        frames = new Map();
        for (const run of drawn.values()) run(now);
        // What was promised meanwhile happens before the next frame.
        await null;
        await null;
      }
    },
  });
  performance.now = () => now;
  Date.now = () => start + Math.round(now);
  const Real = window.WebSocket;
  window.msigSockets = [];
  window.WebSocket = class extends Real {
    constructor(url: string | URL) {
      super(url);
      window.msigSockets.push(this);
    }
  };
}
