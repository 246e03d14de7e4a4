/** `msig rules check` */
import type { Command } from 'commander';
import { composeContent } from '../compose.ts';
import { type Counts, countsOf } from '../content/count.ts';
import { ContentError, type Fault, faultLine } from '../content/faults.ts';
import { wantedLang } from '../settings.ts';
import { collect } from './options.ts';
import { langOption, type ReportLang, wordOf } from './report-words.ts';

interface Given {
  readonly content?: readonly string[];
  readonly json?: boolean;
  readonly lang?: ReportLang;
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
    .addOption(langOption())
    .addHelpText('after', '\nExample: npx msig rules check --content ./my-season')
    .action(async ({ content = [], json, lang = wantedLang([]) }: Given) => {
      const report = json ? await faultsToo(content) : await rulesReport(content);
      process.stdout.write(json ? `${JSON.stringify(report)}\n` : rulesTable(report, lang));
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

const WORDS = {
  ru: {
    head: (version: string | null, hash: string | null) => `правила ${version}, хеш ${hash}`,
    ...{ fights: 'бои', tiers: 'чудовища по ярусам', market: 'в продаже' },
    short: (table: string, cell: string, [have, least]: Share) =>
      `не хватает: ${table}, ${cell}: есть ${have}, нужно ${least}`,
    ends: (references: number, [ru, en]: Share, unused: number) =>
      `ссылок: ${references} · тексты: ru ${ru}, en ${en} · без дела: ${unused}`,
    ...{ unused: 'без дела', good: 'всё в порядке', bad: 'есть недочёты' },
  },
  en: {
    head: (version: string | null, hash: string | null) => `rules ${version}, hash ${hash}`,
    ...{ fights: 'fights', tiers: 'monsters by tier', market: 'on sale' },
    short: (table: string, cell: string, [have, least]: Share) =>
      `short: ${table}, ${cell}: ${have} of ${least}`,
    ends: (references: number, [ru, en]: Share, unused: number) =>
      `references: ${references} · texts: ru ${ru}, en ${en} · unused: ${unused}`,
    ...{ unused: 'unused', good: 'ok', bad: 'not ok' },
  },
} as const;
type Share = readonly [number, number];

const WIDTH = { ru: 20, en: 18 } as const;

/** For people: what there is of each kind, what is short, and what no game can meet. */
export function rulesTable({ version, hash, counts, unused }: RulesReport, lang: ReportLang): string {
  const words = WORDS[lang];
  const rows = Object.entries(counts?.kinds ?? {}).map(
    ([kind, { total, byZone }]) =>
      `${wordOf(kind, lang).padEnd(14)}${String(total).padStart(4)}   ${listed(Object.keys(byZone).length > 1 ? byZone : {})}`,
  );
  const headed = (head: string, of: Readonly<Record<string, number>> = {}) =>
    `${head.padEnd(WIDTH[lang])}${listed(of, lang)}`;
  const { ru = 0, en = 0 } = counts?.translations ?? {};
  return [
    words.head(version, hash),
    ...rows.map((row) => row.trimEnd()),
    headed(words.fights, counts?.fights),
    headed(words.tiers, counts?.templatesByTier),
    headed(words.market, counts?.market),
    ...(counts?.short ?? []).map(({ table, cell, least, have }) =>
      words.short(wordOf(table, lang), cell, [have, least]),
    ),
    words.ends(counts?.references ?? 0, [ru, en], unused.length),
    ...unused.map((note) => `${words.unused}: ${faultLine(note)}`),
    unused.length === 0 ? words.good : words.bad,
    '',
  ].join('\n');
}

function listed(counts: Readonly<Record<string, number>>, lang: ReportLang = 'en'): string {
  return Object.entries(counts)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, count]) => `${wordOf(name, lang)} ${count}`)
    .join(' · ');
}
