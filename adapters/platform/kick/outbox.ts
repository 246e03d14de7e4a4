/**
 * Lines on their way into the chat: one at a time, about one a second, each with an end. PLATFORMS 4.3: written as the
 * app's bot, and as the user where the bot does not work; limits are not published, so 429 is obeyed.
 */
import { Pacer } from '../shared/pace.ts';
import { Recent } from '../shared/recent.ts';
import { splitLines } from '../shared/split.ts';
import type { KickApi } from './api.ts';
import { wordsOf } from './failures.ts';
import { KickCallError } from './http.ts';

/** `ids`: Kick's message ids of the lines. Otherwise the code is ours (below), or of the call: `http_403`. */
export type SendResult =
  | { readonly ok: true; readonly lines: number; readonly ids: readonly string[] }
  | { readonly ok: false; readonly code: string; readonly text: string };

const OWN = {
  read_only: 'Without a sign-in that may write, the chat is only read.',
  closed: 'The connection is closed.',
  unsure: 'The line went out and no answer came; it may or may not have been shown.',
  empty: 'There is nothing to write.',
  too_long: 'The text needs more than 3 chat lines.',
  not_sent: 'Kick took the line and did not show it.',
  queue_full: 'Too many lines are waiting.',
  too_late: 'The line waited too long for its turn.',
} as const;

/** Kick takes 500 characters; which it counts is not written down, so we stay under in UTF-16 units. */
export const LONGEST_LINE = 490;
export const KICK_PACE = { lines: 25, windowMs: 30_000, gapMs: 1_000 };
const MOST_WAITING = 30;
const MOST_LINES = 3;
/** The caller's promise settles before 10 s. */
const WAIT_MS = 8_000;
/** After a 429 without `Retry-After`. */
const HOLD_MS = 5_000;
/** The bot is tried again after this: it may have been created meanwhile, or Kick may have mended it (#343). */
const BOT_REST_MS = 10 * 60_000;
/** A line without an answer may still come back as an event. */
const ECHO_MS = 60_000;

export interface OutboxOptions {
  readonly api: KickApi;
  /** User id of the channel's owner. */
  readonly broadcaster: () => string;
  /** The app's bot writes only in the channel of the sign-in. */
  readonly ownChannel: () => boolean;
  readonly gapMs?: number;
}

interface Waiting {
  readonly text: string;
  readonly replyTo: string | undefined;
  readonly until: number;
  readonly settle: (result: LineResult) => void;
}

type LineResult = { ok: true; id: string } | { ok: false; code: string; text: string };
type As = 'bot' | 'user';

export class Outbox {
  readonly #options: OutboxOptions;
  readonly #pacer = new Pacer(KICK_PACE.windowMs);
  readonly #sentIds = new Recent(500, 10 * 60_000);
  /** Lines whose answer has not come (yet): their echo is known by their words. */
  readonly #unanswered = new Map<string, number>();
  #queue: Waiting[] = [];
  #flying = false;
  #timer: NodeJS.Timeout | null = null;
  #closed = false;
  #botRestsUntil = 0;

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  /** Settles within 10 s, never rejects. A text longer than a line goes as up to three. */
  async send(text: string, replyTo?: string): Promise<SendResult> {
    if (this.#closed) return refused('closed');
    const lines = splitLines(text, LONGEST_LINE);
    if (lines.length === 0) return refused('empty');
    if (lines.length > MOST_LINES) return refused('too_long');
    if (this.#queue.length + lines.length > MOST_WAITING) return refused('queue_full');
    if (this.#wait() > WAIT_MS) return refused('too_late');
    const results = await Promise.all(lines.map((line) => this.#enqueue(line, replyTo)));
    const failure = results.find((result) => !result.ok);
    if (failure && !failure.ok) return failure;
    return { ok: true, lines: lines.length, ids: results.flatMap((one) => (one.ok ? [one.id] : [])) };
  }

  /** Our own lines come back as events; the account that wrote them can be the streamer's own, who also commands. */
  isOwn(id: string, text: string): boolean {
    if (this.#sentIds.has(id, Date.now())) return true;
    const until = this.#unanswered.get(text);
    return until !== undefined && until > Date.now();
  }

  close(): void {
    this.#closed = true;
    if (this.#timer) clearTimeout(this.#timer);
    for (const one of this.#queue.splice(0)) one.settle(refused('closed'));
  }

  #wait(): number {
    return this.#pacer.waitMs(Date.now(), { ...KICK_PACE, gapMs: this.#options.gapMs ?? KICK_PACE.gapMs });
  }

  #enqueue(text: string, replyTo: string | undefined): Promise<LineResult> {
    return new Promise((resolve) => {
      const one: Waiting = {
        text,
        replyTo,
        until: Date.now() + WAIT_MS,
        settle: (result) => {
          clearTimeout(expiry);
          resolve(result);
        },
      };
      // Also for the line in flight: the caller does not wait longer, and the answer that comes later is still noted.
      const expiry = setTimeout(() => {
        const waited = this.#queue.includes(one);
        this.#queue = this.#queue.filter((other) => other !== one);
        one.settle(refused(waited ? 'too_late' : 'unsure'));
      }, WAIT_MS);
      this.#queue.push(one);
      this.#pump();
    });
  }

  #pump(): void {
    if (this.#closed || this.#flying || this.#timer || this.#queue.length === 0) return;
    const wait = this.#wait();
    if (wait > 0) {
      this.#timer = setTimeout(() => {
        this.#timer = null;
        this.#pump();
      }, wait);
      return;
    }
    const one = this.#queue.shift();
    if (!one) return;
    this.#flying = true;
    void this.#fly(one).finally(() => {
      this.#flying = false;
      this.#pump();
    });
  }

  async #fly(one: Waiting): Promise<void> {
    this.#pacer.wrote(Date.now());
    this.#unanswered.set(one.text, Date.now() + ECHO_MS);
    try {
      const id = await this.#write(one);
      this.#unanswered.delete(one.text);
      if (id === null) return one.settle(refused('not_sent'));
      this.#sentIds.add(id, Date.now());
      one.settle({ ok: true, id });
    } catch (error) {
      this.#failed(one, error);
    }
    for (const [text, until] of this.#unanswered) if (until < Date.now()) this.#unanswered.delete(text);
  }

  #failed(one: Waiting, error: unknown): void {
    const call = error instanceof KickCallError ? error : null;
    if (call?.status === 429) {
      this.#unanswered.delete(one.text);
      const hold = Date.now() + (call.retryAfterMs ?? HOLD_MS);
      this.#pacer.hold(hold);
      if (hold >= one.until || this.#closed) return one.settle(refused('too_late'));
      this.#queue.unshift(one);
      return;
    }
    // No answer, or trouble after it may have been carried out: the line must not go out twice.
    if (call && (call.status === null || call.status >= 500)) return one.settle(refused('unsure'));
    this.#unanswered.delete(one.text);
    const { code } = error as { code?: unknown };
    one.settle({ ok: false, code: typeof code === 'string' ? code : 'failed', text: wordsOf(error) });
  }

  /** The message id, or null if Kick says that it was not sent. */
  async #write({ text, replyTo }: Waiting): Promise<string | null> {
    const asBot = this.#options.ownChannel() && Date.now() >= this.#botRestsUntil;
    if (!asBot) return this.#writeReply('user', text, replyTo);
    try {
      return await this.#writeReply('bot', text, replyTo);
    } catch (error) {
      // 400: the app has no bot (#123). 500: how Kick answers for a bot at times, without showing the line (#343).
      if (!(error instanceof KickCallError) || (error.status !== 400 && error.status !== 500)) throw error;
      this.#botRestsUntil = Date.now() + BOT_REST_MS;
    }
    return this.#writeReply('user', text, replyTo);
  }

  /** A line that was deleted cannot be answered to; the words are worth more than the thread. */
  async #writeReply(as: As, text: string, replyTo: string | undefined): Promise<string | null> {
    try {
      return await this.#post(as, text, replyTo);
    } catch (error) {
      const refusedReply = replyTo !== undefined && error instanceof KickCallError && error.status === 400;
      if (!refusedReply || /channel not found/i.test(error.said)) throw error;
    }
    return this.#post(as, text, undefined);
  }

  async #post(as: As, content: string, replyTo: string | undefined): Promise<string | null> {
    const { api, broadcaster } = this.#options;
    const json = {
      type: as,
      content,
      // For a bot Kick takes the channel of the sign-in.
      ...(as === 'user' ? { broadcaster_user_id: Number(broadcaster()) } : {}),
      ...(replyTo ? { reply_to_message_id: replyTo } : {}),
    };
    const answer = await api.call('user', { method: 'POST', path: '/v1/chat', json });
    const { data } = (answer ?? {}) as { data?: { is_sent?: unknown; message_id?: unknown } };
    if (data?.is_sent === false) return null;
    return typeof data?.message_id === 'string' ? data.message_id : '';
  }
}

export function refused(code: keyof typeof OWN): { ok: false; code: string; text: string } {
  return { ok: false, code, text: OWN[code] };
}
