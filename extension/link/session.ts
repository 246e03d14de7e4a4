/** What a view knows, in one place: who looks, the race, what is the viewer's own; and what the viewer can do. */
import type { ExtMap, ExtMe, ExtState } from '../../bot/protocol/extension.ts';
import { type Words, wordsOf } from '../words/words.ts';
import { Ebs, EbsError, type Ended, type Lang, type Wish } from './ebs.ts';
import { Feed, type FeedProblem } from './feed.ts';
import { NO_PACK, type Pack, readPack } from './pack.ts';
import { type Authorized, helper, type TwitchExt } from './twitch.ts';
import { forget, remember, unsent } from './unsent.ts';

export interface Notice {
  readonly text: string;
  readonly good: boolean;
}

/** How long a notice stays, in ms: a glance for what is seen anyway, time for two lines for what went wrong. */
const NOTICE_MS = { good: 3_500, bad: 7_000 } as const;
/** Between two attempts to hand in a receipt. */
const AGAIN_MS = 10_000;
/** Asked again by itself while the viewer may be waiting for an answer of the streamer. */
const ME_MS = 30_000;

export class Session {
  readonly twitch: TwitchExt | null = helper();
  readonly ebs: Ebs;
  lang: Lang;
  words: Words;
  auth: Authorized | null = null;
  state: ExtState | null = null;
  me: ExtMe | null = null;
  map: ExtMap | null = null;
  pack: Pack = NO_PACK;
  problem: FeedProblem = null;
  notice: Notice | null = null;
  busy = false;
  readonly #listeners = new Set<() => void>();
  readonly #feed: Feed;
  /** Game's time minus this machine's. */
  #apart = 0;
  #has = { map: '', texts: '' };
  #noticeTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(url: string, query: URLSearchParams) {
    this.lang = langOf(query.get('language') ?? navigator.language);
    this.words = wordsOf(this.lang);
    document.documentElement.lang = this.lang;
    setTheme(query.get('theme'));
    this.ebs = new Ebs({ url, lang: () => this.lang, token: () => this.auth?.token ?? '' });
    this.#feed = new Feed({
      fetch: () => this.ebs.state(this.auth?.channelId ?? ''),
      show: (state) => this.#show(state),
      problem: (problem) => this.#put({ problem }),
    });
  }

  /** Begins to listen; without the helper nothing will ever come, and the view says so. */
  open(): void {
    const { twitch } = this;
    if (!twitch) return this.#put({ problem: 'offline' });
    twitch.onAuthorized((auth) => this.#enter(auth));
    twitch.onContext(({ theme, language }) => {
      setTheme(theme ?? null);
      if (language && langOf(language) !== this.lang) this.#speak(langOf(language));
    });
    twitch.onVisibilityChanged((visible) => this.#feed.see(visible));
    twitch.listen('broadcast', (_target, _type, message) => this.#feed.hear(message));
    twitch.bits?.onTransactionComplete((sale) => {
      if (sale.initiator.toLowerCase() === 'current_user') void this.#handIn(sale.transactionReceipt);
    });
    setInterval(() => {
      if (this.me?.grant?.waiting || this.me?.challenge.wait) void this.#ask();
    }, ME_MS);
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The game's time, in ms. */
  now(): number {
    return Date.now() + this.#apart;
  }

  vote(poll: string, choice: number | 'x'): Promise<void> {
    return this.#do(async () => {
      const { counted } = await this.ebs.vote(poll, choice);
      if (this.me) this.#put({ me: { ...this.me, votes: { ...this.me.votes, [poll]: choice } } });
      return { text: counted ? this.words.voteCounted : this.words.voteOld, good: counted };
    });
  }

  act(wish: Wish): Promise<void> {
    return this.#do(async () => {
      const reply = await this.ebs.act(wish, this.auth?.helixToken);
      return { text: reply[this.lang] || this.words.done, good: true };
    });
  }

  credit(transaction: string): Promise<void> {
    return this.#do(async () => this.#ended(await this.ebs.credit(transaction)));
  }

  say(notice: Notice): void {
    clearTimeout(this.#noticeTimer);
    this.#put({ notice });
    this.#noticeTimer = setTimeout(
      () => this.#put({ notice: null }),
      NOTICE_MS[notice.good ? 'good' : 'bad'],
    );
  }

  /** A receipt that could not be handed in is handed in again: the Bits are spent. */
  async #handIn(receipt: string): Promise<void> {
    remember(receipt);
    try {
      const ended = await this.ebs.bits(receipt);
      forget(receipt);
      this.say(this.#ended(ended));
    } catch (error) {
      const { code, status } = error instanceof EbsError ? error : { code: 'offline', status: 0 };
      const later =
        status === 0 || status === 401 || status === 429 || status >= 500 || code === 'ext-not-bound';
      if (later) setTimeout(() => void this.#handIn(receipt), AGAIN_MS);
      else forget(receipt);
      this.say(this.#no(error));
    }
    await this.#ask();
  }

  #ended({ end, sku, why }: Ended): Notice {
    const { name } = this.pack.entry('rewards', sku);
    const { words } = this;
    return end === 'applied'
      ? { text: words.bitsApplied(name), good: true }
      : { text: words.bitsCredit(name, words.whyOf(why)), good: false };
  }

  async #do(work: () => Promise<Notice>): Promise<void> {
    if (this.busy) return;
    this.#put({ busy: true });
    const notice = await work().catch((error: unknown) => this.#no(error));
    this.#put({ busy: false });
    this.say(notice);
    await this.#ask();
    await this.#feed.ask();
  }

  #no(error: unknown): Notice {
    const said = error instanceof EbsError ? error.message : '';
    return { text: said || this.words.offline, good: false };
  }

  #enter(auth: Authorized): void {
    const other = this.auth?.channelId !== auth.channelId || this.auth?.userId !== auth.userId;
    const shared = this.auth !== null && this.auth.token !== auth.token;
    this.#put({ auth });
    if (other) void this.#feed.ask();
    if (other || shared) void this.#ask();
    if (other) for (const receipt of unsent()) void this.#handIn(receipt);
  }

  async #ask(): Promise<void> {
    if (!this.auth) return;
    // Without it the race can still be watched.
    const me = await this.ebs.me().catch(() => null);
    if (!me) return;
    this.#apart = me.now - Date.now();
    this.#put({ me });
  }

  #show(state: ExtState): void {
    this.#put({ state });
    if (this.#has.map !== state.map) void this.#loadMap(state);
    if (this.#has.texts !== state.texts) void this.#loadTexts(state.texts);
  }

  async #loadMap({ game, map: version }: ExtState): Promise<void> {
    const map = await this.ebs.map(game, version).catch(() => null);
    if (!map) return;
    this.#has = { ...this.#has, map: version };
    this.#put({ map });
  }

  async #loadTexts(version: string): Promise<void> {
    const json = await this.ebs.texts(version).catch(() => null);
    if (!json) return;
    this.#has = { ...this.#has, texts: version };
    this.#put({ pack: readPack(json) });
  }

  #speak(lang: Lang): void {
    document.documentElement.lang = lang;
    this.#has = { ...this.#has, texts: '' };
    this.#put({ lang, words: wordsOf(lang) });
    if (this.state) void this.#loadTexts(this.state.texts);
  }

  #put(change: Partial<Session>): void {
    Object.assign(this, change);
    for (const listener of this.#listeners) listener();
  }
}

function langOf(tag: string): Lang {
  return tag.toLowerCase().startsWith('ru') ? 'ru' : 'en';
}

function setTheme(theme: string | null): void {
  document.documentElement.dataset.theme = theme === 'light' ? 'light' : 'dark';
}

/** Address of the backend, written into the page when it is packed. */
export function ebsUrl(): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="msig-ebs"]');
  return (meta?.content ?? '').replace(/\/+$/, '');
}
