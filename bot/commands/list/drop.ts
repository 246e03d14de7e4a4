import { findItem, inBag } from '../args/item.ts';
import { INNER } from '../match.ts';
import { type CommandSpec, fault } from '../spec.ts';
import { echo } from '../text.ts';

export const drop: CommandSpec = {
  id: 'drop',
  names: { ru: ['сдаюсь', 'сдаться'], en: ['drop', 'giveup'] },
  who: ['player'],
  cooldown: 'turn',
  exact: true,
  help: {
    ru: '!сдаюсь — бросить испытание и получить наказание',
    en: '!drop — give up the trial and take the punishment',
  },
  read: (typed, context) => {
    // Whoever names a thing wants to be rid of it, not of the trial.
    const thing = typed.rest && findItem(typed.rest, context, { hand: inBag(context), fuzzy: false });
    if (thing && thing.level <= INNER) return fault('drop-item', { typed: echo(typed.rest) || '?' });
    return { kind: 'command', command: { type: 'giveUp' } };
  },
};
