import { sameWord } from '../match.ts';
import { type CommandSpec, fault } from '../spec.ts';

const ROUNDS = ['rounds', 'round', 'seats', 'круг', 'круги', 'кругами', 'места', 'очередь'];
const FREE = ['free', 'off', 'свободно', 'свободная', 'выкл'];

export const order: CommandSpec = {
  id: 'order',
  names: { ru: ['порядок'], en: ['order'] },
  who: ['admin'],
  cooldown: 'judge',
  exact: true,
  help: {
    ru: '!порядок круг — ходить по местам, с таймером; !порядок свободно — как обычно. До старта',
    en: '!order rounds — turns by seat, with a timer; !order free — as usual. Before the start',
  },
  read: (typed) => {
    const word = typed.words[0] ?? '';
    const rounds = ROUNDS.some((one) => sameWord(word, one));
    if (!rounds && !FREE.some((one) => sameWord(word, one)))
      return fault('needs-order', { command: typed.name });
    return { kind: 'command', command: { type: 'turnOrder', order: rounds ? 'rounds' : 'free' } };
  },
};
