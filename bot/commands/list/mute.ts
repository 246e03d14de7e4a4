import { wholeNumber } from '../args/number.ts';
import { readRivalFirst } from '../args/rival.ts';
import { type CommandSpec, fault } from '../spec.ts';
import { echo, fold } from '../text.ts';

const OFF = new Set('off stop снять убрать вернуть'.split(' '));

export const mute: CommandSpec = {
  id: 'mute',
  names: { ru: ['тишина'], en: ['mute'] },
  who: ['admin'],
  referee: true,
  cooldown: 'judge',
  exact: true,
  help: {
    ru: '!тишина имя 10 — закрыть общий чат игры на минуты; !тишина имя снять',
    en: "!mute name 10 — close the game's own chat for minutes; !mute name off",
  },
  read: (typed, context) => {
    if (typed.words.length === 0) return fault('needs-rival', { command: typed.name });
    const found = readRivalFirst(typed.words, context);
    if ('kind' in found) return found;
    const [word] = found.rest;
    const time = word === undefined ? null : OFF.has(fold(word)) ? 0 : wholeNumber(word);
    if (word !== undefined && (time === null || time < 0))
      return fault('bad-time', { typed: echo(word) || '?', command: typed.name });
    return { kind: 'command', command: { type: 'mute', who: found.rival, minutes: time } };
  },
};
