/** Texts of the race pack: a name in each language for every id; the other sentences follow from it. */

export const NAMES: Readonly<Record<string, readonly [ru: string, en: string]>> = {
  // items
  booster: ['Ускоритель', 'Booster'],
  harpoon: ['Гарпун', 'Harpoon'],
  magnet: ['Магнит', 'Magnet'],
  shield: ['Щит', 'Shield'],
  purse: ['Кошелёк', 'Purse'],
  knife: ['Ножик', 'Knife'],
  spear: ['Копьё', 'Spear'],
  sling: ['Рогатка', 'Sling'],
  // effects
  boosted: ['Разгон', 'Boosted'],
  shielded: ['Под щитом', 'Shielded'],
  stuck: ['Остановка', 'Stuck'],
  // what cells do
  earn: ['Монеты', 'Coins'],
  earn_more: ['Ещё монеты', 'More coins'],
  pay: ['Пошлина', 'Toll'],
  back: ['Назад', 'Back'],
  skip: ['Пропуск', 'Skip'],
  ahead: ['Вперёд', 'Ahead'],
  collect: ['Сбор', 'Collection'],
  find_booster: ['Коробка с ускорителем', 'Box with a booster'],
  find_harpoon: ['Коробка с гарпуном', 'Box with a harpoon'],
  find_magnet: ['Коробка с магнитом', 'Box with a magnet'],
  find_shield: ['Коробка со щитом', 'Box with a shield'],
  // what every pack must have
  racer: ['Гонщик', 'Racer'],
  laps: ['Круги', 'Laps'],
  fine: ['Штраф', 'Fine'],
  shout: ['Крик', 'Shout'],
  monster: ['Зверь', 'Beast'],
  story: ['Сказка', 'Story'],
  guardian: ['Сторож', 'Guard'],
  forest: ['Лес', 'Forest'],
  crystal: ['Кристалл', 'Crystal'],
  static: ['Помехи', 'Static'],
  hell: ['Жар', 'Heat'],
  heaven: ['Облака', 'Clouds'],
};

const QUESTIONS = ['monster', 'story', 'guardian'];

/** The text of one entry, as `config/content/texts` would hold it. */
export function textOf(kind: string, id: string, lang: 'ru' | 'en'): object {
  const name = NAMES[id]?.[lang === 'ru' ? 0 : 1] ?? id;
  if (kind === 'zones') return { name, line: `${name}.` };
  return {
    name,
    line: `${name}.`,
    flavor: `${name}!`,
    rule: `${name}.`,
    ...(QUESTIONS.includes(id) && { question: `${name}?` }),
    ...(id === 'shout' && { word: 'hey' }),
  };
}
