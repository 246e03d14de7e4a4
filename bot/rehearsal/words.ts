/** A move as a streamer would type it. */
import { commandName } from '../commands/list.ts';
import type { Command } from '../engine/commands.ts';
import type { BothTexts } from '../protocol/texts.ts';

export interface Tongue {
  readonly lang: 'ru' | 'en';
  readonly texts: BothTexts;
}

/** Null for what nobody types in a chat. */
export function typed(command: Command, { lang, texts }: Tongue): string | null {
  const say = (id: string, ...words: readonly (string | number)[]) =>
    [commandName(id, lang), ...words].join(' ');
  switch (command.type) {
    case 'roll':
      return say('roll', ...(command.dice ?? []).map((sides) => `+d${sides}`));
    case 'go':
      return say('go', command.way);
    case 'choose':
      return say('choose', command.option);
    case 'use':
      return say(
        'use',
        command.item,
        ...(command.targets ?? []),
        ...(command.cell === undefined ? [] : [command.cell]),
      );
    case 'wear':
    case 'unwear':
    case 'discard':
    case 'sell':
      return say(command.type, command.item);
    case 'buy':
      return say('buy', texts[lang].items[command.item]?.name ?? command.item);
    case 'coin':
    case 'done':
      return say(command.type);
    default:
      return null;
  }
}
