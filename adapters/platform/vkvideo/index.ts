/** VK Video Live as a `PlatformAdapter`: read with an application's token, answered and settled with an account's. */
import type { Capabilities, ChatMessage, Health, Rewards, StreamStatus } from '../contract.ts';
import { Listeners } from '../listeners.ts';
import { channelSlug, placesOf } from './addresses.ts';
import { Api } from './api.ts';
import { Broadcast } from './broadcast.ts';
import { Ear } from './ear.ts';
import { type Fault, faultOf, type VkvideoError } from './failures.ts';
import { Vitals, type VkvideoHealth } from './health.ts';
import type { Plan } from './life.ts';
import { Link } from './link.ts';
import { Login } from './login.ts';
import { mouthOf } from './mouth.ts';
import { TIMES, type VkvideoAdapter, type VkvideoOptions, type VkvideoTimes } from './options.ts';
import { CAREFUL_PACE, Outbox, refused, type SendResult } from './outbox.ts';
import { OwnLines } from './own.ts';
import { Shop } from './rewards.ts';
import { Rights } from './rights.ts';
import { Room } from './room.ts';
import { type Rounds, roundsOf } from './rounds.ts';

/**
 * @throws VkvideoError VKVIDEO_CHANNEL_NAME, VKVIDEO_ADDRESS, VKVIDEO_NO_APP. `connect` rejects with VKVIDEO_LOGIN,
 * VKVIDEO_NO_CHANNEL, VKVIDEO_NO_CHAT, VKVIDEO_UNREACHABLE or VKVIDEO_CLOSED; afterwards it may be called again.
 */
export function vkvideoPlatform(options: VkvideoOptions): VkvideoAdapter {
  return new Vkvideo(options);
}

class Vkvideo implements VkvideoAdapter {
  readonly platform = 'vkvideo';
  readonly channel: string;
  readonly #options: VkvideoOptions;
  readonly #times: VkvideoTimes;
  readonly #log: (text: string) => void;
  readonly #messages = new Listeners<ChatMessage>();
  readonly #healths = new Listeners<Health>();
  readonly #vitals = new Vitals((health) => this.#healths.tell(health));
  readonly #own = new OwnLines();
  readonly #login: Login;
  readonly #rights: Rights;
  readonly #api: Api;
  readonly #room: Room;
  readonly #broadcast: Broadcast;
  readonly #ear: Ear;
  readonly #outbox: Outbox;
  readonly #shop: Shop;
  readonly #rounds: Rounds;
  readonly #address: string;
  #link: Link | null = null;
  #connecting: Promise<void> | null = null;
  #connected = false;

  constructor(options: VkvideoOptions) {
    this.#options = options;
    this.channel = channelSlug(options.channel);
    this.#times = { ...TIMES, ...options.times };
    this.#log = options.log ?? (() => {});
    const places = placesOf(options.addresses);
    this.#address = places.pubsub;
    const { app, account } = options;
    const refused = (error: VkvideoError) => this.#refused(error);
    this.#login = new Login({ places, app, account, log: this.#log, refused });
    this.#api = new Api({ base: places.api, login: this.#login, callMs: this.#times.callMs });
    this.#room = new Room(this.#api, this.channel);
    this.#broadcast = new Broadcast(this.#room);
    this.#rights = new Rights(this.#login);
    const hindrance = () => this.#rights.hindrance;
    this.#shop = new Shop({ api: this.#api, channel: this.channel, hindrance });
    this.#outbox = this.#makeOutbox();
    this.#ear = this.#makeEar();
    this.#rounds = this.#makeRounds();
  }

  get can(): Capabilities {
    const pace = this.#options.pace ?? CAREFUL_PACE;
    return {
      write: this.#rights.canWrite,
      ownPages: false,
      maxLength: this.#outbox.longest,
      pace: { lines: pace.lines, seconds: pace.windowMs / 1000 },
      features: this.#rights.features,
    };
  }

  /** Undefined without an account: the application's token may not see demands. */
  get rewards(): Rewards | undefined {
    return this.#options.account ? this.#shop : undefined;
  }

  connect(): Promise<void> {
    if (this.#vitals.state === 'closed')
      return Promise.reject(new Error('This connection was closed; make a new one.'));
    this.#connecting ??= this.#connect().catch((error: unknown) => {
      this.#connecting = null;
      throw error;
    });
    return this.#connecting;
  }

  async #connect(): Promise<void> {
    const link = new Link(
      {
        channel: this.channel,
        address: this.#address,
        times: this.#times,
        prepare: () => this.#prepare(),
        connectionToken: () => this.#room.connectionToken(),
        subscriptionToken: async (channel) =>
          (await this.#room.subscriptionTokens([channel])).get(channel) ?? '',
        log: this.#log,
      },
      {
        reading: () => this.#reading(),
        lost: (fault) => this.#lost(fault),
        publication: (purpose, data) => this.#ear.heard(purpose, data),
        odd: () => this.#vitals.dropped('odd'),
      },
    );
    this.#link = link;
    try {
      await link.start();
      this.#connected = true;
      this.#rounds.start();
    } catch (error) {
      this.#vitals.failed(faultOf(error));
      this.#vitals.turn('down');
      throw error;
    }
  }

  onMessage(listener: (message: ChatMessage) => void): () => void {
    return this.#messages.add(listener);
  }

  onHealth(listener: (health: Health) => void): () => void {
    return this.#healths.add(listener);
  }

  onStream(listener: (status: StreamStatus) => void): () => void {
    return this.#broadcast.onStream(listener);
  }

  async send(text: string): Promise<boolean> {
    return (await this.sendLine(text)).ok;
  }

  async sendLine(text: string): Promise<SendResult> {
    if (this.#vitals.state === 'closed') return refused('closed');
    if (!this.#rights.canWrite) return refused('read_only');
    const result = await this.#outbox.send(text);
    if (result.ok) this.#vitals.wrote(result.lines);
    else this.#vitals.failed(result);
    return result;
  }

  health(): VkvideoHealth {
    const { account } = this.#options;
    return {
      ...this.#vitals.health(),
      signIn: account ? (this.#login.asUser && !this.#login.over ? 'good' : 'over') : 'none',
    };
  }

  async close(): Promise<void> {
    this.#vitals.turn('closed');
    this.#rounds.stop();
    this.#outbox.close();
    this.#link?.stop();
    this.#broadcast.close();
    this.#api.close();
  }

  /** Before each life of the socket: the channel may have been renamed, opened or closed meanwhile. */
  async #prepare(): Promise<readonly Plan[]> {
    const facts = await this.#broadcast.look();
    const { asUser } = this.#login;
    if (asUser) this.#rights.identity ??= await this.#room.identity(facts.owner);
    const { identity } = this.#rights;
    this.#vitals.as = asUser && identity ? { user: identity.user, name: identity.name } : 'application';
    await this.#ear.prime();
    return this.#room.plans(facts, this.#login.asUser);
  }

  #reading(): void {
    this.#vitals.turn('up');
    void this.#ear.backfill();
    this.#rounds.news();
  }

  #lost(fault: Fault): void {
    this.#vitals.failed(fault);
    if (this.#connected) this.#vitals.turn('down');
  }

  /** The account is refused for good: the chat is read on with the application, and answers appear on the overlay. */
  #refused(error: VkvideoError): void {
    this.#vitals.failed(faultOf(error));
    if (!this.#connected || !this.#login.demote()) return;
    this.#vitals.as = 'application';
    this.#log(`${error.message} The chat is read on with the application alone.`);
    this.#link?.replan(faultOf(error));
  }

  #makeOutbox(): Outbox {
    const mouth = mouthOf({
      api: this.#api,
      channel: this.channel,
      broadcast: this.#broadcast,
      failed: (error) => this.#vitals.failed(faultOf(error)),
      sent: (text) => this.#own.sent(text, Date.now()),
      forbidden: () => {
        this.#rights.refuseWriting();
        this.#log('VK Video Live does not let this account write; answers appear on the overlay.');
      },
    });
    return new Outbox(mouth, this.#options.pace ?? CAREFUL_PACE);
  }

  #makeEar(): Ear {
    return new Ear({
      room: this.#room,
      vitals: this.#vitals,
      channel: this.channel,
      lateMs: this.#times.lateMs,
      log: this.#log,
      own: this.#own,
      self: () => this.#rights.identity,
      message: (message) => {
        if (this.#vitals.state !== 'closed') this.#messages.tell(message);
      },
      echo: (text) => this.#outbox.echo(text),
      demand: (demand) => this.#shop.heard(demand),
      news: () => this.#rounds.news(),
    });
  }

  #makeRounds(): Rounds {
    return roundsOf(this.#times, {
      look: async () => void (await this.#broadcast.look()),
      sweep: async () => {
        if (this.#vitals.state !== 'up' || !(await this.#ear.sweep())) return;
        this.#log('VK Video Live brought nothing while its chat went on; the socket is made anew.');
        this.#link?.again();
      },
      demands: async () => {
        if (this.#options.account) await this.#shop.poll();
      },
      failed: (error) => this.#vitals.failed(faultOf(error)),
    });
  }
}
