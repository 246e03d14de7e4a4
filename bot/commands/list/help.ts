import { findCommand, indexCommands } from '../find.ts';
import { type CommandSpec, EVERYBODY } from '../spec.ts';

/** Made for a list, because help is one of the commands it looks up. */
export function helpFor(list: () => readonly CommandSpec[]): CommandSpec {
  return {
    id: 'help',
    names: { ru: ['помощь', 'хелп'], en: ['help'] },
    who: EVERYBODY,
    cooldown: 'ask',
    help: {
      ru: '!помощь [команда] — что можно',
      en: '!help [command] — what you can do',
    },
    read: (typed, context) => {
      const word = typed.words[0]?.replace(/^!+/, '');
      if (!word) return { kind: 'query', query: 'help', args: {} };
      const found = findCommand(indexCommands(list()), word, context);
      if (found.spec) return { kind: 'query', query: 'help', args: { command: found.spec.id } };
      return found.fault;
    },
  };
}
