/**
 * Which events Kick sends us about a channel, kept as it should be: what is missing is made, what is double is deleted.
 * PLATFORMS 4.2, 4.6: subscriptions vanish (webhooks switched off, failures for a day), are made twice (#246), are made
 * with 200 and an error inside, or are listed as active and deliver nothing.
 */
import { type KickApi, listOf, type Who } from './api.ts';
import { wordsOf } from './failures.ts';
import { KickCallError } from './http.ts';
import type { RawCreated, RawListed } from './kick.external.ts';

/** Event names, all of version 1. */
export const CHAT_EVENT = 'chat.message.sent';
export const KICK_EVENTS = [
  CHAT_EVENT,
  'channel.followed',
  'channel.subscription.new',
  'channel.subscription.renewal',
  'channel.subscription.gifts',
  'channel.reward.redemption.updated',
  'kicks.gifted',
  'livestream.status.updated',
  'livestream.metadata.updated',
] as const;

/** Ids in one deletion: the address stays under 4 KB. */
const MOST_IDS = 50;

export interface Reconciled {
  readonly made: number;
  readonly deleted: number;
  /** Event → why Kick does not send it. */
  readonly refused: ReadonlyMap<string, string>;
}

export interface SubscriptionsOptions {
  readonly api: KickApi;
  /** In whose name: the owner's sign-in, or the app for any channel. */
  readonly who: () => Who;
  /** User id of the channel's owner. */
  readonly broadcaster: string;
  readonly wanted?: readonly string[];
  readonly log: (text: string) => void;
}

export class Subscriptions {
  readonly #options: SubscriptionsOptions;
  readonly #wanted: readonly string[];
  #running: Promise<Reconciled> | null = null;

  constructor(options: SubscriptionsOptions) {
    this.#options = options;
    this.#wanted = options.wanted ?? KICK_EVENTS;
  }

  /** One at a time: two at once would make everything twice. @throws KickError, KickCallError */
  reconcile(options: { readonly anew?: boolean } = {}): Promise<Reconciled> {
    this.#running ??= this.#reconcile(options.anew ?? false).finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #reconcile(anew: boolean): Promise<Reconciled> {
    const listed = await this.#list();
    const kept = anew ? new Set<string>() : this.#firsts(listed);
    const surplus = listed.flatMap(({ id }) => (id && !kept.has(id) ? [id] : []));
    await this.#delete(surplus);
    const there = new Set(listed.flatMap(({ id, event }) => (id && event && kept.has(id) ? [event] : [])));
    const missing = this.#wanted.filter((name) => !there.has(name));
    const refused = missing.length > 0 ? await this.#create(missing) : new Map<string, string>();
    return { made: missing.length - refused.size, deleted: surplus.length, refused };
  }

  /** Ours for this channel; other events that the app listens to are none of our business. */
  async #list(): Promise<readonly RawListed[]> {
    const { api, who, broadcaster } = this.#options;
    const path = '/v1/events/subscriptions';
    const answer = await api.call(who(), { path, query: { broadcaster_user_id: broadcaster } });
    return listOf<RawListed>(answer).filter(
      ({ event, version, broadcaster_user_id: owner }) =>
        this.#wanted.includes(event ?? '') &&
        (version ?? 1) === 1 &&
        String(owner ?? broadcaster) === broadcaster,
    );
  }

  /** The oldest subscription of each event: the later ones are the copies. */
  #firsts(listed: readonly RawListed[]): Set<string> {
    const first = new Map<string, RawListed>();
    for (const one of listed) {
      const before = first.get(one.event ?? '');
      if (!before || (one.created_at ?? '') < (before.created_at ?? '')) first.set(one.event ?? '', one);
    }
    return new Set([...first.values()].map(({ id }) => id ?? ''));
  }

  async #delete(ids: readonly string[]): Promise<void> {
    const { api, who } = this.#options;
    for (let at = 0; at < ids.length; at += MOST_IDS) {
      const query = { id: ids.slice(at, at + MOST_IDS) };
      try {
        await api.call(who(), { method: 'DELETE', path: '/v1/events/subscriptions', query });
      } catch (error) {
        // Gone already is what was wanted.
        if (!(error instanceof KickCallError && error.status === 404)) throw error;
      }
    }
  }

  async #create(names: readonly string[]): Promise<Map<string, string>> {
    const { api, who, broadcaster, log } = this.#options;
    const events = names.map((name) => ({ name, version: 1 }));
    const json = { broadcaster_user_id: Number(broadcaster), method: 'webhook', events };
    const refused = new Map<string, string>();
    try {
      const answer = await api.call(who(), { method: 'POST', path: '/v1/events/subscriptions', json });
      const made = new Map(listOf<RawCreated>(answer).map((one) => [one.name ?? '', one]));
      // The call succeeds even if none of its events does: each has its own error.
      for (const name of names) {
        const one = made.get(name);
        if (!one?.subscription_id || one.error) refused.set(name, one?.error || 'no subscription was made');
      }
    } catch (error) {
      // One event that the sign-in may not have makes the whole call fail; the others are tried one by one.
      const alone = !(error instanceof KickCallError) || error.passing || error.status === 401;
      if (alone || names.length === 1) {
        if (alone) throw error;
        return new Map([[names[0] ?? '', wordsOf(error)]]);
      }
      for (const name of names) for (const [key, why] of await this.#create([name])) refused.set(key, why);
      return refused;
    }
    for (const [name, why] of refused) log(`Kick does not send ${name}: ${why}`);
    return refused;
  }
}
