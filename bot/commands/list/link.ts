import { type CommandSpec, EVERYBODY, fault, type Meaning } from '../spec.ts';
import { echo, fold } from '../text.ts';

const YES = new Set('yes y ok confirm да ага ок подтверждаю'.split(' '));
const NO = new Set('no n cancel нет отмена отказ'.split(' '));
const SHORTEST = 3;
const LONGEST = 8;

/** `!link` asks for a code, `!link 7Q2F` brings one from another chat, `!link yes` confirms. */
export const link: CommandSpec = {
  id: 'link',
  names: { ru: ['связать', 'связь'], en: ['link'] },
  who: EVERYBODY,
  cooldown: 'crowd',
  exact: true,
  help: {
    ru: '!связать — код; его пишут в другом чате: !связать 7Q2F. Станешь одним человеком: один голос, общие права',
    en: '!link — a code to type in your other chat: !link 7Q2F. You become one person: one vote, shared rights',
  },
  read: ({ words, name }): Meaning => {
    const [first] = words;
    if (first === undefined) return { kind: 'account', wish: { type: 'link' } };
    const word = fold(first).replace(/[.,;:!?]+$/u, '');
    if (YES.has(word)) return { kind: 'account', wish: { type: 'confirm', yes: true } };
    if (NO.has(word)) return { kind: 'account', wish: { type: 'confirm', yes: false } };
    const code = first.replace(/[^\p{L}\p{N}]/gu, '');
    if (code.length < SHORTEST || code.length > LONGEST)
      return fault('bad-code', { typed: echo(first) || '?', command: name });
    return { kind: 'account', wish: { type: 'link', code } };
  },
};
