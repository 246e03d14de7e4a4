/** `msig simulate` */
import { type Command, Option } from 'commander';
import { runFights } from '../balance/fights.ts';
import { composeContent } from '../compose.ts';
import { rootFromSeedText } from '../engine/proof.ts';
import type { Rules } from '../engine/rules.ts';
import { MsigError } from '../errors.ts';
import { type SimulateReport, simulate } from '../host/simulate.ts';
import { fightTable } from './fights-table.ts';
import { collect, number } from './options.ts';

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
    .addHelpText(
      'after',
      '\nExample: npx msig simulate --games 500 --size S --seed t --json\n         npx msig simulate --fights 5000',
    )
    .action(async (given: Given) => {
      const { rules } = await composeContent(given.content ?? []);
      if (given.fights !== undefined) return tellFights(rules, given);
      const games = whole('--games', given.games, { min: 1, max: 1_000_000 });
      const onGame = progress(games);
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
      process.stdout.write(given.json ? `${JSON.stringify(report)}\n` : table(report));
    });
}

function tellFights(rules: Rules, given: Given): void {
  const fights = whole('--fights', given.fights ?? 0, { min: 1, max: 10_000_000 });
  const report = runFights({ rules, fights, key: rootFromSeedText(given.seed) });
  process.stdout.write(given.json ? `${JSON.stringify(report)}\n` : fightTable(report));
}

function whole(option: string, value: number | string, { min, max }: { min: number; max: number }): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value;
  throw new MsigError('BAD_OPTION', { option, value, expected: `${min}–${max}` });
}

const TELL_MS = 2_000;

function progress(games: number): (done: number) => void {
  let told = Date.now();
  return (done) => {
    if (Date.now() - told < TELL_MS) return;
    told = Date.now();
    process.stderr.write(`msig: ${done} of ${games} games\n`);
  };
}

function table(report: SimulateReport): string {
  const rows: readonly (readonly [string, string | number])[] = [
    ['games', report.games],
    ['ended', report.ended],
    ...Object.entries(report.winners).map(([seat, wins]) => [`won by seat ${seat}`, wins] as const),
    ['median rolls', report.medianRolls],
    ['median commands', report.medianCommands],
    ['refusals', report.refusals],
  ];
  return rows.map(([name, value]) => `${name.padEnd(18)}${value}\n`).join('');
}
