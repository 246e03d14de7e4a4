import { type Bench, platformSuite } from '../contract.suite.ts';
import type { TwitchOptions } from './index.ts';
import { BOT, rigged } from './rig.suite.ts';
import { startTwitchSimulator, type TwitchSimulator } from './simulator.ts';

async function bench(options: (twitch: TwitchSimulator) => Partial<TwitchOptions>): Promise<Bench> {
  const twitch = await startTwitchSimulator();
  const { adapter } = await rigged({ twitch, connect: false, ...options(twitch) });
  return {
    adapter,
    speak: ({ id, user, name, text, broadcaster }) =>
      void twitch.say('streamer', { login: broadcaster ? 'streamer' : `user${user}`, id: user, name }, text, {
        id,
      }),
    written: () => twitch.spoken().map((line) => line.text),
    cut: () => twitch.cut(),
    end: () => twitch.close(),
  };
}

platformSuite('twitch, anonymous', () => bench(() => ({})));
platformSuite('twitch, with an account', () => bench(() => ({ account: BOT })));
platformSuite('twitch, over plain TCP', () =>
  bench((twitch) => ({ account: BOT, addresses: { irc: twitch.tcpUrl, auth: twitch.authUrl } })),
);
