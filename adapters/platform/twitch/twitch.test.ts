import { type Bench, platformSuite } from '../contract.suite.ts';
import type { TwitchOptions } from './options.ts';
import { ALL_SCOPES, BOT, OWNER, rigged, WRITER } from './rig.suite.ts';
import { BOT_SCOPES } from './scopes.ts';
import { startTwitchSimulator, type TwitchSimulator } from './simulator.ts';

async function bench(options: (twitch: TwitchSimulator) => Partial<TwitchOptions>): Promise<Bench> {
  const twitch = await startTwitchSimulator();
  // The suite's broadcaster has the id 1.
  twitch.open({ login: 'streamer', id: '1', name: 'Streamer' });
  twitch.token('owner', { user: 'streamer', scopes: ALL_SCOPES });
  twitch.token('writer', { user: 'msigbot', scopes: Object.keys(BOT_SCOPES) });
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
platformSuite('twitch, by events as the streamer', () => bench(() => ({ account: OWNER })));
platformSuite('twitch, by events with a separate bot', () => bench(() => ({ account: OWNER, bot: WRITER })));
platformSuite('twitch, by IRC while events are refused', () =>
  bench((twitch) => {
    twitch.events.forbid('channel.chat.message');
    return { account: OWNER };
  }),
);
