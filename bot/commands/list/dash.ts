import { readReach } from '../args/band.ts';
import { type CommandSpec, fault } from '../spec.ts';
import { echo } from '../text.ts';

export const dash: CommandSpec = {
  id: 'dash',
  names: { ru: ['рывок'], en: ['dash'] },
  who: ['player'],
  cooldown: 'turn',
  help: {
    ru: '!рывок — в бою уйти в другую полосу; !рывок дальняя — в какую',
    en: '!dash — leave your band in a fight; !dash far — to which one',
  },
  read: ({ rest }) => {
    if (rest === '') return { kind: 'command', command: { type: 'dash' } };
    const band = readReach(rest);
    return band
      ? { kind: 'command', command: { type: 'dash', band } }
      : fault('no-weapon', { reach: echo(rest) });
  },
};
