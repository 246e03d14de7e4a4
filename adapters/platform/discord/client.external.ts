/** The library's client, tamed: it cannot throw at the process, and its end is one. */
import { Client, Events, GatewayIntentBits, Options, SimpleShardingStrategy } from 'discord.js';
import { within } from '../shared/within.ts';

export interface ClientOptions {
  readonly token: string;
  /** With `/api` at its end. */
  readonly api: string;
  /** Ask for the texts of messages. */
  readonly texts: boolean;
  readonly callMs: number;
  readonly onError: (error: unknown) => void;
}

export interface Opened {
  readonly client: Client;
  /** Ends all of it. Never rejects. */
  end(): Promise<void>;
}

const END_MS = 2_000;
const WAIT_FOR_GUILDS_MS = 5_000;

export function openClient({ token, api, texts, callMs, onError }: ClientOptions): Opened {
  let ended = false;
  const { Guilds, GuildMessages, MessageContent } = GatewayIntentBits;
  const client = new Client({
    intents: texts ? [Guilds, GuildMessages, MessageContent] : [Guilds],
    // A limit comes back as an error, so that nothing waits in the library longer than we do.
    rest: { api, timeout: callMs, retries: 1, rejectOnRateLimit: () => true },
    waitGuildTimeout: WAIT_FOR_GUILDS_MS,
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0 }),
    ws: {
      buildStrategy: (manager) => {
        guard(manager, onError);
        const { retrieveSessionInfo } = manager.options;
        // Between two attempts a shard sleeps half a second and does not notice that it was ended. It asks for its session
        // before it opens a socket: an ended one is never told.
        manager.options.retrieveSessionInfo = (shard) =>
          ended ? new Promise<never>(() => {}) : retrieveSessionInfo(shard);
        return new SimpleShardingStrategy(manager);
      },
    },
  });
  client.token = token;
  // Without a listener an error of anything, our own handlers included, would end the process (PLATFORMS.md 6).
  client.on(Events.Error, onError);
  client.on(Events.ShardError, onError);
  return {
    client,
    end: async () => {
      ended = true;
      client.removeAllListeners();
      client.on(Events.Error, () => {});
      client.on(Events.ShardError, () => {});
      await within(END_MS, 'Discord', client.destroy()).catch(() => {});
    },
  };
}

/** What carries the gateway's events inside the library. */
interface Carrier {
  emit: (...event: never[]) => boolean;
}

/** The library reads events where nobody awaits it: one that throws there, odd as it may be, would end the process. */
function guard(manager: object, onError: (error: unknown) => void): void {
  const carrier = manager as Carrier;
  const emit = carrier.emit.bind(manager);
  carrier.emit = (...event) => {
    try {
      return emit(...event);
    } catch (error) {
      onError(error);
      return true;
    }
  };
}
