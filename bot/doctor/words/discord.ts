/** Sentences about the Discord bot. */
import type { Sentences } from './sentences.ts';

export const DISCORD = {
  DISCORD: { ru: { found: 'токен бота подходит' }, en: { found: "the bot's token is good" } },
  DISCORD_TOKEN: {
    ru: {
      found: 'Discord не принимает токен бота',
      expected: 'токен со страницы Bot приложения',
      todo: 'сбрось его там и задай новый: npx msig setup',
    },
    en: {
      found: "Discord does not accept the bot's token",
      expected: "the token from the application's page Bot",
      todo: 'reset it there and give the new one: npx msig setup',
    },
  },
  DISCORD_NO_TEXTS: {
    ru: {
      found: 'бот не видит тексты сообщений; слэш-команды работают',
      expected: 'Message Content Intent, если команды пишут текстом',
      todo: 'включи его на странице Bot, раздел Privileged Gateway Intents',
    },
    en: {
      found: 'the bot does not see the texts of messages; slash commands work',
      expected: 'Message Content Intent, if commands are typed as text',
      todo: 'enable it on the page Bot, under Privileged Gateway Intents',
    },
  },
  DISCORD_SESSIONS: {
    ru: {
      found: 'входов бота на сегодня осталось: {left}',
      expected: 'хотя бы 10',
      todo: 'не перезапускай MSIG без нужды до завтра',
    },
    en: {
      found: "the bot's connections left today: {left}",
      expected: '10 at least',
      todo: 'do not restart MSIG needlessly until tomorrow',
    },
  },
  DISCORD_NO_CHANNEL: {
    ru: {
      found: 'канал не задан: лента игры не выводится',
      expected: 'id текстового канала',
      todo: 'задай MSIG_DISCORD_CHANNEL или пройди npx msig setup',
    },
    en: {
      found: 'no channel is set: the game tells nothing there',
      expected: 'the id of a text channel',
      todo: 'set MSIG_DISCORD_CHANNEL, or run npx msig setup',
    },
  },
  DISCORD_NOT_IN: {
    ru: {
      found: 'бота нет на сервере {guild}',
      expected: 'бот, приглашённый с правами bot и applications.commands',
      todo: 'пригласи его: npx msig setup даёт ссылку',
    },
    en: {
      found: 'the bot is not in the server {guild}',
      expected: 'a bot invited with bot and applications.commands',
      todo: 'invite it: npx msig setup gives the link',
    },
  },
  DISCORD_UNSEEN: {
    ru: {
      found: 'канал {channel} боту не виден',
      expected: 'текстовый канал, открытый боту',
      todo: 'проверь id и дай боту право View Channel',
    },
    en: {
      found: 'the bot does not see the channel {channel}',
      expected: 'a text channel open to the bot',
      todo: 'check the id, and give the bot View Channel',
    },
  },
  DISCORD_ELSEWHERE: {
    ru: {
      found: 'канал {channel} не с сервера {guild}',
      expected: 'канал того же сервера',
      todo: 'исправь MSIG_DISCORD_CHANNEL или MSIG_DISCORD_GUILD',
    },
    en: {
      found: 'the channel {channel} is not of the server {guild}',
      expected: 'a channel of the same server',
      todo: 'mend MSIG_DISCORD_CHANNEL or MSIG_DISCORD_GUILD',
    },
  },
  DISCORD_MUTE: {
    ru: {
      found: 'в канале {channel} боту не дано: {list}',
      expected: 'эти права',
      todo: 'дай их роли бота в настройках канала',
    },
    en: {
      found: 'in the channel {channel} the bot lacks: {list}',
      expected: 'these rights',
      todo: "give them to the bot's role in the channel's settings",
    },
  },
  DISCORD_CHANNEL: {
    ru: { found: 'канал {channel} открыт боту' },
    en: { found: 'the channel {channel} is open to the bot' },
  },
} as const satisfies Sentences;
