import { SCOPES } from '../../../adapters/platform/twitch/scopes.ts';
import type { BothGuides } from './guide.ts';

const reasons = (lang: 'ru' | 'en') =>
  Object.fromEntries(Object.entries(SCOPES).map(([scope, reason]) => [scope, reason[lang]]));

const GROUPS = [
  {
    ru: 'чат: читать, отвечать, впускать отдельного бота',
    en: 'the chat: read it, answer, let a separate bot in',
    scopes: ['user:read:chat', 'user:write:chat', 'chat:read', 'chat:edit', 'channel:bot'],
  },
  {
    ru: 'награды за баллы: создавать, закрывать, возвращать',
    en: 'channel points: make rewards, settle them, refund',
    scopes: ['channel:manage:redemptions'],
  },
  {
    ru: 'замечать битсы, подписки, фолловеров',
    en: 'notice bits, subscriptions, followers',
    scopes: ['bits:read', 'channel:read:subscriptions', 'moderator:read:followers'],
  },
  {
    ru: 'голосования, прогнозы, строки, паузы (игра ими пока не пользуется)',
    en: 'polls, predictions, lines, pauses (not used by the game yet)',
    scopes: [
      'channel:manage:polls',
      'channel:manage:predictions',
      'moderator:manage:chat_messages',
      'moderator:manage:banned_users',
    ],
  },
] as const;

const groups = (lang: 'ru' | 'en') => GROUPS.map((group) => ({ what: group[lang], scopes: group.scopes }));

/** The device code needs no redirect, but the form does. */
export const TWITCH_GUIDE: BothGuides = {
  ru: {
    page: 'https://dev.twitch.tv/console/apps/create',
    steps: [
      'Войди тем аккаунтом, на котором включена двухфакторная защита: без неё приложение не создать.',
      'Name: любое свободное имя. OAuth Redirect URLs: http://localhost (поле обязательное, вход его не использует).',
      'Category: Game Integration. Client Type: Confidential.',
      'Create, затем Manage: скопируй Client ID, потом New Secret и скопируй секрет.',
    ],
    scopes: reasons('ru'),
    groups: groups('ru'),
    notes: [
      'С типом Public секрета нет: оставь его пустым. Такой вход умирает после 30 дней без игры.',
      'Награды за баллы и голосования доступны каналам партнёров и компаньонов.',
    ],
  },
  en: {
    page: 'https://dev.twitch.tv/console/apps/create',
    steps: [
      'Use an account with two-factor sign-in: without it no app can be made.',
      'Name: any free one. OAuth Redirect URLs: http://localhost (the field is required, the sign-in does not use it).',
      'Category: Game Integration. Client Type: Confidential.',
      'Create, then Manage: copy the Client ID, press New Secret and copy the secret.',
    ],
    scopes: reasons('en'),
    groups: groups('en'),
    notes: [
      'The type Public has no secret: leave it empty. Such a sign-in dies after 30 days without a game.',
      'Channel point rewards and polls are for channels of partners and affiliates.',
    ],
  },
};
