/** Twitch as a `PlatformAdapter`: chat read by anybody; rewards, events and the rest by the streamer's own account. */
import type {
  Capabilities,
  ChatMessage,
  Donation,
  Health,
  HealthState,
  PlatformAdapter,
  Polls,
  Predictions,
  Rewards,
  Signal,
  StreamStatus,
} from '../contract.ts';
import { Listeners } from '../listeners.ts';
import { channelLogin, eventsAddress, httpBase, ircAddress, type TwitchAddresses } from './addresses.ts';
import { Ear } from './ear.ts';
import { Entry } from './entry.ts';
import type { Fault } from './failures.ts';
import type { OwnLine } from './meaning.ts';
import { mouthOf } from './mouth.ts';
import { TWITCH_TIMES, type TwitchHealth, type TwitchOptions, type TwitchTimes } from './options.ts';
import { Outbox, refused, type SendResult } from './outbox.ts';
import { Rights } from './rights.ts';
import { Status } from './status.ts';
import { Studio } from './studio.ts';

type Always = 'onDonation' | 'onStream' | 'onSignal' | 'deleteMessage' | 'timeOut';

export interface TwitchAdapter
  extends Omit<PlatformAdapter, Always>,
    Required<Pick<PlatformAdapter, Always>> {
  /** As `send`, with the reason when it was refused, and as an answer to somebody's line. Never rejects, settles within 10 s. */
  sendLine(text: string, options?: { readonly replyTo?: string }): Promise<SendResult>;
  health(): TwitchHealth;
}

/**
 * @throws TwitchError TWITCH_CHANNEL_NAME, TWITCH_ADDRESS. `connect` rejects with TWITCH_LOGIN, TWITCH_SCOPES,
 * TWITCH_JOIN or TWITCH_UNREACHABLE; afterwards it may be called again.
 */
export function twitchPlatform(options: TwitchOptions): TwitchAdapter {
  return new Twitch(options);
}

class Twitch implements TwitchAdapter {
  readonly platform = 'twitch';
  readonly channel: string;
  readonly #times: TwitchTimes;
  readonly #log: (text: string) => void;
  readonly #messages = new Listeners<ChatMessage>();
  readonly #healths = new Listeners<Health>();
  readonly #donations = new Listeners<Donation>();
  readonly #signals = new Listeners<Signal>();
  readonly #status = new Status();
  readonly #studio: Studio | null;
  readonly #outbox: Outbox;
  readonly #ear: Ear;
  readonly #entry: Entry;
  readonly #rights: Rights;
  #connecting: Promise<void> | null = null;
  #state: HealthState = 'connecting';
  #since = Date.now();
  #ups = 0;
  #written = 0;
  #lastFailure: TwitchHealth['lastFailure'] = null;

  constructor(options: TwitchOptions) {
    const { account, bot, addresses = {}, log = () => {} } = options;
    this.#times = { ...TWITCH_TIMES, ...options.times };
    this.#log = log;
    this.channel = channelLogin(options.channel);
    // A wrong setting is told at once, not at the first connection.
    ircAddress(addresses.irc);
    httpBase('api', addresses.api);
    httpBase('auth', addresses.auth);
    eventsAddress(addresses);
    const about = { channel: this.channel, addresses, callMs: this.#times.callMs, log };
    const studio = account ? new Studio({ account, ...(bot ? { bot } : {}), ...about }) : null;
    this.#studio = studio;
    this.#outbox = new Outbox(mouthOf(studio, () => this.#entry));
    this.#ear = this.#makeEar();
    this.#entry = this.#makeEntry(addresses);
    this.#rights = new Rights(studio, this.#entry, () => this.#outbox.moderator);
  }

  #makeEntry(addresses: TwitchAddresses): Entry {
    const settings = { channel: this.channel, studio: this.#studio, status: this.#status, addresses };
    const outbox = this.#outbox;
    // What IRC says of our lines is about those that went that way.
    const byIrc = (tell: () => void) => this.#studio?.voice ?? tell();
    return new Entry(
      { ...settings, times: this.#times, log: this.#log },
      {
        up: (moderator) => this.#up(moderator),
        down: (fault) => this.#down(fault),
        frame: (frame) => this.#ear.frame(frame),
        irc: {
          line: (line, author, text) => this.#ear.line(line, author, text),
          standing: (moderator) => byIrc(() => outbox.standing(moderator)),
          notice: (code, text) => byIrc(() => outbox.refused(code, text)),
        },
      },
    );
  }

  #makeEar(): Ear {
    return new Ear({
      channel: this.channel,
      isOwn: (line) => this.#isOwn(line),
      log: this.#log,
      message: (message) => this.#messages.tell(message),
      donation: (donation) => this.#donations.tell(donation),
      redemption: (redemption) => this.#studio?.rewards.heard(redemption),
      signal: (signal) => this.#signals.tell(signal),
      stream: (change) => this.#status.told(change),
      votes: (kind, votes) =>
        (kind === 'poll' ? this.#studio?.polls : this.#studio?.predictions)?.heard(votes),
    });
  }

  /** The bot's lines are all ours; of the streamer's, only those that we wrote: the rest are typed by hand. */
  #isOwn({ user, id, text, owner, roles }: Parameters<OwnLine>[0]): boolean {
    const voice = this.#studio?.voice;
    if (user !== (voice?.user ?? this.#entry.self?.user)) return false;
    // How fast we may write is told by our own badge.
    if (voice) this.#outbox.moderator = owner || roles.includes('moderator');
    return !owner || this.#outbox.isOwn(id, text);
  }

  get can(): Capabilities {
    return this.#rights.capabilities;
  }

  get rewards(): Rewards | undefined {
    return this.#rights.rewards;
  }

  get polls(): Polls | undefined {
    return this.#rights.polls;
  }

  get predictions(): Predictions | undefined {
    return this.#rights.predictions;
  }

  connect(): Promise<void> {
    if (this.#state === 'closed') {
      return Promise.reject(new Error('This connection was closed; make a new one.'));
    }
    this.#connecting ??= this.#entry.start().catch((error: unknown) => {
      this.#connecting = null;
      this.#turn('down');
      throw error;
    });
    return this.#connecting;
  }

  onMessage(listener: (message: ChatMessage) => void): () => void {
    return this.#messages.add(listener);
  }

  onHealth(listener: (health: Health) => void): () => void {
    return this.#healths.add(listener);
  }

  onDonation(listener: (donation: Donation) => void): () => void {
    return this.#donations.add(listener);
  }

  onStream(listener: (status: StreamStatus) => void): () => void {
    return this.#status.onChange(listener);
  }

  onSignal(listener: (signal: Signal) => void): () => void {
    return this.#signals.add(listener);
  }

  async send(text: string): Promise<boolean> {
    return (await this.sendLine(text)).ok;
  }

  async sendLine(text: string, options: { readonly replyTo?: string } = {}): Promise<SendResult> {
    if (this.#state === 'closed') return refused('closed');
    if (!this.#rights.write) return refused('read_only');
    const result = await this.#outbox.send(text, options.replyTo);
    if (result.ok) this.#written += result.lines;
    else this.#failed(result);
    return result;
  }

  deleteMessage(id: string): Promise<boolean> {
    return this.#rights.deleteMessage(id);
  }

  timeOut(user: string, seconds: number, reason: string): Promise<boolean> {
    return this.#rights.timeOut(user, seconds, reason);
  }

  health(): TwitchHealth {
    const down = this.#state === 'down' && this.#lastFailure ? { reason: this.#lastFailure.code } : {};
    const { self, by, refused: refusedEvents } = this.#entry;
    return {
      ...down,
      state: this.#state,
      as: self ? { login: self.login } : 'anonymous',
      by,
      signIn: this.#studio?.login.state ?? 'none',
      refused: Object.fromEntries(refusedEvents),
      since: this.#since,
      read: this.#ear.read,
      written: this.#written,
      lastMessageAt: this.#ear.lastMessageAt,
      reconnects: Math.max(0, this.#ups - 1),
      lastFailure: this.#lastFailure,
      dropped: { ...this.#ear.counts },
    };
  }

  async close(): Promise<void> {
    this.#turn('closed');
    this.#outbox.close();
    await this.#entry.stop();
  }

  #up(moderator: boolean): void {
    this.#outbox.moderator = moderator;
    this.#ups += 1;
    this.#rights.learn();
    this.#turn('up');
    this.#outbox.wake();
  }

  #down(fault: Fault): void {
    this.#failed(fault);
    if (!this.#studio?.voice) this.#outbox.cut();
    if (this.#ups > 0) this.#turn('down');
  }

  #failed({ code, text }: Pick<Fault, 'code' | 'text'>): void {
    this.#lastFailure = { code, text, at: Date.now() };
  }

  #turn(state: HealthState): void {
    if (this.#state === state || this.#state === 'closed') return;
    this.#state = state;
    this.#since = Date.now();
    this.#healths.tell(this.health());
  }
}
