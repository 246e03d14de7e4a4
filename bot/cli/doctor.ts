/** `msig doctor` */
import { type Command, Option } from 'commander';
import { asJson, isSound, printed } from '../doctor/print.ts';
import { examine } from '../doctor/run.ts';
import { readSettings, wantedLang } from '../settings.ts';
import { number } from './options.ts';

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
        '\nExit code 0 when nothing is broken, 1 otherwise.\nExample: npx msig doctor',
    )
    .action(async ({ json, settings: file, data, port, lang }: Given) => {
      const options = { data, port, lang };
      const findings = await examine({ options, ...(file ? { file } : {}) });
      const spoken = lang ?? langOf(file, data);
      process.stdout.write(json ? `${asJson(findings, spoken)}\n` : printed(findings, spoken));
      process.exitCode = isSound(findings) ? 0 : 1;
    });
}

/** That of the settings that were looked over; of the others, if those cannot be read. */
function langOf(file: string | undefined, data: string | undefined): 'ru' | 'en' {
  try {
    return readSettings({ options: { data }, ...(file ? { file } : {}) }).lang;
  } catch {
    return wantedLang([]);
  }
}
