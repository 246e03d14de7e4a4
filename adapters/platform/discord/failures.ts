/** What can go wrong with Discord, as coded errors: what came, what was expected, what to do. */

export const DISCORD_FAILURES = {
  DISCORD_ID:
    'Got "{given}" as {what}. Expected a Discord id, a number of 15 to 21 digits: turn on developer mode in Discord, then right-click, Copy ID.',
  DISCORD_NO_TOKEN:
    'There is no bot token. Make a bot on discord.com/developers/applications and give its token as MSIG_DISCORD_TOKEN.',
  DISCORD_ADDRESS: 'Got "{given}" for the address of Discord. Expected one like https://discord.com/api.',
  DISCORD_TOKEN:
    'Discord does not accept the bot token (4004). Reset it on discord.com/developers/applications, page Bot, and give the new one.',
  DISCORD_INTENTS:
    'Discord does not let the bot have what it asked for (4014). On discord.com/developers/applications, page Bot, look at Privileged Gateway Intents.',
  DISCORD_NO_CHANNEL:
    'Discord does not show the channel {channel} to the bot ({detail}). Check its id, and that the bot was invited and may see the channel.',
  DISCORD_UNREACHABLE:
    'No connection to Discord within {seconds} s: {detail}. Check the network and MSIG_DISCORD_API_URL.',
  DISCORD_CLOSED: 'The Discord connection was closed while it was being made.',
} as const;

export type DiscordCode = keyof typeof DISCORD_FAILURES;

/** A coded failure of the Discord adapter; `message` is the sentence with its arguments filled in. */
export class DiscordError extends Error {
  override readonly name = 'DiscordError';
  readonly code: DiscordCode;

  constructor(code: DiscordCode, args: Readonly<Record<string, string | number>> = {}) {
    super(DISCORD_FAILURES[code].replace(/\{(\w+)\}/g, (hole, key: string) => String(args[key] ?? hole)));
    this.code = code;
  }
}

/** Discord's own codes that we act upon. */
export const UNKNOWN_CHANNEL = 10_003;
export const UNKNOWN_INTERACTION = 10_062;
export const ALREADY_ACKNOWLEDGED = 40_060;
/** Of the gateway's closing. */
export const BAD_TOKEN = 4004;
export const DISALLOWED_INTENTS = 4014;

/** What a refused call tells. */
export interface Refused {
  /** Of HTTP; 0 when there was no answer. */
  readonly status: number;
  /** Discord's own; 0 for none. */
  readonly code: number;
  /** How long it asks us to wait; null unless we were too fast. */
  readonly retryAfterMs: number | null;
  /** Short, without addresses: those of interactions hold their token. */
  readonly text: string;
}

/** Reads anything that a call of the library was rejected with. */
export function refusedBy(error: unknown): Refused {
  const { status, code, retryAfter, message, name } = (error ?? {}) as Record<string, unknown>;
  const number = typeof code === 'number' ? code : 0;
  const waits = typeof retryAfter === 'number' ? retryAfter : null;
  const words = typeof message === 'string' ? message.split('\n')[0]! : String(error);
  return {
    status: typeof status === 'number' ? status : waits === null ? 0 : 429,
    code: number,
    retryAfterMs: waits,
    text: `${name === 'DiscordAPIError' || number === 0 ? '' : `${number} `}${withoutAddresses(words)}`.slice(
      0,
      120,
    ),
  };
}

/** The path of an interaction holds its token, that of a webhook too. */
function withoutAddresses(text: string): string {
  return text.replace(/https?:\/\/\S+|\/(?:interactions|webhooks)\/\S+/g, '…');
}
