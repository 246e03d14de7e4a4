import { type CommandSpec, fault } from '../spec.ts';
import { lengthOf } from '../text.ts';

/** As the wire's schema has it. */
const MAX_PROOF = 300;

export const done: CommandSpec = {
  id: 'done',
  names: { ru: ['готово', 'сделано'], en: ['done'] },
  who: ['player'],
  cooldown: 'turn',
  exact: true,
  help: {
    ru: '!готово ссылка — испытание сделано, вот доказательство',
    en: '!done link — the trial is done, here is the proof',
  },
  read: (typed) => {
    if (typed.rest === '') return { kind: 'command', command: { type: 'done' } };
    const length = lengthOf(typed.rest);
    if (length > MAX_PROOF) return fault('too-long', { length, max: MAX_PROOF });
    return { kind: 'command', command: { type: 'done', proof: typed.rest } };
  },
};
