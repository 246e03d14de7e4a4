import { readPlayer } from '../args/player.ts';
import { sameWord } from '../match.ts';
import { type CommandSpec, fault } from '../spec.ts';

const BOT = ['bot', 'бот', 'боту', 'ботом'];
const PERSON = ['person', 'back', 'человек', 'человеку', 'назад', 'вернуть'];

function kindOf(word: string): 'bot' | 'person' | null {
  if (BOT.some((one) => sameWord(word, one))) return 'bot';
  return PERSON.some((one) => sameWord(word, one)) ? 'person' : null;
}

export const seat: CommandSpec = {
  id: 'seat',
  names: { ru: ['замена'], en: ['seat'] },
  who: ['admin'],
  cooldown: 'judge',
  exact: true,
  help: {
    ru: '!замена имя бот или назад — кто играет на этом месте',
    en: '!seat name bot or back — who plays this seat',
  },
  read: (typed, context) => {
    const kinds = typed.words.map(kindOf);
    const at = kinds.findIndex((kind) => kind !== null);
    if (at < 0) return fault('needs-player', { command: typed.name });
    const name = typed.words.slice(0, at).join(' ');
    const player = name === '' ? context.player : readPlayer(name, context);
    if (typeof player !== 'string') return player;
    const reason = typed.words.slice(at + 1).join(' ') || typed.name;
    return { kind: 'command', command: { type: 'reseat', player, kind: kinds[at]!, same: true, reason } };
  },
};
