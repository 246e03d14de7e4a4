/** Twitch chat as a `PlatformAdapter`: read by anybody, answered by an account that may write. */
import type { Capabilities, ChatMessage, Health, HealthState, PlatformAdapter } from '../contract.ts';
import { Listeners } from '../listeners.ts';
import { Recent } from '../shared/recent.ts';
import { channelLogin, httpBase, ircAddress, type TwitchAddresses } from './addresses.ts';
import type { ForeignLine } from './irc.external.ts';
import { Link, type LinkTimes, TIMES } from './link.ts';
import { type Identity, Login, type TwitchAccount } from './login.ts';
import { type Dropped, meaningOf } from './meaning.ts';
import { Outbox, refused, type SendResult } from './outbox.ts';
import { MODERATOR_PACE, VIEWER_PACE } from './pace.ts';
import { redirectCalls } from './redirect.ts';
import { LONGEST_LINE } from './split.ts';

export interface TwitchOptions {
  /** Login of the channel; `#name` and `https://twitch.tv/name` are understood. */
  readonly channel: string;
  /** Without one any channel is read, and nothing is written. */
  readonly account?: TwitchAccount;
  readonly addresses?: TwitchAddresses;
  readonly times?: Partial<LinkTimes>;
  /** What goes wrong on the way, in a sentence; never chat, never a token. */
  readonly log?: (text: string) => void;
}

export interface TwitchHealth extends Health {
  /** Whose connection it is: nobody's or an account's login. */
  readonly as: 'anonymous' | { readonly login: string };
  /** Since when the state is what it is; milliseconds since 1970, as all times here. */
  readonly since: number;
  readonly lastMessageAt: number | null;
  /** Connections made after the first. */
  readonly reconnects: number;
  readonly lastFailure: { readonly code: string; readonly text: string; readonly at: number } | null;
  /** Lines that were not passed on, by reason. */
  readonly dropped: Readonly<Record<Dropped | 'repeated', number>>;
}

export interface TwitchAdapter extends PlatformAdapter {
  /** As `send`, with the reason when it was refused, and as an answer to somebody's line. Never rejects, settles within 10 s. */
  sendLine(text: string, options?: { readonly replyTo?: string }): Promise<SendResult>;
  health(): TwitchHealth;
}

/** Redeliveries come within seconds; the count covers a burst of several thousand lines a second. */
const IDS_KEPT = 20_000;
const IDS_KEPT_MS = 10 * 60_000;

/**
 * @throws TwitchError TWITCH_CHANNEL_NAME, TWITCH_ADDRESS. `connect` rejects with TWITCH_LOGIN, TWITCH_SCOPES,
 * TWITCH_JOIN, TWITCH_UNREACHABLE or TWITCH_ADDRESSES; afterwards it may be called again.
 */
export function twitchPlatform(options: TwitchOptions): TwitchAdapter {
  return new Twitch(options);
}

class Twitch implements TwitchAdapter {
  readonly platform = 'twitch';
  readonly channel: string;
  readonly #options: TwitchOptions;
  readonly #messages = new Listeners<ChatMessage>();
  readonly #healths = new Listeners<Health>();
  readonly #seen = new Recent(IDS_KEPT, IDS_KEPT_MS);
  readonly #outbox: Outbox;
  #link: Link | null = null;
  #release: () => void = () => {};
  #connecting: Promise<void> | null = null;
  #self: Identity | null = null;
  #canWrite: boolean;
  #state: HealthState = 'connecting';
  #since = Date.now();
  #ups = 0;
  #counts = { read: 0, written: 0, lastMessageAt: null as number | null };
  #dropped = { foreign: 0, own: 0, unreadable: 0, repeated: 0 };
  #lastFailure: TwitchHealth['lastFailure'] = null;

  constructor(options: TwitchOptions) {
    this.#options = options;
    this.channel = channelLogin(options.channel);
    // A wrong setting is told at once, not at the first connection.
    ircAddress(options.addresses?.irc);
    httpBase('api', options.addresses?.api);
    httpBase('auth', options.addresses?.auth);
    this.#canWrite = options.account !== undefined;
    const isOpen = () => this.#link?.open === true;
    this.#outbox = new Outbox({
      get open() {
        return isOpen();
      },
      say: async (text, replyTo) => this.#link?.say(text, replyTo),
    });
  }

  get can(): Capabilities {
    const pace = this.#outbox.moderator ? MODERATOR_PACE : VIEWER_PACE;
    return {
      write: this.#canWrite,
      ownPages: false,
      maxLength: LONGEST_LINE,
      pace: { lines: pace.lines, seconds: pace.windowMs / 1000 },
    };
  }

  connect(): Promise<void> {
    if (this.#state === 'closed')
      return Promise.reject(new Error('This connection was closed; make a new one.'));
    this.#connecting ??= this.#connect().catch((error: unknown) => {
      this.#connecting = null;
      throw error;
    });
    return this.#connecting;
  }

  async #connect(): Promise<void> {
    const { account, addresses, times, log = () => {} } = this.#options;
    this.#release = redirectCalls(addresses ?? {});
    const link = new Link(
      {
        channel: this.channel,
        irc: addresses?.irc,
        login: account ? new Login(account, log) : null,
        times: { ...TIMES, ...times },
        log,
      },
      {
        up: (identity, moderator) => this.#up(identity, moderator),
        down: (fault) => this.#down(fault),
        line: (line, author, text) => this.#line(line, author, text),
        standing: (moderator) => {
          this.#outbox.moderator = moderator;
          this.#outbox.confirmed();
        },
        notice: (code, text) => this.#outbox.refused(code, text),
      },
    );
    this.#link = link;
    try {
      await link.start();
    } catch (error) {
      await link.stop();
      this.#release();
      this.#turn('down');
      throw error;
    }
  }

  onMessage(listener: (message: ChatMessage) => void): () => void {
    return this.#messages.add(listener);
  }

  onHealth(listener: (health: Health) => void): () => void {
    return this.#healths.add(listener);
  }

  async send(text: string): Promise<boolean> {
    return (await this.sendLine(text)).ok;
  }

  async sendLine(text: string, options: { readonly replyTo?: string } = {}): Promise<SendResult> {
    if (this.#state === 'closed') return refused('closed');
    if (!this.#canWrite) return refused('read_only');
    const result = await this.#outbox.send(text, options.replyTo);
    if (result.ok) this.#counts.written += result.lines;
    else this.#lastFailure = { code: result.code, text: result.text, at: Date.now() };
    return result;
  }

  health(): TwitchHealth {
    const down = this.#state === 'down' && this.#lastFailure ? { reason: this.#lastFailure.code } : {};
    return {
      ...down,
      state: this.#state,
      as: this.#self ? { login: this.#self.login } : 'anonymous',
      since: this.#since,
      ...this.#counts,
      reconnects: Math.max(0, this.#ups - 1),
      lastFailure: this.#lastFailure,
      dropped: { ...this.#dropped },
    };
  }

  async close(): Promise<void> {
    this.#turn('closed');
    this.#outbox.close();
    await this.#link?.stop();
    this.#release();
  }

  #up(identity: Identity | null, moderator: boolean): void {
    this.#self = identity;
    this.#canWrite = identity?.canWrite ?? false;
    this.#outbox.moderator = moderator;
    this.#ups += 1;
    this.#turn('up');
    this.#outbox.wake();
  }

  #down(fault: { code: string; text: string }): void {
    this.#lastFailure = { code: fault.code, text: fault.text, at: Date.now() };
    this.#outbox.cut();
    if (this.#ups > 0) this.#turn('down');
  }

  #turn(state: HealthState): void {
    if (this.#state === state || this.#state === 'closed') return;
    this.#state = state;
    this.#since = Date.now();
    this.#healths.tell(this.health());
  }

  #line(line: ForeignLine, author: string | undefined, text: string): void {
    const now = Date.now();
    const self = this.#self?.user ?? null;
    const meaning = meaningOf({ channel: this.channel, author, text, line, self, now });
    if (typeof meaning === 'string') {
      this.#dropped[meaning] += 1;
      return;
    }
    if (!this.#seen.add(meaning.id, now)) {
      this.#dropped.repeated += 1;
      return;
    }
    this.#counts.read += 1;
    this.#counts.lastMessageAt = now;
    this.#messages.tell(meaning);
  }
}
