/**
 * Channel points: rewards made and mended, demands told and settled. Of the wire only the calls and the shapes of their
 * answers are certain (PLATFORMS.md 5.1): whether the list of demands keeps ended ones is not, nor what a second accept
 * answers, nor that a rejection gives the points back. So the list is read before each settlement, and nothing is
 * accepted or rejected that it does not show as waiting, unless the demand came to us in this run.
 */
import type { Redemption, RewardSpec, Rewards, Settled } from '../contract.ts';
import { Listeners } from '../listeners.ts';
import { Recent } from '../shared/recent.ts';
import type { Api } from './api.ts';
import { demandOf, type End, listDemands } from './demands.ts';
import { faultOf, isCertainlyUndone, Refusal } from './failures.ts';
import { byId } from './meaning.ts';
import { idAt, type Json, listAt, recordOf, textAt, trueAt } from './vk.external.ts';

export interface ShopSettings {
  readonly api: Api;
  readonly channel: string;
  /** Null: rewards can be used; otherwise the reason why not. */
  readonly hindrance: () => string | null;
}

const IDS_KEPT = 20_000;
const IDS_KEPT_MS = 24 * 3_600_000;
const COLOR = 3;
const KEPT = ['background_color', 'repair_timeout', 'max_uses_count', 'max_uses_count_per_user'];

export class Shop implements Rewards {
  readonly #settings: ShopSettings;
  readonly #listeners = new Listeners<Redemption>();
  /** The platform's reward id → our key. */
  readonly #keys = new Map<string, string>();
  readonly #told = new Recent(IDS_KEPT, IDS_KEPT_MS);
  readonly #ended = new Map<string, End>();
  /** Settlements whose answer was lost. */
  readonly #unanswered = new Map<string, End>();
  readonly #settling = new Map<string, { readonly end: End; readonly result: Promise<Settled> }>();

  constructor(settings: ShopSettings) {
    this.#settings = settings;
  }

  onRedemption(listener: (redemption: Redemption) => void): () => void {
    return this.#listeners.add(listener);
  }

  async ensure(
    specs: readonly RewardSpec[],
  ): Promise<readonly { readonly key: string; readonly code: string }[]> {
    const hindrance = this.#settings.hindrance();
    if (hindrance) return specs.map(({ key }) => ({ key, code: hindrance }));
    try {
      const failures: { key: string; code: string }[] = [];
      let there = await this.#listed();
      for (const spec of specs) {
        try {
          const id = await this.#ensureOne(spec, there);
          this.#keys.set(id, spec.key);
        } catch (error) {
          // The answer may be lost and the reward there: a second one of the same name must not be made.
          if (!isCertainlyUndone(error)) there = await this.#listed().catch(() => there);
          const made = idAt(there.get(spec.title), 'id');
          if (made !== '' && !isCertainlyUndone(error)) this.#keys.set(made, spec.key);
          else failures.push({ key: spec.key, code: faultOf(error).code });
        }
      }
      return failures;
    } catch (error) {
      return specs.map(({ key }) => ({ key, code: faultOf(error).code }));
    }
  }

  async settle(id: string, end: End): Promise<Settled> {
    const hindrance = this.#settings.hindrance();
    if (hindrance) return { ok: false, code: hindrance, retry: hindrance !== 'not_owner' };
    const running = this.#settling.get(id);
    if (running?.end === end) return running.result;
    if (running) await running.result;
    const result = this.#settle(id, end).finally(() => this.#settling.delete(id));
    this.#settling.set(id, { end, result });
    return result;
  }

  async open(): Promise<readonly Redemption[]> {
    if (this.#settings.hindrance()) return [];
    const { demands } = await this.#list();
    return demands
      .filter((demand) => demand.end === null && demand.reward !== '')
      .map(({ end: _, ...redemption }) => redemption)
      .sort((a, b) => a.at - b.at || byId(a.id, b.id));
  }

  /** Tells what waits and was not told yet: the safety net under the socket. @throws as the calls do */
  async poll(): Promise<void> {
    if (this.#keys.size === 0) return;
    for (const redemption of await this.open()) this.#tell(redemption);
  }

  /** @param value a `demand` of the socket */
  heard(value: unknown): void {
    const demand = demandOf(value, this.#keys);
    if (!demand || demand.reward === '' || demand.end === 'refunded') return;
    if (demand.end === 'fulfilled') remember(this.#ended, demand.id, 'fulfilled');
    const { end: _, ...redemption } = demand;
    this.#tell(redemption);
  }

  #tell(redemption: Redemption): void {
    if (this.#told.add(redemption.id, Date.now())) this.#listeners.tell(redemption);
  }

  #list() {
    const { api, channel } = this.#settings;
    return listDemands(api, { channel, keys: this.#keys });
  }

  async #listed(): Promise<ReadonlyMap<string, Json>> {
    const query = { channel_url: this.#settings.channel };
    const answer = await this.#settings.api.get('/channel_point/rewards/manage_info', query);
    const rewards = listAt(answer, 'data', 'rewards').map(recordOf);
    return new Map(rewards.flatMap((reward) => (reward ? [[textAt(reward, 'name'), reward] as const] : [])));
  }

  /** @returns the platform's id of the reward */
  async #ensureOne(spec: RewardSpec, there: ReadonlyMap<string, Json>): Promise<string> {
    const wanted = {
      name: spec.title,
      price: spec.cost,
      description: spec.prompt,
      is_message_required: spec.asksInput,
    };
    const found = there.get(spec.title);
    const id = idAt(found, 'id');
    if (!found || id === '') return this.#create(wanted);
    const differs = Object.entries(wanted).some(([name, value]) => found[name] !== value);
    if (differs) {
      // An edit may replace the whole: what the streamer has set besides is sent along.
      const kept = Object.fromEntries(KEPT.flatMap((name) => (name in found ? [[name, found[name]]] : [])));
      await this.#change('edit', id, { reward: { ...kept, ...wanted } });
    }
    if (trueAt(found, 'is_disabled')) await this.#change('enable', id);
    return id;
  }

  async #create(wanted: Json): Promise<string> {
    const reward = {
      ...wanted,
      background_color: COLOR,
      repair_timeout: 0,
      max_uses_count: 0,
      max_uses_count_per_user: 0,
    };
    const query = { channel_url: this.#settings.channel };
    const answer = await this.#settings.api.post('/channel_point/reward/create', { query, body: { reward } });
    const id = idAt(answer, 'data', 'reward', 'id');
    // 500 of ours: it may be there, and the list will tell.
    if (id === '') throw new Refusal({ status: 500, code: 'no_id', text: '' });
    return id;
  }

  async #change(what: 'edit' | 'enable', reward: string, body: Json = {}): Promise<void> {
    const query = { channel_url: this.#settings.channel, reward_id: reward };
    await this.#settings.api.post(`/channel_point/reward/${what}`, { query, body });
  }

  async #settle(id: string, end: End): Promise<Settled> {
    const known = this.#ended.get(id);
    if (known) return endedAs(known, end);
    try {
      const { demands, complete } = await this.#list();
      const demand = demands.find((one) => one.id === id);
      if (demand?.end === 'other') return { ok: false, code: 'unknown_state', retry: false };
      if (demand?.end) return this.#note(id, demand.end, end);
      // It waits no more, and the list shows only what waits: this is the repetition of a settlement that went through,
      // in a run before this one or with its answer lost. A demand heard a moment ago may not be listed yet.
      const repeated = this.#unanswered.get(id) === end || !this.#told.has(id, Date.now());
      if (!demand && complete && repeated) return this.#note(id, end, end);
      return await this.#post(id, end);
    } catch (error) {
      return { ok: false, code: faultOf(error).code, retry: true };
    }
  }

  async #post(id: string, end: End): Promise<Settled> {
    const demands = [{ id: Number.isSafeInteger(Number(id)) ? Number(id) : id }];
    const query = { channel_url: this.#settings.channel };
    const path = `/channel_point/reward/demand/${end === 'fulfilled' ? 'accept' : 'reject'}`;
    try {
      await this.#settings.api.post(path, { query, body: { demands } });
    } catch (error) {
      if (!isCertainlyUndone(error)) remember(this.#unanswered, id, end);
      const lasting = error instanceof Refusal && isCertainlyUndone(error) && error.status !== 429;
      return { ok: false, code: faultOf(error).code, retry: !lasting };
    }
    remember(this.#ended, id, end);
    return { ok: true, already: false };
  }

  #note(id: string, was: End, wanted: End): Settled {
    remember(this.#ended, id, was);
    return endedAs(was, wanted);
  }
}

function endedAs(was: End, wanted: End): Settled {
  return was === wanted
    ? { ok: true, already: true }
    : { ok: false, code: 'settled_otherwise', retry: false };
}

function remember(map: Map<string, End>, id: string, end: End): void {
  map.set(id, end);
  if (map.size > IDS_KEPT) map.delete(map.keys().next().value ?? '');
}
