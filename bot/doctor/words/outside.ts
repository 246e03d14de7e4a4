/** Sentences about quotas, the public address and webhooks. */
import type { Sentences } from './sentences.ts';

export const OUTSIDE = {
  QUOTA: {
    ru: { found: 'на сегодня осталось {left} из {units}' },
    en: { found: '{left} of {units} units are left today' },
  },
  QUOTA_LITTLE: {
    ru: {
      found: 'на сегодня осталось {left} из {units}',
      expected: 'хотя бы 2000 на вечер',
      todo: 'можно играть: чат будет читаться реже; счёт обнулится в полночь по Калифорнии',
    },
    en: {
      found: '{left} of {units} units are left today',
      expected: '2,000 at least for an evening',
      todo: 'you can play, with the chat read less often; the count begins anew at midnight in California',
    },
  },
  QUOTA_NONE: {
    ru: {
      found: 'квота YouTube на сегодня исчерпана',
      expected: 'хотя бы несколько сотен единиц',
      todo: 'дождись полуночи по Калифорнии или запроси квоту больше в консоли Google',
    },
    en: {
      found: "YouTube's quota of today is used up",
      expected: 'a few hundred units at least',
      todo: 'wait for midnight in California, or ask for more in the Google console',
    },
  },
  PUBLIC: {
    ru: { found: '{url} ведёт сюда' },
    en: { found: '{url} leads here' },
  },
  PUBLIC_NONE: {
    ru: { found: 'нет; без Kick он не нужен' },
    en: { found: 'none; without Kick there is no need of it' },
  },
  PUBLIC_UNSET: {
    ru: {
      found: 'не задан: чат Kick приходит только вебхуками и читаться не будет',
      expected: 'https-адрес этой машины',
      todo: 'подними туннель или обратный прокси и задай адрес: npx msig setup kick; писать и возвращать баллы можно и так',
    },
    en: {
      found: "not set: Kick's chat comes by webhooks only, and will not be read",
      expected: 'an https address of this machine',
      todo: 'open a tunnel or a reverse proxy and set its address: npx msig setup kick; writing and giving back points work without',
    },
  },
  PUBLIC_PLAIN: {
    ru: {
      found: '{url} без шифрования',
      expected: 'https: Kick шлёт вебхуки только туда',
      todo: 'поставь перед MSIG туннель или прокси с https',
    },
    en: {
      found: '{url} is not encrypted',
      expected: 'https: Kick sends its webhooks to nothing else',
      todo: 'put a tunnel or a proxy with https before MSIG',
    },
  },
  PUBLIC_SILENT: {
    ru: {
      found: '{url} не отвечает ({why})',
      expected: 'этот MSIG по этому адресу',
      todo: 'запусти туннель или прокси и проверь, что порт открыт снаружи',
    },
    en: {
      found: '{url} does not answer ({why})',
      expected: 'this MSIG at that address',
      todo: 'start the tunnel or the proxy, and check that the port is open from outside',
    },
  },
  PUBLIC_ELSEWHERE: {
    ru: {
      found: '{url} ведёт не сюда: ответил кто-то другой ({why})',
      expected: 'этот MSIG по этому адресу',
      todo: 'направь туннель или прокси на порт этого MSIG',
    },
    en: {
      found: '{url} leads elsewhere: somebody else answered ({why})',
      expected: 'this MSIG at that address',
      todo: 'point the tunnel or the proxy at the port of this MSIG',
    },
  },
  PUBLIC_NAME: {
    ru: {
      found: '{url} ведёт к MSIG, но имя {name} ему незнакомо; вебхуки дойдут, страницы — нет',
      expected: '{name} среди names',
      todo: 'добавь его: MSIG_NAMES={name}',
    },
    en: {
      found: '{url} leads to an MSIG that does not know the name {name}; webhooks arrive, pages do not open',
      expected: '{name} among names',
      todo: 'add it: MSIG_NAMES={name}',
    },
  },
  PUBLIC_UNTRIED: {
    ru: {
      found: '{url} не проверить: порт занят или не задан',
      expected: 'MSIG на своём порту или свободный порт',
      todo: 'исправь строку «Порт» и повтори',
    },
    en: {
      found: '{url} cannot be tried: the port is taken or not set',
      expected: 'MSIG on its port, or a free port',
      todo: 'mend the line "Port", and try again',
    },
  },
  HOOKS: {
    ru: { found: 'подписок: {all}, все на месте' },
    en: { found: 'subscriptions: all {all} in place' },
  },
  HOOKS_LATER: {
    ru: { found: 'подписок {found} из {all}; недостающие появятся при запуске' },
    en: { found: '{found} of {all} subscriptions; the rest are made at the start' },
  },
  HOOKS_NO_CHAT: {
    ru: {
      found: 'MSIG запущен, а подписок нет: {list}',
      expected: 'все подписки: без них чат не приходит',
      todo: 'включи вебхуки в настройках приложения Kick, их адрес — MSIG_PUBLIC + /hooks/kick; в течение часа MSIG подпишется сам',
    },
    en: {
      found: 'MSIG runs, and these subscriptions are missing: {list}',
      expected: 'all of them: without them no chat arrives',
      todo: 'enable webhooks in the settings of the Kick app, with MSIG_PUBLIC + /hooks/kick as their address; MSIG subscribes by itself within the hour',
    },
  },
  HOOKS_FEWER: {
    ru: {
      found: 'нет подписок: {list}',
      expected: 'все подписки',
      todo: 'можно играть; разреши недостающее приложению Kick и перезапусти MSIG',
    },
    en: {
      found: 'missing subscriptions: {list}',
      expected: 'all of them',
      todo: 'you can play; allow them to the Kick app, and restart MSIG',
    },
  },
  HOOKS_DOUBLE: {
    ru: {
      found: 'подписки сделаны дважды: {list}',
      expected: 'по одной',
      todo: 'ничего: MSIG уберёт лишние в течение часа, команды не удваиваются',
    },
    en: {
      found: 'subscriptions made twice: {list}',
      expected: 'one of each',
      todo: 'nothing: MSIG removes the copies within the hour, and no command acts twice',
    },
  },
} as const satisfies Sentences;
