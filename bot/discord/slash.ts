/** The command list as slash commands, in both languages: made from the same specs that chats are read by. */
import type { SlashCommand, SlashOption } from '../../adapters/platform/discord/contract.ts';
import type { CommandSpec } from '../commands/spec.ts';
import { type Arg, argsOf, OFFERED } from './args.ts';
import { WORDS } from './words.ts';

export function slashCommands(): SlashCommand[] {
  return OFFERED.map((spec) => ({
    name: { ru: spec.names.ru[0]!, en: spec.names.en[0]! },
    description: { ru: doing(spec, 'ru'), en: doing(spec, 'en') },
    options: argsOf(spec).map(option),
  }));
}

function option({ name, required = false, source }: Arg): SlashOption {
  const [ruName, ru] = WORDS.ru.args[name];
  const [enName, en] = WORDS.en.args[name];
  return {
    name: { ru: ruName, en: enName },
    description: { ru, en },
    kind: 'text',
    required,
    suggests: source !== undefined,
  };
}

/** «!бросок — бросить кубики; !бросок +d8 — с кубиком»: the first clause says what it does. */
function doing({ help, id }: CommandSpec, lang: 'ru' | 'en'): string {
  const after = help[lang].split(' — ').slice(1).join(' — ');
  return (after.split('; !')[0] ?? '').trim() || id;
}
