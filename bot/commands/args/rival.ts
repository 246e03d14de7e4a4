import type { PlayerId } from '../../engine/state.ts';
import { type Fault, fault, type ReadContext, type Typed } from '../spec.ts';
import { wholeNumber } from './number.ts';
import { readPlayer, withoutFillers } from './player.ts';

/** The one player whom the whole text names. */
export function readRival(typed: Typed, context: ReadContext): PlayerId | Fault {
  const words = withoutFillers(typed.words);
  if (words.length === 0) return fault('needs-rival', { command: typed.name });
  return readPlayer(words.join(' '), context);
}

/** A player in front, the longest well-typed name first, and the words after it. */
export function readRivalFirst(
  words: readonly string[],
  context: ReadContext,
): { readonly rival: PlayerId; readonly rest: readonly string[] } | Fault {
  const number = words.findIndex((word, i) => i > 0 && wholeNumber(word) !== null);
  // A sum belongs to a name only where somebody is really called so.
  const guessed = Math.min(number < 0 ? words.length : number, MAX_NAME);
  for (const [most, fuzzy] of [
    [Math.min(words.length, MAX_NAME), false] as const,
    [guessed, true] as const,
  ]) {
    for (let used = most; used > 0; used -= 1) {
      const rival = readPlayer(words.slice(0, used).join(' '), context, fuzzy);
      if (typeof rival === 'string') return { rival, rest: words.slice(used) };
    }
  }
  const missed = readPlayer(words[0] ?? '', context);
  return typeof missed === 'string' ? { rival: missed, rest: words.slice(1) } : missed;
}

/** Words of the longest name that is looked for. */
const MAX_NAME = 5;
