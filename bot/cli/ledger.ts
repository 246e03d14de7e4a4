/** `msig ledger` */
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { sumsOf } from '../ledger/entries.ts';
import { ledgerJson, printedLedger } from '../ledger/print.ts';
import { readLedger } from '../ledger/read.ts';
import { openSource } from '../ledger/source.ts';
import { ROOT, readSettings } from '../settings.ts';
import { number } from './options.ts';

interface Given {
  readonly game?: string;
  readonly gateway?: string;
  readonly json?: boolean;
  readonly settings?: string;
  readonly data?: string;
  readonly port?: number | string;
  readonly log?: string;
  readonly lang?: string;
}

export function addLedger(program: Command): void {
  program
    .command('ledger')
    .description('Every redemption of a reward: its outcome, and whether the platform has been told.')
    .option('--game <id>', 'one game; otherwise all in which anybody has redeemed')
    .option('--data <dir>', 'folder of games and keys')
    .option('--port <n>', 'port of the running host', number)
    .option('--gateway <url>', 'address of the running host, if it is another')
    .addOption(new Option('--log <driver>', 'storage').choices(['sqlite', 'json', 'memory']))
    .addOption(new Option('--lang <lang>', 'language').choices(['ru', 'en']))
    .option('--settings <file>', 'a settings file of your own')
    .option('--json', 'print the ledger as JSON')
    .addHelpText(
      'after',
      '\nBeside a running host the log is read through it; viewers then have pseudonyms.' +
        '\nExit code 1 when something is owed for over 10 minutes.\nExample: npx msig ledger --json',
    )
    .action(async ({ game, gateway, json, settings: file, ...options }: Given) => {
      const { data, log, host, port, lang } = readSettings({ options, ...(file ? { file } : {}) });
      const source = await openSource({
        data: resolve(ROOT, data),
        log,
        host,
        port,
        gateway: gateway ?? null,
      });
      try {
        const accounts = await readLedger(source, game ?? null);
        const now = Date.now();
        process.stdout.write(json ? `${ledgerJson(accounts, now)}\n` : printedLedger(accounts, lang, now));
        const { overdue } = sumsOf(
          accounts.flatMap(({ entries }) => entries),
          now,
        );
        process.exitCode = overdue > 0 ? 1 : 0;
      } finally {
        await source.close();
      }
    });
}
