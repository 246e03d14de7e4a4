/**
 * Applications to play or to create a game, as they wait for the admin. Whoever applied has a key, and with it sees
 * what became of the application; only a hash of the key is stored.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Application, NewApplication, Verdict } from '../protocol/applications.ts';

export interface ApplicationsKeep {
  getMeta(key: string): Promise<string | null>;
  setMeta(key: string, value: string): Promise<void>;
}

/** Those that wait; more would be nobody's to read. */
export const MOST_WAITING = 100;
/** Of those, from one sender: nobody takes the places of all others. */
export const MOST_OF_ONE = 3;
/** All that are kept; of those that have their answer the oldest go first. */
const MOST_KEPT = 300;
const PLACE = 'applications';

interface Kept extends Application {
  /** SHA-256 of the key, hex. */
  readonly lock: string;
  /** SHA-256 of the sender's address, hex; no longer than it waits. Absent in older ones. */
  readonly from?: string;
}

/** When it came, and from which address. */
export interface Arrived {
  readonly at: number;
  readonly from: string;
}

export type Applied =
  | { readonly ok: true; readonly n: number; readonly key: string }
  | { readonly ok: false; readonly code: 'applications-full' | 'applications-yours' };

export class Applications {
  readonly #keep: ApplicationsKeep;
  #all: readonly Kept[];
  /** One at a time: each begins with what the one before has stored. */
  #last: Promise<unknown> = Promise.resolve();

  /** @throws AdapterError STORE_* */
  static async open(keep: ApplicationsKeep): Promise<Applications> {
    return new Applications(keep, JSON.parse((await keep.getMeta(PLACE)) ?? '[]') as Kept[]);
  }

  private constructor(keep: ApplicationsKeep, all: readonly Kept[]) {
    this.#keep = keep;
    this.#all = all;
  }

  /** The newest last. */
  list(): readonly Application[] {
    return this.#all.map(shown);
  }

  /** What became of it, for whoever has its key; null for everybody else. */
  get(n: number, key: string): Application | null {
    const found = this.#all.find((one) => one.n === n);
    if (!found) return null;
    return timingSafeEqual(Buffer.from(found.lock), Buffer.from(lockOf(key))) ? shown(found) : null;
  }

  /** @throws the driver's error if it could not be stored */
  apply(wish: NewApplication, { at, from: address }: Arrived): Promise<Applied> {
    return this.#inTurn(async () => {
      const waiting = this.#all.filter(waits);
      const from = lockOf(address);
      const own = waiting.filter((one) => one.from === from);
      if (own.length >= MOST_OF_ONE) return { ok: false, code: 'applications-yours' };
      if (waiting.length >= MOST_WAITING) return { ok: false, code: 'applications-full' };
      const n = (this.#all.at(-1)?.n ?? 0) + 1;
      const key = randomBytes(18).toString('base64url');
      const lock = lockOf(key);
      await this.#store([...this.#all, { n, at, wish, verdict: { is: 'waiting' }, lock, from }]);
      return { ok: true, n, key };
    });
  }

  /**
   * Answers an application that waits.
   * @param decide what the answer is; called only if it still waits, and what it throws leaves it waiting
   * @returns null if there is no such application, or it has its answer
   */
  answer(n: number, decide: (wish: NewApplication) => Promise<Verdict>): Promise<Application | null> {
    return this.#inTurn(async () => {
      const found = this.#all.find((one) => one.n === n);
      if (found?.verdict.is !== 'waiting') return null;
      const answered = withVerdict(found, await decide(found.wish));
      await this.#store(this.#all.map((one) => (one.n === n ? answered : one)));
      return shown(answered);
    });
  }

  /**
   * Declines an application that waits, and all others that wait from the same sender.
   * @returns as `answer`
   */
  declineAll(n: number, reason: string): Promise<Application | null> {
    return this.#inTurn(async () => {
      const found = this.#all.find((one) => one.n === n);
      if (!found || !waits(found)) return null;
      const same = (one: Kept) => one === found || (one.from !== undefined && one.from === found.from);
      const verdict = { is: 'declined', reason } as const;
      await this.#store(this.#all.map((one) => (waits(one) && same(one) ? withVerdict(one, verdict) : one)));
      return shown(withVerdict(found, verdict));
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => null);
    return done;
  }

  async #store(all: readonly Kept[]): Promise<void> {
    const extra = all.length - MOST_KEPT;
    const old = extra <= 0 ? [] : all.filter(({ verdict }) => verdict.is !== 'waiting').slice(0, extra);
    const kept = all.filter((one) => !old.includes(one));
    await this.#keep.setMeta(PLACE, JSON.stringify(kept));
    this.#all = kept;
  }
}

function shown({ lock: _, from: __, ...application }: Kept): Application {
  return application;
}

function waits({ verdict }: Kept): boolean {
  return verdict.is === 'waiting';
}

/** Whence it came matters no more. */
function withVerdict({ from: _, ...kept }: Kept, verdict: Verdict): Kept {
  return { ...kept, verdict };
}

function lockOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
