/** Reads the command line and runs the subcommand. Whatever stops it is one sentence on stderr and exit code 1. */
import { Command, CommanderError } from 'commander';
import { sentenceOf, VERSION } from '../compose.ts';
import { wantedLang } from '../settings.ts';
import { addBench } from './bench.ts';
import { addPlayer } from './player.ts';
import { addRules } from './rules.ts';
import { addSimulate } from './simulate.ts';
import { addStart } from './start.ts';
import { addVerify } from './verify.ts';

const EXAMPLES = `
Examples:
  npm start                                  a rehearsal: you, practice bots and a small crowd
  npx msig start --twitch somechannel        the commands come from a Twitch chat
  npx msig start --players 4 --bots 4 --fast a whole game without waiting
  npx msig player --gateway http://192.168.1.5:4747 --token T
                                             a player's process on another machine
  npx msig simulate --games 500 --size S --seed t --json
  npx msig verify evening.ndjson             checks an exported game
`;

export async function run(args: readonly string[]): Promise<void> {
  const program = new Command('msig')
    .description('A board game that streamers race together, live, with their chats.')
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show this help')
    .showSuggestionAfterError()
    .addHelpText('after', EXAMPLES)
    .exitOverride();
  for (const add of [addStart, addPlayer, addSimulate, addVerify, addRules, addBench]) add(program);
  for (const command of program.commands) command.showSuggestionAfterError().exitOverride();
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    // Commander has said what was wrong, on stderr.
    if (error instanceof CommanderError) process.exit(error.exitCode);
    process.stderr.write(`msig: ${sentenceOf(error, wantedLang(args))}\n`);
    // Not left to the event loop: a start that failed half-way may have timers.
    process.exit(1);
  }
}
