/** What a player's process says to people, on stderr. */
export const WORDS = {
  ru: {
    hostBack: 'связь с игрой снова есть',
    hostLost: (code: string) => `связь с игрой оборвалась (${code}), пробую снова`,
    tokenRefused: (code: string) => `игра не принимает токен этого места (${code})`,
    chatCut: (platform: string, channel: string, reason: string) =>
      `${platform}: чат ${channel} прервался (${reason}), пробую снова`,
    signInOver: (platform: string) =>
      `${platform}: вход больше не принимают; войди заново: npx msig setup ${platform}. Игра идёт дальше без него`,
    again: 'пробую снова',
  },
  en: {
    hostBack: 'the game host is there again',
    hostLost: (code: string) => `the line to the game host is cut (${code}), trying again`,
    tokenRefused: (code: string) => `the gateway does not take the token of this seat (${code})`,
    chatCut: (platform: string, channel: string, reason: string) =>
      `${platform}: the chat of ${channel} is cut (${reason}), trying again`,
    signInOver: (platform: string) =>
      `${platform}: the sign-in is no longer accepted; sign in anew: npx msig setup ${platform}. The game goes on without it`,
    again: 'trying again',
  },
} as const;
