/** Bands of a fight and reaches of weapons: the same three words in both languages. */
import type { Reach } from '../../engine/rules.ts';
import { findName, indexNames } from '../match.ts';

export const REACH_WORDS: Readonly<Record<Reach, readonly string[]>> = {
  near: ['near', 'close', 'melee', 'ближнее', 'ближний', 'ближняя', 'вблизи'],
  mid: ['mid', 'middle', 'среднее', 'средний', 'средняя'],
  far: ['far', 'ranged', 'дальнее', 'дальний', 'дальняя', 'вдаль'],
};

export const REACH_NAMES = indexNames(
  (Object.keys(REACH_WORDS) as Reach[]).flatMap((id) => REACH_WORDS[id].map((text) => ({ id, text }))),
);

/** The one that is meant, or null. */
export function readReach(text: string): Reach | null {
  const found = text === '' ? null : findName(REACH_NAMES, text);
  return found?.ids.length === 1 ? (found.ids[0] as Reach) : null;
}
