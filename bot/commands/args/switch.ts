import { sameWord } from '../match.ts';

const ON = ['on', 'yes', 'вкл', 'включить', 'да'];
const OFF = ['off', 'no', 'stop', 'выкл', 'выключить', 'нет', 'стоп'];

/** A word that switches something; null for every other word. */
export function readSwitch(word: string): boolean | null {
  if (ON.some((one) => sameWord(word, one))) return true;
  return OFF.some((one) => sameWord(word, one)) ? false : null;
}
