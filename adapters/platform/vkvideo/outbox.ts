/**
 * Lines on their way into the chat: one at a time, at our own pace, each with an end within 10 s.
 *
 * The platform tells neither its limits nor the id of what it took. So the pace is careful and the longest line is
 * learned from refusals; a line whose answer was lost is never sent again, but looked for among our own lines, which
 * come back by the socket.
 */
import { type Pace, Pacer } from '../shared/pace.ts';
import { splitLines } from '../shared/split.ts';
import { isCertainlyUndone, Refusal, wordsOf } from './failures.ts';

/** `confirmed`: the platform said yes, or the line was seen in the chat. Otherwise a code of ours (below) or the platform's. */
export type SendResult =
  | { readonly ok: true; readonly lines: number }
  | { readonly ok: false; readonly code: string; readonly text: string };

const OWN = {
  read_only: 'Without a signed-in account that may write, the chat is only read.',
  closed: 'The connection is closed.',
  offline: 'Nothing is broadcast now, and VK Video Live takes lines only during a broadcast.',
  unanswered: 'The answer got lost on the way; the line may or may not have been shown.',
  empty: 'There is nothing to write.',
  too_long: 'The text needs more than 3 chat lines.',
  queue_full: 'Too many lines are waiting.',
  too_late: 'The line waited too long for its turn.',
} as const;
export type OwnCode = keyof typeof OWN;

/** Unknown (PLATFORMS.md 5.1): halved as often as the platform says `message_too_long`. */
export const FIRST_LENGTH = 500;
const LEAST_LENGTH = 100;
/** Unknown too: slower than what others were seen to send without `send_too_fast`. */
export const CAREFUL_PACE: Pace = { lines: 15, windowMs: 31_000, gapMs: 1_500 };
const MOST_WAITING = 30;
const MOST_LINES = 3;
/** The caller's promise settles before 10 s: waiting, then one call. */
const WAIT_MS = 8_000;
const SETTLE_MS = 9_500;
/** After `send_too_fast`, which comes without a time; after 429 without one. */
const HOLD_MS = 3_000;
const ECHO_MS = 1_500;
/** A line equal to the last is refused as `same_message`: it goes again with this at its end. */
const VARIANTS = ['', ' \u00b7', ' \u00b7\u00b7'] as const;

/** The platform as the outbox needs it. */
export interface Mouth {
  /** The stream to write into; null while there is none. */
  readonly streamId: string | null;
  /** Reads it again. Never rejects. */
  newStream(): Promise<string | null>;
  /** @throws Refusal, VkvideoError, or Error of the network */
  post(streamId: string, text: string): Promise<void>;
  /** The account may not write here. */
  forbidden(): void;
}

interface Waiting {
  /** What is still to be written, a chat line each. */
  readonly pieces: string[];
  sent: number;
  /** How often the first piece was refused as the same as the last line. */
  variant: number;
  over: boolean;
  readonly settle: (result: SendResult) => void;
}

/** What became of one line: it is there, it may go again, or it never will. */
type Outcome = 'written' | 'again' | SendResult;

export class Outbox {
  readonly #mouth: Mouth;
  readonly #pace: Pace;
  readonly #pacer: Pacer;
  #queue: Waiting[] = [];
  #flying: Waiting | null = null;
  #seen: (text: string) => void = () => {};
  #timer: NodeJS.Timeout | null = null;
  #closed = false;
  #longest = FIRST_LENGTH;

  constructor(mouth: Mouth, pace: Pace) {
    this.#mouth = mouth;
    this.#pace = pace;
    this.#pacer = new Pacer(pace.windowMs);
  }

  get longest(): number {
    return this.#longest;
  }

  /** Settles within 10 s, never rejects. A text longer than a line goes as up to three. */
  async send(text: string): Promise<SendResult> {
    if (this.#closed) return refused('closed');
    const pieces = splitLines(text, this.#longest);
    if (pieces.length === 0) return refused('empty');
    if (pieces.length > MOST_LINES) return refused('too_long');
    if (this.#queue.length >= MOST_WAITING) return refused('queue_full');
    if (this.#pacer.waitMs(Date.now(), this.#pace) > WAIT_MS) return refused('too_late');
    return this.#enqueue(pieces);
  }

  /** A line of our own came back by the chat. */
  echo(text: string): void {
    this.#seen(text);
  }

  close(): void {
    this.#closed = true;
    if (this.#timer) clearTimeout(this.#timer);
    const left = this.#flying ? [this.#flying, ...this.#queue] : this.#queue;
    this.#queue = [];
    for (const one of left) one.settle(refused('closed'));
  }

  #enqueue(pieces: string[]): Promise<SendResult> {
    return new Promise((resolve) => {
      const leave = setTimeout(() => {
        if (this.#flying !== one) one.settle(refused('too_late'));
      }, WAIT_MS);
      const last = setTimeout(() => one.settle(refused('unanswered')), SETTLE_MS);
      const one: Waiting = {
        pieces,
        sent: 0,
        variant: 0,
        over: false,
        settle: (result) => {
          clearTimeout(leave);
          clearTimeout(last);
          one.over = true;
          resolve(result);
        },
      };
      this.#queue.push(one);
      this.#pump();
    });
  }

  #pump(): void {
    if (this.#closed || this.#flying || this.#timer) return;
    this.#queue = this.#queue.filter((one) => !one.over);
    if (this.#queue.length === 0) return;
    const wait = this.#pacer.waitMs(Date.now(), this.#pace);
    if (wait > 0) {
      this.#timer = setTimeout(() => {
        this.#timer = null;
        this.#pump();
      }, wait);
      return;
    }
    this.#flying = this.#queue.shift() ?? null;
    if (this.#flying) void this.#fly(this.#flying);
  }

  async #fly(one: Waiting): Promise<void> {
    const outcome = await this.#write(one);
    this.#flying = null;
    if (outcome === 'written') {
      one.pieces.shift();
      one.sent += 1;
      one.variant = 0;
      if (one.pieces.length === 0) one.settle({ ok: true, lines: one.sent });
    } else if (outcome !== 'again') one.settle(outcome);
    if (!one.over) this.#queue.unshift(one);
    this.#pump();
  }

  async #write(one: Waiting): Promise<Outcome> {
    const streamId = this.#mouth.streamId ?? (await this.#mouth.newStream());
    if (streamId === null) return refused('offline');
    const text = `${one.pieces[0]}${VARIANTS[one.variant] ?? ''}`;
    const shown = this.#watchFor(text);
    this.#pacer.wrote(Date.now());
    try {
      await this.#mouth.post(streamId, text);
      return 'written';
    } catch (error) {
      if (isCertainlyUndone(error)) return await this.#after(one, { error, streamId });
      return (await shown(ECHO_MS)) ? 'written' : refused('unanswered');
    } finally {
      this.#seen = () => {};
    }
  }

  /** Waits until the line is among our own in the chat. */
  #watchFor(text: string): (ms: number) => Promise<boolean> {
    let seen = false;
    let tell: () => void = () => {};
    this.#seen = (echo) => {
      if (echo !== text) return;
      seen = true;
      tell();
    };
    return (ms) =>
      new Promise((resolve) => {
        if (seen || this.#closed) return resolve(seen);
        const timer = setTimeout(() => resolve(seen), ms);
        tell = () => {
          clearTimeout(timer);
          resolve(true);
        };
      });
  }

  /** The line was refused, for certain: what now? */
  async #after(one: Waiting, { error, streamId }: { error: unknown; streamId: string }): Promise<Outcome> {
    if (!(error instanceof Refusal)) return { ok: false, code: 'not_sent', text: wordsOf(error) };
    const { code, status, retryAfterMs, message } = error;
    // By the word: the status of "too fast" was seen to be another than 400.
    if (code === 'send_too_fast' || status === 429) {
      this.#pacer.hold(Date.now() + (retryAfterMs ?? HOLD_MS));
      return 'again';
    }
    if (code === 'same_message' && one.variant + 1 < VARIANTS.length) {
      one.variant += 1;
      return 'again';
    }
    if (code === 'message_too_long' && this.#shorten(one)) return 'again';
    if (status === 403) this.#mouth.forbidden();
    // Perhaps the stream that was written into is over, and another has begun.
    else if (status !== 401 && !KNOWN.has(code)) {
      const now = await this.#mouth.newStream();
      if (now === null) return refused('offline');
      if (now !== streamId) return 'again';
    }
    return { ok: false, code, text: message };
  }

  /** Learns a shorter limit. What is cut already and still waits learns it by its own refusal. */
  #shorten(one: Waiting): boolean {
    const first = one.pieces[0] ?? '';
    if (first.length <= this.#longest) {
      const shorter = Math.floor(first.length / 2);
      if (shorter < LEAST_LENGTH) return false;
      this.#longest = shorter;
    }
    one.pieces.splice(0, 1, ...splitLines(first, this.#longest));
    return true;
  }
}

const KNOWN = new Set(['same_message', 'message_too_long', 'unknown_api_method']);

export function refused(code: OwnCode): SendResult {
  return { ok: false, code, text: OWN[code] };
}
