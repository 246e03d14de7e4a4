/** `msig balance` */
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { type Command, Option } from 'commander';
import { chart } from '../balance/chart.ts';
import type { Laboratory } from '../balance/plan.ts';
import { replay } from '../balance/replay.ts';
import { type BalanceReport, balance } from '../balance/report.ts';
import { table } from '../balance/table.ts';
import { composeContent } from '../compose.ts';
import { MsigError } from '../errors.ts';
import { collect, number } from './options.ts';

interface Given {
  readonly games: number | string;
  readonly size: 'S' | 'M' | 'L';
  readonly pace: 'session' | 'marathon';
  readonly players: number | string;
  readonly seed: string;
  readonly workers: number | string;
  readonly items: boolean;
  readonly only?: number | string;
  readonly chart?: string;
  readonly json?: boolean;
  readonly content?: readonly string[];
}

export function addBalance(program: Command): void {
  program
    .command('balance')
    .description(
      'The laboratory: many games by practice bots, and whether the game is fair. The same options print the same.',
    )
    .option('--games <n>', 'how many', number, 2000)
    .addOption(new Option('--size <size>', 'size of the map').choices(['S', 'M', 'L']).default('S'))
    .addOption(new Option('--pace <pace>', 'pace').choices(['session', 'marathon']).default('session'))
    .option('--players <n>', 'seats, 4 to 8', number, 6)
    .option('--seed <text>', 'what all chance follows from', 'msig')
    .option('--workers <n>', 'threads; changes nothing but the time', number, availableParallelism())
    .option('--no-items', 'do not measure single things, which is most of the work')
    .option('--only <n>', 'play this one game and tell it, roll by roll', number)
    .option('--chart <file>', 'also draw the report, as SVG')
    .option('--content <dir>', 'a layer of content over the base pack; may be repeated', collect)
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample: npx msig balance --games 2000 --size S --pace session --seed t --json')
    .action(run);
}

async function run(given: Given): Promise<void> {
  const { size, pace, seed, items } = given;
  const players = whole('--players', given.players, { min: 4, max: 8 });
  const games = whole('--games', given.games, { min: 1, max: 1_000_000 });
  const workers = whole('--workers', given.workers, { min: 1, max: 64 });
  const only = given.only === undefined ? null : whole('--only', given.only, { min: 1, max: 10_000_000 });
  const { rules } = await composeContent(given.content ?? []);
  const lab: Laboratory = { rules, size, pace, players, seed };
  if (only !== null) {
    process.stdout.write(replay(lab, only));
    return;
  }
  const bar = progress();
  const report = await balance({ ...lab, games, workers, items, onProgress: bar.tell });
  bar.end();
  const unit = pace === 'marathon' ? 'video games' : 'rolls';
  process.stdout.write(given.json ? `${JSON.stringify(report)}\n` : table(report, unit));
  if (given.chart !== undefined)
    await draw(given.chart, report, { title: `Balance: ${size}, ${pace}, seed ${seed}`, unit });
}

function whole(option: string, value: number | string, { min, max }: { min: number; max: number }): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value;
  throw new MsigError('BAD_OPTION', { option, value, expected: `${min}–${max}` });
}

async function draw(
  file: string,
  report: BalanceReport,
  title: { title: string; unit: string },
): Promise<void> {
  await mkdir(path.dirname(path.resolve(file)), { recursive: true });
  await writeFile(file, chart(report, title));
}

const WIDTH = 30;
const TELL_MS = 250;
/** Where nobody watches a line being redrawn, one is enough now and then. */
const QUIET_MS = 5_000;

/** On stderr, so that what is printed can be read by a program. */
function progress(): { tell: (done: number, of: number) => void; end: () => void } {
  const begin = Date.now();
  const { isTTY } = process.stderr;
  let told = begin;
  const line = (done: number, of: number) => {
    const full = Math.round((WIDTH * done) / of);
    const seconds = Math.round((Date.now() - begin) / 1000);
    return `msig: [${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}] ${done} of ${of} games, ${seconds} s`;
  };
  return {
    tell(done, of) {
      if (Date.now() - told < (isTTY ? TELL_MS : QUIET_MS) && done < of) return;
      told = Date.now();
      process.stderr.write(isTTY ? `\r${line(done, of)}` : `${line(done, of)}\n`);
    },
    end() {
      if (isTTY) process.stderr.write('\n');
    },
  };
}
