import { readPlayer, withoutFillers } from '../args/player.ts';
import { readSwitch } from '../args/switch.ts';
import type { CommandSpec } from '../spec.ts';

export const autopilot: CommandSpec = {
  id: 'autopilot',
  names: { ru: ['автопилот'], en: ['autopilot'] },
  who: ['admin'],
  referee: true,
  cooldown: 'judge',
  exact: true,
  help: {
    ru: '!автопилот имя — играть за того, кого давно нет; !автопилот имя выкл — вернуть место',
    en: '!autopilot name — play for somebody long gone; !autopilot name off — hand the seat back',
  },
  read: (typed, context) => {
    const words = withoutFillers(typed.words);
    const last = words.length > 1 ? readSwitch(words.at(-1) ?? '') : null;
    const name = (last === null ? words : words.slice(0, -1)).join(' ');
    const player = name === '' ? context.player : readPlayer(name, context);
    if (typeof player !== 'string') return player;
    return { kind: 'command', command: { type: 'autopilot', player, on: last ?? true } };
  },
};
