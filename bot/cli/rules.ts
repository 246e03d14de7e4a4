/** `msig rules check` */
import type { Command } from 'commander';
import { composeContent } from '../compose.ts';
import { collect } from './options.ts';

export function addRules(program: Command): void {
  const rules = program.command('rules').description('The content and rules of the game.');
  rules
    .command('check')
    .description('Load the base pack and the layers over it; every fault is listed with file and path.')
    .option('--content <dir>', 'a layer over the base pack; may be repeated', collect)
    .addHelpText('after', '\nExample: npx msig rules check --content ./my-season')
    .action(async ({ content = [] }: { content?: readonly string[] }) => {
      const { rules: loaded, rulesHash } = await composeContent(content);
      const { items, effects, trials } = loaded;
      const count = (kind: object) => Object.keys(kind).length;
      const sum = `${count(items)} items, ${count(effects)} effects, ${count(trials)} trials`;
      process.stdout.write(`ok: rules ${loaded.version}, ${sum}, hash ${rulesHash}\n`);
    });
}
