/** `msig platforms` */
import { type Command, Option } from 'commander';
import { abilitiesJson, abilitiesText } from '../doctor/abilities-table.ts';
import { wantedLang } from '../settings.ts';

export function addPlatforms(program: Command): void {
  program
    .command('platforms')
    .description('What can be done on which platform, without an account and with one.')
    .addOption(new Option('--lang <lang>', 'language').choices(['ru', 'en']))
    .option('--json', 'print the table as JSON')
    .addHelpText('after', '\nExample: npx msig platforms')
    .action(({ json, lang }: { readonly json?: boolean; readonly lang?: 'ru' | 'en' }) => {
      process.stdout.write(json ? `${abilitiesJson()}\n` : abilitiesText(lang ?? wantedLang([])));
    });
}
