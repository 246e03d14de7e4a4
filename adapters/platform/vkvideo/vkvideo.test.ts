import { type Bench, platformSuite } from '../contract.suite.ts';
import { ACCOUNT, OWNER, type RigOptions, rigged } from './rig.suite.ts';
import { startVkvideoSimulator, type VkvideoSimulator } from './simulator.ts';

const HELPER = { id: '9', nick: 'MsigBot' };

async function bench(options: (vk: VkvideoSimulator) => RigOptions): Promise<Bench> {
  const simulator = await startVkvideoSimulator();
  const { vk, adapter } = await rigged({ vk: simulator, connect: false, ...options(simulator) });
  return {
    adapter,
    speak: ({ id, user, name, text, broadcaster }) =>
      void vk.say('streamer', broadcaster ? OWNER : { id: user, nick: name }, text, { id }),
    written: () => vk.spoken().map((line) => line.text),
    cut: () => vk.cut(),
    end: () => vk.close(),
  };
}

platformSuite('vkvideo, with the application alone', () => bench(() => ({})));
platformSuite('vkvideo, with the streamer as account', () => bench(() => ({ account: ACCOUNT })));
platformSuite('vkvideo, with another account, renewed on the way', () =>
  bench((vk) => {
    vk.signIn.grant('helper', { person: HELPER, refreshToken: 'helper-again' });
    vk.signIn.expire('helper');
    return { account: { accessToken: 'helper', refreshToken: 'helper-again' } };
  }),
);
