/** What only Discord says: everything about the game itself is said by `bot/commands`. */
import type { Lang } from '../protocol/texts.ts';
import type { ArgName } from './args.ts';

interface Words {
  readonly args: Readonly<Record<ArgName, readonly [name: string, description: string]>>;
  readonly way: string;
  readonly roll: string;
  readonly yes: string;
  readonly no: string;
  readonly voted: string;
  readonly stale: string;
  readonly elsewhere: string;
  readonly away: string;
  readonly nothing: string;
  readonly more: (count: number) => string;
}

const RU: Words = {
  args: {
    player: ['игрок', 'за кого или о ком; без этого — твой игрок или первый'],
    item: ['вещь', 'имя вещи'],
    target: ['цель', 'имя игрока, клетка 14 или +2'],
    to: ['кому', 'имя игрока'],
    way: ['путь', 'номер дороги'],
    option: ['ответ', 'номер ответа'],
    choice: ['голос', 'номер, число или слово'],
    die: ['кубик', 'кубик из запаса: d8'],
    weapon: ['оружие', 'ближнее, среднее, дальнее или имя'],
    entry: ['имя', 'вещь, эффект, испытание или клетка'],
    command: ['команда', 'о какой команде рассказать'],
    request: ['номер', 'номер просьбы'],
    proof: ['ссылка', 'доказательство'],
    terms: ['условия', '@имя талон,лечение 3/день 7д; -@имя — забрать'],
    code: ['код', 'код из другого чата; да или нет — ответить на просьбу'],
    words: ['слова', 'что написать после команды'],
  },
  way: 'Путь',
  roll: 'Бросить',
  yes: 'Да',
  no: 'Нет',
  voted: 'Голос принят. До конца голосования его можно поменять.',
  stale: 'Этот вопрос уже закрыт. Что ждёт ответа сейчас: /испытание',
  elsewhere: 'Игра идёт на другом сервере, здесь она не отвечает.',
  away: 'Связи с игрой нет. Она вернётся сама; попробуй через минуту.',
  nothing: 'Принято.',
  more: (count) => `… событий раньше: ${count}`,
};

const EN: Words = {
  args: {
    player: ['player', 'for whom or about whom; without it, your player or the first'],
    item: ['item', 'name of the item'],
    target: ['target', 'name of a player, cell 14 or +2'],
    to: ['to', 'name of a player'],
    way: ['way', 'number of the way'],
    option: ['option', 'number of the answer'],
    choice: ['choice', 'a number or the word'],
    die: ['die', 'a spare die: d8'],
    weapon: ['weapon', 'near, mid, far or a name'],
    entry: ['name', 'an item, effect, trial or cell'],
    command: ['command', 'which command to tell about'],
    request: ['number', 'number of the request'],
    proof: ['link', 'the proof'],
    terms: ['terms', '@name ticket,heal 3/day 7d; -@name to revoke'],
    code: ['code', 'the code from your other chat; yes or no to answer a request'],
    words: ['words', 'what to type after the command'],
  },
  way: 'Way',
  roll: 'Roll',
  yes: 'Yes',
  no: 'No',
  voted: 'Your vote is in. You may change it until the vote ends.',
  stale: 'This question is closed already. What waits for an answer now: /trial',
  elsewhere: 'The game is played in another server and does not answer here.',
  away: 'The line to the game is down. It comes back by itself; try again in a minute.',
  nothing: 'Done.',
  more: (count) => `… earlier events: ${count}`,
};

export const WORDS: Readonly<Record<Lang, Words>> = { ru: RU, en: EN };

/** Discord's `ru` is Russian; everybody else reads English. */
export function langOf(locale: string): Lang {
  return /^ru\b/i.test(locale) ? 'ru' : 'en';
}
