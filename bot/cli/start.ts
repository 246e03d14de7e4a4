/** `msig start`: a host with its game, until Ctrl-C. */
import { type Command, Option } from 'commander';
import { composeHost, type HostParts } from '../compose.ts';
import { composeStage } from '../compose-stage.ts';
import { whenOrphaned } from '../player/parent.ts';
import { sentenceOf } from '../sentence.ts';
import { isLaunched, readSettings, type SettingsInput } from '../settings.ts';
import type { Settings } from '../settings-table.ts';
import { startHostStage } from './obs/stage.ts';
import { collect, number } from './options.ts';
import { listen } from './start/listen.ts';
import { tellReady } from './start/ready.ts';
import { type Rehearsal, startRehearsal } from './start/rehearsal.ts';
import { stopOnce } from './start/stop.ts';
import { WORDS } from './start/words.ts';

type Given = Readonly<Record<string, unknown>> & {
  readonly new?: boolean;
  readonly json?: boolean;
  readonly rehearse?: boolean;
  readonly settings?: string;
};

export function addStart(program: Command): void {
  program
    .command('start')
    .description(
      'Start a host: a game to practise or an evening, its player processes, the pages. Continues the game of last time.',
    )
    .option('--port <n>', 'port of the gateway; 0 takes any free one', number)
    .option('--host <address>', 'address to listen on; anything but 127.0.0.1 is open to others')
    .option('--data <dir>', 'folder of games and keys')
    .addOption(new Option('--log <driver>', 'storage').choices(['sqlite', 'json', 'memory']))
    .addOption(new Option('--lang <lang>', 'language').choices(['ru', 'en']))
    .option('--seed <text>', 'map and dice follow from it; a practice game')
    .addOption(new Option('--size <size>', 'size of the map').choices(['S', 'M', 'L']))
    .addOption(new Option('--pace <pace>', 'an evening, or weeks').choices(['session', 'marathon']))
    .option('--players <n>', 'seats, 4 to 8', number)
    .option('--bots <n>', 'practice bots among them; as many as players: nobody plays', number)
    .option('--crowd <n>', 'made-up viewers of each chat', number)
    .option('--fast', 'no waiting for show; without a person the clock jumps')
    .option('--rehearse', 'everything outside simulated: four platforms with streamers and viewers who play')
    .option('--twitch <channel>', 'the first seat is played from this Twitch chat; no account needed')
    .option('--content <dir>', 'a layer of content over the base pack; may be repeated', collect)
    .option('--settings <file>', 'a settings file of your own')
    .option('--new', 'a new game instead of the one of last time')
    .option('--json', 'the ready line as JSON, with the admin token')
    .addHelpText(
      'after',
      '\nExamples:\n  npm start\n  npm start -- --port 8080 --lang en\n  npm start -- --rehearse\n  npm start -- --players 4 --bots 4 --fast --seed t --json',
    )
    .action((given: Given) => start(given));
}

async function start(given: Given): Promise<void> {
  const { new: fresh = false, json = false, settings: file, twitch, rehearse = false, ...options } = given;
  const usual: SettingsInput = {
    options: { ...options, 'twitch.channel': twitch },
    ...(file ? { file } : {}),
  };
  const stage = rehearse ? await composeStage(usual) : null;
  const settings = stage?.settings ?? readSettings(usual);
  const words = WORDS[settings.lang];
  const note = (line: string) => process.stderr.write(`msig: ${line}\n`);
  const running: Running = { parts: null, rehearsal: null, obs: null };
  const stop = stopOnce(
    async () => {
      note(words.stopping);
      await running.obs?.close();
      await running.rehearsal?.stop();
      await stage?.close();
      await running.parts?.close();
    },
    (error) => sentenceOf(error, settings.lang),
  );
  if (isLaunched()) whenOrphaned(stop.now);
  note(words.opening);
  const parts = await composeHost(settings);
  running.parts = parts;
  try {
    const url = await open(parts, settings, note);
    const rehearsal = await startRehearsal({ parts, url, fresh, words, note, stage });
    running.rehearsal = rehearsal;
    const { game, overlay } = rehearsal;
    running.obs = startHostStage({ settings, game, overlay, note });
    await tellReady({ parts, game, url, json, words, note });
  } catch (error) {
    await stop.quietly();
    throw error;
  }
}

interface Running {
  parts: HostParts | null;
  rehearsal: Rehearsal | null;
  obs: ReturnType<typeof startHostStage>;
}

async function open(parts: HostParts, settings: Settings, note: (line: string) => void): Promise<string> {
  const words = WORDS[settings.lang];
  note(words.durable[parts.driver.durability]);
  const url = await listen(parts.gateway.app, settings);
  if (settings.host !== '127.0.0.1') note(words.open(settings.host));
  return url;
}
