import { type Bench, platformSuite } from '../contract.suite.ts';
import type { ChatMessage, PlatformAdapter } from '../contract.ts';
import { rigged } from './rig.suite.ts';

/** Discord's ids are numbers that hold their time; the suite's are not, so they are changed here on their way in and out. */
async function bench(): Promise<Bench> {
  const { discord, adapter } = await rigged({ connect: false });
  const ids = new Map<string, string>();
  const renamed: PlatformAdapter = Object.create(adapter, {
    onMessage: {
      value: (listener: (message: ChatMessage) => void) =>
        adapter.onMessage((message) => listener({ ...message, id: ids.get(message.id) ?? message.id })),
    },
    // What a class keeps to itself is not found through another object.
    ...Object.fromEntries(
      (['connect', 'send', 'health', 'close'] as const).map((name) => [
        name,
        { value: adapter[name].bind(adapter) },
      ]),
    ),
    can: { get: () => adapter.can },
  });
  return {
    adapter: renamed,
    speak: ({ id, user, name, text, broadcaster }) => {
      const snowflake = discord.world.snowflake();
      ids.set(snowflake, id);
      discord.say({ id: snowflake, user: broadcaster ? discord.world.owner : user, name, text });
    },
    written: () => discord.written(),
    cut: () => discord.gateway.cut(),
    end: () => discord.close(),
  };
}

platformSuite('discord', bench);
