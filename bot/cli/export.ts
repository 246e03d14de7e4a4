/** `msig export`: a game as one file, for `msig verify` and for whoever wants to check it. */
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Command, Option } from 'commander';
import { MsigError } from '../errors.ts';
import { knownGame } from '../ledger/read.ts';
import type { Source } from '../ledger/source.ts';
import { readSettings } from '../settings.ts';
import { logOptions, openLogs } from './logs.ts';

interface Given {
  readonly game?: string;
  readonly out?: string;
  readonly gateway?: string;
  readonly settings?: string;
  readonly data?: string;
  readonly port?: number | string;
  readonly log?: string;
  readonly lang?: string;
}

const WORDS = {
  ru: (file: string) => `записано: ${file}; проверить: npx msig verify ${file}`,
  en: (file: string) => `written: ${file}; to check it: npx msig verify ${file}`,
} as const;

export function addExport(program: Command): void {
  const command = program
    .command('export')
    .description('Write a game into one file that msig verify can check: the last game, or the one named.')
    .option('--game <id>', 'which game; otherwise the last one')
    .option('--out <file>', 'where to; otherwise GAME.ndjson here; - for stdout')
    .addOption(new Option('--lang <lang>', 'language').choices(['ru', 'en']))
    .addHelpText(
      'after',
      '\nA game that still runs is written as far as it has come: its dice can be checked when it has ended.' +
        '\nExample: npx msig export --out evening.ndjson',
    );
  logOptions(command).action(async ({ game, out, gateway, settings: file, ...options }: Given) => {
    const settings = readSettings({ options, ...(file ? { file } : {}) });
    const { source, data } = await openLogs(settings, gateway ?? null);
    try {
      const written = await write(source, { game: game ?? null, out: out ?? null, data });
      if (written !== null) process.stderr.write(`msig: ${WORDS[settings.lang](written)}\n`);
    } finally {
      await source.close();
    }
  });
}

/** The file, or null for stdout. @throws MsigError NO_GAMES, NO_SUCH_GAME, FILE_UNWRITABLE */
async function write(
  source: Source,
  { game, out, data }: { game: string | null; out: string | null; data: string },
): Promise<string | null> {
  const games = await source.games();
  const wanted = knownGame(games, game ?? games.at(-1) ?? '', data);
  const lines = source.file(wanted);
  if (out === '-') {
    for await (const line of lines) process.stdout.write(line);
    return null;
  }
  const file = out ?? `${wanted.replace(/[^\w-]/g, '_')}.ndjson`;
  await intoFile(lines, file);
  return file;
}

async function intoFile(lines: AsyncIterable<string | Uint8Array>, file: string): Promise<void> {
  const target = createWriteStream(file);
  let opened = false;
  target.once('open', () => {
    opened = true;
  });
  try {
    await pipeline(Readable.from(lines), target);
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    // Half a game is none.
    if (opened) await rm(file, { force: true });
    if (typeof code !== 'string' || syscall === undefined) throw error;
    throw new MsigError('FILE_UNWRITABLE', { file, detail: code }, { cause: error });
  }
}
