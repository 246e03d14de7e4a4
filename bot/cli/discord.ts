/** `msig discord`: the Discord process of one game, beside the host or on another machine. */
import type { Command } from 'commander';
import { composeDiscord } from '../compose-discord.ts';
import { MsigError } from '../errors.ts';
import { whenOrphaned } from '../player/parent.ts';
import { readSettings } from '../settings.ts';

interface Given {
  readonly gateway: string;
  readonly token?: string;
  readonly channel?: string;
  readonly overlay?: string;
  readonly browser?: string;
  readonly settings?: string;
}

/** Lets the last words reach Discord. */
const FAREWELL_MS = 1_000;
/** The supervisor of the host counts on a sign of life. */
const ALIVE_MS = 1_000;

export function addDiscord(program: Command): void {
  program
    .command('discord')
    .description('The Discord process: slash commands, and what happens in the game told in one channel.')
    .requiredOption('--gateway <url>', 'address of the game host')
    .option('--token <token>', "a token of the role discord, or the referee's; or in the variable MSIG_TOKEN")
    .option('--channel <id>', 'id of the text channel; else the one of the settings')
    .option('--overlay <url>', "the overlay's link; with --browser the board is posted as a picture")
    .option('--browser <file>', 'Chromium, Chrome or Edge, to draw the picture with')
    .option('--settings <file>', 'a settings file of your own')
    .addHelpText(
      'after',
      '\nThe bot itself is in the settings: MSIG_DISCORD_TOKEN, MSIG_DISCORD_GUILD, MSIG_DISCORD_CHANNEL; "npx msig setup" makes them.' +
        '\nExample: npx msig discord --gateway http://127.0.0.1:4747 --token T --browser /usr/bin/chromium --overlay http://127.0.0.1:4747/overlay?…',
    )
    .action(async (given: Given) => {
      const settings = readSettings({ ...(given.settings ? { file: given.settings } : {}) });
      const token = given.token ?? settings.token;
      if (!token) throw new MsigError('BAD_TOKEN', { detail: 'none was given: --token or MSIG_TOKEN' });
      const note = (line: string) => void process.stderr.write(`discord: ${line}\n`);
      const end = { close: async () => {} };
      const stop = () => {
        setTimeout(() => process.exit(0), FAREWELL_MS).unref();
        end.close().finally(() => process.exit(0));
      };
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
      whenOrphaned(stop);
      // The library reads what comes in where nobody can catch it; one odd message must not end the evening.
      process.on('unhandledRejection', (error) =>
        note(error instanceof Error ? error.message : String(error)),
      );
      setInterval(() => process.send?.('alive', () => {}), ALIVE_MS).unref();
      const { gateway, channel = null, overlay = null, browser = null } = given;
      const running = await composeDiscord({ gateway, token, channel, overlay, browser, note }, settings);
      end.close = () => running.close();
    });
}
