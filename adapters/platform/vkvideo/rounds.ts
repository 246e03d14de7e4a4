/** What is looked at at intervals, because the socket promises nothing: the stream, the lost lines, the demands. */
import type { VkvideoTimes } from './options.ts';
import { Watch } from './watch.ts';

export interface RoundsWork {
  readonly look: () => Promise<void>;
  readonly sweep: () => Promise<void>;
  readonly demands: () => Promise<void>;
  readonly failed: (error: unknown) => void;
}

export interface Rounds {
  start(): void;
  /** The stream and the demands may have changed: both are read soon. */
  news(): void;
  stop(): void;
}

/** Signs of news that come together are one: a sixth of the interval is 5 s for the stream. */
const SIGNS = 6;

export function roundsOf(times: VkvideoTimes, { look, sweep, demands, failed }: RoundsWork): Rounds {
  const watch = (read: () => Promise<void>, everyMs: number) =>
    new Watch(read, { everyMs, leastMs: everyMs / SIGNS, failed });
  const stream = watch(look, times.streamMs);
  const lines = watch(sweep, times.sweepMs);
  const waiting = watch(demands, times.demandsMs);
  const news = () => {
    stream.nudge();
    waiting.nudge();
  };
  return {
    start: () => {
      for (const one of [stream, lines, waiting]) one.start();
      news();
    },
    news,
    stop: () => {
      for (const one of [stream, lines, waiting]) one.stop();
    },
  };
}
