/** Sentences about the platforms' addresses, applications and sign-ins. */
import type { Sentences } from './sentences.ts';

const SETUP_RU = 'войди заново: npx msig setup';
const SETUP_EN = 'sign in again: npx msig setup';

export const PLATFORM = {
  NO_PLATFORMS: {
    ru: { found: 'платформы не подключены: npm start начнёт игру для пробы на своих страницах' },
    en: { found: 'no platform is connected: npm start begins a practice game on our own pages' },
  },
  REHEARSAL: {
    ru: {
      found:
        'это папка репетиции: платформы смоделированы, настоящие не спрашиваются; о своих входах — npx msig doctor, когда она кончится',
    },
    en: {
      found:
        'this is the folder of a rehearsal: platforms are simulated, real ones are not asked; for your own sign-ins run npx msig doctor when it has ended',
    },
  },
  NOT_ASKED: {
    ru: {
      found: 'не проверено: платформа не ответила',
      expected: 'ответ платформы',
      todo: 'смотри строку «Связь» и повтори позже',
    },
    en: {
      found: 'not checked: the platform did not answer',
      expected: 'an answer of the platform',
      todo: 'see the line "Connection", and try again later',
    },
  },
  REACH: { ru: { found: 'отвечают: {hosts}' }, en: { found: 'answering: {hosts}' } },
  REACH_DNS: {
    ru: {
      found: 'имя {host} не находится ({why})',
      expected: 'адрес, который знает DNS',
      todo: 'проверь сеть и DNS; если адрес свой — его запись в настройках',
    },
    en: {
      found: 'the name {host} is not found ({why})',
      expected: 'an address that DNS knows',
      todo: 'check the network and DNS; for an address of your own, its setting',
    },
  },
  REACH_TCP: {
    ru: {
      found: '{host} не принимает соединение ({why})',
      expected: 'открытый порт',
      todo: 'проверь сеть и файрвол; если адрес свой — его запись в настройках',
    },
    en: {
      found: '{host} takes no connection ({why})',
      expected: 'an open port',
      todo: 'check the network and the firewall; for an address of your own, its setting',
    },
  },
  REACH_TLS: {
    ru: {
      found: 'шифрование с {host} не удалось ({why})',
      expected: 'действительный сертификат',
      todo: 'проверь часы; отключи программу, которая вскрывает https',
    },
    en: {
      found: 'encryption with {host} failed ({why})',
      expected: 'a valid certificate',
      todo: 'check the clock; switch off whatever opens up https',
    },
  },
  REACH_HTTP: {
    ru: {
      found: '{host} не отвечает ({why})',
      expected: 'ответ за 8 с',
      todo: 'проверь сеть и прокси, повтори позже',
    },
    en: {
      found: '{host} does not answer ({why})',
      expected: 'an answer within 8 s',
      todo: 'check the network and proxies, and try again later',
    },
  },
  REACH_ILL: {
    ru: {
      found: '{host} отвечает ошибкой {status}',
      expected: 'ответ без ошибки',
      todo: 'подожди: неполадка на стороне платформы',
    },
    en: {
      found: '{host} answers with error {status}',
      expected: 'an answer without one',
      todo: "wait: the trouble is on the platform's side",
    },
  },
  APP: { ru: { found: 'id и секрет подходят' }, en: { found: 'id and secret are good' } },
  APP_NONE: {
    ru: { found: 'без приложения; здесь можно и так' },
    en: { found: 'none; here it can be done without' },
  },
  APP_UNTESTED: {
    ru: { found: 'без секрета не проверить; покажет вход' },
    en: { found: 'cannot be tried without a secret; the sign-in will tell' },
  },
  APP_MISSING: {
    ru: {
      found: 'приложения нет',
      expected: '{prefix}_CLIENT_ID и секрет',
      todo: 'создай приложение: npx msig setup',
    },
    en: {
      found: 'there is no application',
      expected: '{prefix}_CLIENT_ID and its secret',
      todo: 'make one: npx msig setup',
    },
  },
  APP_REFUSED: {
    ru: {
      found: 'платформа не принимает id или секрет ({word})',
      expected: 'пара со страницы приложения',
      todo: 'перепиши их оттуда: npx msig setup, или {prefix}_CLIENT_ID и {prefix}_CLIENT_SECRET',
    },
    en: {
      found: 'the platform does not take the id or the secret ({word})',
      expected: "the pair from the application's page",
      todo: 'copy them anew: npx msig setup, or {prefix}_CLIENT_ID and {prefix}_CLIENT_SECRET',
    },
  },
  SIGN_IN: { ru: { found: 'действует' }, en: { found: 'good' } },
  SIGN_IN_RENEWS: {
    ru: { found: 'действует и продлевается сам' },
    en: { found: 'good, and renews itself' },
  },
  SIGN_IN_LASTS: {
    ru: { found: 'действует ещё {hours} ч; сам не продлевается' },
    en: { found: 'good for {hours} h; does not renew itself' },
  },
  SIGN_IN_SHORT: {
    ru: {
      found: 'действует ещё {hours} ч и сам не продлевается',
      expected: 'вход, который продлевается',
      todo: SETUP_RU,
    },
    en: {
      found: 'good for {hours} h, and does not renew itself',
      expected: 'a sign-in that renews itself',
      todo: SETUP_EN,
    },
  },
  SIGN_IN_NONE: {
    ru: { found: 'без входа: чат читается, если платформа даёт; ответы — на оверлее' },
    en: { found: 'none: the chat is read where the platform allows; answers appear on the overlay' },
  },
  SIGN_IN_ASLEEP: {
    ru: { found: 'истёк, продлится при запуске; здесь не пробуется: токен продления бывает одноразовым' },
    en: {
      found: 'ran out, renewed at the next start; not tried here, for a renewal token may work only once',
    },
  },
  SIGN_IN_NO_UNITS: {
    ru: { found: 'не проверен: квота дня исчерпана' },
    en: { found: "not checked: the day's quota is used up" },
  },
  SIGN_IN_ENDED: {
    ru: { found: 'истёк, продлить нечем', expected: 'действующий вход', todo: SETUP_RU },
    en: { found: 'ran out, and cannot be renewed', expected: 'a good sign-in', todo: SETUP_EN },
  },
  SIGN_IN_SPENT: {
    ru: { found: 'истёк, и срок продления тоже', expected: 'действующий вход', todo: SETUP_RU },
    en: { found: 'ran out, and so did its renewal', expected: 'a good sign-in', todo: SETUP_EN },
  },
  SIGN_IN_REFUSED: {
    ru: {
      found: 'платформа не принимает токен: доступ отозван или пароль сменён',
      expected: 'действующий вход',
      todo: SETUP_RU,
    },
    en: {
      found: 'the platform does not accept the token: it was taken back, or the password changed',
      expected: 'a good sign-in',
      todo: SETUP_EN,
    },
  },
  SIGN_IN_VARIABLE: {
    ru: {
      found: 'заданный вручную токен ({name}) сильнее входа, который сделал мастер',
      expected: 'один вход на канал',
      todo: 'играть от имени мастера — убери {name}; от имени токена — ничего',
    },
    en: {
      found: 'a token given by hand ({name}) wins over the sign-in that the wizard made',
      expected: 'one sign-in for a channel',
      todo: "to play by the wizard's, remove {name}; to play by the token, nothing",
    },
  },
  SIGN_IN_CUT_OFF: {
    ru: {
      found: 'прошлое продление оборвалось на полпути',
      expected: 'целая пара токенов',
      todo: 'запусти MSIG: он попробует сам; не вышло — npx msig setup',
    },
    en: {
      found: 'the last renewal was cut off half-way',
      expected: 'a whole pair of tokens',
      todo: 'start MSIG: it tries by itself; if that fails, npx msig setup',
    },
  },
  SIGN_IN_FOREIGN: {
    ru: {
      found: 'токен выдан другому приложению',
      expected: 'вход через приложение из настроек: иначе ни продления, ни наград',
      todo: SETUP_RU,
    },
    en: {
      found: 'the token was given to another application',
      expected: 'a sign-in by the application of the settings: else no renewals and no rewards',
      todo: SETUP_EN,
    },
  },
} as const satisfies Sentences;
