/** What somebody is told of their account, in the language of the chat. */
import type { AccountAnswer, AccountSays } from '../../protocol/accounts.ts';
import type { Lang } from '../../protocol/texts.ts';
import { compose, type Part } from './compose.ts';
import type { Phrase } from './phrases.ts';
import { NO_TEXTS, refusalSentence } from './refusal.ts';
import { type Speech, shownName, wordsOf } from './say.ts';
import { duration, type Values } from './template.ts';

export interface AccountToTell {
  readonly lang: Lang;
  readonly answer: AccountAnswer;
  /** Rotates variants; a counter of the chat. */
  readonly turn?: number;
}

/** One line for the chat in which this was asked, or for which there is news: `{ok: true, says}`. */
export function answerAccount({ lang, answer, turn = 0 }: AccountToTell): string {
  if (!answer.ok) return refusalSentence(answer.code, answer.args, lang) ?? '';
  const speech: Speech = { lang, turn, names: {}, viewers: {}, texts: NO_TEXTS, board: null, at: 0 };
  return compose([partOf(speech, answer.says)], speech);
}

function partOf(speech: Speech, says: AccountSays): Part {
  const name = shownName(says.to) || wordsOf(speech.lang).someone;
  const part = (phrase: Phrase, values: Values = {}): Part => {
    return { phrase, values: { name, ...values }, about: null, weight: 9 };
  };
  switch (says.is) {
    case 'code':
      return part('accountCode', { code: says.code, wait: duration(speech.lang, says.wait) });
    case 'pending':
      return part(says.yours ? 'accountYours' : 'accountTheirs', otherOf(speech, says));
    case 'linked':
      return part('accountLinked', { ...otherOf(speech, says), count: says.count });
    case 'declined':
      return part('accountDeclined', otherOf(speech, says));
    case 'unlinked':
      return part('accountUnlinked');
    case 'who':
      return part(says.count > 1 ? 'accountWho' : 'accountAlone', {
        count: says.count,
        seat: says.seat ?? undefined,
      });
  }
}

function otherOf(speech: Speech, { other, platform }: { other: string; platform: string }): Values {
  const words = wordsOf(speech.lang);
  const places: Readonly<Record<string, string>> = words.platforms;
  const place = Object.hasOwn(places, platform) ? places[platform] : platform;
  return { other: shownName(other) || words.someone, platform: place };
}
