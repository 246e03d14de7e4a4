/** `msig rules check` */
import type { Command } from 'commander';
import { composeContent } from '../compose.ts';
import { type Counts, countsOf } from '../content/count.ts';
import { ContentError, type Fault, faultLine } from '../content/faults.ts';
import { collect } from './options.ts';

interface Given {
  readonly content?: readonly string[];
  readonly json?: boolean;
}

/** What `--json` prints. `ok` is false as soon as there is one fault or one unused entry. */
export interface RulesReport {
  readonly ok: boolean;
  readonly version: string | null;
  readonly hash: string | null;
  /** Absent while there are faults: what is broken cannot be counted. */
  readonly counts: Counts | null;
  readonly faults: readonly Fault[];
  /** Entries that no game can meet. */
  readonly unused: readonly Fault[];
}

export function addRules(program: Command): void {
  const rules = program.command('rules').description('The content and rules of the game.');
  rules
    .command('check')
    .description('Load the base pack and the layers over it; every fault is listed with file and path.')
    .option('--content <dir>', 'a layer over the base pack; may be repeated', collect)
    .option('--json', 'print JSON: counts by kind, references, translations, unused entries, faults')
    .addHelpText('after', '\nExample: npx msig rules check --content ./my-season')
    .action(async ({ content = [], json }: Given) => {
      const report = json ? await faultsToo(content) : await rulesReport(content);
      process.stdout.write(json ? `${JSON.stringify(report)}\n` : table(report));
      if (!report.ok) process.exitCode = 1;
    });
}

/** @throws MsigError CONTENT_BROKEN with every fault. */
export async function rulesReport(layers: readonly string[]): Promise<RulesReport> {
  const content = await composeContent(layers);
  return {
    ok: content.notes.length === 0,
    version: content.rules.version,
    hash: content.rulesHash,
    counts: countsOf(content),
    faults: [],
    unused: content.notes,
  };
}

/** For programs: broken content is a report as well. */
async function faultsToo(layers: readonly string[]): Promise<RulesReport> {
  return rulesReport(layers).catch((error: unknown) => {
    const cause = error instanceof Error ? error.cause : undefined;
    if (!(cause instanceof ContentError)) throw error;
    const { faults, notes } = cause;
    return { ok: false, version: null, hash: null, counts: null, faults, unused: notes };
  });
}

function table({ version, hash, counts, unused }: RulesReport): string {
  const rows = Object.entries(counts?.kinds ?? {}).map(
    ([kind, { total, byZone }]) =>
      `${kind.padEnd(14)}${String(total).padStart(4)}   ${listed(Object.keys(byZone).length > 1 ? byZone : {})}`,
  );
  const { ru = 0, en = 0 } = counts?.translations ?? {};
  return [
    `rules ${version}, hash ${hash}`,
    ...rows.map((row) => row.trimEnd()),
    `fights            ${listed(counts?.fights ?? {})}`,
    `monsters by tier  ${listed(counts?.templatesByTier ?? {})}`,
    `on sale           ${listed(counts?.market ?? {})}`,
    ...(counts?.short ?? []).map(
      ({ table: of, cell, least, have }) => `short: ${of}, ${cell}: ${have} of ${least}`,
    ),
    `references: ${counts?.references ?? 0} · texts: ru ${ru}, en ${en} · unused: ${unused.length}`,
    ...unused.map((note) => `unused: ${faultLine(note)}`),
    unused.length === 0 ? 'ok' : 'not ok',
    '',
  ].join('\n');
}

function listed(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, count]) => `${name} ${count}`)
    .join(' · ');
}
