/** Sentences about this machine. `found`: how it is; `expected` and `todo` only where something is wrong. */
import type { Sentences } from './sentences.ts';

export const MACHINE = {
  SETTINGS: {
    ru: { found: 'читаются; данные в {data}' },
    en: { found: 'can be read; data in {data}' },
  },
  SETTINGS_BROKEN: {
    ru: {
      found: 'не читаются: {why}',
      expected: 'настройки без ошибок',
      todo: 'исправь названное место или пройди npx msig setup; до этого остальное не проверяется',
    },
    en: {
      found: 'cannot be read: {why}',
      expected: 'settings without faults',
      todo: 'mend the place named, or run npx msig setup; until then nothing else is checked',
    },
  },
  NODE: { ru: { found: '{found}' }, en: { found: '{found}' } },
  NODE_OLD: {
    ru: {
      found: 'запущен {found}',
      expected: 'версия {least} или новее',
      todo: 'запускай через npx msig: он берёт свой Node',
    },
    en: {
      found: '{found} is running',
      expected: 'version {least} or newer',
      todo: 'start with npx msig: it brings its own Node',
    },
  },
  PACKAGES: {
    ru: { found: 'пакетов на месте: {count}' },
    en: { found: 'packages in place: {count}' },
  },
  PACKAGES_WRONG: {
    ru: {
      found: 'не тех пакетов: {count} ({list})',
      expected: 'версии из package.json',
      todo: 'выполни npm ci в папке проекта',
    },
    en: {
      found: 'packages that differ: {count} ({list})',
      expected: 'the versions of package.json',
      todo: "run npm ci in the project's folder",
    },
  },
  PAGES: { ru: { found: 'страницы собраны' }, en: { found: 'the pages are built' } },
  PAGES_MISSING: {
    ru: {
      found: 'не собраны страницы: {list}',
      expected: 'страницы в {folder}',
      todo: 'ничего: npm start соберёт их сам; или npm run build',
    },
    en: {
      found: 'pages not built: {list}',
      expected: 'pages in {folder}',
      todo: 'nothing: npm start builds them by itself; or npm run build',
    },
  },
  PORT_ANY: { ru: { found: 'любой свободный' }, en: { found: 'any free one' } },
  PORT_FREE: { ru: { found: '{port} на {host} свободен' }, en: { found: '{port} on {host} is free' } },
  PORT_OURS: {
    ru: { found: 'на {url} уже идёт MSIG {version}, игр: {games}' },
    en: { found: 'MSIG {version} runs at {url}, games: {games}' },
  },
  PORT_TAKEN: {
    ru: {
      found: '{port} на {host} занят другой программой',
      expected: 'свободный порт',
      todo: 'закрой её или выбери другой порт: --port {next}',
    },
    en: {
      found: '{port} on {host} is taken by another program',
      expected: 'a free port',
      todo: 'close it, or choose another port: --port {next}',
    },
  },
  PORT_FORBIDDEN: {
    ru: {
      found: '{port} на {host} система открыть не даёт',
      expected: 'порт, который можно открыть',
      todo: 'выбери порт от 1024 и адрес этой машины: --port 4747 --host 127.0.0.1',
    },
    en: {
      found: 'the system does not open {port} on {host}',
      expected: 'a port that can be opened',
      todo: 'choose a port from 1024 up and an address of this machine: --port 4747 --host 127.0.0.1',
    },
  },
  CLOCK: {
    ru: { found: 'идут вместе с платформами (разница {seconds} с)' },
    en: { found: 'agrees with the platforms ({seconds} s apart)' },
  },
  CLOCK_ALONE: {
    ru: { found: 'сравнить не с чем' },
    en: { found: 'nothing to compare with' },
  },
  CLOCK_FAST: {
    ru: {
      found: 'спешат на {seconds} с',
      expected: 'разница до 30 с: по времени судят токены и вебхуки',
      todo: 'включи в системе точное время из сети',
    },
    en: {
      found: '{seconds} s fast',
      expected: 'at most 30 s apart: tokens and webhooks are judged by time',
      todo: 'switch on network time in the system',
    },
  },
  CLOCK_SLOW: {
    ru: {
      found: 'отстают на {seconds} с',
      expected: 'разница до 30 с: по времени судят токены и вебхуки',
      todo: 'включи в системе точное время из сети',
    },
    en: {
      found: '{seconds} s slow',
      expected: 'at most 30 s apart: tokens and webhooks are judged by time',
      todo: 'switch on network time in the system',
    },
  },
  CHECK_BROKEN: {
    ru: {
      found: 'сама проверка не удалась: {why}',
      expected: 'ответ',
      todo: 'повтори позже и пришли эту строку авторам',
    },
    en: {
      found: 'the check itself failed: {why}',
      expected: 'an answer',
      todo: 'try again later, and send this line to the authors',
    },
  },
  CHECK_REFUSED: {
    ru: { found: '{why}', expected: 'верная настройка', todo: 'исправь её или пройди npx msig setup' },
    en: { found: '{why}', expected: 'a good setting', todo: 'mend it, or run npx msig setup' },
  },
} as const satisfies Sentences;
