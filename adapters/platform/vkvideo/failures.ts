/** What can go wrong with VK Video Live, as coded errors: what came, what was expected, what to do. */

export const VKVIDEO_FAILURES = {
  VKVIDEO_CHANNEL_NAME:
    'Got "{given}" as a VK Video Live channel. Expected the last part of its address (live.vkvideo.ru/NAME).',
  VKVIDEO_ADDRESS: 'Got "{given}" for {setting}. Expected {expected}.',
  VKVIDEO_NO_APP:
    'VK Video Live cannot be read without an application: give its client id and secret, or the tokens of a signed-in account. "npx msig setup" makes both.',
  VKVIDEO_LOGIN:
    'VK Video Live does not accept the sign-in: {detail}. Sign in again with "npx msig setup"; until then the chat is read with the application alone, if there is one, and answers appear on the overlay.',
  VKVIDEO_NO_CHANNEL:
    'VK Video Live knows no channel "{channel}" ({detail}). Expected the last part of its address (live.vkvideo.ru/NAME).',
  VKVIDEO_NO_CHAT:
    'VK Video Live did not let us into the chat of "{channel}": {detail}. Check that the channel is open to this account.',
  VKVIDEO_UNREACHABLE:
    'No chat of "{channel}" from VK Video Live within {seconds} s: {detail}. Check the network and the MSIG_VKVIDEO_*_URL settings.',
  VKVIDEO_CLOSED: 'The VK Video Live connection was closed while it was being made.',
} as const;

export type VkvideoCode = keyof typeof VKVIDEO_FAILURES;
export type VkvideoArgs = Readonly<Record<string, string | number>>;

/** A coded failure of the VK Video Live adapter; `message` is the sentence with its arguments filled in. */
export class VkvideoError extends Error {
  override readonly name = 'VkvideoError';
  readonly code: VkvideoCode;
  readonly args: VkvideoArgs;

  constructor(code: VkvideoCode, args: VkvideoArgs = {}) {
    super(VKVIDEO_FAILURES[code].replace(/\{(\w+)\}/g, (hole, key: string) => String(args[key] ?? hole)));
    this.code = code;
    this.args = args;
  }
}

/** The platform answered a call with something else than success. Its text is cut short and holds no address. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  /** The platform's word, such as `send_too_fast`; `not_json` for an answer in no known form. */
  readonly code: string;
  /** What `Retry-After` asked for; null without it. */
  readonly retryAfterMs: number | null;

  constructor(answer: { status: number; code: string; text: string; retryAfterMs?: number | null }) {
    const said = answer.text === '' ? '' : `, "${answer.text.slice(0, 100)}"`;
    super(`HTTP ${answer.status} ${answer.code}${said}`);
    this.status = answer.status;
    this.code = answer.code;
    this.retryAfterMs = answer.retryAfterMs ?? null;
  }
}

/** Why a connection is not there: a short word (ours, or the platform's own code) and what is known of it. */
export interface Fault {
  readonly code: string;
  readonly text: string;
  /** The same attempt again cannot succeed. */
  readonly final?: VkvideoError;
}

export function faultOf(error: unknown): Fault {
  if (error instanceof VkvideoError) return { code: error.code, text: error.message, final: error };
  if (error instanceof Refusal) return { code: error.code, text: error.message };
  return { code: 'network', text: wordsOf(error) };
}

/** The words of anything thrown; libraries also reject with plain objects. */
export function wordsOf(error: unknown): string {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  // A host with several addresses fails with several errors, and then the code is all there is.
  if (error instanceof Error) return error.message || String(code ?? error.name);
  return message === undefined ? String(error) : `${code}: ${message}`;
}

/** The answer says for certain that nothing was done: another attempt cannot do it twice. */
export function isCertainlyUndone(error: unknown): boolean {
  if (error instanceof Refusal) return error.status >= 400 && error.status < 500;
  if (error instanceof VkvideoError) return true;
  const { code } = (error ?? {}) as { code?: unknown };
  return code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN';
}
