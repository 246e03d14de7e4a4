/** Words that the tables of several reports share: names of kinds, stats and places in a fight. */
import { Option } from 'commander';

export type ReportLang = 'ru' | 'en';

/** `--lang` of a command whose table is for people. Without it the settings say. */
export function langOption(): Option {
  return new Option('--lang <lang>', 'language of the table').choices(['ru', 'en']);
}

/** English ids say what they mean; in Russian they have a word. Names from a pack stay what is typed in its files. */
const RU: Readonly<Record<string, string>> = {
  ...{ items: 'предметы', effects: 'эффекты', trials: 'испытания', traps: 'ловушки', finds: 'находки' },
  ...{
    punishments: 'наказания',
    rewards: 'награды',
    classes: 'классы',
    skills: 'навыки',
    objects: 'объекты',
  },
  ...{ stories: 'истории', abilities: 'приёмы', affixes: 'изводы', families: 'семейства', props: 'реквизит' },
  ...{ synergies: 'сочетания', templates: 'чудовища' },
  ...{ strength: 'сила', agility: 'ловкость', endurance: 'выносливость', mind: 'разум', luck: 'удача' },
  ...{ maxHp: 'HP', initiative: 'инициатива', crit: 'крит', evasion: 'уклонение' },
  ...{ near: 'ближнее', mid: 'среднее', far: 'дальнее' },
  ...{ earth: 'земля', water: 'вода', fire: 'огонь', electricity: 'ток' },
  ...{ push: 'толчок', stun: 'оглушение', slow: 'замедление', bleed: 'раны' },
  ...{ wild: 'в пути', gate: 'у ворот', boss: 'в финале', waves: 'волнами' },
};

/** The word for an id of the game; of an id that is none, or that a pack gave, itself. */
export function wordOf(id: string, lang: ReportLang): string {
  return (lang === 'ru' && Object.hasOwn(RU, id) ? RU[id] : undefined) ?? id;
}

/** `fire_resistance` is told as the element, since its row says what it is. */
export function statOf(id: string, lang: ReportLang): string {
  const [, kind] = /^(\w+)_resistance$/.exec(id) ?? [];
  return lang === 'ru' && kind ? `стойкость: ${wordOf(kind, lang)}` : wordOf(id, lang);
}
