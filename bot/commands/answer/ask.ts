/** What somebody is told who asked the host for something beside the rules, in the language of the chat. */
import type { AskAnswer, AskSays } from '../../protocol/asks.ts';
import type { Lang } from '../../protocol/texts.ts';
import { compose, type Part } from './compose.ts';
import type { Phrase } from './phrases.ts';
import { NO_TEXTS, refusalSentence } from './refusal.ts';
import { type Speech, shownName, wordsOf } from './say.ts';
import { duration, type Values } from './template.ts';

export interface AskToTell {
  readonly lang: Lang;
  readonly answer: AskAnswer;
  /** Rotates variants; a counter of the chat. */
  readonly turn?: number;
}

/** Signs of a key or a root that a person compares by eye. */
const SHORT = 12;

/** One line for the chat in which this was asked. */
export function answerAsk({ lang, answer, turn = 0 }: AskToTell): string {
  if (!answer.ok) return refusalSentence(answer.code, answer.args, lang) ?? '';
  const speech: Speech = { lang, turn, names: {}, viewers: {}, texts: NO_TEXTS, board: null, at: 0 };
  return compose([partOf(speech, answer.says)], speech);
}

function partOf(speech: Speech, says: AskSays): Part {
  const part = (phrase: Phrase, values: Values): Part => ({ phrase, values, about: null, weight: 9 });
  switch (says.is) {
    case 'luck':
      return part('luckWords', { words: says.words, wait: duration(speech.lang, says.wait) });
    case 'receipt': {
      const { to, choice, place, count, poll, ballot, root } = says;
      const name = shownName(to) || wordsOf(speech.lang).someone;
      // Only numbers are told again: what a viewer wrote is for no screen.
      const voted = /^-?\d{1,15}$/.test(choice) ? choice : undefined;
      return part('receipt', { name, voted, place, count, poll, ballot, root: root.slice(0, SHORT) });
    }
    case 'noted':
      return part('noted', { n: says.n, left: says.left });
    case 'unnoted':
      return part('unnoted', { gone: says.gone, left: says.left });
  }
}
