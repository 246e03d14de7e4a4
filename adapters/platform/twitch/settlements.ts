/**
 * Ends of redemptions: gathered into batches of one reward, the state read first. PLATFORMS 1.5. A repeated call harms
 * nothing: what has its end already is read as such.
 */
import type { Settled } from '../contract.ts';
import { Recent } from '../shared/recent.ts';
import type { Desk } from './helix.ts';
import { TwitchCallError } from './http.ts';

type Outcome = 'fulfilled' | 'refunded';

/** Twitch's limit of one call. */
const MOST_IDS = 50;
/** Long enough to gather what one moment of the game settles, too short to be noticed. */
const GATHER_MS = 40;
const STATE = { fulfilled: 'FULFILLED', refunded: 'CANCELED' } as const;
const KEPT = 20_000;
const KEPT_MS = 24 * 3_600_000;

interface Waiting {
  readonly id: string;
  readonly outcome: Outcome;
  readonly tell: (settled: Settled) => void;
}

interface Batch {
  readonly reward: string;
  readonly outcome: Outcome;
  readonly all: readonly Waiting[];
}

export class Settlements {
  readonly #desk: () => Desk;
  /** Ids that were given an end by us. */
  readonly #ended = new Recent(KEPT, KEPT_MS);
  /** Redemption → its reward, which Twitch wants to be told. */
  readonly #rewardOf = new Map<string, string>();
  #waiting: Waiting[] = [];
  /** The same wish again while it is on its way gets the same answer. */
  readonly #flying = new Map<string, Promise<Settled>>();
  #timer: NodeJS.Timeout | null = null;
  #line: Promise<void> = Promise.resolve();

  constructor(desk: () => Desk) {
    this.#desk = desk;
  }

  know(id: string, reward: string): void {
    if (this.#rewardOf.size >= KEPT) this.#rewardOf.clear();
    this.#rewardOf.set(id, reward);
  }

  /** Whether we gave it an end, or are about to. */
  has(id: string): boolean {
    return this.#ended.has(id, Date.now());
  }

  /** Never rejects. */
  settle(id: string, outcome: Outcome): Promise<Settled> {
    const name = `${outcome}:${id}`;
    const flying = this.#flying.get(name);
    if (flying) return flying;
    this.#ended.add(id, Date.now());
    const answer = new Promise<Settled>((tell) => {
      this.#waiting.push({ id, outcome, tell });
      this.#timer ??= setTimeout(() => this.#depart(), GATHER_MS);
    }).finally(() => this.#flying.delete(name));
    this.#flying.set(name, answer);
    return answer;
  }

  /** Batches go one after another: an id with two opposite wishes must not be in two calls at once. */
  #depart(): void {
    this.#timer = null;
    const all = this.#waiting.splice(0);
    this.#line = this.#line.then(() => this.#carryAll(all));
  }

  async #carryAll(all: readonly Waiting[]): Promise<void> {
    const batches = new Map<string, Batch & { all: Waiting[] }>();
    for (const one of all) {
      const reward = await this.#findReward(one.id).catch((error: unknown) => failed(error));
      if (typeof reward !== 'string') {
        one.tell(reward ?? { ok: false, code: 'not_found', retry: false });
        continue;
      }
      const key = `${reward} ${one.outcome}`;
      const batch = batches.get(key) ?? { reward, outcome: one.outcome, all: [] };
      batch.all.push(one);
      batches.set(key, batch);
    }
    for (const batch of batches.values()) {
      for (let at = 0; at < batch.all.length; at += MOST_IDS) {
        await this.#carry({ ...batch, all: batch.all.slice(at, at + MOST_IDS) });
      }
    }
  }

  /** Of before the last start only the redemption's id is known. Null: none of our rewards has it. */
  async #findReward(id: string): Promise<string | null> {
    const known = this.#rewardOf.get(id);
    if (known !== undefined) return known;
    const { helix, channel } = this.#desk();
    const ours = await helix.channelPoints.getCustomRewards(channel, true);
    for (const { id: reward } of ours) {
      if ((await this.#states(reward, [id])).size === 0) continue;
      this.know(id, reward);
      return reward;
    }
    return null;
  }

  async #carry(batch: Batch): Promise<void> {
    const { reward, outcome, all } = batch;
    try {
      const states = await this.#states(reward, ids(all));
      const open = all.filter(({ id, tell }) => {
        const state = states.get(id);
        if (state === 'UNFULFILLED') return true;
        tell(ended(state, outcome));
        return false;
      });
      if (open.length > 0) await this.#patch({ ...batch, all: open });
    } catch (error) {
      for (const one of all) one.tell(failed(error));
    }
  }

  async #patch(batch: Batch): Promise<void> {
    const { reward, outcome, all } = batch;
    try {
      const { helix, channel } = this.#desk();
      await helix.channelPoints.updateRedemptionStatusByIds(channel, reward, ids(all), STATE[outcome]);
      for (const one of all) one.tell({ ok: true, already: false });
    } catch (error) {
      const gone = error instanceof TwitchCallError && [400, 404].includes(error.status ?? 0);
      if (!gone || error.passing) throw error;
      // One of them got its end from somebody else meanwhile; each is looked at, and goes alone.
      if (all.length > 1) for (const one of all) await this.#carry({ ...batch, all: [one] });
      else await this.#afterRefusal(batch);
    }
  }

  async #afterRefusal({ reward, outcome, all }: Batch): Promise<void> {
    const states = await this.#states(reward, ids(all));
    for (const { id, tell } of all) {
      const state = states.get(id);
      const stuck = state === 'UNFULFILLED';
      tell(stuck ? { ok: false, code: 'not_settled', retry: true } : ended(state, outcome));
    }
  }

  /** Those that Twitch does not know are not in the answer; it may even be a 404. */
  async #states(reward: string, some: readonly string[]): Promise<Map<string, string>> {
    const { helix, channel } = this.#desk();
    try {
      const found = await helix.callApi<{ data?: { id: string; status: string }[] }>({
        url: 'channel_points/custom_rewards/redemptions',
        query: { broadcaster_id: channel, reward_id: reward, id: [...some] },
      });
      return new Map((found.data ?? []).map(({ id, status }) => [id, status.toUpperCase()]));
    } catch (error) {
      if (error instanceof TwitchCallError && error.status === 404 && !error.passing) return new Map();
      throw error;
    }
  }
}

const ids = (all: readonly Waiting[]): string[] => all.map(({ id }) => id);

/** What it means that a redemption has this end already. */
function ended(state: string | undefined, outcome: Outcome): Settled {
  if (state === STATE[outcome]) return { ok: true, already: true };
  return { ok: false, code: state ? `is_${state.toLowerCase()}` : 'not_found', retry: false };
}

function failed(error: unknown): Settled {
  if (error instanceof TwitchCallError) {
    // An end that may have been given is seen at the next attempt, which reads the state first.
    if (error.status === 403 && !error.passing) return { ok: false, code: 'not_ours', retry: false };
    return { ok: false, code: error.code, retry: error.passing || error.status === 401 };
  }
  const { code } = (error ?? {}) as { code?: unknown };
  // Signing in again brings it back, and the redemption waits at Twitch.
  return { ok: false, code: typeof code === 'string' ? code : 'failed', retry: true };
}
