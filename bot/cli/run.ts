/** Reads the command line and runs the subcommand. Whatever stops it is one sentence on stderr and exit code 1. */
import { Command, CommanderError } from 'commander';
import { sentenceOf } from '../sentence.ts';
import { wantedLang } from '../settings.ts';
import { VERSION } from '../version.ts';
import { collect } from './options.ts';

const EXAMPLES = `
Examples:
  npm start                                  a practice game: you, practice bots and a small crowd
  npm start -- --rehearse                    a rehearsal: four platforms with streamers and viewers, all simulated
  npx msig start --twitch somechannel        the commands come from a Twitch chat
  npx msig start --players 4 --bots 4 --fast a whole game without waiting
  npx msig player --gateway http://192.168.1.5:4747 --token T
                                             a player's process on another machine
  npx msig simulate --games 500 --size S --seed t --json
  npx msig export --out evening.ndjson       the last game as one file
  npx msig verify evening.ndjson             checks an exported game
`;

type Add = (program: Command) => void;

/** In the order of the help. Each is loaded only when it is asked for: a player's process needs no wizard and no OBS. */
const SUBCOMMANDS: Readonly<Record<string, () => Promise<Add>>> = {
  start: async () => (await import('./start.ts')).addStart,
  setup: async () => (await import('./setup.ts')).addSetup,
  doctor: async () => (await import('./doctor.ts')).addDoctor,
  platforms: async () => (await import('./platforms.ts')).addPlatforms,
  discord: async () => (await import('./discord.ts')).addDiscord,
  player: async () => (await import('./player.ts')).addPlayer,
  simulate: async () => (await import('./simulate.ts')).addSimulate,
  export: async () => (await import('./export.ts')).addExport,
  balance: async () => (await import('./balance.ts')).addBalance,
  verify: async () => (await import('./verify.ts')).addVerify,
  ledger: async () => (await import('./ledger.ts')).addLedger,
  obs: async () => (await import('./obs.ts')).addObs,
  encounter: async () => (await import('./encounter.ts')).addEncounter,
  rules: async () => (await import('./rules.ts')).addRules,
  stories: async () => (await import('./stories.ts')).addStories,
  'rehearse-rules': async () => (await import('./rehearse-rules.ts')).addRehearseRules,
  bench: async () => (await import('./bench.ts')).addBench,
};

/** The command line with the asked subcommand, or with all of them where none of that name is known. */
export async function programFor([asked = '']: readonly string[]): Promise<Command> {
  const program = new Command('msig')
    .description('A board game that streamers race together, live, with their chats.')
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show this help')
    .showSuggestionAfterError()
    .addHelpText('after', EXAMPLES)
    .exitOverride();
  const wanted = Object.hasOwn(SUBCOMMANDS, asked) ? [SUBCOMMANDS[asked]!] : Object.values(SUBCOMMANDS);
  for (const load of wanted) (await load())(program);
  for (const command of program.commands) command.showSuggestionAfterError().exitOverride();
  for (const command of leaves(program)) takeContent(command);
  return program;
}

export async function run(args: readonly string[]): Promise<void> {
  const program = await programFor(args);
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

/** Commands that do something themselves. */
export function leaves(command: Command): readonly Command[] {
  return command.commands.length > 0 ? command.commands.flatMap(leaves) : [command];
}

/** Every command takes layers of content, so that one line of options serves them all. */
function takeContent(command: Command): void {
  if (command.options.some(({ long }) => long === '--content')) return;
  command.option('--content <dir>', 'a layer over the base pack, where this command reads content', collect);
}
