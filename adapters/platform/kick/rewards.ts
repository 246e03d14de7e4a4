/** Channel rewards of Kick: made and mended, redemptions told once, settled in batches. PLATFORMS 4.5. */
import type { Redemption, RewardSpec, Rewards, Settled } from '../contract.ts';
import { Listeners } from '../listeners.ts';
import { Recent } from '../shared/recent.ts';
import { type KickApi, listOf } from './api.ts';
import { cutTo } from './cut.ts';
import { wordsOf } from './failures.ts';
import { KickCallError } from './http.ts';
import { idOf, type RawRedeemed, type RawReward, type RawUser, timeOf, wordIn } from './kick.external.ts';
import type { KickRedemption } from './meaning.ts';
import { Settlements } from './settlements.ts';

/** Limits of Kick. */
const LONGEST_TITLE = 50;
const LONGEST_DESCRIPTION = 200;
/** Pages of open redemptions; a cursor that never ends must not be followed for ever. */
const MOST_PAGES = 40;
/** Names asked for in one call. */
const MOST_NAMES = 50;
/** A redemption stays open for hours; the count covers an evening. */
const IDS_KEPT = 20_000;
const IDS_KEPT_MS = 24 * 3_600_000;

const PATH = '/v1/channels/rewards';

export class KickRewards implements Rewards {
  readonly #api: KickApi;
  readonly #log: (text: string) => void;
  readonly #ensured: () => void;
  readonly #listeners = new Listeners<Redemption>();
  readonly #told = new Recent(IDS_KEPT, IDS_KEPT_MS);
  readonly #settlements: Settlements;
  /** Kick's reward id → our key. */
  readonly #keys = new Map<string, string>();
  /** User id → name, learned from webhooks and asked for. */
  readonly #names = new Map<string, string>();

  /** @param ensured told when rewards became ours, so that what waits for them is read. */
  constructor(api: KickApi, log: (text: string) => void, ensured: () => void) {
    this.#api = api;
    this.#log = log;
    this.#ensured = ensured;
    this.#settlements = new Settlements(api);
  }

  async ensure(
    specs: readonly RewardSpec[],
  ): Promise<readonly { readonly key: string; readonly code: string }[]> {
    let there: readonly RawReward[];
    try {
      there = listOf<RawReward>(await this.#api.call('user', { path: PATH }));
    } catch (error) {
      return specs.map(({ key }) => ({ key, code: codeOf(error) }));
    }
    const faults: { key: string; code: string }[] = [];
    for (const spec of specs) {
      const code = await this.#ensureOne(spec, there);
      if (code !== null) faults.push({ key: spec.key, code });
    }
    if (this.#keys.size > 0) this.#ensured();
    return faults;
  }

  /** Kick keeps no word of ours with a reward, so it is known again by its id, and after a start by its title. */
  async #ensureOne(spec: RewardSpec, there: readonly RawReward[]): Promise<string | null> {
    const wanted = wantedOf(spec);
    const knownId = [...this.#keys].find(([, key]) => key === spec.key)?.[0];
    const found = there.find(({ id }) => id === knownId) ?? there.find(({ title }) => title === wanted.title);
    try {
      if (!found?.id) {
        const answer = await this.#api.call('user', { method: 'POST', path: PATH, json: wanted });
        const id = (answer as { data?: { id?: unknown } } | null)?.data?.id;
        if (typeof id !== 'string') return 'not_made';
        this.#know(id, spec.key);
        return null;
      }
      const change = differences(found, { ...wanted, is_paused: false });
      if (Object.keys(change).length > 0) {
        const path = `${PATH}/${encodeURIComponent(found.id)}`;
        await this.#api.call('user', { method: 'PATCH', path, json: change });
      }
      this.#know(found.id, spec.key);
      return null;
    } catch (error) {
      // Only the app that made a reward may change it: a namesake made by hand is not ours to settle.
      const foreign =
        found && error instanceof KickCallError && (error.status === 403 || error.status === 404);
      return foreign ? 'not_ours' : codeOf(error);
    }
  }

  #know(id: string, key: string): void {
    for (const [other, itsKey] of this.#keys) if (itsKey === key) this.#keys.delete(other);
    this.#keys.set(id, key);
  }

  onRedemption(listener: (redemption: Redemption) => void): () => void {
    return this.#listeners.add(listener);
  }

  settle(id: string, outcome: 'fulfilled' | 'refunded'): Promise<Settled> {
    return this.#settlements.settle(id, outcome);
  }

  /** Those of the rewards of `ensure`, which comes first. @throws KickError, KickCallError */
  async open(): Promise<readonly Redemption[]> {
    const found: Redemption[] = [];
    const cursors = new Set<string>();
    let cursor: string | undefined;
    do {
      const query = { status: 'pending', cursor };
      const answer = await this.#api.call('user', { path: `${PATH}/redemptions`, query });
      for (const group of listOf<RawRedeemed>(answer)) found.push(...this.#openIn(group));
      const next = (answer as { pagination?: { next_cursor?: unknown } } | null)?.pagination?.next_cursor;
      cursor = typeof next === 'string' && next !== '' && !cursors.has(next) ? next : undefined;
      if (cursor) cursors.add(cursor);
    } while (cursor && cursors.size < MOST_PAGES);
    await this.#learnNames(found.map(({ user }) => user));
    return found
      .map((one) => ({ ...one, name: this.#names.get(one.user) ?? one.name }))
      .sort((a, b) => a.at - b.at);
  }

  /** Tells of those that no webhook brought. @throws KickError, KickCallError */
  async catchUp(): Promise<void> {
    if (this.#keys.size === 0) return;
    for (const redemption of await this.open()) this.#tell(redemption);
  }

  /** From a webhook. Returns whether it was news. */
  heard(heard: KickRedemption): boolean {
    this.#nameOf(heard.user, heard.name);
    // It comes again when it is settled, by us or by hand on Kick's own page: that is an end, not a wish.
    if (heard.status !== 'pending') return false;
    const reward = this.#keys.get(heard.rewardId);
    if (reward === undefined) return false;
    const { id, user, name, input, at } = heard;
    return this.#tell({ id, reward, user, name, input, at });
  }

  #tell(redemption: Redemption): boolean {
    if (this.#settlements.has(redemption.id) || !this.#told.add(redemption.id, Date.now())) return false;
    this.#listeners.tell(redemption);
    return true;
  }

  #openIn({ reward, redemptions }: RawRedeemed): Redemption[] {
    const key = this.#keys.get(reward?.id ?? '');
    if (key === undefined || !Array.isArray(redemptions)) return [];
    return redemptions.flatMap((one) => {
      const user = idOf(one?.redeemer);
      if (!one?.id || !user || one.status !== 'pending') return [];
      const name = wordIn(one.redeemer?.username) || user;
      const about = { input: wordIn(one.user_input), at: timeOf(one.redeemed_at, Date.now()) };
      return [{ id: one.id, reward: key, user, name, ...about }];
    });
  }

  /** The list of redemptions has ids of users alone. Without names it is still worth telling. */
  async #learnNames(users: readonly string[]): Promise<void> {
    const unknown = [...new Set(users)].filter((user) => !this.#names.has(user)).slice(0, MOST_NAMES);
    if (unknown.length === 0) return;
    try {
      const answer = await this.#api.call('user', { path: '/v1/users', query: { id: unknown } });
      for (const user of listOf<RawUser & { name?: string }>(answer)) {
        const id = idOf(user);
        if (id && user.name) this.#nameOf(id, user.name);
      }
    } catch (error) {
      this.#log(`the names of ${unknown.length} viewers could not be read: ${wordsOf(error)}`);
    }
  }

  #nameOf(user: string, name: string): void {
    if (this.#names.size >= IDS_KEPT) this.#names.clear();
    this.#names.set(user, name);
  }
}

type Wanted = Required<
  Pick<
    RawReward,
    | 'title'
    | 'cost'
    | 'description'
    | 'is_enabled'
    | 'is_user_input_required'
    | 'should_redemptions_skip_request_queue'
  >
>;

function wantedOf({ title, cost, prompt, asksInput }: RewardSpec): Wanted {
  return {
    title: cutTo(title, LONGEST_TITLE),
    cost: Math.max(1, Math.round(cost)),
    description: cutTo(prompt, LONGEST_DESCRIPTION),
    is_enabled: true,
    is_user_input_required: asksInput,
    // Otherwise Kick accepts at once, and nothing could be given back.
    should_redemptions_skip_request_queue: false,
  };
}

function differences(there: RawReward, wanted: Partial<RawReward>): Partial<RawReward> {
  const entries = Object.entries(wanted) as [keyof RawReward, unknown][];
  return Object.fromEntries(entries.filter(([key, value]) => (there[key] ?? defaultOf(value)) !== value));
}

/** A field that Kick leaves out has the empty value of its kind. */
function defaultOf(value: unknown): unknown {
  return typeof value === 'boolean' ? false : '';
}

function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : 'failed';
}
