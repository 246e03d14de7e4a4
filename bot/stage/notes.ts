/** What the stage says to the streamer, in both languages. */
import { describeError, type ErrorLang, MsigError } from '../errors.ts';
import { told } from './sentence.ts';
import type { StageNews } from './stage.ts';

const WORDS = {
  ru: {
    up: (version: string) => `OBS на связи (obs-websocket ${version})`,
    part: (made: string, mended: string) => `OBS: сделано ${made || '—'}; поправлено ${mended || '—'}`,
    row: (row: number, detail: string) => `OBS, строка ${row} таблицы obs.rules не сработала: ${detail}`,
  },
  en: {
    up: (version: string) => `OBS is connected (obs-websocket ${version})`,
    part: (made: string, mended: string) => `OBS: made ${made || '—'}; mended ${mended || '—'}`,
    row: (row: number, detail: string) => `OBS, row ${row} of the table obs.rules did not work: ${detail}`,
  },
} as const;

/** One line, or null for what needs no word. */
export function noteOf(news: StageNews, lang: ErrorLang): string | null {
  const words = WORDS[lang];
  switch (news.is) {
    case 'health':
      if (news.health.state === 'up') return words.up(news.health.version ?? '—');
      return news.health.error ? describeError(told(news.health.error), lang) : null;
    case 'part':
      return words.part(news.made.join(', '), news.mended.join(', '));
    case 'foreign':
      return new MsigError('OBS_FOREIGN', { names: news.names.join(', ') }).sentence(lang);
    case 'no-browser':
      return new MsigError('OBS_NO_BROWSER').sentence(lang);
    case 'part-failed':
      return describeError(told(news.error), lang);
    case 'row-failed':
      return words.row(news.row + 1, news.outcome.ok ? '—' : news.outcome.detail);
  }
}
