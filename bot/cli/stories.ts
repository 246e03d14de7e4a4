/** `msig stories check` */
import type { Command } from 'commander';
import { composeContent } from '../compose.ts';
import { ContentError, type Fault } from '../content/faults.ts';
import type { StoryCounts } from '../content/stories/count.ts';
import { wantedLang } from '../settings.ts';
import { collect } from './options.ts';
import { langOption, type ReportLang } from './report-words.ts';

interface Given {
  readonly content?: readonly string[];
  readonly json?: boolean;
  readonly lang?: ReportLang;
}

/** What `--json` prints. `counts` is null while there are faults. */
export interface StoriesReport {
  readonly ok: boolean;
  readonly counts: StoryCounts | null;
  readonly faults: readonly Fault[];
}

export function addStories(program: Command): void {
  const stories = program.command('stories').description('Scenes that remember: their scripts and words.');
  stories
    .command('check')
    .description('Walk every path of every scene: options, chance, facts; every fault with file and line.')
    .option('--content <dir>', 'a layer over the base pack; may be repeated', collect)
    .option('--json', 'print JSON: counts, facts, faults')
    .addOption(langOption())
    .addHelpText('after', '\nExample: npx msig stories check --content ./my-season')
    .action(async ({ content = [], json, lang = wantedLang([]) }: Given) => {
      const report = json ? await faultsToo(content) : await storiesReport(content);
      process.stdout.write(json ? `${JSON.stringify(report)}\n` : storiesTable(report, lang));
      if (!report.ok) process.exitCode = 1;
    });
}

/** @throws MsigError CONTENT_BROKEN with every fault. */
export async function storiesReport(layers: readonly string[]): Promise<StoriesReport> {
  const { stories } = await composeContent(layers);
  return { ok: true, counts: stories, faults: [] };
}

/** For programs: broken content is a report as well. */
async function faultsToo(layers: readonly string[]): Promise<StoriesReport> {
  return storiesReport(layers).catch((error: unknown) => {
    const cause = error instanceof Error ? error.cause : undefined;
    if (!(cause instanceof ContentError)) throw error;
    return { ok: false, counts: null, faults: cause.faults };
  });
}

const WORDS = {
  ru: {
    bad: 'есть ошибки',
    head: ({ stories, begin, follow }: StoryCounts) =>
      `историй ${stories}: сами начинаются ${begin}, следуют из поступков ${follow}`,
    asks: ({ asks, unspoken }: StoryCounts) =>
      `решают: игрок ${asks.player}, чат ${asks.chat}, любой из них ${asks.either} · без вопроса ${unspoken}`,
    chains: 'цепочек длиной в две зоны',
    walked: ({ paths, sentences }: StoryCounts) =>
      `пройдено путей: ${paths} · фраз: ${sentences} на каждом языке`,
    good: 'всё в порядке',
  },
  en: {
    bad: 'not ok',
    head: ({ stories, begin, follow }: StoryCounts) => `stories ${stories}: ${begin} begin, ${follow} follow`,
    asks: ({ asks, unspoken }: StoryCounts) =>
      `asked: player ${asks.player}, chat ${asks.chat}, either ${asks.either} · unspoken ${unspoken}`,
    chains: 'chains two zones long',
    walked: ({ paths, sentences }: StoryCounts) =>
      `paths walked: ${paths} · sentences: ${sentences} in each language`,
    good: 'ok',
  },
} as const;

/** For people: what the walk has come by, and every fact with its values. */
export function storiesTable({ counts }: StoriesReport, lang: ReportLang): string {
  const words = WORDS[lang];
  if (!counts) return `${words.bad}\n`;
  const { zones, facts, chains } = counts;
  const listed = Object.entries(zones).map(([zone, count]) => `${zone} ${count}`);
  const width = Math.max(0, ...Object.keys(facts).map(({ length }) => length)) + 2;
  return [
    `${words.head(counts)} · ${listed.join(', ')}`,
    words.asks(counts),
    `${words.chains}: ${chains.length} (${chains.join(', ')})`,
    words.walked(counts),
    ...Object.entries(facts).map(([fact, values]) => `${fact.padEnd(width)}${values.join(', ')}`),
    words.good,
    '',
  ].join('\n');
}
