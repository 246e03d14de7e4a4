/** The table of settings: what each may be, and which variable of the environment stands for it. */
import { z } from 'zod';
import { obsSettings } from './stage/rules.ts';

const url = (...schemes: string[]) =>
  z.string().refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol), {
    message: `expected an address with ${schemes.map((scheme) => `${scheme}//`).join(' or ')}`,
  });
const word = z.string().min(1).max(200);
const optional = word.nullable();
const secret = z.string().min(1).max(4000).nullable();
const whole = (min: number, max: number) => {
  const message = `expected a whole number from ${min} to ${max}`;
  return z.number({ message }).int(message).min(min, message).max(max, message);
};

/** What a seat can be played from; `local` is always there. */
export const PLATFORM_NAMES = ['twitch', 'youtube', 'kick', 'vkvideo'] as const;

/** `#name`, `@name`, `https://www.twitch.tv/name?x` → `name`: people copy the address. */
const bareChannel = (text: string): string =>
  text
    .trim()
    .replace(/^(?:https?:\/\/)?(?:(?:www|m)\.)?twitch\.tv\//i, '')
    .replace(/^[#@]/, '')
    .replace(/[/?#].*$/, '');

const chat = z.strictObject({ platform: z.enum(PLATFORM_NAMES), channel: word });
const seat = z.strictObject({
  name: word.nullable().default(null),
  lang: z.enum(['ru', 'en']).nullable().default(null),
  chats: z
    .array(chat)
    .refine((chats) => new Set(chats.map(({ platform }) => platform)).size === chats.length, {
      message: 'expected at most one channel of each platform',
    })
    .default([]),
});

export const schema = z
  .strictObject({
    host: word,
    port: whole(0, 65_535),
    names: z.array(word),
    data: word,
    log: z.enum(['sqlite', 'json', 'memory']),
    content: z.array(word),
    lang: z.enum(['ru', 'en']),
    size: z.enum(['S', 'M', 'L']),
    pace: z.enum(['session', 'marathon']),
    players: whole(4, 8),
    bots: whole(0, 8).nullable(),
    rollEvery: whole(5, 86_400).nullable(),
    crowd: whole(0, 5000),
    fast: z.boolean(),
    seed: word.nullable().default(null),
    logLevel: z.enum(['fatal', 'error', 'warn', 'info', 'debug']),
    token: z.string().max(4000).nullable().default(null),
    public: url('http:', 'https:')
      .transform((text) => text.replace(/\/+$/, ''))
      .nullable(),
    vaultKey: secret,
    seats: z.array(seat).max(8, 'expected at most 8 seats'),
    twitch: z.strictObject({
      channel: z
        .string()
        .transform(bareChannel)
        .pipe(
          z
            .string()
            .regex(
              /^[A-Za-z0-9_]{2,25}$/,
              'expected a channel name of 2 to 25 letters, digits or _, or its address',
            ),
        )
        .nullable(),
      token: secret,
      refreshToken: secret,
      botToken: secret,
      botRefreshToken: secret,
      clientId: optional,
      clientSecret: optional,
      ircUrl: url('ws:', 'wss:', 'irc:', 'ircs:'),
      apiUrl: url('http:', 'https:'),
      eventsubUrl: url('ws:', 'wss:'),
      authUrl: url('http:', 'https:'),
    }),
    youtube: z.strictObject({
      clientId: optional,
      clientSecret: optional,
      refreshToken: secret,
      apiKey: optional,
      apiUrl: url('http:', 'https:').nullable(),
      authUrl: url('http:', 'https:').nullable(),
    }),
    vkvideo: z.strictObject({
      token: secret,
      refreshToken: secret,
      clientId: optional,
      clientSecret: optional,
      apiUrl: url('http:', 'https:').nullable(),
      authUrl: url('http:', 'https:').nullable(),
      pubsubUrl: url('ws:', 'wss:').nullable(),
    }),
    kick: z.strictObject({
      token: secret,
      refresh: secret,
      clientId: optional,
      clientSecret: optional,
      apiUrl: url('http:', 'https:'),
      authUrl: url('http:', 'https:'),
      publicKey: z
        .string()
        .max(10_000)
        .regex(/^\s*-----BEGIN PUBLIC KEY-----[\s\S]+-----END PUBLIC KEY-----\s*$/, {
          message: 'expected a public key in PEM form',
        })
        .nullable(),
    }),
    obs: obsSettings,
    /** A language model for names of monsters; without an address the grammar alone. */
    model: z.strictObject({
      url: url('http:', 'https:').nullable(),
      key: secret,
      name: word,
      budget: whole(0, 100_000),
    }),
    discord: z.strictObject({
      token: secret,
      clientId: optional,
      guild: optional,
      channel: optional,
      browser: optional,
      apiUrl: url('http:', 'https:').nullable(),
    }),
    extension: z.strictObject({
      clientId: z
        .string()
        .regex(/^[a-z0-9]{4,60}$/, 'expected the client id of the extension: small letters and digits')
        .nullable(),
      /** The newest first; more than one while they are being exchanged. */
      secrets: z.array(
        z
          .string()
          .regex(/^[A-Za-z0-9+/_-]{20,200}={0,2}$/, 'expected a secret in base64, as the console shows it'),
      ),
      ownerId: z
        .string()
        .regex(/^\d{1,20}$/, 'expected the Twitch id (a number) of the owner')
        .nullable(),
      apiUrl: url('http:', 'https:'),
      origins: z.array(url('http:', 'https:')),
    }),
  })
  .refine(({ bots, players }) => bots === null || bots <= players, {
    path: ['bots'],
    message: 'expected at most as many bots as players',
  });

export type Settings = Readonly<z.infer<typeof schema>>;

/** Variable → place in the settings, and how its text is read. */
export const VARIABLES: Readonly<
  Record<string, readonly [path: string, kind?: 'number' | 'boolean' | 'list' | 'lines']>
> = {
  MSIG_HOST: ['host'],
  MSIG_PORT: ['port', 'number'],
  MSIG_NAMES: ['names', 'list'],
  MSIG_DATA: ['data'],
  MSIG_LOG: ['log'],
  MSIG_CONTENT: ['content', 'list'],
  MSIG_LANG: ['lang'],
  MSIG_SIZE: ['size'],
  MSIG_PACE: ['pace'],
  MSIG_PLAYERS: ['players', 'number'],
  MSIG_BOTS: ['bots', 'number'],
  MSIG_ROLL_EVERY: ['rollEvery', 'number'],
  MSIG_CROWD: ['crowd', 'number'],
  MSIG_FAST: ['fast', 'boolean'],
  MSIG_LOG_LEVEL: ['logLevel'],
  MSIG_TOKEN: ['token'],
  MSIG_PUBLIC: ['public'],
  MSIG_VAULT_KEY: ['vaultKey'],
  MSIG_MODEL_URL: ['model.url'],
  MSIG_MODEL_KEY: ['model.key'],
  MSIG_MODEL_NAME: ['model.name'],
  MSIG_MODEL_BUDGET: ['model.budget', 'number'],
  MSIG_OBS_URL: ['obs.url'],
  MSIG_OBS_PASSWORD: ['obs.password'],
  MSIG_DISCORD_TOKEN: ['discord.token'],
  MSIG_DISCORD_CLIENT_ID: ['discord.clientId'],
  MSIG_DISCORD_GUILD: ['discord.guild'],
  MSIG_DISCORD_CHANNEL: ['discord.channel'],
  MSIG_DISCORD_BROWSER: ['discord.browser'],
  MSIG_DISCORD_API_URL: ['discord.apiUrl'],
  MSIG_EXTENSION_CLIENT_ID: ['extension.clientId'],
  MSIG_EXTENSION_SECRETS: ['extension.secrets', 'list'],
  MSIG_EXTENSION_OWNER_ID: ['extension.ownerId'],
  MSIG_EXTENSION_API_URL: ['extension.apiUrl'],
  MSIG_EXTENSION_ORIGINS: ['extension.origins', 'list'],
  MSIG_TWITCH_CHANNEL: ['twitch.channel'],
  MSIG_TWITCH_TOKEN: ['twitch.token'],
  MSIG_TWITCH_REFRESH_TOKEN: ['twitch.refreshToken'],
  MSIG_TWITCH_BOT_TOKEN: ['twitch.botToken'],
  MSIG_TWITCH_BOT_REFRESH_TOKEN: ['twitch.botRefreshToken'],
  MSIG_TWITCH_CLIENT_ID: ['twitch.clientId'],
  MSIG_TWITCH_CLIENT_SECRET: ['twitch.clientSecret'],
  MSIG_TWITCH_IRC_URL: ['twitch.ircUrl'],
  MSIG_TWITCH_API_URL: ['twitch.apiUrl'],
  MSIG_TWITCH_EVENTSUB_URL: ['twitch.eventsubUrl'],
  MSIG_TWITCH_AUTH_URL: ['twitch.authUrl'],
  MSIG_KICK_TOKEN: ['kick.token'],
  MSIG_KICK_REFRESH: ['kick.refresh'],
  MSIG_KICK_CLIENT_ID: ['kick.clientId'],
  MSIG_KICK_CLIENT_SECRET: ['kick.clientSecret'],
  MSIG_KICK_API_URL: ['kick.apiUrl'],
  MSIG_KICK_AUTH_URL: ['kick.authUrl'],
  MSIG_KICK_PUBLIC_KEY: ['kick.publicKey', 'lines'],
  MSIG_YOUTUBE_CLIENT_ID: ['youtube.clientId'],
  MSIG_YOUTUBE_CLIENT_SECRET: ['youtube.clientSecret'],
  MSIG_YOUTUBE_REFRESH_TOKEN: ['youtube.refreshToken'],
  MSIG_YOUTUBE_API_KEY: ['youtube.apiKey'],
  MSIG_YOUTUBE_API_URL: ['youtube.apiUrl'],
  MSIG_YOUTUBE_AUTH_URL: ['youtube.authUrl'],
  MSIG_VKVIDEO_TOKEN: ['vkvideo.token'],
  MSIG_VKVIDEO_REFRESH_TOKEN: ['vkvideo.refreshToken'],
  MSIG_VKVIDEO_CLIENT_ID: ['vkvideo.clientId'],
  MSIG_VKVIDEO_CLIENT_SECRET: ['vkvideo.clientSecret'],
  MSIG_VKVIDEO_API_URL: ['vkvideo.apiUrl'],
  MSIG_VKVIDEO_AUTH_URL: ['vkvideo.authUrl'],
  MSIG_VKVIDEO_PUBSUB_URL: ['vkvideo.pubsubUrl'],
};
