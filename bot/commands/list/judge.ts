import { readPlayer } from '../args/player.ts';
import { verdict } from '../args/verdict.ts';
import { type CommandSpec, fault } from '../spec.ts';

export const judge: CommandSpec = {
  id: 'judge',
  names: { ru: ['судья', 'суд'], en: ['judge'] },
  who: ['admin'],
  referee: true,
  cooldown: 'judge',
  exact: true,
  help: {
    ru: '!судья имя зачёт или незачёт',
    en: '!judge name pass or fail',
  },
  read: (typed, context) => {
    const verdicts = typed.words.map(verdict);
    const at = verdicts.findIndex((pass) => pass !== null);
    if (at < 0) return fault('bad-verdict');
    const rest = typed.words.filter((_, i) => i !== at).join(' ');
    const player = rest === '' ? context.player : readPlayer(rest, context);
    if (typeof player !== 'string') return player;
    return { kind: 'command', command: { type: 'judge', player, pass: verdicts[at]! } };
  },
};
