import { type Fault, fault, type OpenPoll, type ReadContext, type Typed } from '../spec.ts';
import { clean, echo, fold, otherLayout } from '../text.ts';
import { wholeNumber } from './number.ts';

export interface Vote {
  readonly kind: 'vote';
  readonly poll: string;
  readonly choice: number | 'x';
}

/** Longest bare vote: a word of the pack or a grouped number, with room for emoji. */
const MAX_BARE = 60;
/** As the wire's schema has it. */
const MAX_GUESS = 1e12;
const GROUPED = /^[+\-−–]?\d{1,3}(?:[ '\u2019]\d{3})+$/u;

function vote(poll: OpenPoll, choice: number | 'x'): Vote {
  return { kind: 'vote', poll: poll.id, choice };
}

interface Said {
  /** The word in every way that counts: both languages, both layouts, folded. */
  readonly forms: ReadonlySet<string>;
  /** Codes of their first letters, small and capital. */
  readonly firsts: ReadonlySet<number>;
}
const SAID = new WeakMap<OpenPoll, Said>();
/** From here on codes are symbols, emoji, wide letters: not worth a table. */
const SYMBOLS = 0x2190;

function saidOf(poll: OpenPoll): Said {
  let said = SAID.get(poll);
  if (!said) {
    const plain = [poll.word?.ru, poll.word?.en].flatMap((word) => (word ? [clean(word).toLowerCase()] : []));
    const all = plain.flatMap((word) => [word, otherLayout(word), otherLayout(fold(word))]);
    const forms = new Set(all.map(fold));
    const firsts = [...all, ...forms].flatMap((form) => [
      form.charCodeAt(0),
      form.toUpperCase().charCodeAt(0),
    ]);
    said = { forms, firsts: new Set(firsts) };
    SAID.set(poll, said);
  }
  return said;
}

/**
 * A whole chat line that is nothing but a vote; null is ordinary talk. The poll opened last is asked first.
 * `first`: code of the line's first visible sign, by which most lines leave at once.
 */
export function readBare(text: string, polls: readonly OpenPoll[], first = SYMBOLS): Vote | null {
  if (text.length > MAX_BARE) return null;
  // Without a word to be said, only a line with a digit can be a vote.
  if (!maySay(polls, first) && !hasNumber(text)) return null;
  const typed = clean(text);
  if (typed === '') return null;
  for (let i = polls.length - 1; i >= 0; i -= 1) {
    const choice = choiceIn(polls[i]!, typed);
    if (choice !== null) return vote(polls[i]!, choice);
  }
  return null;
}

function maySay(polls: readonly OpenPoll[], first: number): boolean {
  for (const poll of polls) {
    if (poll.kind === 'crowd' && (first >= SYMBOLS || saidOf(poll).firsts.has(first))) return true;
  }
  return false;
}

/** Below U+00B2 the digits are ten, and among Cyrillic letters there are none; all else is asked of Unicode. */
function hasNumber(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x30 && unit <= 0x39) return true;
    if (unit >= 0xb2 && (unit < 0x400 || unit > 0x4ff)) return /\p{N}/u.test(text);
  }
  return false;
}

function choiceIn(poll: OpenPoll, typed: string): number | 'x' | null {
  if (poll.kind === 'crowd') return saysWord(poll, typed) ? 'x' : null;
  const number = wholeNumber(GROUPED.test(typed) ? typed.replace(/[ '\u2019]/gu, '') : typed);
  if (number === null) return null;
  if (poll.kind === 'number') return Math.abs(number) <= MAX_GUESS ? number : null;
  return number >= 1 && number <= poll.options ? number : null;
}

function saysWord(poll: OpenPoll, typed: string): boolean {
  const { forms } = saidOf(poll);
  const said = fold(typed);
  return forms.has(said) || forms.has(said.replace(/[!?.,…]+$/u, ''));
}

/** `!vote 2`: says what is wrong where a bare number would be taken for talk. */
export function readVote(typed: Typed, context: ReadContext): Vote | Fault {
  const last = context.polls.at(-1);
  if (!last) return fault('no-poll');
  const found = readBare(typed.rest, context.polls);
  if (found) return found;
  if (typed.rest === '') return fault('needs-number', { command: typed.name });
  const number = wholeNumber(typed.words[0]!);
  if (number === null) return fault('not-a-number', { typed: echo(typed.rest) || '?', command: typed.name });
  if (last.kind === 'number') return fault('bad-number', { number, min: -MAX_GUESS, max: MAX_GUESS });
  if (last.kind === 'crowd') return fault('bad-word');
  return fault('bad-vote', { got: number, open: `1–${last.options}` });
}
