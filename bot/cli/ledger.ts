/** `msig ledger` */
import { type Command, Option } from 'commander';
import { composeContent } from '../compose.ts';
import { sumsOf } from '../ledger/entries.ts';
import { ledgerJson, printedLedger } from '../ledger/print.ts';
import { readLedger } from '../ledger/read.ts';
import type { Source } from '../ledger/source.ts';
import { readSettings } from '../settings.ts';
import type { Settings } from '../settings-table.ts';
import { logOptions, openLogs } from './logs.ts';

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
  const command = program
    .command('ledger')
    .description('Every redemption of a reward: its outcome, and whether the platform has been told.')
    .option('--game <id>', 'one game; otherwise all in which anybody has redeemed')
    .option('--json', 'print the ledger as JSON')
    .addOption(new Option('--lang <lang>', 'language').choices(['ru', 'en']))
    .addHelpText(
      'after',
      '\nBeside a running host the log is read through it; beside a rehearsal it is that of the rehearsal.' +
        '\nExit code 1 when something is owed for over 10 minutes.\nExample: npx msig ledger --json',
    );
  logOptions(command).action(async ({ game, gateway, json, settings: file, ...options }: Given) => {
    const settings = readSettings({ options, ...(file ? { file } : {}) });
    const { source, data } = await openLogs(settings, gateway ?? null);
    try {
      await tell(source, { game: game ?? null, data, json: json === true, settings });
    } finally {
      await source.close();
    }
  });
}

interface Telling {
  readonly game: string | null;
  readonly data: string;
  readonly json: boolean;
  readonly settings: Settings;
}

async function tell(source: Source, { game, data, json, settings }: Telling): Promise<void> {
  const accounts = await readLedger(source, game, data);
  const now = Date.now();
  const { lang } = settings;
  const rewardName = json ? (id: string) => id : await rewardNames(settings);
  const text = json ? `${ledgerJson(accounts, now)}\n` : printedLedger(accounts, { lang, now, rewardName });
  process.stdout.write(text);
  const { overdue } = sumsOf(
    accounts.flatMap(({ entries }) => entries),
    now,
  );
  process.exitCode = overdue > 0 ? 1 : 0;
}

/** By the content of the settings; a pack that does not load any more is no reason to hide the ledger. */
async function rewardNames({ content, lang }: Settings): Promise<(id: string) => string> {
  const texts = await composeContent(content).then(
    (loaded): Readonly<Record<string, { readonly name: string }>> => loaded.texts[lang].rewards,
    () => null,
  );
  return (id) => texts?.[id]?.name ?? id;
}
