/** Sentences about what is kept: the data folder, the log, the vault, the content. */
import type { Sentences } from './sentences.ts';

export const STORAGE = {
  DATA: { ru: { found: '{folder}, писать можно' }, en: { found: '{folder} can be written' } },
  DATA_NEW: {
    ru: { found: '{folder} появится при первом запуске' },
    en: { found: '{folder} is made at the first start' },
  },
  DATA_NO_FOLDER: {
    ru: {
      found: '{folder} — не папка',
      expected: 'папка, в которую можно писать',
      todo: 'убери этот файл или укажи другое место: --data ПАПКА',
    },
    en: {
      found: '{folder} is not a folder',
      expected: 'a folder that can be written',
      todo: 'move that file away, or name another place: --data FOLDER',
    },
  },
  DATA_UNWRITABLE: {
    ru: {
      found: 'в {folder} нельзя писать ({why})',
      expected: 'папка, в которую можно писать',
      todo: 'дай права на неё или укажи другую: --data ПАПКА',
    },
    en: {
      found: '{folder} cannot be written ({why})',
      expected: 'a folder that can be written',
      todo: 'grant access to it, or name another: --data FOLDER',
    },
  },
  SPACE: { ru: { found: 'свободно {free} МБ' }, en: { found: '{free} MB are free' } },
  SPACE_LITTLE: {
    ru: { found: 'свободно {free} МБ', expected: 'хотя бы 1024 МБ', todo: 'освободи место до долгой игры' },
    en: {
      found: '{free} MB are free',
      expected: '1024 MB at least',
      todo: 'free some space before a long game',
    },
  },
  SPACE_NONE: {
    ru: {
      found: 'свободно {free} МБ',
      expected: 'хотя бы 100 МБ',
      todo: 'освободи место: без него команды не записать',
    },
    en: {
      found: '{free} MB are free',
      expected: '100 MB at least',
      todo: 'free some space: without it no command can be stored',
    },
  },
  LOG: {
    ru: { found: '{path} цел, игр: {games}' },
    en: { found: '{path} is whole, games: {games}' },
  },
  LOG_NEW: {
    ru: { found: '{path} появится при первом запуске' },
    en: { found: '{path} is made at the first start' },
  },
  LOG_IN_USE: {
    ru: { found: '{path} у запущенного MSIG, поэтому не открывается здесь' },
    en: { found: '{path} is held by the MSIG that runs, so it is not opened here' },
  },
  LOG_MEMORY: {
    ru: {
      found: 'журнал только в памяти',
      expected: 'sqlite',
      todo: 'поставь log: sqlite, если игра должна пережить остановку',
    },
    en: {
      found: 'the log lives in memory only',
      expected: 'sqlite',
      todo: 'set log: sqlite if games are to outlive a stop',
    },
  },
  LOG_LOCKED: {
    ru: {
      found: '{path} заперт другой программой',
      expected: 'свободный файл или MSIG на этом порту',
      todo: 'останови другой MSIG с этой папкой или укажи другую: --data ПАПКА',
    },
    en: {
      found: '{path} is locked by another program',
      expected: 'a free file, or MSIG on this port',
      todo: 'stop the other MSIG that uses this folder, or name another: --data FOLDER',
    },
  },
  LOG_CORRUPT: {
    ru: {
      found: '{path} повреждён: {why}',
      expected: 'целый журнал',
      todo: 'верни его из копии или начни в другой папке: --data ПАПКА',
    },
    en: {
      found: '{path} is damaged: {why}',
      expected: 'a whole log',
      todo: 'restore it from a backup, or begin in another folder: --data FOLDER',
    },
  },
  LOG_NEWER: {
    ru: {
      found: '{path} сделан более новой версией ({found})',
      expected: 'схема до {known}',
      todo: 'обнови MSIG',
    },
    en: {
      found: '{path} was made by a newer version ({found})',
      expected: 'a layout up to {known}',
      todo: 'update MSIG',
    },
  },
  VAULT: { ru: { found: 'секретов открывается: {count}' }, en: { found: 'secrets that open: {count}' } },
  VAULT_NEW: { ru: { found: 'ещё пусто' }, en: { found: 'still empty' } },
  VAULT_KEYLESS: {
    ru: {
      found: 'секреты есть, а ключа нет',
      expected: 'файл vault/key в папке данных или MSIG_VAULT_KEY',
      todo: 'верни ключ или войди заново: npx msig setup',
    },
    en: {
      found: 'there are secrets, and no key',
      expected: 'the file vault/key in the data folder, or MSIG_VAULT_KEY',
      todo: 'bring the key back, or sign in again: npx msig setup',
    },
  },
  VAULT_LOCKED: {
    ru: {
      found: 'ключ не открывает: {list}',
      expected: 'ключ, которым секреты запечатаны',
      todo: 'верни прежний MSIG_VAULT_KEY или войди заново: npx msig setup',
    },
    en: {
      found: 'the key does not open: {list}',
      expected: 'the key that they were sealed with',
      todo: 'bring the former MSIG_VAULT_KEY back, or sign in again: npx msig setup',
    },
  },
  VAULT_UNREADABLE: {
    ru: {
      found: 'папка vault не читается',
      expected: 'папка, открытая её владельцу',
      todo: 'верни права на неё своему пользователю',
    },
    en: {
      found: 'the folder vault cannot be read',
      expected: 'a folder open to its owner',
      todo: 'give it back to your own user',
    },
  },
  CONTENT: {
    ru: { found: 'правила {version}, слоёв поверх: {layers}' },
    en: { found: 'rules {version}, layers over it: {layers}' },
  },
  CONTENT_BROKEN: {
    ru: {
      found: 'не загружается: {first}',
      expected: 'содержание без ошибок',
      todo: 'весь список: npx msig rules check',
    },
    en: {
      found: 'does not load: {first}',
      expected: 'content without faults',
      todo: 'the whole list: npx msig rules check',
    },
  },
} as const satisfies Sentences;
