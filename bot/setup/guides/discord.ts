import type { BothGuides } from './guide.ts';

/** What the bot may do in the channel: bit of Discord's permissions → why. */
export const PERMISSIONS: Readonly<
  Record<string, { readonly bit: number; readonly ru: string; readonly en: string }>
> = {
  'View Channels': { bit: 10, ru: 'Видеть канал игры.', en: 'See the channel of the game.' },
  'Send Messages': { bit: 11, ru: 'Рассказывать, что происходит.', en: 'Tell what happens.' },
  'Embed Links': { bit: 14, ru: 'Показывать карточки.', en: 'Show cards.' },
  'Attach Files': { bit: 15, ru: 'Присылать карту картинкой.', en: 'Send the map as a picture.' },
  'Read Message History': {
    bit: 16,
    ru: 'Найти свою строку при проверке связи.',
    en: 'Find its own line when the connection is tested.',
  },
};

/** The address that invites the bot with exactly these rights. */
export function inviteLink(clientId: string): string {
  const bits = Object.values(PERMISSIONS).reduce((sum, { bit }) => sum + 2 ** bit, 0);
  const query = new URLSearchParams({
    client_id: clientId,
    scope: 'bot applications.commands',
    permissions: String(bits),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}

const reasons = (lang: 'ru' | 'en') =>
  Object.fromEntries(Object.entries(PERMISSIONS).map(([name, about]) => [name, about[lang]]));

export const DISCORD_GUIDE: BothGuides = {
  ru: {
    page: 'https://discord.com/developers/applications',
    steps: [
      'New Application: любое имя.',
      'Страница Bot → Reset Token: скопируй токен, его показывают один раз.',
      'Там же Message Content Intent: включи, если в канале игры хочешь писать команды словами. Команды с / работают и без него.',
      'Public Bot выключи: бот нужен только твоему серверу.',
    ],
    scopes: { ...reasons('ru'), 'applications.commands': 'Команды с / на сервере.' },
    notes: [
      'Discord — ещё одно окно в ту же игру: лента событий, карта картинкой, команды с / для связанных аккаунтов.',
    ],
  },
  en: {
    page: 'https://discord.com/developers/applications',
    steps: [
      'New Application: any name.',
      'Page Bot → Reset Token: copy the token, it is shown one time.',
      'Message Content Intent on the same page: switch it on to type commands as words in the channel. Slash commands work without it.',
      'Switch Public Bot off: only your server needs the bot.',
    ],
    scopes: { ...reasons('en'), 'applications.commands': 'Slash commands on the server.' },
    notes: [
      'Discord is one more window on the same game: the feed, the map as a picture, slash commands for linked accounts.',
    ],
  },
};
