import { readDice } from '../args/dice.ts';
import type { CommandSpec } from '../spec.ts';

export const roll: CommandSpec = {
  id: 'roll',
  // The last one is what the rules' example `!rjkkm` spells on the other layout.
  names: { ru: ['бросок', 'кубик', 'кости', 'бросить', 'брось', 'ролл', 'колль'], en: ['roll', 'dice'] },
  who: ['player'],
  cooldown: 'turn',
  help: {
    ru: '!бросок — бросить кубики; !бросок +d8 — с кубиком из запаса',
    en: '!roll — throw the dice; !roll +d8 — with a spare die',
  },
  read: (typed) => {
    const dice = readDice(typed.words);
    if (!Array.isArray(dice)) return dice;
    return { kind: 'command', command: dice.length > 0 ? { type: 'roll', dice } : { type: 'roll' } };
  },
};
