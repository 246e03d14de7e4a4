/** YouTube Live chat as a `PlatformAdapter`: all chats of a channel that are live, read within the day's units. */
import type { Capabilities, ChatMessage, Donation, Health, StreamStatus } from '../contract.ts';
import { Listeners } from '../listeners.ts';
import { capabilities, neverWrites } from './abilities.ts';
import { channelName, videoId } from './addresses.ts';
import type { Page } from './api.external.ts';
import { Calls } from './calls.ts';
import { realClock } from './clock.ts';
import { EVENING_HOURS, HOUR_MS, TIMES } from './defaults.ts';
import { CallFault, YoutubeError } from './failures.ts';
import { Finder, type Found } from './finder.ts';
import { Hall, type HallSettings } from './hall.ts';
import { Kept } from './kept.ts';
import type { Removal } from './meaning.ts';
import type { YoutubeAdapter, YoutubeHealth, YoutubeOptions } from './options.ts';
import { Orders } from './orders.ts';
import { Outbox, refused, type SendResult } from './outbox.ts';
import { Plan } from './plan.ts';
import { QuotaBook } from './quota.ts';
import { Sieve } from './sieve.ts';
import { Standing } from './standing.ts';
import { begin } from './start.ts';
import { Whereabouts } from './whereabouts.ts';

/**
 * @throws YoutubeError YOUTUBE_CHANNEL, YOUTUBE_VIDEO, YOUTUBE_ADDRESS, YOUTUBE_NO_ACCESS. `connect` rejects with
 * YOUTUBE_LOGIN, YOUTUBE_SCOPES, YOUTUBE_NOT_FOUND or YOUTUBE_UNREACHABLE; afterwards it may be called again. It
 * resolves also while nothing is live: the health is `down` with `no_broadcast`, and turns by itself.
 */
export function youtubePlatform(options: YoutubeOptions): YoutubeAdapter {
  return new Youtube(options);
}

class Youtube implements YoutubeAdapter {
  readonly platform = 'youtube';
  readonly #log: (text: string) => void;
  readonly #messages = new Listeners<ChatMessage>();
  readonly #healths = new Listeners<Health>();
  readonly #donations = new Listeners<Donation>();
  readonly #streams = new Listeners<StreamStatus>();
  readonly #removals = new Listeners<Removal>();
  readonly #orders: Orders;
  readonly #outbox: Outbox;
  readonly #where = new Whereabouts();
  readonly #sieve: Sieve;
  readonly #given: string;
  readonly #parts: HallSettings & { readonly times: typeof TIMES };
  readonly #standing: Standing;
  #hall: Hall | null = null;
  #connecting: Promise<void> | null = null;
  #canWrite: boolean;
  /** When we came; what was said before is history. */
  #began: number | null = null;
  #stream: StreamStatus | null = null;
  #counts = { read: 0, written: 0, lastMessageAt: null as number | null };

  constructor(options: YoutubeOptions) {
    const { account, apiKey, channel = '', videos = [], addresses, log = () => {} } = options;
    if (!account && !(apiKey && (channel || videos.length > 0))) throw new YoutubeError('YOUTUBE_NO_ACCESS');
    const name = channelName(channel);
    const clock = options.clock ?? realClock;
    this.#given = name.kind === 'id' ? name.id : name.kind === 'handle' ? name.handle : '';
    this.#log = (text) => log(this.#parts.calls.clean(text));
    const book = new QuotaBook(clock, options.quota);
    const calls = new Calls({ access: { account, apiKey }, addresses, book, log: this.#log });
    this.#parts = {
      clock,
      book,
      calls,
      times: { ...TIMES, ...options.times },
      plan: new Plan(book, clock, (options.eveningHours ?? EVENING_HOURS) * HOUR_MS),
      finder: new Finder(calls, name, videos.map(videoId)),
      kept: new Kept(options.keeping, this.#log),
    };
    this.#orders = new Orders(calls);
    this.#outbox = new Outbox({ write: (chat, text) => this.#write(chat, text) }, this.#parts.plan, clock);
    this.#sieve = new Sieve({
      message: (message, chat) => this.#heard(message, chat),
      donation: (donation) => this.#donations.tell(donation),
      removal: (removal) => this.#removals.tell(removal),
      unknown: (type) => this.#log(`YouTube sent something of the type "${type}", which is passed over.`),
    });
    this.#canWrite = account !== undefined;
    this.#standing = new Standing(clock, () => this.#healths.tell(this.health()));
    this.#parts.plan.onStep = ({ step, left }) => {
      this.#log(`YouTube's units: ${left} left of ${this.#parts.book.units}, now "${step}".`);
      this.#healths.tell(this.health());
    };
  }

  get channel(): string {
    return this.#given || (this.#parts.finder.channel ?? '');
  }

  get can(): Capabilities {
    return capabilities(this.#canWrite);
  }

  connect(): Promise<void> {
    if (this.#standing.state === 'closed') return Promise.reject(new YoutubeError('YOUTUBE_CLOSED'));
    this.#connecting ??= this.#connect().catch((error: unknown) => {
      this.#connecting = null;
      throw error;
    });
    return this.#connecting;
  }

  async #connect(): Promise<void> {
    const { kept, book, clock, calls, times } = this.#parts;
    await kept.begin(book, clock.now());
    this.#began ??= clock.now();
    const hall = new Hall(this.#parts, {
      state: (up, reason, text) => this.#turned(up, reason, text),
      page: (page, chat, from) => this.#page(page, chat, from),
      stream: (found) => this.#onAir(found),
      log: this.#log,
    });
    this.#hall = hall;
    try {
      await begin(hall, { api: calls.root, startMs: times.startMs, times });
    } catch (error) {
      await hall.stop();
      this.#turned(false, error instanceof YoutubeError ? error.code : 'unreachable', String(error));
      throw error;
    }
  }

  onMessage = (listener: (message: ChatMessage) => void) => this.#messages.add(listener);
  onHealth = (listener: (health: Health) => void) => this.#healths.add(listener);
  onDonation = (listener: (donation: Donation) => void) => this.#donations.add(listener);
  onStream = (listener: (status: StreamStatus) => void) => this.#streams.add(listener);
  onRemoval = (listener: (removal: Removal) => void) => this.#removals.add(listener);

  async send(text: string): Promise<boolean> {
    return (await this.sendLine(text)).ok;
  }

  async sendLine(text: string, { replyTo }: { readonly replyTo?: string } = {}): Promise<SendResult> {
    if (this.#standing.state === 'closed') return refused('closed');
    if (!this.#canWrite) return refused('read_only');
    const chat = this.#chatFor(replyTo);
    if (chat === null) return refused('no_chat');
    const result = await this.#outbox.send(chat, text);
    if (result.ok) this.#counts.written += 1;
    else this.#failed(result.code, result.text);
    return result;
  }

  deleteMessage(id: string): Promise<boolean> {
    return this.#ordered(() => this.#orders.remove(id));
  }

  /** YouTube has no place for a reason. */
  timeOut(user: string, seconds: number, _reason: string): Promise<boolean> {
    const chat = this.#where.ofUser(user) ?? this.#chatFor();
    return this.#ordered(async () => {
      if (chat === null) throw new CallFault({ status: null, reason: 'no_chat', text: 'no chat is live' });
      await this.#orders.silence(chat, user, seconds);
    });
  }

  health(): YoutubeHealth {
    const { state, reason, since, ups, lastFailure } = this.#standing;
    const { calls } = this.#parts;
    return {
      signIn: calls.signedIn ? (calls.signInOver ? 'over' : 'good') : 'none',
      ...(state === 'down' && reason ? { reason } : {}),
      state,
      as: this.#parts.finder.self?.channel ?? null,
      since,
      ...this.#counts,
      reconnects: Math.max(0, ups - 1),
      lastFailure,
      dropped: { ...this.#sieve.dropped },
      chats: this.#hall?.chats() ?? [],
      stream: this.#stream,
      quota: {
        ...this.#parts.book.use(),
        step: this.#parts.plan.step,
        changes: [...this.#parts.plan.changes],
      },
    };
  }

  async close(): Promise<void> {
    this.#standing.turn('closed');
    this.#outbox.close();
    this.#parts.calls.close();
    await this.#hall?.stop();
    await this.#parts.kept.flush();
  }

  async #ordered(order: () => Promise<void>): Promise<boolean> {
    if (!this.#canWrite || this.#standing.state === 'closed') return false;
    try {
      await order();
      return true;
    } catch (error) {
      const code = error instanceof CallFault ? error.reason : 'login';
      this.#failed(code, (error as Error).message);
      return false;
    }
  }

  #chatFor(replyTo?: string): string | null {
    return this.#where.choose(this.#hall?.chats() ?? [], replyTo);
  }

  async #write(chat: string, text: string): Promise<string> {
    this.#sieve.writing(text, this.#parts.clock.now());
    const id = await this.#orders.write(chat, text);
    this.#sieve.wrote(id, this.#parts.clock.now());
    return id;
  }

  #heard(message: ChatMessage, chat: string): void {
    this.#where.said(message, chat);
    this.#counts.read += 1;
    this.#counts.lastMessageAt = this.#parts.clock.now();
    this.#messages.tell(message);
  }

  #page(page: Page, chat: string, from: number | null): { fresh: number; ended: boolean } {
    if (this.#standing.state === 'closed') return { fresh: 0, ended: false };
    this.#sieve.self = this.#parts.finder.self?.channel ?? null;
    this.#sieve.selfSpeaks = this.#sieve.self === this.#parts.finder.channel;
    return this.#sieve.pour(page, {
      chat,
      channel: this.channel,
      now: this.#parts.clock.now(),
      from: from ?? this.#began ?? 0,
    });
  }

  #onAir({ live, since, title }: Found): void {
    const before = this.#stream;
    this.#stream = { live, since, title, category: '' };
    if (before && before.live === live && before.since === since && before.title === title) return;
    this.#streams.tell(this.#stream);
  }

  #turned(up: boolean, reason: string, text: string): void {
    if (!up && reason) this.#failed(reason, text);
    this.#standing.read(up, reason);
  }

  #failed(code: string, text: string): void {
    this.#standing.failed(code, this.#parts.calls.clean(text));
    if (neverWrites(code)) this.#canWrite = false;
  }
}
