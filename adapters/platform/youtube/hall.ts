/** All live chats of a channel: found, read at the same time, left when they end, and the next ones looked for. */
import { faultOf, type Page } from './api.external.ts';
import type { Calls } from './calls.ts';
import type { Clock } from './clock.ts';
import { YoutubeError } from './failures.ts';
import type { Finder, Found, LiveChat } from './finder.ts';
import type { Kept } from './kept.ts';
import type { Plan, ReadMode } from './plan.ts';
import type { QuotaBook } from './quota.ts';
import { Reader } from './reader.ts';
import type { ReaderEnd, ReaderTimes } from './reading.ts';

export interface HallTimes extends ReaderTimes {
  /** Between two looks while nothing is live: YouTube asks for patience, and a look costs a unit or two. */
  readonly lookMs: number;
  /** While something is live: for a second broadcast, the title, the end. */
  readonly lookLiveMs: number;
  /** While units are short. */
  readonly lookShortMs: number;
  /** A chat that was switched off or closed to us is tried again. */
  readonly chatAgainMs: number;
}

export interface HallSettings {
  readonly calls: Calls;
  readonly finder: Finder;
  readonly book: QuotaBook;
  readonly plan: Plan;
  readonly kept: Kept;
  readonly clock: Clock;
  readonly times: HallTimes;
}

export interface HallEvents {
  /** Whether something is read, and if not, why. */
  readonly state: (up: boolean, reason: string, text: string) => void;
  /** `from`: where reading was left before a restart; null for a chat that is new to us. */
  readonly page: (page: Page, chat: string, from: number | null) => { fresh: number; ended: boolean };
  readonly stream: (found: Found) => void;
  readonly log: (text: string) => void;
}

const FINAL: ReadonlySet<ReaderEnd> = new Set(['ended', 'missing']);
/** Without an end: the id of an ended broadcast never comes back, and few are had in an evening. */
const MOST_ENDED = 200;

export class Hall {
  readonly #settings: HallSettings;
  readonly #events: HallEvents;
  readonly #readers = new Map<string, { reader: Reader; about: LiveChat }>();
  /** Chats that are not read (again) before this time. */
  readonly #closed = new Map<string, number>();
  readonly #stop = new AbortController();
  readonly #running = new Set<Promise<void>>();
  #failures = 0;
  #refused = false;

  constructor(settings: HallSettings, events: HallEvents) {
    this.#settings = settings;
    this.#events = events;
  }

  get stopped(): boolean {
    return this.#stop.signal.aborted;
  }

  /** Nothing can be read before the units are new. */
  get waiting(): boolean {
    return this.#settings.plan.step === 'spent';
  }

  /** Chats in reading, the one found first in front. */
  chats(): { chat: string; title: string; up: boolean; mode: ReadMode }[] {
    return [...this.#readers.values()].map(({ reader, about }) => ({
      chat: about.chat,
      title: about.title,
      up: reader.up,
      mode: reader.mode,
    }));
  }

  /** Looks once, and begins to read what it finds. @throws YoutubeError, CallFault */
  async begin(): Promise<void> {
    await this.#settings.finder.begin();
    await this.#look();
  }

  /** Goes on looking until `stop`. */
  watch(): void {
    this.#keep(this.#watch());
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    for (const { reader } of this.#readers.values()) reader.stop();
    await Promise.all(this.#running);
  }

  async #watch(): Promise<void> {
    const { clock } = this.#settings;
    while (!this.#stop.signal.aborted) {
      await clock.sleep(this.#pauseMs(), this.#stop.signal);
      if (this.#stop.signal.aborted || this.#refused) return;
      try {
        await this.begin();
        this.#failures = 0;
      } catch (error) {
        this.#failures += 1;
        this.lookFailed(error);
      }
    }
  }

  #pauseMs(): number {
    const { times, plan, book, clock } = this.#settings;
    plan.look();
    if (plan.step === 'spent') return Math.max(times.lookMs, book.use().resetsAt - clock.now());
    const short = plan.step === 'stretched' || plan.step === 'quiet';
    const calm = short ? times.lookShortMs : times.lookLiveMs;
    const base = this.#readers.size > 0 ? calm : times.lookMs;
    return base * Math.min(8, 2 ** this.#failures);
  }

  /** Says what a failed look means for the state. */
  lookFailed(error: unknown): void {
    if (error instanceof YoutubeError) {
      // The account is refused for good: asking on cannot help, signing in again makes a new adapter.
      this.#refused = error.code === 'YOUTUBE_LOGIN';
      if (this.#readers.size === 0) this.#events.state(false, 'login', error.message);
      return this.#events.log(error.message);
    }
    const fault = faultOf(error);
    if (this.#readers.size === 0) this.#events.state(false, fault.reason, fault.message);
    else if (this.#failures === 1) this.#events.log(`looking for broadcasts failed: ${fault.message}`);
  }

  async #look(): Promise<void> {
    const { finder, clock } = this.#settings;
    const found = await finder.look();
    this.#events.stream(found);
    for (const about of found.chats) {
      const running = this.#readers.get(about.chat);
      if (running) running.about = about;
      else if ((this.#closed.get(about.chat) ?? 0) <= clock.now()) this.#open(about);
    }
    if (this.#readers.size > 0) return;
    // What is said here is only why nothing is read now; a chat that ended has said so already.
    if (!found.live) this.#events.state(false, 'no_broadcast', 'no broadcast is live');
    else if (found.chats.length === 0) this.#events.state(false, 'no_chat', 'the broadcast has no chat');
  }

  #open(about: LiveChat): void {
    if (this.#stop.signal.aborted) return;
    const { calls, book, plan, clock, times, kept } = this.#settings;
    const { chat } = about;
    const place = kept.place(chat);
    const reader = new Reader({
      chat,
      token: place?.token ?? null,
      calls,
      book,
      plan,
      clock,
      times,
      events: {
        up: () => this.#events.state(true, '', ''),
        down: (reason, text) => this.#somebodyDown(reason, text),
        page: (page) => {
          const taken = this.#events.page(page, chat, place?.at ?? null);
          if (page.nextPageToken) kept.read(chat, { token: page.nextPageToken, at: clock.now() });
          return taken;
        },
        mode: (mode, reason) => this.#turned(mode, reason),
      },
    });
    this.#readers.set(chat, { reader, about });
    this.#keep(reader.run().then((end) => this.#over(chat, end)));
  }

  #turned(mode: ReadMode, reason: string): void {
    const modes = this.chats().map((one) => one.mode);
    this.#settings.plan.mode = modes.includes('poll') ? 'poll' : 'stream';
    if (mode === 'poll')
      this.#events.log(`YouTube's stream of the chat does not work (${reason}); reading page by page.`);
  }

  #somebodyDown(reason: string, text: string): void {
    if (this.chats().some(({ up }) => up))
      return this.#events.log(`one of the chats is not read now: ${text}`);
    this.#events.state(false, reason, text);
  }

  #over(chat: string, end: ReaderEnd): void {
    this.#readers.delete(chat);
    if (end === 'stopped') return;
    const again = FINAL.has(end)
      ? Number.POSITIVE_INFINITY
      : this.#settings.clock.now() + this.#settings.times.chatAgainMs;
    if (this.#closed.size >= MOST_ENDED) this.#closed.clear();
    this.#closed.set(chat, again);
    // The reader has said so itself, with the sentence that says what to do.
    if (end === 'login') return;
    const text = `this chat is over or closed to us (${end})`;
    if (this.chats().some(({ up }) => up)) this.#events.log(text);
    else this.#events.state(false, `chat_${end}`, text);
  }

  #keep(work: Promise<void>): void {
    this.#running.add(work);
    void work.finally(() => this.#running.delete(work));
  }
}
