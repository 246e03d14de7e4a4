import { type Bench, platformSuite } from '../contract.suite.ts';
import { type RigOptions, rigged } from './rig.suite.ts';

async function bench(options: RigOptions): Promise<Bench> {
  const { kick, adapter, end } = await rigged({ ...options, connect: false });
  return {
    adapter,
    speak: ({ id, user, name, text, broadcaster }) =>
      void kick.say('streamer', broadcaster ? 'streamer' : `user${user}`, text, {
        id,
        name,
        userId: Number(user),
        badges: broadcaster ? ['broadcaster'] : [],
      }),
    written: () => kick.spoken().map((line) => line.text),
    cut: () => kick.cut(4),
    end,
  };
}

platformSuite("kick, with the owner's sign-in", () => bench({}));
platformSuite('kick, with the app alone', () => bench({ as: null }));
platformSuite("kick, with a helper's sign-in", () => bench({ as: 'helper' }));
