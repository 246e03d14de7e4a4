/** Words of the page that gives out links to OBS sources. */
import type { Box, Motion, Source, ThemeName } from '../link/address.ts';
import type { KeyFault } from '../link/keys.ts';

export interface LinksWords {
  readonly title: string;
  readonly about: string;
  readonly sources: Readonly<Record<Source, readonly [name: string, note: string]>>;
  readonly themes: Readonly<Record<ThemeName, string>>;
  readonly motions: Readonly<Record<Motion, string>>;
  readonly size: string;
  readonly language: string;
  readonly player: string;
  readonly everybody: string;
  readonly theme: string;
  readonly contrast: string;
  readonly motion: string;
  readonly scale: string;
  readonly preview: (name: string) => string;
  readonly inObs: (size: Box) => string;
  readonly copy: string;
  readonly copyOf: (name: string) => string;
  readonly copied: (name: string) => string;
  readonly byHand: string;
  readonly revokeTitle: string;
  readonly revokeAbout: string;
  readonly revoke: string;
  readonly sure: string;
  readonly keep: string;
  readonly revoked: string;
  /** When old links have ended and a fresh one has yet to come. */
  readonly again: string;
  readonly faults: Readonly<Record<KeyFault, string>>;
}

const en: LinksWords = {
  title: 'Links for OBS',
  about:
    'One link a source. Copy it, add a Browser source in OBS, paste. A link only shows: nobody plays with it.',
  sources: {
    full: ['Full scene', 'the whole race, as a scene of its own'],
    strip: ['Strip', 'the race along the edge of your game'],
    corner: ['Player card', 'one player, in a corner'],
    dice: ['Dice', 'a throw, while it is thrown'],
    alerts: ['Alerts', 'chests, traps and trials as they come'],
    votes: ['Votes', 'what chat is asked, and for how long'],
    leaderboard: ['Standings', 'who is where, as a table'],
    chronicle: ['Chronicle', 'what happened, line by line'],
    previously: ['Previously on', 'last time, before this time'],
    ticker: ['Effects', 'what is in effect, in one line'],
    chat: ['Chat', 'every chat as one'],
    fight: ['Fight and story', 'the stage, whenever it is taken'],
  },
  themes: { glass: 'Stained glass', paper: 'Cut paper', signal: 'Late signal' },
  motions: { auto: 'As the system asks', full: 'Full', reduced: 'Reduced', off: 'None' },
  size: 'Size',
  language: 'Language',
  player: 'Player',
  everybody: 'Everybody',
  theme: 'Theme',
  contrast: 'High contrast',
  motion: 'Motion',
  scale: 'Scale',
  preview: (name) => `Preview: ${name}`,
  inObs: ({ width, height }) => `In OBS: width ${width}, height ${height}`,
  copy: 'Copy',
  copyOf: (name) => `Copy the link: ${name}`,
  copied: (name) => `Copied: ${name}. Paste it into OBS.`,
  byHand: 'The browser did not copy it. Select the link and copy it by hand.',
  revokeTitle: 'A link got out?',
  revokeAbout:
    'Every link to this game ends at once. Sources in OBS show a sign until they get a fresh one from here.',
  revoke: 'Revoke all links',
  sure: 'Revoke all, now',
  keep: 'Keep them',
  revoked: 'Old links no longer open. Copy fresh ones into OBS.',
  again: 'Ask for a fresh link',
  faults: {
    forbidden:
      'Links come from the host. Open this page from the front page, on the machine where the game runs.',
    silent: 'The host is silent. Try again.',
    ended: 'Old links have ended, and a fresh one did not come. Ask for it again.',
  },
};

const ru: LinksWords = {
  title: 'Ссылки для OBS',
  about:
    'Каждому источнику своя ссылка. Скопируй её, добавь в OBS источник «Браузер» и вставь. Ссылка только показывает: играть по ней нельзя.',
  sources: {
    full: ['Вся сцена', 'гонка целиком, отдельной сценой'],
    strip: ['Полоса', 'гонка вдоль края твоей игры'],
    corner: ['Карточка игрока', 'один игрок, в углу'],
    dice: ['Кубики', 'бросок, пока он летит'],
    alerts: ['Оповещения', 'сундуки, ловушки, испытания по мере прихода'],
    votes: ['Голосования', 'о чём спрашивают чат и сколько осталось'],
    leaderboard: ['Таблица', 'кто где стоит'],
    chronicle: ['Летопись', 'что было, строка за строкой'],
    previously: ['Ранее в игре', 'прошлый раз перед этим разом'],
    ticker: ['Эффекты', 'что сейчас в силе, одной строкой'],
    chat: ['Чат', 'все чаты в одном'],
    fight: ['Бой и история', 'сцена, когда она занята'],
  },
  themes: { glass: 'Витраж', paper: 'Бумага', signal: 'Поздний сигнал' },
  motions: { auto: 'Как просит система', full: 'Полное', reduced: 'Спокойное', off: 'Без движения' },
  size: 'Размер',
  language: 'Язык',
  player: 'Игрок',
  everybody: 'Все',
  theme: 'Тема',
  contrast: 'Высокий контраст',
  motion: 'Движение',
  scale: 'Масштаб',
  preview: (name) => `Предпросмотр: ${name}`,
  inObs: ({ width, height }) => `В OBS: ширина ${width}, высота ${height}`,
  copy: 'Копировать',
  copyOf: (name) => `Скопировать ссылку: ${name}`,
  copied: (name) => `Скопировано: ${name}. Вставь в OBS.`,
  byHand: 'Браузер не дал скопировать. Выдели ссылку и скопируй вручную.',
  revokeTitle: 'Ссылка утекла?',
  revokeAbout:
    'Все ссылки на эту игру перестанут работать сразу. Источники в OBS покажут табличку, пока не получат отсюда свежую.',
  revoke: 'Отозвать все ссылки',
  sure: 'Отозвать все сейчас',
  keep: 'Оставить',
  revoked: 'Старые ссылки больше не открываются. Скопируй в OBS свежие.',
  again: 'Попросить свежую ссылку',
  faults: {
    forbidden: 'Ссылки даёт хозяин игры. Открой эту страницу с главной, на машине, где идёт игра.',
    silent: 'Хост молчит. Попробуй ещё раз.',
    ended: 'Старые ссылки отозваны, а свежая не пришла. Попроси её ещё раз.',
  },
};

export const LINKS_WORDS: Readonly<Record<'ru' | 'en', LinksWords>> = { ru, en };
