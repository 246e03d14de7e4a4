/** `msig verify FILE` */
import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import type { Command } from 'commander';
import { MsigError } from '../errors.ts';
import { ENGINE } from '../host/engine.ts';
import { verify } from '../store/verify.ts';

export function addVerify(program: Command): void {
  program
    .command('verify')
    .description('Check an exported game: its chain of hashes, the commitment, every draw, every decision.')
    .argument('<file>', 'the export, NDJSON')
    .option('--json', 'print the report as JSON')
    .option('--content <dir...>', 'accepted for symmetry; an export carries its own rules')
    .addHelpText(
      'after',
      '\nExit code 0 when everything holds, 1 with the number of the first bad line.\nExample: npx msig verify evening.ndjson',
    )
    .action(async (file: string, { json }: { json?: boolean }) => {
      await access(file).catch((error: Error) => {
        throw new MsigError('FILE_UNREADABLE', { file, detail: error.message }, { cause: error });
      });
      const report = await verify(createReadStream(file), { engine: ENGINE });
      if (!report.ok) process.exitCode = 1;
      if (json) process.stdout.write(`${JSON.stringify(report)}\n`);
      else if (!report.ok) process.stderr.write(`msig: ${file}, line ${report.line}: ${report.reason}\n`);
      else process.stdout.write(`${sentence(report)}\n`);
    });
}

type Good = Extract<Awaited<ReturnType<typeof verify>>, { ok: true }>;

function sentence({ game, lines, ended, ranked, checked }: Good): string {
  const draws =
    checked.draws === null
      ? 'draws not yet checkable: the seeds are secret until the end'
      : `${checked.draws} draws`;
  const decisions =
    checked.decisions === null
      ? 'decided by another engine version, so not decided again'
      : `${checked.decisions} decisions`;
  const kind = ranked ? 'ranked' : 'practice';
  return `ok: game ${game} (${kind}, ${ended ?? 'running'}), ${lines} lines: ${checked.hashes} hashes, ${draws}, ${decisions}`;
}
