import { readPlayer } from '../args/player.ts';
import { verdict as verdictIn } from '../args/verdict.ts';
import { type CommandSpec, fault } from '../spec.ts';

export const verdict: CommandSpec = {
  id: 'verdict',
  names: { ru: ['вердикт'], en: ['verdict', 'jury'] },
  who: ['viewer', 'helper'],
  cooldown: 'crowd',
  exact: true,
  help: {
    ru: '!вердикт да или нет — голос присяжного',
    en: "!verdict yes or no — a juror's vote",
  },
  read: (typed, context) => {
    const words = typed.words.map(verdictIn);
    const at = words.findIndex((yes) => yes !== null);
    if (at < 0) return fault('bad-verdict');
    const yes = words[at] === true;
    const rest = typed.words.filter((_, i) => i !== at).join(' ');
    if (rest === '') return { kind: 'command', command: { type: 'verdict', yes } };
    const player = readPlayer(rest, context);
    return typeof player === 'string'
      ? { kind: 'command', command: { type: 'verdict', yes, player } }
      : player;
  },
};
