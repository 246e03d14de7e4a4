import { type Fault, fault } from '../spec.ts';
import { echo } from '../text.ts';

/** As the wire's schema has them. */
const SIDES = { min: 2, max: 100 };
const MAX_DICE = 6;
/** `d8`, `+d8`, `2d6`, `8`; `к` and `д` are the Russian letters, `в` is `d` on the other layout. */
const DIE = /^\+?(\d{1,2})?[dкдвk]?(\d{1,4})$/iu;

/**
 * Booster dice among the words of a roll, or what is wrong with one. Words without a digit are small talk
 * («ну давай») and are skipped.
 */
export function readDice(words: readonly string[]): number[] | Fault {
  const dice: number[] = [];
  for (const word of words.flatMap(apart)) {
    if (!/\d/.test(word)) continue;
    const sides = readDie(word);
    if (sides === null) return fault('bad-die', { typed: echo(word) || '?', ...SIDES });
    dice.push(...sides);
    if (dice.length > MAX_DICE) return fault('too-many-dice', { max: MAX_DICE, count: dice.length });
  }
  return dice;
}

/** `+d8+d6` and `d8,d6` as two words. */
function apart(word: string): string[] {
  return word.split(/(?=\+)|[,;&]/).filter((part) => part !== '' && part !== '+');
}

function readDie(word: string): number[] | null {
  const match = DIE.exec(word);
  if (!match) return null;
  const hasLetter = /[^\d+]/u.test(word);
  // Without a letter all digits belong to one number: `12` is d12, never one d2.
  const count = hasLetter && match[1] ? Number(match[1]) : 1;
  const sides = hasLetter ? Number(match[2]) : Number(word.replace('+', ''));
  if (sides < SIDES.min || sides > SIDES.max || count < 1) return null;
  return new Array<number>(count).fill(sides);
}
