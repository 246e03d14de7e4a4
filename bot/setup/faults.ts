/** Why a sign-in did not come about, whatever the platform calls it. */
import { KickError } from '../../adapters/platform/kick/failures.ts';
import { KickCallError } from '../../adapters/platform/kick/http.ts';
import { TwitchCallError } from '../../adapters/platform/twitch/http.ts';
import { Refusal } from '../../adapters/platform/vkvideo/failures.ts';
import { YoutubeError } from '../../adapters/platform/youtube/failures.ts';

/**
 * `denied`: the streamer pressed "cancel" there. `client`: the app's id or secret. `code`: too old, used, or for another
 * redirect address. `late`: nothing came in time. `network`: no answer, or none that makes sense now.
 */
export type SignInKind = 'denied' | 'client' | 'code' | 'late' | 'network' | 'refused';

export class SignInFault extends Error {
  override readonly name = 'SignInFault';
  readonly kind: SignInKind;

  /** @param detail the platform's own words; shown, so without secrets */
  constructor(kind: SignInKind, detail = '') {
    super(detail);
    this.kind = kind;
  }
}

/** What a platform's own error means for the wizard. */
export function signInFault(error: unknown): SignInFault {
  if (error instanceof SignInFault) return error;
  const words = error instanceof Error ? error.message : String(error);
  return new SignInFault(kindOf(error, words), words);
}

function kindOf(error: unknown, words: string): SignInKind {
  if (error instanceof KickError) return error.code === 'KICK_CLIENT' ? 'client' : byWords(words);
  if (error instanceof KickCallError || error instanceof TwitchCallError) {
    return error.passing ? 'network' : byWords(`${error.said} ${words}`);
  }
  if (error instanceof Refusal) {
    return error.code === 'not_json' || error.status >= 500 ? 'network' : byWords(`${error.code} ${words}`);
  }
  if (error instanceof YoutubeError) return byWords(words);
  return 'network';
}

function byWords(words: string): SignInKind {
  if (/invalid.client|unauthorized.client|client.(secret|id|authentication)/i.test(words)) return 'client';
  if (/access.denied/i.test(words)) return 'denied';
  if (/invalid.(grant|code|request)|auth.code|redirect/i.test(words)) return 'code';
  return /no_answer|network|ECONN|ENOTFOUND|within \d+ ms/i.test(words) ? 'network' : 'refused';
}
