import type { KICK_SCOPES } from '../../../adapters/platform/kick/oauth.ts';
import type { BothGuides } from './guide.ts';

type Reasons = Readonly<Record<(typeof KICK_SCOPES)[number], string>>;

const RU: Reasons = {
  'user:read': 'Узнать, чей это вход.',
  'channel:read': 'Узнать канал, название эфира и идёт ли он.',
  'channel:rewards:read': 'Видеть выкупы наград.',
  'channel:rewards:write': 'Создавать награды, принимать выкупы и отклонять их с возвратом баллов.',
  'chat:write': 'Отвечать в чате.',
  'events:subscribe': 'Получать строки чата: Kick присылает их вебхуками.',
  'moderation:ban': 'Давать паузу тем, кто нарушает правила чата игры.',
  'moderation:chat_message:manage': 'Удалять строки, которые нарушают правила чата игры.',
  'kicks:read': 'Замечать подарки KICKs.',
};

const EN: Reasons = {
  'user:read': 'Know whose sign-in it is.',
  'channel:read': 'Know the channel, the title of the stream and whether it is live.',
  'channel:rewards:read': 'See redemptions of rewards.',
  'channel:rewards:write': 'Make rewards, accept redemptions, or reject them and give the points back.',
  'chat:write': 'Answer in the chat.',
  'events:subscribe': 'Get the lines of the chat: Kick sends them by webhook.',
  'moderation:ban': "Give a pause to those who break the rules of the game's chat.",
  'moderation:chat_message:manage': "Remove lines that break the rules of the game's chat.",
  'kicks:read': 'Notice gifts of KICKs.',
};

const GROUPS = [
  {
    ru: 'чат: получать строки и отвечать; знать, чей это вход и идёт ли эфир',
    en: 'the chat: get its lines and answer; know whose sign-in it is, and the stream',
    scopes: ['user:read', 'channel:read', 'chat:write', 'events:subscribe'],
  },
  {
    ru: 'награды за баллы: создавать, закрывать, возвращать; подарки KICKs',
    en: 'channel points: make rewards, settle them, refund; gifts of KICKs',
    scopes: ['channel:rewards:read', 'channel:rewards:write', 'kicks:read'],
  },
  {
    ru: 'удаление строк и паузы (игра ими пока не пользуется)',
    en: 'removing lines and pauses (not used by the game yet)',
    scopes: ['moderation:ban', 'moderation:chat_message:manage'],
  },
] as const;

const groups = (lang: 'ru' | 'en') => GROUPS.map((group) => ({ what: group[lang], scopes: group.scopes }));

export const KICK_GUIDE: BothGuides = {
  ru: {
    page: 'https://kick.com/settings/developer',
    steps: [
      'Включи двухфакторную защиту (Settings → Security): без неё приложение не создать.',
      'Create new. Redirect URL, знак в знак: {redirect}',
      'Enable webhooks; Webhook URL: {hook}',
      'Создай бота приложения (Create bot), если ответы должны идти от его имени.',
      'Скопируй Client ID и Client Secret.',
    ],
    scopes: RU,
    groups: groups('ru'),
    notes: ['Голосований на Kick нет: зрители голосуют числом в чате.'],
  },
  en: {
    page: 'https://kick.com/settings/developer',
    steps: [
      'Switch on two-factor sign-in (Settings → Security): without it no app can be made.',
      'Create new. Redirect URL, to the letter: {redirect}',
      'Enable webhooks; Webhook URL: {hook}',
      "Make the app's bot (Create bot) if answers should come from it.",
      'Copy the Client ID and the Client Secret.',
    ],
    scopes: EN,
    groups: groups('en'),
    notes: ['Kick has no polls: viewers vote by a number in the chat.'],
  },
};

/** Why Kick needs an address that the world can reach, how to get one, and what is left without it. */
export const KICK_PUBLIC: Readonly<Record<'ru' | 'en', (port: number) => string>> = {
  ru: (port) => `Kick не даёт читать чат по соединению: каждую строку он присылает вебхуком на твой адрес,
открытый миру по HTTPS. Годится любой из двух путей:
  туннель: cloudflared tunnel --url http://127.0.0.1:${port} (или ngrok http ${port}) — он напечатает адрес https://…;
  свой сервер с именем: Caddy или nginx, которые передают /hooks/ и /auth/ на 127.0.0.1:${port}.
Открывать остальные пути не нужно. Адрес бесплатного туннеля меняется при каждом запуске: впиши новый в приложение Kick.
Без публичного адреса работают ответы в чат, награды и возврат баллов (выкупы читаются раз в минуту).
Не работают команды из чата Kick и подарки. Играть тогда можно с другой площадки того же места.`,
  en: (
    port,
  ) => `Kick has no connection to read the chat by: it sends every line by webhook to an address of yours
that the world can reach over HTTPS. Either way will do:
  a tunnel: cloudflared tunnel --url http://127.0.0.1:${port} (or ngrok http ${port}), which prints an address https://…;
  a server of your own with a name: Caddy or nginx that passes /hooks/ and /auth/ on to 127.0.0.1:${port}.
No other path has to be open. A free tunnel has a new address at every start: put it into the Kick app again.
Without a public address these work: answers in the chat, rewards and refunds (redemptions are read once a minute).
These do not: commands from Kick's chat, gifts. Then play from another platform of the same seat.`,
};

/** For platforms that need such an address only for the way back from the sign-in. */
export const RETURN_PUBLIC: Readonly<Record<'ru' | 'en', (port: number) => string>> = {
  ru: (port) => `По публичному адресу браузер с любой машины вернётся к мастеру. Годится любой из двух путей:
  туннель: cloudflared tunnel --url http://127.0.0.1:${port} (или ngrok http ${port}) — он напечатает адрес https://…;
  свой сервер с именем: Caddy или nginx, которые передают /auth/ на 127.0.0.1:${port}.`,
  en: (port) => `By a public address a browser on any machine comes back to the wizard. Either way will do:
  a tunnel: cloudflared tunnel --url http://127.0.0.1:${port} (or ngrok http ${port}), which prints an address https://…;
  a server of your own with a name: Caddy or nginx that passes /auth/ on to 127.0.0.1:${port}.`,
};
