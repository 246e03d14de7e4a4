/** What can go wrong with Kick, as coded errors: what came, what was expected, what to do. */

export const KICK_FAILURES = {
  KICK_CHANNEL_NAME:
    'Got "{given}" as a Kick channel. Expected the name from its address (kick.com/NAME): up to 50 Latin letters, digits, "-" or "_".',
  KICK_CHANNEL: 'Kick knows no channel "{channel}". Check its spelling in the address kick.com/{channel}.',
  KICK_ADDRESS: 'Got "{given}" for {setting}. Expected an http or https address.',
  KICK_REDIRECT: 'Got "{given}" as the redirect address. Expected the one of the app, such as {example}.',
  KICK_CREDENTIALS:
    'Kick needs an app (client id and secret from kick.com/settings/developer), a sign-in, or both; neither was given.',
  KICK_CLIENT:
    'Kick does not accept the client id and secret of the app. Copy them again from kick.com/settings/developer.',
  KICK_SIGN_IN: 'The Kick sign-in is over: {detail}. Sign in again: npx msig setup kick.',
  KICK_SIGN_IN_LOST:
    'A renewal of the Kick sign-in was cut off, and the new one never arrived: Kick gives it out once. Sign in again: npx msig setup kick.',
  KICK_EVENTS:
    'Kick does not send the chat of "{channel}": {detail}. Check that the app has webhooks switched on and the right address in them.',
  KICK_UNREACHABLE:
    'Kick did not answer as expected within {seconds} s: {detail}. Check the network and MSIG_KICK_API_URL.',
  KICK_CLOSED: 'This Kick connection was closed; make a new one.',
} as const;

export type KickCode = keyof typeof KICK_FAILURES;
export type KickArgs = Readonly<Record<string, string | number>>;

/** A coded failure of the Kick adapter; `message` is the sentence with its arguments filled in. */
export class KickError extends Error {
  override readonly name = 'KickError';
  readonly code: KickCode;
  readonly args: KickArgs;

  constructor(code: KickCode, args: KickArgs = {}, cause?: unknown) {
    const sentence = KICK_FAILURES[code].replace(/\{(\w+)\}/g, (hole, key: string) =>
      String(args[key] ?? hole),
    );
    super(sentence, cause === undefined ? undefined : { cause });
    this.code = code;
    this.args = args;
  }
}

/** The words of anything thrown. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The same attempt again cannot succeed: somebody has to sign in, or to correct a setting. */
export function isFinal(error: unknown): error is KickError {
  return error instanceof KickError && error.code !== 'KICK_UNREACHABLE' && error.code !== 'KICK_EVENTS';
}
