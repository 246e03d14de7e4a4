/** The library's interactions → ours. */
import {
  ApplicationCommandOptionType,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type CommandInteractionOption,
  type Interaction as Theirs,
} from 'discord.js';
import { Acknowledgement, type AcknowledgementOptions } from './acknowledgement.ts';
import type { Interaction, OptionValues } from './contract.ts';

export interface Around extends Pick<AcknowledgementOptions, 'deferMs' | 'callMs' | 'refused'> {
  /** The server of the game; null for any. */
  readonly guild: string | null;
}

/** Null for kinds that we never made. Commands and buttons are being watched from here on: they put themselves off. */
export function readInteraction(theirs: Theirs, { guild, ...around }: Around): Interaction | null {
  const { id, token, applicationId: application, user, member, locale, guildId } = theirs;
  const shown = member && 'displayName' in member ? member.displayName : user.displayName;
  const home = guildId !== null && (guild === null || guild === guildId);
  const called = { id, user: user.id, name: shown, locale: String(locale), home };
  const ack = new Acknowledgement({ id, token, application, rest: theirs.client.rest, ...around });
  if (theirs.isAutocomplete())
    return { kind: 'suggest', ...called, ...typed(theirs), suggest: (list) => ack.suggest(list) };
  const answers = {
    answer: ack.answer.bind(ack),
    defer: ack.defer.bind(ack),
    putOff: ack.putOff.bind(ack),
    edit: ack.edit.bind(ack),
  };
  if (theirs.isChatInputCommand()) {
    ack.watch();
    return { kind: 'command', ...called, command: theirs.commandName, options: valuesOf(theirs), ...answers };
  }
  if (theirs.isButton()) {
    ack.watch();
    return { kind: 'button', ...called, button: theirs.customId, ...answers };
  }
  return null;
}

function typed(theirs: AutocompleteInteraction) {
  const { name, value } = theirs.options.getFocused(true);
  return { command: theirs.commandName, options: valuesOf(theirs), typing: { name, value: String(value) } };
}

function valuesOf({ options }: AutocompleteInteraction | ChatInputCommandInteraction): OptionValues {
  const given = options.data.flatMap(({ type, name, value }: CommandInteractionOption) =>
    type === ApplicationCommandOptionType.String || type === ApplicationCommandOptionType.Integer
      ? [[name, value as string | number] as const]
      : [],
  );
  return Object.fromEntries(given);
}
