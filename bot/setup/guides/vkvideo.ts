import type { SCOPES } from '../../../adapters/platform/vkvideo/oauth.ts';
import type { BothGuides } from './guide.ts';

type Reasons = Readonly<Record<(typeof SCOPES)[number], string>>;

const RU: Reasons = {
  'chat:message:send': 'Отвечать в чате. Читать чат можно и без прав.',
  'channel:points': 'Видеть баллы канала.',
  'channel:points:rewards': 'Создавать награды за баллы.',
  'channel:points:rewards:demands': 'Принимать заявки на награды и отклонять их с возвратом.',
};

const EN: Reasons = {
  'chat:message:send': 'Answer in the chat. Reading it needs no right.',
  'channel:points': 'See the points of the channel.',
  'channel:points:rewards': 'Make rewards for points.',
  'channel:points:rewards:demands': 'Accept demands for rewards, or reject them and give the points back.',
};

export const VKVIDEO_GUIDE: BothGuides = {
  ru: {
    page: 'https://dev.live.vkvideo.ru',
    steps: [
      'Войди аккаунтом канала и создай приложение.',
      'Redirect URI, знак в знак: {redirect}',
      'Скопируй Client ID и Client Secret.',
    ],
    scopes: RU,
    notes: [
      'Если площадка не принимает адрес 127.0.0.1: Ctrl-C, затем npx msig setup vkvideo и публичный адрес.',
      'Удалять строки, давать паузу, вести опросы и видеть донаты VK Видео приложениям не даёт. Писать можно только во время эфира.',
    ],
  },
  en: {
    page: 'https://dev.live.vkvideo.ru',
    steps: [
      "Sign in with the channel's account and make an application.",
      'Redirect URI, to the letter: {redirect}',
      'Copy the Client ID and the Client Secret.',
    ],
    scopes: EN,
    notes: [
      'If the platform does not take an address with 127.0.0.1: Ctrl-C, then npx msig setup vkvideo and a public one.',
      'VK Video lets no app remove lines, silence people, run polls or see donations. Lines can be written only during a broadcast.',
    ],
  },
};
