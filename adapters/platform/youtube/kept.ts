/** What should survive a restart: the units used today, and the place in each chat. */
import { within } from '../shared/within.ts';
import type { KeptQuota, QuotaBook } from './quota.ts';

/** Where it is kept: one small text, replaced as a whole. */
export interface Keeping {
  load(): Promise<string | null>;
  save(text: string): Promise<void>;
}

export interface Place {
  readonly token: string;
  /** When it was read; milliseconds since 1970. */
  readonly at: number;
}

const CALL_MS = 5_000;
/** A place older than this is given up: nobody waits for the answer to a line from before. */
const PLACE_MS = 15 * 60_000;
const MOST_PLACES = 20;

export class Kept {
  readonly #keeping: Keeping | undefined;
  readonly #log: (text: string) => void;
  readonly #places = new Map<string, Place>();
  #book: QuotaBook | null = null;
  #saving: Promise<void> | null = null;
  #again = false;

  constructor(keeping: Keeping | undefined, log: (text: string) => void) {
    this.#keeping = keeping;
    this.#log = log;
  }

  /** Reads what was kept into the book, and begins to keep it. Never rejects: without it the count begins anew. */
  async begin(book: QuotaBook, now: number): Promise<void> {
    if (this.#book) return;
    this.#book = book;
    book.onChange = () => this.#save();
    if (!this.#keeping) return;
    try {
      const text = await within(CALL_MS, 'reading the units used', this.#keeping.load());
      if (text === null) return;
      const { quota, places } = JSON.parse(text) as { quota?: KeptQuota; places?: Record<string, Place> };
      if (quota) book.restore(quota);
      for (const [chat, place] of Object.entries(places ?? {})) {
        if (typeof place?.token === 'string' && now - place.at <= PLACE_MS) this.#places.set(chat, place);
      }
    } catch (error) {
      this.#log(`what was kept of YouTube's units cannot be read (${String(error)}); counting begins anew.`);
    }
  }

  place(chat: string): Place | null {
    return this.#places.get(chat) ?? null;
  }

  read(chat: string, place: Place): void {
    this.#places.delete(chat);
    this.#places.set(chat, place);
    const oldest = this.#places.keys().next();
    if (this.#places.size > MOST_PLACES && !oldest.done) this.#places.delete(oldest.value);
    this.#save();
  }

  /** Resolves when everything is kept. */
  async flush(): Promise<void> {
    while (this.#saving) await this.#saving;
  }

  /** One writing at a time; what changes meanwhile goes with the next. */
  #save(): void {
    this.#again = true;
    if (!this.#keeping) return;
    this.#saving ??= this.#write(this.#keeping).finally(() => {
      this.#saving = null;
    });
  }

  async #write(keeping: Keeping): Promise<void> {
    while (this.#again) {
      this.#again = false;
      const text = JSON.stringify({
        quota: this.#book?.kept(),
        places: Object.fromEntries(this.#places),
      });
      try {
        await within(CALL_MS, 'keeping the units used', keeping.save(text));
      } catch (error) {
        this.#log(`YouTube's units could not be kept: ${String(error)}`);
        return;
      }
    }
  }
}
