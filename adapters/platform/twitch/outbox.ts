/**
 * Lines on their way into the chat: one at a time, at Twitch's pace, each with an end. The library's own queue is not
 * used, because a line that waits in it when the connection drops is lost and its promise never settles.
 */
import { Pacer } from '../shared/pace.ts';
import { Recent } from '../shared/recent.ts';
import { splitLines } from '../shared/split.ts';
import { wordsOf } from './failures.ts';
import { MODERATOR_PACE, VIEWER_PACE } from './pace.ts';
import { LONGEST_LINE, REPEAT_MS, REPLY_ROOM, variedLine } from './split.ts';

/**
 * `confirmed`: Twitch answered with our USERSTATE; without it the line went out and no refusal came.
 * Otherwise the code is ours (below) or the `msg-id` of Twitch's notice, such as `msg_banned`.
 */
export type SendResult =
  | { readonly ok: true; readonly lines: number; readonly confirmed: boolean }
  | { readonly ok: false; readonly code: string; readonly text: string };

const OWN = {
  read_only: 'Without an account that may write, the chat is only read.',
  closed: 'The connection is closed.',
  cut: 'The connection was cut while the line was on its way; it may or may not have been shown.',
  empty: 'There is nothing to write.',
  too_long: 'The text needs more than 3 chat lines.',
  repeated: 'The same line went out three times within 30 s.',
  queue_full: 'Too many lines are waiting.',
  too_late: 'The line waited too long for its turn.',
  not_sent: 'The line could not be handed to the connection.',
} as const;

/** Lines waiting at most; answers older than a few seconds help nobody. */
const MOST_WAITING = 30;
const MOST_LINES = 3;
/** The caller's promise settles before 10 s. */
const WAIT_MS = 8_000;
/** The caller's promise settles before 10 s, whatever the answer to a line on its way. */
const SETTLE_MS = 9_500;
/** After "too fast" Twitch's own window has to pass. */
const HOLD_MS = 30_000;
/** How long the chat may take to show us a line of our own. */
const IDS_MS = 10 * 60_000;

/** Twitch's answer to one line. */
export type Answered =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly code: string; readonly text: string };

/** The connection as the outbox needs it. */
export interface Mouth {
  readonly open: boolean;
  /** Without an answer for so long the line is taken for sent, so that a silent server holds nothing up. */
  readonly confirmMs: number;
  /**
   * Hands the line over. Resolves with Twitch's answer if it comes by this way; undefined where it comes by another.
   * @throws Error if the line cannot be handed over.
   */
  say(text: string, replyTo: string | undefined): Promise<Answered | undefined>;
}

interface Waiting {
  readonly text: string;
  readonly replyTo: string | undefined;
  /** Milliseconds since 1970. */
  readonly since: number;
  readonly settle: (result: SendResult) => void;
}

export class Outbox {
  readonly #mouth: Mouth;
  readonly #pacer = new Pacer(MODERATOR_PACE.windowMs);
  readonly #sentLately = new Recent(200, REPEAT_MS);
  readonly #ids = new Recent(1_000, IDS_MS);
  #queue: Waiting[] = [];
  #flying: Waiting | null = null;
  #timer: NodeJS.Timeout | null = null;
  #closed = false;
  /** We are a moderator or the broadcaster of the channel, as USERSTATE says. */
  moderator = false;

  constructor(mouth: Mouth) {
    this.#mouth = mouth;
  }

  get waiting(): number {
    return this.#queue.length + (this.#flying ? 1 : 0);
  }

  /** Settles within 10 s, never rejects. A text longer than a line goes as up to three. */
  async send(text: string, replyTo?: string): Promise<SendResult> {
    if (this.#closed) return refused('closed');
    const lines = splitLines(text, replyTo ? LONGEST_LINE - REPLY_ROOM : LONGEST_LINE);
    if (lines.length === 0) return refused('empty');
    if (lines.length > MOST_LINES) return refused('too_long');
    if (this.waiting + lines.length > MOST_WAITING) return refused('queue_full');
    if (this.#pacer.waitMs(Date.now(), this.#pace()) > WAIT_MS) return refused('too_late');
    const results = await Promise.all(lines.map((line) => this.#enqueue(line, replyTo)));
    const failure = results.find((result) => !result.ok);
    if (failure) return failure;
    return { ok: true, lines: lines.length, confirmed: results.every((one) => one.ok && one.confirmed) };
  }

  /** Whether we wrote this line ourselves lately: by its id, or by its words while its id is not known yet. */
  isOwn(id: string, text: string): boolean {
    const now = Date.now();
    const words = text.replace(/^@\S+ /, '');
    return this.#ids.has(id, now) || [text, words].some((line) => this.#sentLately.has(line, now));
  }

  /** The connection is there (again): what waits may go. */
  wake(): void {
    this.#pump();
  }

  /** USERSTATE: what we are in the channel; one follows every accepted line. */
  standing(moderator: boolean): void {
    this.moderator = moderator;
    this.confirmed();
  }

  /** Twitch shows our line. */
  confirmed(): void {
    this.#land({ ok: true, lines: 1, confirmed: true });
  }

  /** Twitch refuses our line: NOTICE with a `msg-id`. There is one line in flight, so it is about that one. */
  refused(code: string, text: string): void {
    if (code === 'msg_ratelimit') this.#pacer.hold(Date.now() + HOLD_MS);
    this.#land({ ok: false, code, text });
  }

  /** The connection is gone; what only waits may still go over the next one. */
  cut(): void {
    this.#land(refused('cut'));
  }

  close(): void {
    this.#closed = true;
    if (this.#timer) clearTimeout(this.#timer);
    this.#land(refused('closed'));
    for (const one of this.#queue.splice(0)) one.settle(refused('closed'));
  }

  #pace() {
    return this.moderator ? MODERATOR_PACE : VIEWER_PACE;
  }

  #enqueue(text: string, replyTo: string | undefined): Promise<SendResult> {
    return new Promise((resolve) => {
      const expiry = setTimeout(() => {
        this.#queue = this.#queue.filter((other) => other !== one);
        if (this.#flying !== one) one.settle(refused('too_late'));
      }, WAIT_MS);
      const settle = (result: SendResult) => {
        clearTimeout(expiry);
        resolve(result);
      };
      const one: Waiting = { text, replyTo, since: Date.now(), settle };
      this.#queue.push(one);
      this.#pump();
    });
  }

  #pump(): void {
    if (this.#closed || this.#flying || this.#timer || this.#queue.length === 0 || !this.#mouth.open) return;
    const wait = this.#pacer.waitMs(Date.now(), this.#pace());
    if (wait > 0) {
      this.#timer = setTimeout(() => {
        this.#timer = null;
        this.#pump();
      }, wait);
      return;
    }
    const one = this.#queue.shift();
    if (one) void this.#fly(one);
  }

  async #fly(one: Waiting): Promise<void> {
    const now = Date.now();
    const line = this.moderator ? one.text : variedLine(one.text, (text) => this.#sentLately.has(text, now));
    if (line === null) {
      one.settle(refused('repeated'));
      return this.#pump();
    }
    this.#flying = one;
    this.#pacer.wrote(now);
    this.#sentLately.add(line, now);
    const patience = Math.min(this.#mouth.confirmMs, one.since + SETTLE_MS - now);
    this.#timer = setTimeout(() => this.#land({ ok: true, lines: 1, confirmed: false }), patience);
    try {
      const answered = await this.#mouth.say(line, one.replyTo);
      if (answered?.ok) this.#ids.add(answered.id, Date.now());
      // An answer that came too late is not about the line that is on its way now.
      if (!answered || this.#flying !== one) return;
      if (answered.ok) this.confirmed();
      else this.refused(answered.code, answered.text);
    } catch (error) {
      if (this.#flying === one) this.#land({ ok: false, code: 'not_sent', text: wordsOf(error) });
    }
  }

  #land(result: SendResult): void {
    const one = this.#flying;
    if (!one) return;
    this.#flying = null;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    one.settle(result);
    this.#pump();
  }
}

export function refused(code: keyof typeof OWN): SendResult {
  return { ok: false, code, text: OWN[code] };
}
