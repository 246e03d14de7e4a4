import { readPlayer } from '../args/player.ts';
import { type CommandSpec, fault } from '../spec.ts';

export const contest: CommandSpec = {
  id: 'contest',
  names: { ru: ['оспорить', 'сомневаюсь'], en: ['contest', 'doubt'] },
  who: ['player'],
  cooldown: 'turn',
  exact: true,
  help: {
    ru: '!оспорить имя — позвать присяжных: игра соперника точно пройдена?',
    en: "!contest name — call a jury: is that rival's game really done?",
  },
  read: (typed, context) => {
    if (typed.rest === '') return fault('needs-player', { command: typed.name });
    const player = readPlayer(typed.rest, context);
    return typeof player === 'string' ? { kind: 'command', command: { type: 'contest', player } } : player;
  },
};
