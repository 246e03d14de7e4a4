/** What can go wrong with YouTube, as coded errors: what came, what was expected, what to do. */

export const YOUTUBE_FAILURES = {
  YOUTUBE_CHANNEL:
    'Got "{given}" as a YouTube channel. Expected its id (UC and 22 characters), its @handle, or its address; nothing at all means the channel of the account itself.',
  YOUTUBE_VIDEO:
    'Got "{given}" as a broadcast. Expected the address of the video or its id of 11 characters.',
  YOUTUBE_ADDRESS: 'Got "{given}" for {setting}. Expected {expected}.',
  YOUTUBE_NO_ACCESS:
    'YouTube can be read with an account (npx msig setup) or with an API key and a channel; neither is set.',
  YOUTUBE_LOGIN:
    'YouTube does not accept the sign-in: {detail}. Sign in again (npx msig setup). While the consent screen is in "Testing", every sign-in ends after 7 days: publish the app there.',
  YOUTUBE_SCOPES:
    'The YouTube sign-in may not do this: {detail}. Sign in again and allow the scope youtube.force-ssl; if it is allowed, check that the YouTube Data API v3 is enabled in the project.',
  YOUTUBE_NOT_FOUND: 'There is no YouTube channel "{channel}". Check the spelling of its handle or id.',
  YOUTUBE_UNREACHABLE:
    'No answer of YouTube from {address} within {seconds} s: {detail}. Check the network and MSIG_YOUTUBE_API_URL.',
  YOUTUBE_CLOSED: 'The YouTube connection was closed.',
} as const;

export type YoutubeCode = keyof typeof YOUTUBE_FAILURES;
export type YoutubeArgs = Readonly<Record<string, string | number>>;

/** A coded failure of the YouTube adapter. It carries no cause: the library's errors hold tokens. */
export class YoutubeError extends Error {
  override readonly name = 'YoutubeError';
  readonly code: YoutubeCode;
  readonly args: YoutubeArgs;

  constructor(code: YoutubeCode, args: YoutubeArgs = {}) {
    super(YOUTUBE_FAILURES[code].replace(/\{(\w+)\}/g, (hole, key: string) => String(args[key] ?? hole)));
    this.code = code;
    this.args = args;
  }
}

/**
 * What a refused call means for us. `quota`: the day's units are gone. `pace`: too fast. `ended`, `disabled`,
 * `missing`: this chat is over. `page`: the page token is refused. `login`: the token. `forbidden`: the rights.
 * `bad`: the request itself. `outage`: the network or YouTube's machines.
 */
export type FaultKind =
  | 'quota'
  | 'pace'
  | 'ended'
  | 'disabled'
  | 'missing'
  | 'page'
  | 'login'
  | 'forbidden'
  | 'bad'
  | 'outage';

const KINDS: Readonly<Record<string, FaultKind>> = {
  quotaExceeded: 'quota',
  dailyLimitExceeded: 'quota',
  rateLimitExceeded: 'pace',
  userRateLimitExceeded: 'pace',
  liveChatEnded: 'ended',
  liveChatDisabled: 'disabled',
  liveChatNotFound: 'missing',
  pageTokenInvalid: 'page',
  invalidPageToken: 'page',
  authError: 'login',
  invalid_grant: 'login',
  invalid_client: 'login',
  unauthorized_client: 'login',
  invalid_token: 'login',
  forbidden: 'forbidden',
  insufficientPermissions: 'forbidden',
  liveStreamingNotEnabled: 'forbidden',
};

/** @param status of the HTTP answer; null if none came. */
export function kindOf(status: number | null, reason: string): FaultKind {
  const known = KINDS[reason];
  if (known) return known;
  if (status === 401) return 'login';
  if (status === 403) return 'forbidden';
  if (status === 429) return 'pace';
  return status !== null && status >= 400 && status < 500 ? 'bad' : 'outage';
}

/** One call that did not succeed: YouTube's own reason, and no word of what was sent. */
export class CallFault extends Error {
  override readonly name = 'CallFault';
  readonly kind: FaultKind;
  readonly reason: string;
  readonly status: number | null;
  /** It surely did not reach YouTube, so it cost nothing there. */
  readonly unsent: boolean;

  constructor(fault: { status: number | null; reason: string; text: string; unsent?: boolean }) {
    super(fault.text);
    this.reason = fault.reason;
    this.status = fault.status;
    this.unsent = fault.unsent ?? false;
    this.kind = kindOf(fault.status, fault.reason);
  }
}
