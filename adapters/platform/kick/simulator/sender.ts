/**
 * Sends webhooks, signed over the exact bytes, to the app's one address; loses, doubles and delays them as Kick does on
 * bad days. PLATFORMS 4.2, 4.6.
 */
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { ulid, type World } from './world.ts';

export interface Sent {
  readonly id: string;
  readonly type: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** HTTP status of the answer; 0 if there was none. */
  status: number;
}

/** Shares of deliveries, 0 to 1. */
export interface Trouble {
  readonly lost?: number;
  readonly doubled?: number;
  readonly late?: number;
  readonly lateMs?: number;
  /** The same numbers in every run. */
  readonly seed?: number;
}

export interface SendOptions {
  /** The time in the header, if not now: for late deliveries. */
  readonly sentAt?: number;
  readonly version?: string;
}

const ANSWER_MS = 5_000;
/** Sent at once at most; the others wait their turn. */
const MOST_AT_ONCE = 20;
const MOST_KEPT = 20_000;

export class Sender {
  readonly #world: World;
  readonly #key: KeyObject;
  readonly publicKey: string;
  /** The app's webhook address; empty: switched off. */
  url = '';
  readonly sent: Sent[] = [];
  /** Ids of deliveries that were lost on purpose. */
  readonly lost: string[] = [];
  #trouble: Required<Trouble> = { lost: 0, doubled: 0, late: 0, lateMs: 0, seed: 1 };
  #random = chance(1);
  readonly #timers = new Set<NodeJS.Timeout>();
  #waiting: (() => Promise<void>)[] = [];
  #flying = 0;
  #closed = false;

  constructor(world: World) {
    this.#world = world;
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    this.#key = privateKey;
    this.publicKey = publicKey.export({ type: 'spki', format: 'pem' }) as string;
  }

  /** Webhooks that are queued, on their way, or kept back. */
  get pending(): number {
    return this.#waiting.length + this.#flying + this.#timers.size;
  }

  trouble(trouble: Trouble): void {
    this.#trouble = { ...this.#trouble, lost: 0, doubled: 0, late: 0, ...trouble };
    this.#random = chance(this.#trouble.seed);
  }

  /** To every living subscription of the channel: one that exists twice sends twice, with two message ids (#246). */
  event(broadcaster: number, type: string, body: unknown, options: SendOptions = {}): void {
    const text = JSON.stringify(body);
    for (const one of this.#world.subscriptions) {
      if (one.broadcaster === broadcaster && one.event === type && !one.dead) {
        this.#dispatch(this.make({ subscription: one.id, type, body: text, ...options }));
      }
    }
  }

  /** A signed webhook that is not sent yet. */
  make(about: {
    subscription?: string;
    type: string;
    body: string;
    sentAt?: number;
    version?: string;
  }): Sent {
    const id = ulid();
    const at = new Date(about.sentAt ?? Date.now()).toISOString();
    const signature = sign('RSA-SHA256', Buffer.from(`${id}.${at}.${about.body}`), this.#key);
    const headers = {
      'Content-Type': 'application/json',
      'Kick-Event-Message-Id': id,
      'Kick-Event-Subscription-Id': about.subscription ?? ulid(),
      'Kick-Event-Signature': signature.toString('base64'),
      'Kick-Event-Message-Timestamp': at,
      'Kick-Event-Type': about.type,
      'Kick-Event-Version': about.version ?? '1',
    };
    return { id, type: about.type, url: this.url, headers, body: about.body, status: 0 };
  }

  #dispatch(sent: Sent): void {
    const { lost, doubled, late, lateMs } = this.#trouble;
    if (this.#random() < lost) return void this.lost.push(sent.id);
    const copies = this.#random() < doubled ? 2 : 1;
    const wait = this.#random() < late ? lateMs * this.#random() : 0;
    for (let n = 0; n < copies; n++) {
      if (wait === 0) this.#queue(() => this.post(sent));
      else this.#after(wait, () => this.#queue(() => this.post(sent)));
    }
  }

  /** Sends it, also a second time with the same id. Resolves with the status of the answer; 0 if none came. */
  async post(sent: Sent): Promise<number> {
    this.sent.push(sent);
    if (this.sent.length > MOST_KEPT) this.sent.splice(0, MOST_KEPT / 10);
    const url = this.url || sent.url;
    if (url === '' || this.#closed) return 0;
    try {
      const signal = AbortSignal.timeout(ANSWER_MS);
      const answer = await fetch(url, { method: 'POST', headers: sent.headers, body: sent.body, signal });
      await answer.arrayBuffer();
      sent.status = answer.status;
    } catch {
      sent.status = 0;
    }
    return sent.status;
  }

  close(): void {
    this.#closed = true;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#waiting = [];
  }

  #queue(post: () => Promise<number>): void {
    this.#waiting.push(async () => {
      await post();
    });
    this.#pump();
  }

  #pump(): void {
    while (!this.#closed && this.#flying < MOST_AT_ONCE) {
      const next = this.#waiting.shift();
      if (!next) return;
      this.#flying += 1;
      void next().finally(() => {
        this.#flying -= 1;
        this.#pump();
      });
    }
  }

  #after(ms: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act();
    }, ms);
    this.#timers.add(timer);
  }
}

/** Numbers in [0, 1) from a seed: a linear congruence with the constants of Numerical Recipes. */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
