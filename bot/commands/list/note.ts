import { wholeNumber } from '../args/number.ts';
import { type CommandSpec, fault } from '../spec.ts';
import { fold } from '../text.ts';

const ALL = new Set('-all -все'.split(' '));

/** `!note text` keeps a line, `!note -3` and `!note -all` throw away. What is kept is read on the player's own page. */
export const note: CommandSpec = {
  id: 'note',
  names: { ru: ['заметка', 'заметки'], en: ['note', 'notes'] },
  who: ['player'],
  cooldown: 'bag',
  exact: true,
  help: {
    ru: '!заметка текст — в сумку, видно только тебе на своей странице; !заметка -3 — убрать, !заметка -все — все',
    en: '!note text — into the bag, for your own page alone; !note -3 takes one out, !note -all takes all',
  },
  read: ({ words, rest, raw = rest, name }) => {
    const first = words[0];
    if (first === undefined) return fault('needs-note', { command: name });
    if (words.length === 1 && ALL.has(fold(first))) return { kind: 'ask', wish: { type: 'unnote', n: null } };
    const number = words.length === 1 ? wholeNumber(first) : null;
    if (number !== null && number < 0) return { kind: 'ask', wish: { type: 'unnote', n: -number } };
    return { kind: 'ask', wish: { type: 'note', text: raw.slice(0, LONGEST).toWellFormed() } };
  },
};

/** Of what goes over the wire; the host says how much of it may stay. */
const LONGEST = 500;
