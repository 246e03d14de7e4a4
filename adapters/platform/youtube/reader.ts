/**
 * Reads one live chat to its end: streamed where that works, page by page where it does not. The page token is the
 * place in the chat: it is taken over from one to the other and over every cut, so nothing in between is missed.
 */
import { faultOf, type Page } from './api.external.ts';
import { CallFault, YoutubeError } from './failures.ts';
import type { ReadMode } from './plan.ts';
import type { ReaderEnd, ReaderSettings } from './reading.ts';
import { readStream } from './stream.ts';

/** Attempts at the stream without one answer, before pages are read instead. */
const STREAM_ATTEMPTS = 3;
/** A stream that says nothing and ends within this time is none. */
const BRIEF_MS = 5_000;
/** More than the 200 that come by default; the answer to a poll after a long wait has many. */
const PAGE_SIZE = 2_000;
const PARTS = ['id', 'snippet', 'authorDetails'];

export class Reader {
  readonly chat: string;
  readonly #settings: ReaderSettings;
  readonly #stop = new AbortController();
  #token: string | null;
  #mode: ReadMode = 'stream';
  /** Until the next page, by YouTube; nothing before the first. */
  #toldMs = 0;
  #failures = 0;
  #streamFailures = 0;
  /** The call that is being made is the stream's. */
  #streaming = false;
  #streamAgainAt = 0;
  #streamAgainMs: number;
  /** How often the stream fell silent in a row although there was nothing to tell. */
  #quiet = 0;
  /** Lives of the stream in a row that did not bring even a first page. */
  #mute = 0;
  #gapMs = 0;
  up = false;

  constructor(settings: ReaderSettings) {
    this.#settings = settings;
    this.chat = settings.chat;
    this.#token = settings.token;
    this.#streamAgainMs = settings.times.streamAgainMs;
  }

  get mode(): ReadMode {
    return this.#mode;
  }

  /** Reads until the chat is over or `stop` is called; never rejects. */
  async run(): Promise<ReaderEnd> {
    while (!this.#stop.signal.aborted) {
      try {
        const streams = this.#mode === 'stream' || this.#settings.clock.now() >= this.#streamAgainAt;
        this.#streaming = streams;
        const ended = streams ? await this.#stream() : await this.#poll();
        if (ended) return 'ended';
      } catch (error) {
        const end = await this.#failed(error);
        if (end) return end;
      }
    }
    return 'stopped';
  }

  stop(): void {
    this.#stop.abort();
  }

  /** One life of the stream. @returns true if the chat is over. */
  async #stream(): Promise<boolean> {
    const { calls, clock, plan, chat } = this.#settings;
    await this.#due('stream', 0);
    if (this.#stop.signal.aborted) return false;
    plan.tookRead('stream');
    let answers = 0;
    let fresh = 0;
    const openedAt = clock.now();
    let lastAt = openedAt;
    const end = await readStream(
      { calls, clock, stop: this.#stop.signal, silenceMs: () => this.#silenceMs() },
      { liveChatId: chat, part: PARTS, ...(this.#token ? { pageToken: this.#token } : {}) },
      {
        open: () => this.#went(),
        page: (page) => {
          answers += 1;
          this.#streamFailures = 0;
          this.#turn('stream', '');
          const taken = this.#take(page);
          fresh += taken.fresh;
          if (answers > 1) {
            this.#gapMs = 0.8 * this.#gapMs + 0.2 * (clock.now() - lastAt);
            this.#streamAgainMs = this.#settings.times.streamAgainMs;
          }
          lastAt = clock.now();
          return taken.ended;
        },
      },
    );
    if (end === 'over') return true;
    this.#quiet = end === 'silent' && fresh === 0 ? this.#quiet + 1 : 0;
    this.#mute = end === 'silent' && answers === 0 ? this.#mute + 1 : 0;
    if (this.#mute >= STREAM_ATTEMPTS) this.#streamFailures = this.#mute;
    // Ended without a word: perhaps nothing but pages comes out of here.
    const brief = end === 'closed' && clock.now() - openedAt < BRIEF_MS;
    if (answers === 0 && (brief || this.#mute >= STREAM_ATTEMPTS)) {
      throw new CallFault({ status: null, reason: 'empty_stream', text: 'the stream says nothing' });
    }
    return false;
  }

  async #poll(): Promise<boolean> {
    const { calls, plan, chat } = this.#settings;
    await this.#due('read', this.#toldMs);
    if (this.#stop.signal.aborted) return false;
    plan.tookRead('read');
    const page = await calls.run('read', 'reading the chat', (api, options) =>
      api.liveChatMessages.list(
        {
          liveChatId: chat,
          part: PARTS,
          maxResults: PAGE_SIZE,
          ...(this.#token ? { pageToken: this.#token } : {}),
        },
        options,
      ),
    );
    this.#went();
    this.#toldMs = page.pollingIntervalMillis ?? this.#settings.times.pageMs;
    return this.#take(page).ended;
  }

  /** Waits for the turn of a reading call: as YouTube says, and as the units allow. */
  async #due(kind: 'read' | 'stream', toldMs: number): Promise<void> {
    const { plan, clock, book, events } = this.#settings;
    const began = clock.now();
    plan.pacing(plan.readWaitMs(kind), toldMs);
    for (;;) {
      const wait = Math.max(plan.readWaitMs(kind), began + toldMs - clock.now());
      if (wait <= 0 || this.#stop.signal.aborted) return;
      if (Number.isFinite(wait)) await clock.sleep(wait, this.#stop.signal);
      else {
        this.up = false;
        events.down('quota', 'the units of the day are used up');
        await clock.sleep(book.use().resetsAt - clock.now(), this.#stop.signal);
      }
    }
  }

  #take(page: Page): { fresh: number; ended: boolean } {
    const taken = this.#settings.events.page(page);
    // After the items: a crash between the two brings them again, and their ids are known.
    if (page.nextPageToken) this.#token = page.nextPageToken;
    return { fresh: taken.fresh, ended: taken.ended || Boolean(page.offlineAt) };
  }

  #went(): void {
    this.#failures = 0;
    this.up = true;
    this.#settings.events.up();
  }

  #silenceMs(): number {
    const { leastSilenceMs, silenceMs, longestSilenceMs } = this.#settings.times;
    const lively = this.#gapMs > 0 ? Math.max(leastSilenceMs, 30 * this.#gapMs) : silenceMs;
    return Math.min(longestSilenceMs, Math.min(silenceMs, lively) * 2 ** this.#quiet);
  }

  async #failed(error: unknown): Promise<ReaderEnd | null> {
    if (this.#stop.signal.aborted) return 'stopped';
    const { times, events } = this.#settings;
    if (error instanceof YoutubeError) {
      events.down('login', error.message);
      return 'login';
    }
    const fault = faultOf(error);
    const { kind } = fault;
    if (kind === 'ended' || kind === 'disabled' || kind === 'missing') return kind;
    if (kind === 'page') {
      // Begins again with the recent history; what was read already has known ids.
      this.#token = null;
      return null;
    }
    if (this.#streaming && this.#leavesStream(fault)) return null;
    if (kind === 'forbidden') return 'forbidden';
    this.up = false;
    events.down(fault.reason, fault.message);
    this.#failures += 1;
    // A quota fault needs no pause of its own: `#due` waits until the units are new.
    if (kind === 'quota') return null;
    const first = kind === 'pace' ? times.paceMs : times.firstPauseMs;
    const pause = Math.min(times.longestPauseMs, first * 2 ** Math.min(10, this.#failures - 1));
    await this.#settings.clock.sleep(pause, this.#stop.signal);
    return null;
  }

  /** True if pages are read from now on, since the stream does not work and perhaps never will. */
  #leavesStream(fault: CallFault): boolean {
    const { kind, reason } = fault;
    if (kind === 'quota' || kind === 'pace' || kind === 'login' || fault.unsent) return false;
    this.#streamFailures += 1;
    const never = kind === 'bad' || kind === 'forbidden' || reason === 'not_json' || reason === 'unreadable';
    // One failure is enough for who reads page by page and has only tried again.
    if (this.#mode === 'stream' && !never && this.#streamFailures < STREAM_ATTEMPTS) return false;
    this.#streamAgainAt = this.#settings.clock.now() + this.#streamAgainMs;
    this.#streamAgainMs = Math.min(this.#settings.times.longestStreamAgainMs, this.#streamAgainMs * 2);
    this.#turn('poll', reason);
    return true;
  }

  #turn(mode: ReadMode, reason: string): void {
    if (this.#mode === mode) return;
    this.#mode = mode;
    this.#settings.events.mode(mode, reason);
  }
}
