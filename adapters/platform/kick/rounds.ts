/**
 * What a round looks after: the channel's state, the sign-in, the subscriptions (at the start, hourly, after trouble),
 * their silence, and redemptions that no webhook brought. PLATFORMS 4.2, 4.6.
 */
import type { Abilities } from './abilities.ts';
import type { KickApi, Who } from './api.ts';
import { KickError, wordsOf } from './failures.ts';
import type { KickRewards } from './rewards.ts';
import { type ChannelNow, findChannel, findStanding, NOBODY, type Standing, scopesIn } from './standing.ts';
import { CHAT_EVENT, Subscriptions } from './subscriptions.ts';
import type { UserTokens } from './tokens.ts';

export interface RoundTimes {
  readonly callMs: number;
  /** Subscriptions and sign-in are looked at anew. */
  readonly reconcileMs: number;
  /** A live stream without any event for this long: the subscriptions are made anew. Doubles each time it is in vain. */
  readonly silenceMs: number;
  /** Redemptions are read from the list this often, beside webhooks; without webhooks it is the only way. */
  readonly redemptionsMs: number;
}

/** A quiet chat is normal, so silence is not tried more often than this in the end. */
const LONGEST_SILENCE = 8;

export interface RoundsOptions {
  readonly slug: string;
  readonly api: KickApi;
  readonly auth?: string;
  readonly tokens: UserTokens | null;
  readonly hasApp: boolean;
  /** False when no address of ours can be reached from outside: nothing is subscribed. */
  readonly webhooks: boolean;
  readonly rewards: KickRewards | null;
  readonly times: RoundTimes;
  readonly log: (text: string) => void;
  readonly seen: (channel: ChannelNow) => void;
}

export class Rounds {
  readonly #options: RoundsOptions;
  #subscriptions: Subscriptions | null = null;
  #standing: Standing = NOBODY;
  #broadcaster: string | null = null;
  #refused: ReadonlyMap<string, string> = new Map();
  /** Null: has to be done now. */
  #reconciledAt: number | null = null;
  #readAt = 0;
  #live = false;
  /** The last event, or what else the silence is counted from. */
  #heardAt = Date.now();
  #patience = 1;
  #remade = 0;

  constructor(options: RoundsOptions) {
    this.#options = options;
  }

  get standing(): Standing {
    return this.#standing;
  }

  /** Before the first round only what the stored sign-in says is known. */
  get abilities(): Abilities {
    const { webhooks, tokens } = this.#options;
    const known = this.#broadcaster !== null;
    const stored = tokens && !tokens.over ? scopesIn(tokens.pair.scope) : new Set<string>();
    const scopes = known && !tokens?.over ? this.#standing.scopes : stored;
    return { webhooks, refusedEvents: this.#refused, scopes, owner: known ? this.owner : null };
  }

  /** User id of the channel's owner; null before the first round. */
  get broadcaster(): string | null {
    return this.#broadcaster;
  }

  /** The sign-in is that of the channel's owner. */
  get owner(): boolean {
    return this.#standing.user !== null && this.#standing.user === this.#broadcaster;
  }

  /** Event → why Kick does not send it. */
  get refused(): ReadonlyMap<string, string> {
    return this.#refused;
  }

  /** How often the subscriptions were made anew for silence. */
  get remade(): number {
    return this.#remade;
  }

  /** An event has come. */
  heard(): void {
    this.#heardAt = Date.now();
    this.#patience = 1;
  }

  set live(live: boolean) {
    if (live && !this.#live) this.#heardAt = Date.now();
    this.#live = live;
  }

  /** The next round looks at everything. */
  distrust(): void {
    this.#reconciledAt = null;
  }

  /** The next round reads the list of redemptions. */
  redemptionsDue(): void {
    this.#readAt = 0;
  }

  /** @throws KickError, KickCallError */
  async round(): Promise<void> {
    try {
      await this.#look();
      await this.#settle();
      await this.#catchUp();
    } catch (error) {
      // Kick may have forgotten us meanwhile.
      this.#reconciledAt = null;
      throw error;
    }
  }

  async #look(): Promise<void> {
    const { api, slug, seen } = this.#options;
    const channel = await findChannel(api, slug);
    if (!channel) throw new KickError('KICK_CHANNEL', { channel: slug });
    this.#broadcaster = channel.broadcaster;
    seen(channel);
  }

  async #settle(): Promise<void> {
    const { times, auth, api, tokens, hasApp, webhooks } = this.#options;
    const now = Date.now();
    const due = this.#reconciledAt === null || now - this.#reconciledAt >= times.reconcileMs;
    const silent = webhooks && this.#live && now - this.#heardAt >= times.silenceMs * this.#patience;
    if (!due && !silent) return;
    if (due) {
      this.#standing = await findStanding(api, tokens, { auth, timeoutMs: times.callMs });
      if (tokens?.over && !hasApp) throw tokens.over;
    }
    if (webhooks) await this.#subscribe(silent);
    this.#reconciledAt = now;
  }

  async #subscribe(silent: boolean): Promise<void> {
    const { api, log, slug } = this.#options;
    const broadcaster = this.#broadcaster ?? '';
    this.#subscriptions ??= new Subscriptions({ api, who: () => this.#who(), broadcaster, log });
    if (silent) {
      log(`nothing came from Kick for a while although ${slug} is live: its subscriptions are made anew`);
      this.#remade += 1;
      this.#patience = Math.min(this.#patience * 2, LONGEST_SILENCE);
      this.#heardAt = Date.now();
    }
    const { made, deleted, refused } = await this.#subscriptions.reconcile({ anew: silent });
    if (made + deleted > 0) log(`Kick subscriptions: ${made} made, ${deleted} deleted`);
    this.#refused = refused;
    const why = refused.get(CHAT_EVENT);
    if (why !== undefined) throw new KickError('KICK_EVENTS', { channel: slug, detail: why });
  }

  /** The owner's sign-in may hear of everything; the app may hear of any channel, as far as it is public. */
  #who(): Who {
    const { hasApp } = this.#options;
    const own = this.owner && this.#standing.scopes.has('events:subscribe');
    return own || !hasApp ? 'user' : 'app';
  }

  async #catchUp(): Promise<void> {
    const { rewards, times, log } = this.#options;
    if (!rewards || !this.owner || Date.now() - this.#readAt < times.redemptionsMs) return;
    this.#readAt = Date.now();
    try {
      await rewards.catchUp();
    } catch (error) {
      // The chat goes on; the list is read again at its time.
      log(`the open redemptions could not be read: ${wordsOf(error)}`);
    }
  }
}
