/** What can go wrong with Twitch, as coded errors: what came, what was expected, what to do. */
export const TWITCH_FAILURES = {
  TWITCH_CHANNEL_NAME:
    'Got "{given}" as a Twitch channel. Expected the login from its address (twitch.tv/LOGIN): 1 to 25 Latin letters, digits or "_", not beginning with "_".',
  TWITCH_ADDRESS: 'Got "{given}" for {setting}. Expected {expected}.',
  TWITCH_LOGIN:
    'Twitch does not accept the token: {detail}. Sign in again, or make a new one with the scopes chat:read and chat:edit, or start without a token: the chat is then read without an account and answers appear on the overlay.',
  TWITCH_SCOPES:
    'The Twitch token of {login} may not read chat: it has the scopes "{scopes}". Make a new one with chat:read and chat:edit.',
  TWITCH_JOIN:
    'Twitch did not let us into the chat of "{channel}": {detail}. Check the spelling of the channel, and that it is neither suspended nor closed to this account.',
  TWITCH_UNREACHABLE:
    'No chat of "{channel}" from {address} within {seconds} s: {detail}. Check the network and MSIG_TWITCH_IRC_URL.',
  TWITCH_CLOSED: 'The Twitch connection was closed while it was being made.',
} as const;

export type TwitchCode = keyof typeof TWITCH_FAILURES;
export type TwitchArgs = Readonly<Record<string, string | number>>;

/** A coded failure of the Twitch adapter; `message` is the sentence with its arguments filled in. */
export class TwitchError extends Error {
  override readonly name = 'TwitchError';
  readonly code: TwitchCode;
  readonly args: TwitchArgs;

  constructor(code: TwitchCode, args: TwitchArgs = {}, cause?: unknown) {
    const sentence = TWITCH_FAILURES[code].replace(/\{(\w+)\}/g, (hole, key: string) =>
      String(args[key] ?? hole),
    );
    super(sentence, cause === undefined ? undefined : { cause });
    this.code = code;
    this.args = args;
  }
}

/** Why a connection is not there: a short word (ours, or Twitch's own code) and what is known of it. */
export interface Fault {
  readonly code: string;
  readonly text: string;
  /** The same attempt again cannot succeed: the token or the channel is refused. */
  readonly final?: TwitchError;
}

/** The words of anything thrown; libraries also reject with bare strings. */
export function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // fetch says only "fetch failed"; what happened is in its cause.
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : '';
  return `${error.message}${cause}`;
}
