import { readPlayer, withoutFillers } from '../args/player.ts';
import { type CommandSpec, fault } from '../spec.ts';

export const release: CommandSpec = {
  id: 'release',
  names: { ru: ['освободить'], en: ['release'] },
  who: ['admin'],
  referee: true,
  cooldown: 'judge',
  exact: true,
  help: {
    ru: '!освободить имя — вернуть в игру вещи того, кого давно нет; золото за них остаётся месту',
    en: '!release name — put the items of somebody long gone back into the game, for gold to the seat',
  },
  read: (typed, context) => {
    const words = withoutFillers(typed.words);
    // Never by default: whoever types half a command takes nothing away from anybody.
    if (words.length === 0) return fault('needs-player', { command: typed.name });
    const player = readPlayer(words.join(' '), context);
    return typeof player === 'string' ? { kind: 'command', command: { type: 'release', player } } : player;
  },
};
