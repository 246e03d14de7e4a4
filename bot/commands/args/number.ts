import { type Fault, fault, type Typed } from '../spec.ts';
import { echo } from '../text.ts';

/** The first word as a whole number from `min` to `max`, or what is wrong with it. */
export function readNumber(typed: Typed, { min, max }: { min: number; max: number }): number | Fault {
  const word = typed.words[0];
  if (word === undefined) return fault('needs-number', { command: typed.name });
  const value = wholeNumber(word);
  if (value === null) return fault('not-a-number', { typed: echo(word) || '?', command: typed.name });
  if (value < min || value > max) return fault('bad-number', { number: value, min, max });
  return value;
}

/** `12`, `+3`, `-5`, `−5`, also `№2` and `#2`; null for everything else, fractions included. At most 15 digits. */
export function wholeNumber(word: string): number | null {
  const match = /^(?:#|no|№)?([+\-−–]?)(\d{1,15})[.)]?$/iu.exec(word);
  if (!match) return null;
  const digits = Number(match[2]);
  return match[1] && match[1] !== '+' ? 0 - digits : digits;
}
