/** `msig player`: a player's process, a child of the host or on the streamer's own machine. */
import type { Command } from 'commander';
import { composePlayer } from '../compose-chats.ts';
import { MsigError } from '../errors.ts';
import { readToken } from '../player/address.ts';
import { whenOrphaned } from '../player/parent.ts';
import { readDoors } from '../player/process.ts';
import { readSettings } from '../settings.ts';
import { collect } from './options.ts';

interface Given {
  readonly gateway: string;
  readonly token?: string;
  readonly platform: string;
  readonly channel?: string;
  readonly chat?: readonly string[];
  readonly settings?: string;
}

/** Lets the last words reach the chat. */
const FAREWELL_MS = 1_000;
const LOOK_MS = 5_000;

export function addPlayer(program: Command): void {
  program
    .command('player')
    .description("A player's process: reads one chat and speaks to the game for one seat.")
    .requiredOption('--gateway <url>', 'address of the game host')
    .option('--token <token>', "the seat's token; or in the variable MSIG_TOKEN, where others cannot read it")
    .option('--platform <platform>', 'local, twitch, youtube, kick or vkvideo', 'local')
    .option('--channel <channel>', 'channel of the platform')
    .option('--chat <platform:channel>', 'a further chat of this seat; may be repeated', collect)
    .option('--settings <file>', 'a settings file of your own')
    .option('--content <dir...>', "accepted for symmetry; texts come from the game's host")
    .addHelpText(
      'after',
      '\nExample: npx msig player --gateway http://192.168.1.5:4747 --token T --platform twitch --channel somechannel',
    )
    .action(async (given: Given) => {
      const settings = readSettings({ ...(given.settings ? { file: given.settings } : {}) });
      const token = given.token ?? settings.token;
      if (!token || !readToken(token)) await reachable(given.gateway);
      if (!token) throw new MsigError('BAD_TOKEN', { detail: 'none was given: --token or MSIG_TOKEN' });
      const end = { close: async () => {} };
      const stop = () => {
        setTimeout(() => process.exit(0), FAREWELL_MS).unref();
        end.close().finally(() => process.exit(0));
      };
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
      whenOrphaned(stop);
      const { gateway, platform, channel = null, chat = [] } = given;
      const running = await composePlayer([{ platform, channel }, ...chat.map(chatOf)], {
        gateway,
        token,
        settings,
        note: (line) => process.stderr.write(`player: ${line}\n`),
        onAlive: () => process.send?.('alive', () => {}),
      });
      end.close = () => running.close();
    });
}

/**
 * A bad token beside a bad address: the address is to be named first, for the token comes from there. With a good token
 * a host that is away is waited for. @throws MsigError BAD_OPTION, GATEWAY_UNREACHABLE
 */
export async function reachable(gateway: string): Promise<void> {
  const { http: url } = readDoors(gateway);
  await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(LOOK_MS) }).catch((error: Error) => {
    const { code } = (error.cause ?? {}) as { code?: unknown };
    const detail = typeof code === 'string' ? code : error.message;
    throw new MsigError('GATEWAY_UNREACHABLE', { url, detail }, { cause: error });
  });
}

/** @throws MsigError BAD_OPTION */
function chatOf(text: string): { readonly platform: string; readonly channel: string } {
  const at = text.indexOf(':');
  if (at > 0 && at < text.length - 1) return { platform: text.slice(0, at), channel: text.slice(at + 1) };
  throw new MsigError('BAD_OPTION', { option: '--chat', value: text, expected: 'platform:channel' });
}
