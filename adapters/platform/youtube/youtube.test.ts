import { type Bench, platformSuite } from '../contract.suite.ts';
import { CHAT, OWNER, type RigOptions, rigged, studio } from './rig.suite.ts';
import type { YoutubeSimulator } from './simulator.ts';

async function bench(options: (youtube: YoutubeSimulator) => RigOptions): Promise<Bench> {
  const youtube = await studio();
  const { adapter } = await rigged({ youtube, connect: false, ...options(youtube) });
  return {
    adapter,
    speak: ({ id, user, name, text, broadcaster }) =>
      void youtube.say(CHAT, { id: broadcaster ? OWNER : user, name }, text, { id }),
    written: () => youtube.written().map((line) => line.text),
    cut: () => {
      youtube.cut();
      // Who reads page by page has no stream to be cut.
      youtube.fail(1, 'drop', 'GET /youtube/v3/liveChat/messages');
    },
    end: () => youtube.close(),
  };
}

platformSuite('youtube, with the account of the broadcaster', () => bench(() => ({})));
platformSuite('youtube, page by page', () =>
  bench((youtube) => {
    youtube.fail(1_000, 404, 'GET /youtube/v3/liveChat/messages/stream');
    return {};
  }),
);
platformSuite('youtube, with a key alone', () =>
  bench((youtube) => {
    youtube.key('sim-key');
    return { account: undefined, apiKey: 'sim-key', channel: OWNER };
  }),
);
