import { wholeNumber } from '../args/number.ts';
import { readPlayer } from '../args/player.ts';
import type { CommandSpec } from '../spec.ts';

/** The host finds out what makes good for it, see `host/undo.ts`. */
export const undo: CommandSpec = {
  id: 'undo',
  names: { ru: ['отмена', 'откат'], en: ['undo'] },
  who: ['admin'],
  cooldown: 'judge',
  exact: true,
  help: {
    ru: '!отмена [номер или имя] — исправить последнюю команду',
    en: '!undo [number or name] — make good for the last command',
  },
  read: (typed, context) => {
    const seq = wholeNumber(typed.words[0] ?? '');
    const reason = typed.name;
    if (seq !== null) {
      const why = typed.words.slice(1).join(' ') || reason;
      return { kind: 'command', command: { type: 'correct', changes: [], reason: why, undoes: seq } };
    }
    const player = typed.rest === '' ? context.player : readPlayer(typed.rest, context);
    if (typeof player !== 'string') return player;
    return { kind: 'command', command: { type: 'correct', changes: [], reason, of: player } };
  },
};
