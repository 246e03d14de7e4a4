/** `msig doctor` */
import { type Command, Option } from 'commander';
import { asJson, isSound, printed } from '../doctor/print.ts';
import { examine } from '../doctor/run.ts';
import { readSettings, type SettingsInput, wantedLang } from '../settings.ts';
import type { Settings } from '../settings-table.ts';
import { number } from './options.ts';
import { findRunning, runningNote } from './running.ts';

interface Given {
  readonly json?: boolean;
  readonly settings?: string;
  readonly data?: string;
  readonly port?: number | string;
  readonly lang?: 'ru' | 'en';
}

export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description(
      'Look over the set-up: machine, data, ports, clock, platforms, tokens, rights; says what to do.',
    )
    .option('--json', 'print the findings as JSON')
    .option('--data <dir>', 'folder of games and keys')
    .option('--port <n>', 'port of the gateway', number)
    .addOption(new Option('--lang <lang>', 'language').choices(['ru', 'en']))
    .option('--settings <file>', 'a settings file of your own')
    .addHelpText(
      'after',
      '\nOnly looks: renews no token, changes nothing, and may run beside a game. YouTube is asked two or three questions, a unit of its quota each.' +
        '\nBeside a rehearsal it looks at that alone, and asks no platform.' +
        '\nExit code 0 when nothing is broken, 1 otherwise.\nExample: npx msig doctor',
    )
    .action(async ({ json, settings: file, ...options }: Given) => {
      const asked: SettingsInput = { options: { ...options }, ...(file ? { file } : {}) };
      const settings = readable(asked);
      const input = settings ? await ofWhatRuns(settings, asked) : asked;
      const findings = await examine(input);
      const spoken = options.lang ?? settings?.lang ?? wantedLang([]);
      process.stdout.write(json ? `${asJson(findings, spoken)}\n` : printed(findings, spoken));
      process.exitCode = isSound(findings) ? 0 : 1;
    });
}

/** Null if they have faults: the doctor names those itself. */
function readable(input: SettingsInput): Settings | null {
  try {
    return readSettings(input);
  } catch {
    return null;
  }
}

/** A running rehearsal is looked over in its own folder. */
async function ofWhatRuns(settings: Settings, asked: SettingsInput): Promise<SettingsInput> {
  const running = await findRunning(settings);
  const note = runningNote(running, settings);
  if (note) process.stderr.write(`msig: ${note}\n`);
  return running.state === 'rehearsal'
    ? { ...asked, options: { ...asked.options, data: running.data } }
    : asked;
}
