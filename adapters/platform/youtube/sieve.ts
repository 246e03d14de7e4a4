/** Which items of the chat are passed on: once each, none of ours, none from before we came. */
import type { ChatMessage, Donation } from '../contract.ts';
import { Recent } from '../shared/recent.ts';
import type { Item, Page } from './api.external.ts';
import { comboOf, DROPPED, type Dropped, type Meaning, meaningOf, type Removal } from './meaning.ts';

export interface SieveEvents {
  readonly message: (message: ChatMessage, chat: string) => void;
  readonly donation: (donation: Donation) => void;
  readonly removal: (removal: Removal) => void;
  /** A type of item that nobody here knows; told once for each. */
  readonly unknown: (type: string) => void;
}

/** A page token given back after an hour brings an hour of ids again; 20,000 are 100 minutes of a lively chat. */
const IDS_KEPT = 20_000;
const IDS_KEPT_MS = 2 * 3_600_000;
const LINES_KEPT_MS = 5 * 60_000;
/** YouTube's clock and ours are seldom further apart than this. */
const CLOCKS_APART_MS = 5_000;

export interface Pouring {
  readonly chat: string;
  readonly channel: string;
  readonly now: number;
  /** Items from before are history; milliseconds since 1970. */
  readonly from: number;
}

export class Sieve {
  readonly #events: SieveEvents;
  readonly #seen = new Recent(IDS_KEPT, IDS_KEPT_MS);
  readonly #writtenIds = new Recent(1_000, LINES_KEPT_MS);
  readonly #writtenTexts = new Recent(1_000, LINES_KEPT_MS);
  readonly #combos = new Map<string, number>();
  readonly #unknown = new Set<string>();
  readonly dropped: Record<Dropped, number> = { own: 0, old: 0, repeated: 0, unreadable: 0, unknown: 0 };
  /** Channel id of the account we write as. */
  self: string | null = null;
  /** The account is the broadcaster's own, whose typed lines count. */
  selfSpeaks = true;

  constructor(events: SieveEvents) {
    this.#events = events;
    for (const key of DROPPED) this.dropped[key] = 0;
  }

  /** Remembers what is about to be written: it comes back, sometimes before the answer to the writing. */
  writing(text: string, now: number): void {
    this.#writtenTexts.add(text, now);
  }

  wrote(id: string, now: number): void {
    this.#writtenIds.add(id, now);
  }

  /** @returns what the reader has to know of a page: how much of it was new, and whether the chat is over. */
  pour(page: Page, place: Pouring): { fresh: number; ended: boolean } {
    const items = page.items ?? [];
    const meant = items.map((item) => ({ item, meaning: meaningOf(item, place) }));
    // What was taken away within the same page is not played any more.
    const gone = new Set(
      meant.map(({ meaning }) => (meaning?.removal?.kind === 'message' ? meaning.removal.id : '')),
    );
    let fresh = 0;
    let ended = false;
    for (const { item, meaning } of meant) {
      const passed = meaning ? this.#passed(item, meaning, place) : this.#drop('unreadable');
      if (!passed) continue;
      fresh += 1;
      ended ||= passed.ended === true;
      this.#tell(passed, place.chat, gone);
    }
    return { fresh, ended };
  }

  #passed(item: Item, meaning: Meaning, { now, from }: Pouring): Meaning | null {
    const combo = comboOf(item);
    if (!this.#seen.add(combo === null ? meaning.id : `${meaning.id}#${combo}`, now))
      return this.#drop('repeated');
    // The end of the chat counts whenever it was.
    if (meaning.at < from - CLOCKS_APART_MS && !meaning.ended) return this.#drop('old');
    if (this.#isOwn(meaning, now)) return this.#drop('own');
    if (meaning.unknown) {
      if (!this.#unknown.has(meaning.unknown) && this.#unknown.size < 50) {
        this.#unknown.add(meaning.unknown);
        this.#events.unknown(meaning.unknown);
      }
      return this.#drop('unknown');
    }
    return combo === null ? meaning : this.#grown(meaning, combo);
  }

  #drop(why: Dropped): null {
    this.dropped[why] += 1;
    return null;
  }

  /**
   * A broadcaster who lends the game his own account still plays by typing; so with his account a line is ours only if
   * it is one that we wrote.
   */
  #isOwn({ id, user, message }: Meaning, now: number): boolean {
    if (this.#writtenIds.has(id, now)) return true;
    if (this.self === null || user !== this.self || !message) return false;
    return !this.selfSpeaks || this.#writtenTexts.has(message.text, now);
  }

  /** One gift given three times in a row comes three times with the same id: only what was added counts. */
  #grown(meaning: Meaning, combo: number): Meaning | null {
    const before = this.#combos.get(meaning.id) ?? 0;
    if (combo <= before) return this.#drop('repeated');
    if (this.#combos.size > 1_000) this.#combos.clear();
    this.#combos.set(meaning.id, combo);
    const { donation } = meaning;
    if (!donation) return meaning;
    const id = before === 0 ? donation.id : `${donation.id}#${combo}`;
    return { ...meaning, donation: { ...donation, id, amount: donation.amount * (combo - before) } };
  }

  #tell(meaning: Meaning, chat: string, gone: ReadonlySet<string>): void {
    if (meaning.donation) this.#events.donation(meaning.donation);
    if (meaning.removal) this.#events.removal(meaning.removal);
    if (meaning.message && !gone.has(meaning.id)) this.#events.message(meaning.message, chat);
  }
}
