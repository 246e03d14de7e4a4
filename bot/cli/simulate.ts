/** `msig simulate` */
import { type Command, Option } from 'commander';
import { runFights } from '../balance/fights.ts';
import { composeContent } from '../compose.ts';
import { rootFromSeedText } from '../engine/proof.ts';
import type { Rules } from '../engine/rules.ts';
import { MsigError } from '../errors.ts';
import { type SimulateReport, simulate } from '../host/simulate.ts';
import { wantedLang } from '../settings.ts';
import { fightTable } from './fights-table.ts';
import { collect, number } from './options.ts';
import { langOption, type ReportLang } from './report-words.ts';

interface Given {
  readonly games: number | string;
  readonly fights?: number | string;
  readonly size: 'S' | 'M' | 'L';
  readonly pace: 'session' | 'marathon';
  readonly players: number | string;
  readonly crowd: number | string;
  readonly seed: string;
  readonly json?: boolean;
  readonly content?: readonly string[];
  readonly lang?: ReportLang;
}

export function addSimulate(program: Command): void {
  program
    .command('simulate')
    .description('Play whole games by practice bots, in memory. The same options print the same.')
    .option('--games <n>', 'how many', number, 100)
    .option('--fights <n>', 'fights instead of games: who wins, by class, skill, reach and monster', number)
    .addOption(new Option('--size <size>', 'size of the map').choices(['S', 'M', 'L']).default('S'))
    .addOption(new Option('--pace <pace>', 'pace').choices(['session', 'marathon']).default('session'))
    .option('--players <n>', 'seats, 4 to 8', number, 4)
    .option('--crowd <n>', 'viewers that vote in each chat', number, 12)
    .option('--seed <text>', 'what all chance follows from', 'msig')
    .option('--content <dir>', 'a layer of content over the base pack; may be repeated', collect)
    .option('--json', 'print JSON')
    .addOption(langOption())
    .addHelpText(
      'after',
      '\nExample: npx msig simulate --games 500 --size S --seed t --json\n         npx msig simulate --fights 5000',
    )
    .action(async (given: Given) => {
      const { rules } = await composeContent(given.content ?? []);
      if (given.fights !== undefined) return tellFights(rules, given);
      const games = whole('--games', given.games, { min: 1, max: 1_000_000 });
      const lang = given.lang ?? wantedLang([]);
      const onGame = progress(games, lang);
      const report = simulate({
        games,
        size: given.size,
        pace: given.pace,
        players: whole('--players', given.players, { min: 4, max: 8 }),
        crowd: whole('--crowd', given.crowd, { min: 0, max: 10_000 }),
        seed: given.seed,
        rules,
        onGame,
      });
      process.stdout.write(given.json ? `${JSON.stringify(report)}\n` : simulateTable(report, lang));
    });
}

function tellFights(rules: Rules, given: Given): void {
  const fights = whole('--fights', given.fights ?? 0, { min: 1, max: 10_000_000 });
  const report = runFights({ rules, fights, key: rootFromSeedText(given.seed) });
  process.stdout.write(
    given.json ? `${JSON.stringify(report)}\n` : fightTable(report, given.lang ?? wantedLang([])),
  );
}

function whole(option: string, value: number | string, { min, max }: { min: number; max: number }): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value;
  throw new MsigError('BAD_OPTION', { option, value, expected: `${min}–${max}` });
}

const TELL_MS = 2_000;

function progress(games: number, lang: ReportLang): (done: number) => void {
  let told = Date.now();
  return (done) => {
    if (Date.now() - told < TELL_MS) return;
    told = Date.now();
    process.stderr.write(`msig: ${WORDS[lang].progress(done, games)}\n`);
  };
}

const WORDS = {
  ru: {
    progress: (done: number, games: number) => `партии: ${done} из ${games}`,
    ...{ games: 'партий', ended: 'доиграно', medianRolls: 'бросков, медиана' },
    ...{ medianCommands: 'команд, медиана', refusals: 'отказов' },
    won: (seat: string) => `победы места ${seat}`,
  },
  en: {
    progress: (done: number, games: number) => `${done} of ${games} games`,
    ...{ games: 'games', ended: 'ended', medianRolls: 'median rolls' },
    ...{ medianCommands: 'median commands', refusals: 'refusals' },
    won: (seat: string) => `won by seat ${seat}`,
  },
} as const;

/** For people: one number a line. */
export function simulateTable(report: SimulateReport, lang: ReportLang): string {
  const words = WORDS[lang];
  const rows: readonly (readonly [string, string | number])[] = [
    [words.games, report.games],
    [words.ended, report.ended],
    ...Object.entries(report.winners).map(([seat, wins]) => [words.won(seat), wins] as const),
    [words.medianRolls, report.medianRolls],
    [words.medianCommands, report.medianCommands],
    [words.refusals, report.refusals],
  ];
  return rows.map(([name, value]) => `${name.padEnd(18)}${value}\n`).join('');
}
