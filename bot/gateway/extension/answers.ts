/** What the extension's backend says no to. Viewers read these in a panel 318 pixels wide: short, plain, with the way out. */
import type { Args, Lang } from '../guard/answers.ts';

interface Answer {
  readonly status: number;
  readonly ru: string;
  readonly en: string;
}

export const EXT_ANSWERS = {
  'ext-no-token': {
    status: 401,
    ru: 'Twitch ещё не передал пропуск. Обнови страницу.',
    en: 'Twitch has not handed over a pass yet. Reload the page.',
  },
  'ext-bad-token': {
    status: 401,
    ru: 'Пропуск Twitch не подходит к этой игре. Обнови страницу.',
    en: 'The pass from Twitch does not fit this game. Reload the page.',
  },
  'ext-token-expired': {
    status: 401,
    ru: 'Пропуск Twitch устарел. Новый придёт сам через минуту.',
    en: 'The pass from Twitch has ended. A new one comes by itself within a minute.',
  },
  'ext-role': {
    status: 403,
    ru: 'Это настраивает только хозяин канала.',
    en: 'Only the owner of the channel can set this.',
  },
  'ext-not-bound': {
    status: 404,
    ru: 'Этот канал сейчас не в гонке.',
    en: 'This channel is not in a race right now.',
  },
  'ext-login': {
    status: 403,
    ru: 'Голос считается за человека: войди в Twitch.',
    en: 'A vote belongs to a person: log in to Twitch.',
  },
  'ext-share': {
    status: 403,
    ru: 'Здесь нужно знать, кто голосует или действует. Открой панели своё имя Twitch.',
    en: 'This needs to know who is asking. Share your Twitch identity with the panel.',
  },
  'ext-poll-over': {
    status: 409,
    ru: 'Это голосование уже закрыто. Голос не засчитан.',
    en: 'This vote is closed already. Your vote was not counted.',
  },
  'ext-no-choice': {
    status: 409,
    ru: 'Такого варианта нет. Голос не засчитан.',
    en: 'There is no such option. Your vote was not counted.',
  },
  'ext-closed': {
    status: 403,
    ru: 'Хозяин канала это выключил.',
    en: 'The owner of the channel has switched this off.',
  },
  'ext-code': {
    status: 409,
    ru: 'Код не подошёл или уже использован. Свежий показывает хост игры.',
    en: 'The code is wrong or used up. The game host shows a fresh one.',
  },
  'ext-receipt': {
    status: 400,
    ru: 'Чек Twitch не подтверждён: {detail}. Ничего не списано дважды.',
    en: 'The receipt from Twitch is not good: {detail}. Nothing is charged twice.',
  },
  'ext-replayed': {
    status: 409,
    ru: 'Этот чек уже учтён: {outcome}.',
    en: 'This receipt has been used already: {outcome}.',
  },
  'ext-credit': {
    status: 409,
    ru: 'Этот долг уже закрыт или записан за другим зрителем.',
    en: 'This credit is settled already, or belongs to another viewer.',
  },
  'ext-origin': {
    status: 403,
    ru: 'Запрос не со страницы расширения.',
    en: 'The request does not come from the extension.',
  },
  'ext-too-fast': {
    status: 429,
    ru: 'Слишком часто. Подожди {wait} с.',
    en: 'Too fast. Wait {wait} s.',
  },
} as const satisfies Record<string, Answer>;

export type ExtCode = keyof typeof EXT_ANSWERS;

/** Thrown by the extension's routes, answered at their edge as `{code, message, args}`. */
export class ExtDenied extends Error {
  readonly code: ExtCode;
  readonly args: Args;

  constructor(code: ExtCode, args: Args = {}) {
    super(extSentence(code, args, 'en'));
    this.name = 'ExtDenied';
    this.code = code;
    this.args = args;
  }
}

export function extSentence(code: ExtCode, args: Args, lang: Lang): string {
  return EXT_ANSWERS[code][lang].replace(/\{(\w+)\}/g, (_, name: string) => String(args[name] ?? '—'));
}
