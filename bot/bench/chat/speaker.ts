/** A chat server that talks at a given pace: the simulated Twitch, in a process of its own. */
import { startTwitchSimulator, type TwitchSimulator } from '../../../adapters/platform/twitch/simulator.ts';
import { answer } from '../child.ts';
import { lineOf } from './corpus.ts';

let twitch: TwitchSimulator;
const TICK_MS = 10;
/** Lines that share a frame when many are due at once. */
const MOST_IN_FRAME = 16;

export interface Speech {
  readonly channel: string;
  /** Lines a second. */
  readonly rate: number;
  /** Numbers of the lines: from, up to but without to. */
  readonly from: number;
  readonly to: number;
}

async function speak({ channel, rate, from, to }: Speech): Promise<void> {
  const begin = performance.now();
  for (let next = from; next < to; ) {
    const due = Math.min(to, from + Math.floor(((performance.now() - begin) * rate) / 1000));
    while (next < due) {
      const lines: string[] = [];
      while (next < due && lines.length < MOST_IN_FRAME) {
        lines.push(lineOf(channel, next));
        next += 1;
      }
      twitch.raw(channel, lines.join('\r\n'));
    }
    await new Promise((done) => setTimeout(done, TICK_MS));
  }
}

answer({
  listen: async (channels: readonly string[]) => {
    twitch = await startTwitchSimulator();
    for (const channel of channels) twitch.open(channel);
    return { irc: twitch.ircUrl, api: twitch.apiUrl, auth: twitch.authUrl };
  },
  speak,
});
