/** Kick as a `PlatformAdapter`: read by webhooks that the gateway hands in, all else by Kick's public API. */
import type {
  Capabilities,
  ChatMessage,
  Donation,
  Health,
  HealthState,
  Rewards,
  StreamStatus,
} from '../contract.ts';
import { Listeners } from '../listeners.ts';
import { capabilitiesOf, mayReward } from './abilities.ts';
import { accessBy } from './access.ts';
import { channelSlug } from './addresses.ts';
import type { KickApi } from './api.ts';
import { Ear, type Heard } from './ear.ts';
import { KickError } from './failures.ts';
import { type Fault, Keeper } from './keeper.ts';
import { deleteMessage, timeOut } from './moderation.ts';
import { KICK_TIMES, type KickAdapter, type KickHealth, type KickOptions } from './options.ts';
import { Outbox, refused, type SendResult } from './outbox.ts';
import { KickRewards } from './rewards.ts';
import { Rounds } from './rounds.ts';
import type { ChannelNow } from './standing.ts';
import { Status } from './status.ts';
import type { UserTokens } from './tokens.ts';
import type { KickDelivery } from './webhook.ts';

/**
 * @throws KickError KICK_CHANNEL_NAME, KICK_ADDRESS, KICK_CREDENTIALS. `connect` rejects with KICK_CHANNEL, KICK_CLIENT,
 * KICK_SIGN_IN, KICK_SIGN_IN_LOST or KICK_UNREACHABLE; afterwards it may be called again.
 */
export function kickPlatform(options: KickOptions): KickAdapter {
  return new Kick(options);
}

class Kick implements KickAdapter {
  readonly platform = 'kick';
  readonly channel: string;
  readonly #options: KickOptions;
  readonly #times: typeof KICK_TIMES;
  readonly #messages = new Listeners<ChatMessage>();
  readonly #healths = new Listeners<Health>();
  readonly #donations = new Listeners<Donation>();
  readonly #tokens: UserTokens | null;
  readonly #api: KickApi;
  readonly #rounds: Rounds;
  readonly #outbox: Outbox;
  readonly #rewards: KickRewards | null;
  readonly #status = new Status();
  readonly #ear: Ear;
  #rewarded = false;
  #keeper: Keeper | null = null;
  #connecting: Promise<void> | null = null;
  #stopDeliveries: () => void = () => {};
  #state: HealthState = 'connecting';
  #since = Date.now();
  #counts = { read: 0, written: 0 };
  #lastFailure: KickHealth['lastFailure'] = null;

  constructor(options: KickOptions) {
    const { log = () => {} } = options;
    this.#options = options;
    this.#times = { ...KICK_TIMES, ...options.times };
    this.channel = channelSlug(options.channel);
    const { api, tokens, hasApp, auth } = accessBy(options, this.#times.callMs);
    this.#api = api;
    this.#tokens = tokens;
    this.#rewards = tokens ? new KickRewards(api, log, () => this.#readRedemptions()) : null;
    this.#rounds = new Rounds({
      slug: this.channel,
      api,
      auth,
      tokens,
      hasApp,
      webhooks: options.webhooks ?? true,
      rewards: this.#rewards,
      times: this.#times,
      log,
      seen: (channel) => this.#seen(channel),
    });
    this.#outbox = new Outbox({
      api,
      broadcaster: () => this.#rounds.broadcaster ?? '',
      ownChannel: () => this.#rounds.owner,
      gapMs: this.#times.gapMs,
    });
    this.#ear = this.#makeEar(log);
  }

  #makeEar(log: (text: string) => void): Ear {
    return new Ear({
      channel: this.channel,
      broadcaster: () => this.#rounds.broadcaster,
      isOwn: ({ id, user, text }) =>
        this.#outbox.isOwn(id, text) || (!this.#rounds.owner && user === this.#rounds.standing.user),
      log,
      heard: () => this.#rounds.heard(),
      message: (message) => {
        this.#counts.read += 1;
        this.#messages.tell(message);
      },
      donation: (donation) => this.#donations.tell(donation),
      redemption: (redemption) => this.#rewards?.heard(redemption) ?? false,
      lateRedemption: () => this.#readRedemptions(),
      stream: (change) => {
        this.#status.told(change);
        this.#rounds.live = this.#status.now.live;
      },
    });
  }

  get can(): Capabilities {
    return capabilitiesOf(this.#rounds.abilities);
  }

  get rewards(): Rewards | undefined {
    const { abilities } = this.#rounds;
    const may = mayReward(abilities);
    // Once they were ours they stay: with the sign-in over, what waits is settled after the next one.
    this.#rewarded ||= may && abilities.owner === true;
    return may || this.#rewarded ? (this.#rewards ?? undefined) : undefined;
  }

  get serves(): readonly string[] {
    return this.#rounds.broadcaster === null ? [] : [this.#rounds.broadcaster];
  }

  #may(scope: string): boolean {
    return this.#rounds.abilities.scopes.has(scope);
  }

  connect(): Promise<void> {
    if (this.#state === 'closed') return Promise.reject(new KickError('KICK_CLOSED'));
    this.#connecting ??= this.#connect().catch((error: unknown) => {
      this.#connecting = null;
      throw error;
    });
    return this.#connecting;
  }

  async #connect(): Promise<void> {
    this.#rounds.distrust();
    this.#stopDeliveries();
    this.#stopDeliveries = this.#options.deliveries?.((delivery) => this.deliver(delivery)) ?? (() => {});
    this.#keeper = new Keeper(this.#times, () => this.#rounds.round(), {
      up: () => this.#turn('up'),
      down: (fault) => {
        this.#failed(fault);
        if (this.#state === 'up') this.#turn('down');
      },
    });
    try {
      await this.#keeper.start();
    } catch (error) {
      this.#turn('down');
      throw error;
    }
  }

  deliver(delivery: KickDelivery): Heard {
    return this.#state === 'closed' ? 'closed' : this.#ear.hear(delivery);
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

  async send(text: string): Promise<boolean> {
    return (await this.sendLine(text)).ok;
  }

  async sendLine(text: string, options: { readonly replyTo?: string } = {}): Promise<SendResult> {
    if (this.#state === 'closed') return refused('closed');
    if (!this.#may('chat:write') || this.#rounds.broadcaster === null) return refused('read_only');
    const result = await this.#outbox.send(text, options.replyTo);
    if (result.ok) this.#counts.written += result.lines;
    else this.#failed(result);
    return result;
  }

  async deleteMessage(id: string): Promise<boolean> {
    return this.#may('moderation:chat_message:manage') && deleteMessage(this.#api, id);
  }

  async timeOut(user: string, seconds: number, reason: string): Promise<boolean> {
    const { broadcaster } = this.#rounds;
    if (!this.#may('moderation:ban') || broadcaster === null) return false;
    return timeOut(this.#api, { broadcaster, user, seconds, reason });
  }

  health(): KickHealth {
    const down = this.#state === 'down' && this.#lastFailure ? { reason: this.#lastFailure.code } : {};
    return {
      ...down,
      state: this.#state,
      since: this.#since,
      ...this.#counts,
      lastDeliveryAt: this.#ear.lastAt,
      lastFailure: this.#lastFailure,
      dropped: this.#ear.counts,
      signIn: this.#tokens?.state ?? 'none',
      refused: Object.fromEntries(this.#rounds.refused),
      remade: this.#rounds.remade,
    };
  }

  async close(): Promise<void> {
    this.#turn('closed');
    this.#stopDeliveries();
    this.#stopDeliveries = () => {};
    this.#keeper?.stop();
    this.#outbox.close();
  }

  #readRedemptions(): void {
    this.#rounds.redemptionsDue();
    this.#keeper?.soon();
  }

  #seen(channel: ChannelNow): void {
    if (this.#state === 'closed') return;
    this.#status.looked(channel.status);
    this.#rounds.live = this.#status.now.live;
  }

  #failed({ code, text }: Fault): void {
    this.#lastFailure = { code, text, at: Date.now() };
  }

  #turn(state: HealthState): void {
    if (this.#state === state || this.#state === 'closed') return;
    this.#state = state;
    this.#since = Date.now();
    this.#healths.tell(this.health());
  }
}
