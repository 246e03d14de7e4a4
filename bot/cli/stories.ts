/** `msig stories check` */
import type { Command } from 'commander';
import { composeContent } from '../compose.ts';
import { ContentError, type Fault } from '../content/faults.ts';
import type { StoryCounts } from '../content/stories/count.ts';
import { collect } from './options.ts';

interface Given {
  readonly content?: readonly string[];
  readonly json?: boolean;
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
    .addHelpText('after', '\nExample: npx msig stories check --content ./my-season')
    .action(async ({ content = [], json }: Given) => {
      const report = json ? await faultsToo(content) : await storiesReport(content);
      process.stdout.write(json ? `${JSON.stringify(report)}\n` : table(report));
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

function table({ counts }: StoriesReport): string {
  if (!counts) return 'not ok\n';
  const { asks, zones, facts } = counts;
  const listed = Object.entries(zones).map(([zone, count]) => `${zone} ${count}`);
  const width = Math.max(0, ...Object.keys(facts).map(({ length }) => length)) + 2;
  return [
    `stories ${counts.stories}: ${counts.begin} begin, ${counts.follow} follow · ${listed.join(', ')}`,
    `asked: player ${asks.player}, chat ${asks.chat}, either ${asks.either} · unspoken ${counts.unspoken}`,
    `chains two zones long: ${counts.chains.length} (${counts.chains.join(', ')})`,
    `paths walked: ${counts.paths} · sentences: ${counts.sentences} in each language`,
    ...Object.entries(facts).map(([fact, values]) => `${fact.padEnd(width)}${values.join(', ')}`),
    'ok',
    '',
  ].join('\n');
}
