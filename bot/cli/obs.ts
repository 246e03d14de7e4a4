/** `msig obs setup` puts the game's pages into OBS; `msig obs run` lets the game switch an OBS on this machine. */
import type { Command } from 'commander';
import { runObs } from './obs/run.ts';
import { setupObs } from './obs/setup.ts';
import { collect, number } from './options.ts';

export function addObs(program: Command): void {
  const obs = program.command('obs').description('OBS Studio: scenes with the pages of the game.');
  shared(obs.command('setup'))
    .description('Make or mend the scenes «MSIG …» in the open scene collection; nothing else is touched.')
    .option('--json', 'what was done, as JSON on stdout')
    .addHelpText('after', EXAMPLES)
    .action(setupObs);
  shared(obs.command('run'))
    .description('Switch this OBS by the table obs.rules of the settings, until Ctrl-C.')
    .action(runObs);
  for (const command of obs.commands) command.showSuggestionAfterError().exitOverride();
}

function shared(command: Command): Command {
  return command
    .option('--url <url>', "address of OBS's WebSocket server (default: obs.url, or ws://127.0.0.1:4455)")
    .option('--password <password>', 'its password; or in MSIG_OBS_PASSWORD, where others cannot read it')
    .option(
      '--overlay <link>',
      'a link of the overlay; may be repeated; without a format it stands for full, strip and corner',
      collect,
    )
    .option('--port <n>', 'port of the game on this machine, if it is not the usual one', number)
    .option('--data <dir>', 'its folder of games and keys')
    .option('--lang <lang>', 'language of what is printed: ru or en')
    .option('--settings <file>', 'a settings file of your own');
}

const EXAMPLES = `
Without --overlay the link comes from the game that runs on this machine (npm start).

Examples:
  npx msig obs setup --password abc123
  npx msig obs setup --overlay 'http://127.0.0.1:4747/overlay?game=G&key=K&format=strip&theme=paper'`;
