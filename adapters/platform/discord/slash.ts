/** Commands as Discord's API wants them registered. */
import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import type { Both, SlashCommand, SlashOption } from './contract.ts';
import { wellCut } from './words.ts';

const LONGEST_DESCRIPTION = 100;

export function commandBody(command: SlashCommand): RESTPostAPIChatInputApplicationCommandsJSONBody {
  return {
    ...named(command),
    type: 1,
    options: command.options.map(optionBody),
  };
}

function optionBody(option: SlashOption): APIApplicationCommandBasicOption {
  const base = { ...named(option), required: option.required };
  if (option.kind === 'text') {
    return { ...base, type: ApplicationCommandOptionType.String, autocomplete: option.suggests } as const;
  }
  return {
    ...base,
    type: ApplicationCommandOptionType.Integer,
    autocomplete: option.suggests,
    ...(option.min === undefined ? {} : { min_value: option.min }),
    ...(option.max === undefined ? {} : { max_value: option.max }),
  } as APIApplicationCommandBasicOption;
}

/** English is what every locale without a text of its own is shown. */
function named({ name, description }: { readonly name: Both; readonly description: Both }) {
  const said = { ru: short(description.ru), en: short(description.en) };
  return {
    name: name.en,
    name_localizations: { ru: name.ru },
    description: said.en,
    description_localizations: { ru: said.ru },
  };
}

function short(text: string): string {
  return text.length <= LONGEST_DESCRIPTION ? text : `${wellCut(text, LONGEST_DESCRIPTION - 1)}…`;
}
