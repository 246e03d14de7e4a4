import { inBag, readItemFirst } from '../args/item.ts';
import { readPlayer, withoutFillers } from '../args/player.ts';
import { type CommandSpec, fault } from '../spec.ts';

export const gift: CommandSpec = {
  id: 'gift',
  names: { ru: ['подарить', 'дар'], en: ['gift', 'give'] },
  who: ['player'],
  cooldown: 'bag',
  help: {
    ru: '!подарить вещь имя — отдать игроку рядом',
    en: '!gift item name — hand it to a player nearby',
  },
  read: (typed, context) => {
    const read = readItemFirst(typed, context, { hand: inBag(context), ready: inBag(context, false) });
    if ('kind' in read) return read;
    const rest = withoutFillers(read.rest);
    if (rest.length === 0) return fault('needs-player', { command: typed.name });
    const to = readPlayer(rest.join(' '), context);
    if (typeof to !== 'string') return to;
    return { kind: 'command', command: { type: 'gift', item: read.item, to } };
  },
};
