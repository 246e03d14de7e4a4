import { type Check, fault, ok } from '../check.ts';
import { addressesOf } from './reach.ts';

/** Tokens and webhooks are judged by their time; platforms forgive half a minute at most. */
const MOST_MS = 30_000;

/** Our clock against the dates in the platforms' answers. */
export const clockCheck: Check = {
  name: 'clock',
  run: async (around) => {
    const urls = addressesOf(around).flatMap(([, addresses]) => addresses);
    const answers = await Promise.all(
      urls.filter((url) => url.startsWith('http')).map((url) => around.net.reach(url)),
    );
    const skews = answers
      .flatMap((answer) => (answer.answered && answer.skew !== null ? [answer.skew] : []))
      .sort((a, b) => a - b);
    // The one in the middle: a single server may be wrong itself.
    const skew = skews[Math.floor(skews.length / 2)];
    if (skew === undefined) return [ok('CLOCK_ALONE')];
    const seconds = Math.round(Math.abs(skew) / 1000);
    if (Math.abs(skew) <= MOST_MS) return [ok('CLOCK', { seconds })];
    return [fault(skew > 0 ? 'CLOCK_SLOW' : 'CLOCK_FAST', { seconds })];
  },
};
