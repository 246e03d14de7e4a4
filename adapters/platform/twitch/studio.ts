/**
 * The signed-in side of a channel: who we are there, what we may, who writes, and the hourly look that Twitch asks for.
 * PLATFORMS 1.1.
 */
import type { TwitchAddresses } from './addresses.ts';
import { TwitchError, wordsOf } from './failures.ts';
import { type Desk, Helix } from './helix.ts';
import { type Identity, Login, type TwitchAccount } from './login.ts';
import { TwitchPolls, TwitchPredictions } from './polls.ts';
import { TwitchRewards } from './rewards.ts';
import { BOT_SCOPES, SCOPES } from './scopes.ts';
import { Voice } from './voice.ts';

export interface StudioOptions {
  /** Login of the channel. */
  readonly channel: string;
  readonly account: TwitchAccount;
  readonly bot?: TwitchAccount;
  readonly addresses?: TwitchAddresses;
  readonly callMs: number;
  readonly log: (text: string) => void;
}

/** With these alone there is nothing for the API to do: the chat is read and written by IRC. */
const CHAT_ONLY: ReadonlySet<string> = new Set(['chat:read', 'chat:edit']);

export class Studio {
  readonly #options: StudioOptions;
  readonly login: Login;
  readonly rewards: TwitchRewards;
  readonly polls: TwitchPolls;
  readonly predictions: TwitchPredictions;
  #bot: Login | null;
  #identity: Identity | null = null;
  #desk: Desk | null = null;
  #earning = false;
  #voice: Voice | null = null;

  constructor(options: StudioOptions) {
    this.#options = options;
    const about = { log: options.log, ...(options.addresses ? { addresses: options.addresses } : {}) };
    this.login = new Login(options.account, about);
    this.#bot = options.bot ? new Login(options.bot, about) : null;
    this.rewards = new TwitchRewards(this.desk);
    this.polls = new TwitchPolls(this.desk);
    this.predictions = new TwitchPredictions(this.desk);
  }

  get identity(): Identity | null {
    return this.#identity;
  }

  /** The account is the channel owner's. */
  get owner(): boolean {
    return this.#desk !== null && this.#identity?.user === this.#desk.channel;
  }

  /** Partner or affiliate. */
  get earning(): boolean {
    return this.#earning;
  }

  /** Who writes by the API; null when nobody may. */
  get voice(): Voice | null {
    return this.#voice;
  }

  /** The account can do more than read and write by IRC, or a bot writes by the API. */
  get wide(): boolean {
    if (this.#bot) return true;
    const scopes = [...(this.#identity?.scopes ?? [])];
    return scopes.some((scope) => scope in SCOPES && !CHAT_ONLY.has(scope));
  }

  /** @throws Error while nobody is signed in */
  readonly desk = (): Desk => {
    if (!this.#desk) throw new Error('not signed in at Twitch yet');
    return this.#desk;
  };

  /** Who we are and what we may; also hourly. @throws TwitchError TWITCH_LOGIN: final. Anything else passes. */
  async check(): Promise<Identity> {
    this.#identity = await this.login.check();
    if (this.#desk) this.#voice = await this.#findVoice(this.#desk.channel);
    return this.#identity;
  }

  /** After `check`: finds the channel. @throws TwitchError TWITCH_JOIN: final. Anything else passes. */
  async enter(): Promise<Desk> {
    const { channel, account } = this.#options;
    const helix = this.#helix(this.login, this.#identity?.user ?? '', account);
    const owner = await helix.users.getUserByName(channel);
    if (!owner) throw new TwitchError('TWITCH_JOIN', { channel, detail: 'there is no such user' });
    this.#earning = owner.broadcasterType !== '';
    this.#desk = { helix, channel: owner.id };
    this.#voice = await this.#findVoice(owner.id);
    return this.#desk;
  }

  /** The sign-in is over: what needs it waits for the next one. */
  leave(): void {
    this.#voice = null;
  }

  #helix(login: Login, user: string, { clientSecret }: TwitchAccount): Helix {
    const { addresses, callMs } = this.#options;
    const about = { ...(clientSecret ? { clientSecret } : {}), ...(addresses ? { addresses } : {}) };
    return new Helix({ login, user, callMs, ...about });
  }

  async #findVoice(channel: string): Promise<Voice | null> {
    const { log, bot } = this.#options;
    if (this.#bot && bot) {
      const writer = await this.#checkBot(this.#bot);
      if (writer === 'later') return this.#voice;
      if (writer) {
        const asApp = writer.scopes.has('user:bot') && this.#identity?.scopes.has('channel:bot') === true;
        const helix = this.#helix(this.#bot, writer.user, bot);
        return new Voice({ helix, channel, asApp, log });
      }
    }
    if (!this.#desk || !this.#identity?.scopes.has('user:write:chat')) return null;
    return new Voice({ helix: this.#desk.helix, channel, asApp: false, log });
  }

  /** A bot that cannot write leaves the writing to the streamer's account. */
  async #checkBot(login: Login): Promise<Identity | 'later' | null> {
    const { log } = this.#options;
    try {
      const bot = await login.check();
      if (bot.scopes.has('user:write:chat')) return bot;
      log(`the bot ${bot.login} may not write: its sign-in needs ${Object.keys(BOT_SCOPES).join(' ')}`);
    } catch (error) {
      log(`the bot's sign-in at Twitch: ${wordsOf(error)}`);
      if (!(error instanceof TwitchError)) return 'later';
    }
    this.#bot = null;
    return null;
  }
}
