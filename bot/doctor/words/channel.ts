/** Sentences about rights, channels and rewards. */
import type { Sentences } from './sentences.ts';

export const CHANNEL = {
  SCOPES: { ru: { found: 'всё нужное разрешено' }, en: { found: 'all that is needed is allowed' } },
  SCOPES_UNTOLD: {
    ru: { found: 'платформа их не называет; покажут первые команды' },
    en: { found: 'the platform does not tell; the first commands will' },
  },
  SCOPES_FEWER: {
    ru: {
      found: 'нет прав {scopes}; не будет: {what}',
      expected: 'эти права, если они нужны игре',
      todo: 'войди заново и разреши их: npx msig setup',
    },
    en: {
      found: 'without {scopes} there will be no: {what}',
      expected: 'these rights, if the game should use them',
      todo: 'sign in again and allow them: npx msig setup',
    },
  },
  SCOPES_VITAL: {
    ru: {
      found: 'нет прав {scopes}; не будет: {what}',
      expected: 'эти права: без них вход почти ничего не даёт',
      todo: 'войди заново и разреши их: npx msig setup',
    },
    en: {
      found: 'without {scopes} there will be no: {what}',
      expected: 'these rights: without them a sign-in is worth little',
      todo: 'sign in again and allow them: npx msig setup',
    },
  },
  CHANNEL: { ru: { found: '{channel} на месте' }, en: { found: '{channel} is there' } },
  CHANNEL_MISSING: {
    ru: {
      found: 'канала {channel} нет',
      expected: 'имя, как в адресе канала',
      todo: 'исправь имя: npx msig setup',
    },
    en: {
      found: 'there is no channel {channel}',
      expected: "the name as in the channel's address",
      todo: 'mend the name: npx msig setup',
    },
  },
  CHANNEL_UNSEEN: {
    ru: { found: '{channel}: без действующего входа не проверить' },
    en: { found: '{channel}: cannot be looked up without a sign-in' },
  },
  KEY_REFUSED: {
    ru: {
      found: 'ключ API не принят ({word})',
      expected: 'действующий ключ с YouTube Data API v3',
      todo: 'проверь MSIG_YOUTUBE_API_KEY и что API включён в проекте',
    },
    en: {
      found: 'the API key is not accepted ({word})',
      expected: 'a good key with YouTube Data API v3',
      todo: 'check MSIG_YOUTUBE_API_KEY, and that the API is enabled in the project',
    },
  },
  REWARDS: { ru: { found: 'доступны' }, en: { found: 'possible' } },
  REWARDS_IMPOSSIBLE: {
    ru: { found: 'у этой платформы их нет' },
    en: { found: 'this platform has none' },
  },
  REWARDS_NO_ACCOUNT: {
    ru: { found: 'без входа владельца их не будет' },
    en: { found: "none without the owner's sign-in" },
  },
  REWARDS_NOT_OWNER: {
    ru: {
      found: 'вход не владельца канала: наград не будет',
      expected: 'вход владельца',
      todo: 'войди как владелец канала: npx msig setup',
    },
    en: {
      found: "the sign-in is not the channel owner's: no rewards",
      expected: "the owner's sign-in",
      todo: "sign in as the channel's owner: npx msig setup",
    },
  },
  REWARDS_STATUS: {
    ru: {
      found: 'канал не компаньон и не партнёр: баллов канала у него нет',
      expected: 'статус компаньона или партнёра Twitch',
      todo: 'играй без наград: команды и голосования работают',
    },
    en: {
      found: 'the channel is neither affiliate nor partner, so it has no channel points',
      expected: 'affiliate or partner at Twitch',
      todo: 'play without rewards: commands and votes work',
    },
  },
  REWARDS_REFUSED: {
    ru: {
      found: 'платформа их не даёт',
      expected: 'право на награды и канал, которому они доступны',
      todo: 'войди заново и разреши награды: npx msig setup',
    },
    en: {
      found: 'the platform does not allow them',
      expected: 'the right to rewards, and a channel that may have them',
      todo: 'sign in again and allow rewards: npx msig setup',
    },
  },
} as const satisfies Sentences;
