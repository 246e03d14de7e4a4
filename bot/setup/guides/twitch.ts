import { SCOPES } from '../../../adapters/platform/twitch/scopes.ts';
import type { BothGuides } from './guide.ts';

const reasons = (lang: 'ru' | 'en') =>
  Object.fromEntries(Object.entries(SCOPES).map(([scope, reason]) => [scope, reason[lang]]));

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
    notes: [
      'The type Public has no secret: leave it empty. Such a sign-in dies after 30 days without a game.',
      'Channel point rewards and polls are for channels of partners and affiliates.',
    ],
  },
};
