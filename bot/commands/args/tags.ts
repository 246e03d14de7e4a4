/** What items are tagged with, as people say it. The first Russian word is the one shown. */
import type { Lang } from '../../protocol/texts.ts';

/** Every tag of the base pack's items; a season may bring more, which then stand for themselves. */
const WORDS_RU: Readonly<Record<string, string>> = {
  heal: 'лечение лечить',
  move: 'движение шаги',
  attack: 'атака',
  gold: 'золото',
  dice: 'кубики',
  ward: 'защита щит',
  info: 'разведка знание',
  chat: 'чат',
  gift: 'подарки',
  trade: 'торговля',
  cleanse: 'очищение',
  trial: 'испытания',
  unlock: 'ключи',
  signal: 'сигнал',
  weapon: 'оружие',
  near: 'вблизи',
  mid: 'рядом',
  far: 'вдаль',
  fight: 'бой',
  class: 'классовые',
  steady: 'надёжность',
  daring: 'смелость риск',
  warm: 'тепло',
  food: 'еда',
  paper: 'бумага бумаги',
  wind: 'ветер',
  peace: 'мир',
  gear: 'снаряжение',
  slow: 'замедление',
  road: 'дорога',
  stage: 'сцена',
  reflect: 'отражение',
  bag: 'сумка',
  night: 'ночь',
  prize: 'призы',
  echo: 'эхо',
  copy: 'копия',
  shard: 'осколки',
  wild: 'дикое',
  mark: 'метки',
  dues: 'взносы',
  office: 'контора',
  delayed: 'отсрочка',
  mercy: 'пощада',
  cold: 'холод',
  cloud: 'облако',
  heat: 'жар',
  bill: 'счета',
  storm: 'гроза',
  stones: 'камни',
};

export const TAGS: readonly string[] = Object.keys(WORDS_RU);

const BY_WORD = new Map(
  TAGS.flatMap((tag) => WORDS_RU[tag]!.split(' ').map((word) => [word.replaceAll('ё', 'е'), tag] as const)),
);

/** The tag of a folded Russian word. */
export function tagOf(word: string): string | undefined {
  return BY_WORD.get(word);
}

/** A tag as it is shown in a language; unknown ones stand for themselves. */
export function tagName(lang: Lang, tag: string): string {
  const words = lang === 'ru' && Object.hasOwn(WORDS_RU, tag) ? WORDS_RU[tag] : undefined;
  return words?.split(' ')[0] ?? tag;
}
