/** `msig rehearse-rules --game ID --content DIR` */
import { createReadStream, existsSync } from 'node:fs';
import type { Command } from 'commander';
import { composeContent } from '../compose.ts';
import { MsigError } from '../errors.ts';
import { type RehearsalOfRules, rehearseRules } from '../host/rehearse-rules.ts';
import { readSettings } from '../settings.ts';
import { LineFault, linesOf } from '../store/file.ts';
import { logOptions, openLogs } from './logs.ts';
import { collect, number } from './options.ts';

interface Given {
  readonly game: string;
  readonly content?: readonly string[];
  readonly turn?: number | string;
  readonly gateway?: string;
  readonly json?: boolean;
  readonly settings?: string;
  readonly data?: string;
  readonly port?: number | string;
  readonly log?: string;
}

export function addRehearseRules(program: Command): void {
  const command = program
    .command('rehearse-rules')
    .description('Try a change of rules on the log of a game: who would stand where. Nothing is changed.')
    .requiredOption('--game <id>', 'a game of this host, or the file of an export')
    .option('--content <dir>', 'a layer over the base pack; may be repeated', collect)
    .option('--turn <n>', 'the other rules hold from this turn on', number, 1);
  logOptions(command)
    .option('--json', 'print the report as JSON')
    .addHelpText(
      'after',
      '\nThe dice fall as they fell; dice that were never thrown come from an open key of their own.' +
        '\nExample: npx msig rehearse-rules --game evening.ndjson --content ./faster --turn 5',
    )
    .action(async ({ game, content = [], turn = 1, json, ...where }: Given) => {
      if (typeof turn !== 'number' || !Number.isInteger(turn) || turn < 1)
        throw new MsigError('BAD_OPTION', {
          option: '--turn',
          value: String(turn),
          expected: 'a whole number from 1',
        });
      const [{ rules }, lines] = await Promise.all([composeContent(content), logOf(game, where)]);
      const report = tried(game, () => rehearseRules({ lines, rules, turn }));
      process.stdout.write(json ? `${JSON.stringify(report)}\n` : `${printed(report)}\n`);
    });
}

type Where = Omit<Given, 'game' | 'content' | 'turn' | 'json'>;

/** A file of that name comes first: an id never has a point in it. */
async function logOf(game: string, { gateway, settings: file, ...options }: Where): Promise<string[]> {
  if (existsSync(game)) return linesOf(createReadStream(game));
  const { source } = await openLogs(readSettings({ options, ...(file ? { file } : {}) }), gateway ?? null);
  try {
    const all = await source.games();
    if (all.includes(game)) return await linesOf(source.file(game));
    const known =
      all.length > 0
        ? `one of ${all.slice(-5).join(', ')}, or a file`
        : 'the file of an export: no games are here';
    throw new MsigError('BAD_OPTION', { option: '--game', value: game.slice(0, 60), expected: known });
  } finally {
    await source.close();
  }
}

function tried<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof LineFault)) throw error;
    throw new MsigError('BAD_EXPORT', { file, line: error.line, detail: error.message }, { cause: error });
  }
}

const MOST_RULES = 20;
const MOST_REFUSED = 8;

function printed(report: RehearsalOfRules): string {
  const { game, commands, tried: decided, different, firstDifference, refused, rules, players } = report;
  const first = firstDifference === null ? '' : `, the first at line ${firstDifference}`;
  const head = [
    `game ${game}: ${commands} commands, ${decided} decided under the other rules${report.from === null ? ' (their turn never came)' : ''}`,
    `${rules.length} numbers and entries differ${rules.length > 0 ? ':' : ''}`,
    ...rules
      .slice(0, MOST_RULES)
      .map(({ path, was, would }) => `  ${path}: ${String(was)} -> ${String(would)}`),
    ...(rules.length > MOST_RULES ? [`  and ${rules.length - MOST_RULES} more`] : []),
    `${different} commands would end otherwise${first}; ${refused.length} would be refused; ${report.clock} deadlines; ${report.freshDraws} new draws`,
    ...refused
      .slice(0, MOST_REFUSED)
      .map(({ seq, type, player, code }) => `  line ${seq}: ${type} of ${player ?? 'the host'}: ${code}`),
    `status: ${report.status.was} -> ${report.status.would}; winner: ${report.winner.was ?? '-'} -> ${report.winner.would ?? '-'}`,
  ];
  const rows = players.map(({ player, was, would }) => [
    player,
    pair(was.place, would.place),
    pair(was.toFinish, would.toFinish),
    pair(was.rolls, would.rolls),
    pair(was.gold, would.gold),
    pair(was.items, would.items),
  ]);
  return [...head, ...table([['player', 'place', 'to finish', 'rolls', 'gold', 'items'], ...rows])].join(
    '\n',
  );
}

const pair = (was: number, would: number) => (was === would ? String(was) : `${was} -> ${would}`);

function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
}
