/** The board's own words, for pages that bring none. Nicknames are never declined. */
import type { BoardTexts, Lang } from './types.ts';

export const WORDS: Readonly<Record<Lang, BoardTexts>> = {
  en: {
    zones: {
      forest: 'Forest Thicket',
      crystal: 'Crystal Cave',
      static: 'The Static',
      hell: 'Hell',
      heaven: 'Heaven',
    },
    kinds: {
      plain: 'path',
      trial: 'trial',
      trap: 'trap',
      chest: 'chest',
      monster: 'monster',
      story: 'story',
      market: 'market',
      camp: 'camp',
      object: 'stash',
      gate: 'gate',
      start: 'start',
      finish: 'finish',
    },
    effect: (id) => id,
    board: 'The board. {count} on the road, {length} cells from start to finish.',
    leader: 'In front: {name}, {left} to the finish.',
    player: '{place}. {name}: {zone}, {kind}, {left} to the finish, HP {hp} of {maxHp}.',
    effects: 'Effects: {list}.',
    treaties: { alliance: 'alliance', truce: 'truce', tribute: 'tribute', war: 'war' },
    treaty: '{a} and {b}: {kind}.',
    superGame: '{name} is in the super game: stages won {won}, lost {lost}.',
    passages: 'Passages open: {count}.',
    winner: 'The race is won by {name}.',
    empty: 'The board is empty. It will not stay so.',
  },
  ru: {
    zones: {
      forest: 'Лесная чаща',
      crystal: 'Хрустальная пещера',
      static: 'Помехи',
      hell: 'Ад',
      heaven: 'Небеса',
    },
    kinds: {
      plain: 'тропа',
      trial: 'испытание',
      trap: 'ловушка',
      chest: 'сундук',
      monster: 'монстр',
      story: 'история',
      market: 'рынок',
      camp: 'лагерь',
      object: 'тайник',
      gate: 'врата',
      start: 'старт',
      finish: 'финиш',
    },
    effect: (id) => id,
    board: 'Карта. В пути: {count}. Клеток от старта до финиша: {length}.',
    leader: 'Впереди {name}, до финиша: {left}.',
    player: '{place}. {name}: {zone}, {kind}, до финиша {left}, HP {hp} из {maxHp}.',
    effects: 'Эффекты: {list}.',
    treaties: { alliance: 'союз', truce: 'мир', tribute: 'дань', war: 'война' },
    treaty: '{a} и {b}: {kind}.',
    superGame: '{name} в суперигре: этапов взято {won}, не взято {lost}.',
    passages: 'Открыто проходов: {count}.',
    winner: 'Гонка окончена. Первое место: {name}.',
    empty: 'На карте пусто. Это ненадолго.',
  },
};

/** Fills {gaps}; a gap without a value stays as it is, so that a mistake is seen. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (gap, name: string) => (name in values ? String(values[name]) : gap));
}

export function wordsOf(lang: Lang, own?: Partial<BoardTexts>): BoardTexts {
  return { ...WORDS[lang], ...own };
}
