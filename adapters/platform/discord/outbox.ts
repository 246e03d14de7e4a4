/** Posts on their way into the channel: one at a time, at our own pace, each with an end within 10 s. */
import { type Pace, Pacer } from '../shared/pace.ts';
import { within } from '../shared/within.ts';
import type { Post } from './contract.ts';
import { type Refused, refusedBy } from './failures.ts';

export interface OutboxOptions {
  readonly pace: Pace;
  readonly restMs: number;
  /** Makes one call. @throws what the library throws */
  readonly call: (post: Post, nonce: string, signal: AbortSignal) => Promise<unknown>;
  readonly wrote: () => void;
  readonly refused: (why: Refused) => void;
}

interface Waiting {
  readonly post: Post;
  readonly nonce: string;
  readonly until: number;
  readonly settle: (done: boolean) => void;
}

const MOST_WAITING = 30;
/** The caller's promise settles before 10 s: waiting, then one call. */
const WAIT_MS = 8_000;
const CALL_MS = 9_500;
/** When it says "too fast" without a time. */
const HOLD_MS = 1_000;

export class Outbox {
  readonly #options: OutboxOptions;
  readonly #pacer: Pacer;
  #queue: Waiting[] = [];
  #flying: Waiting | null = null;
  #timer: NodeJS.Timeout | null = null;
  #closed = false;
  #restsUntil = 0;
  #count = 0;

  constructor(options: OutboxOptions) {
    this.#options = options;
    this.#pacer = new Pacer(options.pace.windowMs);
  }

  /** False when it was not taken, or nobody can know. Never rejects. */
  send(post: Post): Promise<boolean> {
    const now = Date.now();
    const tooMany = this.#queue.length >= MOST_WAITING;
    if (this.#closed || tooMany || now < this.#restsUntil) return Promise.resolve(false);
    return new Promise((resolve) => {
      const leave = setTimeout(() => settle(false), CALL_MS);
      const settle = (done: boolean) => {
        clearTimeout(leave);
        resolve(done);
      };
      this.#count += 1;
      // Discord takes at most 25 characters.
      const nonce = `${now.toString(36)}-${process.pid.toString(36)}-${this.#count.toString(36)}`.slice(-25);
      this.#queue.push({ post, nonce, until: now + WAIT_MS, settle });
      this.#pump();
    });
  }

  close(): void {
    this.#closed = true;
    if (this.#timer) clearTimeout(this.#timer);
    for (const { settle } of this.#queue.splice(0)) settle(false);
    this.#flying?.settle(false);
  }

  #pump(): void {
    if (this.#closed || this.#flying || this.#timer || this.#queue.length === 0) return;
    const now = Date.now();
    const wait = this.#pacer.waitMs(now, this.#options.pace);
    const next = this.#queue[0]!;
    if (now + wait >= next.until) {
      this.#queue.shift();
      next.settle(false);
      return this.#pump();
    }
    if (wait > 0) {
      this.#timer = setTimeout(() => {
        this.#timer = null;
        this.#pump();
      }, wait);
      return;
    }
    this.#queue.shift();
    this.#flying = next;
    void this.#fly(next).finally(() => {
      this.#flying = null;
      this.#pump();
    });
  }

  async #fly(one: Waiting): Promise<void> {
    const left = Math.max(1, one.until + 1_000 - Date.now());
    this.#pacer.wrote(Date.now());
    try {
      await within(left + 100, 'Discord', this.#options.call(one.post, one.nonce, AbortSignal.timeout(left)));
      this.#options.wrote();
      one.settle(true);
    } catch (error) {
      const why = refusedBy(error);
      if (why.status === 429) {
        this.#pacer.hold(Date.now() + (why.retryAfterMs ?? HOLD_MS));
        this.#queue.unshift(one);
        return;
      }
      if (why.status === 401 || why.status === 403 || why.status === 404)
        this.#restsUntil = Date.now() + this.#options.restMs;
      this.#options.refused(why);
      one.settle(false);
    }
  }
}
