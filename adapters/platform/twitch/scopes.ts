/** What we ask Twitch for, each with the reason that the wizard shows. PLATFORMS 1.1. */

export interface ScopeReason {
  readonly ru: string;
  readonly en: string;
}

/** For the broadcaster's own sign-in. Every one may be left out; what it is for is then missing, and said so. */
export const SCOPES: Readonly<Record<string, ScopeReason>> = {
  'user:read:chat': {
    ru: 'Читать чат: из него приходят команды.',
    en: 'Read the chat: commands come from it.',
  },
  'user:write:chat': { ru: 'Отвечать в чате.', en: 'Answer in the chat.' },
  'chat:read': {
    ru: 'Читать чат запасным путём, если основной недоступен.',
    en: 'Read the chat the second way when the first is not available.',
  },
  'chat:edit': {
    ru: 'Отвечать в чате запасным путём.',
    en: 'Answer in the chat the second way.',
  },
  'channel:manage:redemptions': {
    ru: 'Создавать награды за баллы канала, выполнять их и возвращать баллы.',
    en: 'Create channel point rewards, fulfil them and give points back.',
  },
  'bits:read': { ru: 'Замечать битсы.', en: 'Notice bits.' },
  'channel:read:subscriptions': { ru: 'Замечать подписки и подарки.', en: 'Notice subscriptions and gifts.' },
  'moderator:read:followers': { ru: 'Замечать новых фолловеров.', en: 'Notice new followers.' },
  'channel:manage:polls': {
    ru: 'Показывать голосования игры как опросы Twitch.',
    en: 'Show the votes of the game as Twitch polls.',
  },
  'channel:manage:predictions': {
    ru: 'Показывать догадки чата об игре как прогнозы Twitch.',
    en: "Show the chat's guesses about the game as Twitch predictions.",
  },
  'moderator:manage:chat_messages': {
    ru: 'Удалять строки, которые нарушают правила чата игры.',
    en: "Remove lines that break the rules of the game's chat.",
  },
  'moderator:manage:banned_users': {
    ru: 'Давать паузу тем, кто нарушает правила чата игры.',
    en: "Give a pause to those who break the rules of the game's chat.",
  },
  'channel:bot': {
    ru: 'Пускать в чат отдельного бота, если он есть.',
    en: 'Let a separate bot into the chat, if there is one.',
  },
};

/** For a separate bot's sign-in. */
export const BOT_SCOPES: Readonly<Record<string, ScopeReason>> = {
  'user:read:chat': { ru: 'Видеть чат, в который бот пишет.', en: 'See the chat that the bot writes into.' },
  'user:write:chat': { ru: 'Писать в чат.', en: 'Write into the chat.' },
  'user:bot': { ru: 'Показывать бота со значком бота.', en: 'Show the bot with the badge of a bot.' },
};
