/** What the gateway itself says no to: code → status and sentence. Refusals of the game are in bot/refusals.ts. */

interface Answer {
  readonly status: number;
  readonly ru: string;
  readonly en: string;
}

export const ANSWERS = {
  'bad-json': {
    status: 400,
    ru: 'Тело запроса — не JSON: {detail}.',
    en: 'The body is not JSON: {detail}.',
  },
  'bad-request': {
    status: 400,
    ru: 'Запрос не по форме: {detail}. Что ожидается: /api/docs.',
    en: 'The request has a wrong shape: {detail}. What is expected: /api/docs.',
  },
  'bad-frame': {
    status: 400,
    ru: 'Сообщение не по форме: {detail}.',
    en: 'The message has a wrong shape: {detail}.',
  },
  'wrong-version': {
    status: 400,
    ru: 'Версия протокола {found}, ожидалась {expected}. Обнови ту сторону, что старше.',
    en: 'Protocol version {found}, expected {expected}. Update whichever side is older.',
  },
  'bad-export': {
    status: 400,
    ru: 'Это не нетронутый экспорт игры: {detail}.',
    en: 'This is not an untouched export of a game: {detail}.',
  },
  'bad-host': {
    status: 403,
    ru: 'Адрес {found} здесь не знают. Открой 127.0.0.1 или добавь имя в настройку names.',
    en: 'The name {found} is not known here. Open 127.0.0.1, or add the name to the setting "names".',
  },
  'bad-origin': {
    status: 403,
    ru: 'Запрос со страницы {found}: чужие страницы сюда не пускают.',
    en: 'A request from a page of {found}: pages of other sites are not let in.',
  },
  'no-token': {
    status: 401,
    ru: 'Нужен токен: заголовок Authorization: Bearer ….',
    en: 'A token is needed: header Authorization: Bearer ….',
  },
  'bad-token': {
    status: 401,
    ru: 'Токен не подходит: подпись чужая или токен отозван. Возьми новый у хозяина игры.',
    en: 'The token is not good: forged, foreign or revoked. Ask the game host for a new one.',
  },
  'token-expired': {
    status: 401,
    ru: 'Срок токена вышел. Обменяй его: POST /api/token.',
    en: 'The token has ended. Exchange it: POST /api/token.',
  },
  'code-spent': {
    status: 410,
    ru: 'Эта ссылка уже открыта один раз. Новая печатается при запуске; открытую страницу можно сохранить в закладки.',
    en: 'This link has been opened once already. A start prints a new one; an open page can be bookmarked.',
  },
  forbidden: {
    status: 403,
    ru: 'Этот токен на такое не годится: {detail}.',
    en: 'This token does not reach that far: {detail}.',
  },
  'unknown-game': {
    status: 404,
    ru: 'Игры {found} здесь нет. Список: GET /api/games.',
    en: 'There is no game {found} here. The list: GET /api/games.',
  },
  'unknown-application': {
    status: 404,
    ru: 'Заявки {found} нет, на неё уже ответили или ключ не тот.',
    en: 'There is no application {found}, it has its answer already, or the key is another one.',
  },
  'applications-full': {
    status: 409,
    ru: 'Заявок ждёт слишком много. Приходи, когда на них ответят.',
    en: 'Too many applications wait. Come back when they have been answered.',
  },
  'applications-yours': {
    status: 409,
    ru: 'С твоего адреса уже ждут ответа заявки: {limit}. Следующую отправь, когда на них ответят.',
    en: 'From your address {limit} applications wait already. Send the next one when they have been answered.',
  },
  'unknown-view': {
    status: 404,
    ru: 'Вида {found} нет. Есть: board, leaderboard, log, talk, bag:p1 … bag:p8, odds:p1 … odds:p8.',
    en: 'There is no view {found}. There are: board, leaderboard, log, talk, bag:p1 … bag:p8, odds:p1 … odds:p8.',
  },
  'not-found': {
    status: 404,
    ru: 'Здесь ничего нет: {found}. Что есть: /api/docs.',
    en: 'Nothing is here: {found}. What there is: /api/docs.',
  },
  'no-page': {
    status: 503,
    ru: 'Страницы не собраны. Собери их: npm run build.',
    en: 'The pages are not built. Build them: npm run build.',
  },
  'game-exists': {
    status: 409,
    ru: 'Игра {found} здесь уже есть.',
    en: 'Game {found} is here already.',
  },
  'no-process': {
    status: 409,
    ru: 'Чат игрока {player} сейчас никто не слушает.',
    en: 'Nobody is listening to the chat of {player} right now.',
  },
  'too-large': {
    status: 413,
    ru: 'Слишком большое сообщение. Предел: {limit} байт.',
    en: 'Too large. The limit is {limit} bytes.',
  },
  'wrong-type': {
    status: 415,
    ru: 'Тип {found} не читается. Ожидается application/json.',
    en: 'Content type {found} is not read here. application/json is expected.',
  },
  'too-fast': {
    status: 429,
    ru: 'Слишком часто. Предел: {limit} в секунду. Подожди и повтори.',
    en: 'Too fast. The limit is {limit} a second. Wait, then repeat.',
  },
  'too-busy': {
    status: 503,
    ru: 'Очередь игры полна. Повтори через секунду с тем же id.',
    en: 'The mailbox of the game is full. Repeat in a second with the same id.',
  },
  closing: {
    status: 503,
    ru: 'Игра закрывается. Повтори после перезапуска с тем же id.',
    en: 'The game is closing. Repeat after the restart with the same id.',
  },
  'not-stored': {
    status: 503,
    ru: 'Команда не записана: {detail}. Она не выполнена; повтори с тем же id.',
    en: 'The command could not be stored: {detail}. It was not done; repeat with the same id.',
  },
  fault: {
    status: 500,
    ru: 'Сбой в самой программе. Игра идёт дальше, команда не выполнена.',
    en: 'A fault of the program itself. The game goes on; the command was not done.',
  },
} as const satisfies Record<string, Answer>;

export type AnswerCode = keyof typeof ANSWERS;
export type Lang = 'ru' | 'en';
export type Args = Readonly<Record<string, string | number>>;

/** Thrown inside the gateway and answered at its edge. */
export class Denied extends Error {
  readonly code: AnswerCode;
  readonly args: Args;

  constructor(code: AnswerCode, args: Args = {}) {
    super(sentence(code, args, 'en'));
    this.name = 'Denied';
    this.code = code;
    this.args = args;
  }
}

export function isAnswerCode(code: string): code is AnswerCode {
  return Object.hasOwn(ANSWERS, code);
}

export function sentence(code: AnswerCode, args: Args, lang: Lang): string {
  return ANSWERS[code][lang].replace(/\{(\w+)\}/g, (_, name: string) => String(args[name] ?? '—'));
}

/** `?lang=` first, then the browser's wish, then English. */
export function langOf(query: unknown, accept: string | undefined): Lang {
  if (query === 'ru' || query === 'en') return query;
  for (const part of (accept ?? '').split(',')) {
    const tag = part.trim().slice(0, 2).toLowerCase();
    if (tag === 'ru' || tag === 'en') return tag;
  }
  return 'en';
}
