import type { BothGuides } from './guide.ts';

const SCOPE = 'https://www.googleapis.com/auth/youtube.force-ssl';

export const YOUTUBE_GUIDE: BothGuides = {
  ru: {
    page: 'https://console.cloud.google.com/projectcreate',
    steps: [
      'Создай проект, затем APIs & Services → Library → YouTube Data API v3 → Enable.',
      'Google Auth Platform → Get started: имя, почта, Audience: External.',
      'Audience → Publish app: пока там Testing, вход кончается через 7 дней.',
      'Clients → Create client → Web application; Authorized redirect URIs, знак в знак: {redirect}',
      'Create: скопируй Client ID и Client secret сразу, секрет показывают один раз.',
    ],
    scopes: {
      [SCOPE]: 'Находить эфир и читать его чат, отвечать, убирать строки. Более узкие права не пишут.',
    },
    notes: [
      'При входе Google скажет, что приложение не проверено: Advanced → Go to …. Приложение твоё, так и должно быть.',
      'У проекта 10 000 единиц в день; игра сама растягивает их на вечер. Чат есть только во время эфира.',
      'Наград за баллы на YouTube нет; донаты (Super Chat) и спонсорство видны.',
    ],
  },
  en: {
    page: 'https://console.cloud.google.com/projectcreate',
    steps: [
      'Make a project, then APIs & Services → Library → YouTube Data API v3 → Enable.',
      'Google Auth Platform → Get started: name, mail, Audience: External.',
      'Audience → Publish app: while it says Testing, every sign-in ends after 7 days.',
      'Clients → Create client → Web application; Authorized redirect URIs, to the letter: {redirect}',
      'Create: copy the Client ID and the Client secret at once, the secret is shown one time.',
    ],
    scopes: {
      [SCOPE]: 'Find the broadcast and read its chat, answer, remove lines. Narrower rights cannot write.',
    },
    notes: [
      'Google will say that the app is not verified: Advanced → Go to …. The app is your own, so that is as it should be.',
      'A project has 10,000 units a day; the game makes them last the evening. There is a chat only during a broadcast.',
      'YouTube has no channel points; Super Chat and memberships are seen.',
    ],
  },
};
