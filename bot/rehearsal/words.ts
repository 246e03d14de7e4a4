/** A move as a streamer would type it. */
import { commandName } from '../commands/list.ts';
import type { Command } from '../engine/commands.ts';
import type { Player } from '../engine/state.ts';
import type { BothTexts } from '../protocol/texts.ts';

export interface Tongue {
  readonly lang: 'ru' | 'en';
  readonly texts: BothTexts;
  /** What the player carries. */
  readonly bag: Player['bag'];
}

/** Null for what nobody types in a chat. */
export function typed(command: Command, { lang, texts, bag }: Tongue): string | null {
  const say = (id: string, ...words: readonly (string | number)[]) =>
    [commandName(id, lang), ...words].join(' ');
  // People call a thing by its name; the engine's number for it is never shown to them.
  const nameOf = (thing: string) => {
    const entry = bag.find(({ n }) => String(n) === thing)?.item ?? thing;
    return texts[lang].items[entry]?.name ?? thing;
  };
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
        nameOf(command.item),
        ...(command.targets ?? []),
        ...(command.cell === undefined ? [] : [command.cell]),
      );
    case 'wear':
    case 'unwear':
    case 'discard':
    case 'sell':
      return say(command.type, nameOf(command.item));
    case 'buy':
      return say('buy', nameOf(command.item));
    case 'coin':
    case 'done':
      return say(command.type);
    default:
      return null;
  }
}
