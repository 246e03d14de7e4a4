/**
 * Channel point rewards: made and mended, redemptions told once, settled. PLATFORMS 1.5.
 *
 * When the adapter closes the rewards stay as they are: what somebody redeems meanwhile waits at Twitch without an end,
 * and is taken up by `open` when the game is there again.
 */
import type { Redemption, RewardSpec, Rewards, Settled } from '../contract.ts';
import { Listeners } from '../listeners.ts';
import { Recent } from '../shared/recent.ts';
import type { TwitchRedemption } from './events-meaning.ts';
import type { Desk, Helix } from './helix.ts';
import { TwitchCallError } from './http.ts';
import { cut } from './polls.ts';
import { Settlements } from './settlements.ts';

const LONGEST_TITLE = 45;
const LONGEST_PROMPT = 200;
/** A redemption stays open for hours; the count covers an evening. */
const IDS_KEPT = 20_000;
const IDS_KEPT_MS = 24 * 3_600_000;
/** Pages of 50 open redemptions of one reward; a cursor that never ends must not be followed for ever. */
const MOST_PAGES = 40;

type Reward = Awaited<ReturnType<Helix['channelPoints']['createCustomReward']>>;

export class TwitchRewards implements Rewards {
  readonly #desk: () => Desk;
  readonly #listeners = new Listeners<Redemption>();
  readonly #told = new Recent(IDS_KEPT, IDS_KEPT_MS);
  readonly #settlements: Settlements;
  /** Twitch's reward id → our key. */
  readonly #keys = new Map<string, string>();

  /** @param desk throws while nobody is signed in; what is asked for then may be asked again. */
  constructor(desk: () => Desk) {
    this.#desk = desk;
    this.#settlements = new Settlements(desk);
  }

  async ensure(
    specs: readonly RewardSpec[],
  ): Promise<readonly { readonly key: string; readonly code: string }[]> {
    let there: readonly Reward[];
    try {
      // Only those of our own client id; no other may be changed or settled by us.
      there = await this.#ours();
    } catch (error) {
      return specs.map(({ key }) => ({ key, code: codeOf(error) }));
    }
    const faults: { key: string; code: string }[] = [];
    for (const spec of specs) {
      const code = await this.#ensureOne(spec, there);
      if (code !== null) faults.push({ key: spec.key, code });
    }
    // What was redeemed before they were known again.
    if (this.#keys.size > 0) await this.catchUp().catch(() => {});
    return faults;
  }

  async #ours(): Promise<readonly Reward[]> {
    const { helix, channel } = this.#desk();
    return helix.channelPoints.getCustomRewards(channel, true);
  }

  /** Twitch keeps no word of ours with a reward, so it is known again by its id, and after a start by its title. */
  async #ensureOne(spec: RewardSpec, there: readonly Reward[]): Promise<string | null> {
    const wanted = wantedOf(spec);
    const knownId = [...this.#keys].find(([, key]) => key === spec.key)?.[0];
    const found = there.find(({ id }) => id === knownId) ?? there.find(({ title }) => title === wanted.title);
    try {
      const { helix, channel } = this.#desk();
      if (!found) {
        this.#know((await helix.channelPoints.createCustomReward(channel, wanted)).id, spec.key);
        return null;
      }
      const change = differences(found, wanted);
      if (Object.keys(change).length > 0) {
        await helix.channelPoints.updateCustomReward(channel, found.id, change);
      }
      this.#know(found.id, spec.key);
      return null;
    } catch (error) {
      return (await this.#madeAfterAll(spec, error)) ? null : codeOf(error);
    }
  }

  /** Twitch may have acted although no answer came: then it is in the list. */
  async #madeAfterAll({ key, title }: RewardSpec, error: unknown): Promise<boolean> {
    if (!(error instanceof TwitchCallError) || !error.passing) return false;
    try {
      const there = await this.#ours();
      const found = there.find((one) => one.title === cut(title, LONGEST_TITLE));
      if (found) this.#know(found.id, key);
      return found !== undefined;
    } catch {
      return false;
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

  /** Those of the rewards of `ensure`, which comes first. @throws TwitchCallError, TwitchError */
  async open(): Promise<readonly Redemption[]> {
    const found: Redemption[] = [];
    for (const [rewardId, key] of this.#keys) found.push(...(await this.#openOf(rewardId, key)));
    return found.sort((a, b) => a.at - b.at);
  }

  async #openOf(rewardId: string, reward: string): Promise<Redemption[]> {
    const { helix, channel } = this.#desk();
    const found: Redemption[] = [];
    let after: string | undefined;
    for (let page = 0; page < MOST_PAGES; page++) {
      const { data, cursor } = await helix.channelPoints.getRedemptionsForBroadcaster(
        channel,
        rewardId,
        'UNFULFILLED',
        { limit: 50, ...(after ? { after } : {}) },
      );
      for (const one of data) {
        this.#settlements.know(one.id, rewardId);
        const at = one.redemptionDate.getTime();
        const { id, userId: user, userDisplayName: name, userInput: input } = one;
        found.push({ id, reward, user, name: name || user, input: input ?? '', at: at || Date.now() });
      }
      if (!cursor || cursor === after) break;
      after = cursor;
    }
    return found;
  }

  /** Tells of those that no event brought. @throws TwitchCallError, TwitchError */
  async catchUp(): Promise<void> {
    for (const redemption of await this.open()) this.#tell(redemption);
  }

  /** From an event. */
  heard({ rewardId, status, id, user, name, input, at }: TwitchRedemption): void {
    const reward = this.#keys.get(rewardId);
    // A reward with "skip the queue" has its end already; one of others is not ours.
    if (reward === undefined || (status !== '' && status !== 'unfulfilled')) return;
    this.#settlements.know(id, rewardId);
    this.#tell({ id, reward, user, name, input, at });
  }

  #tell(redemption: Redemption): void {
    if (this.#settlements.has(redemption.id) || !this.#told.add(redemption.id, Date.now())) return;
    this.#listeners.tell(redemption);
  }
}

function wantedOf({ title, cost, prompt, asksInput }: RewardSpec) {
  return {
    title: cut(title, LONGEST_TITLE),
    cost: Math.max(1, Math.round(cost)),
    prompt: cut(prompt, LONGEST_PROMPT),
    isEnabled: true,
    userInputRequired: asksInput,
    // Otherwise Twitch fulfils at once, and nothing could be given back.
    autoFulfill: false,
  };
}

function differences(there: Reward, wanted: ReturnType<typeof wantedOf>) {
  const entries = (Object.keys(wanted) as (keyof typeof wanted)[]).filter(
    (key) => there[key] !== wanted[key],
  );
  const change = Object.fromEntries(entries.map((key) => [key, wanted[key]])) as Partial<typeof wanted>;
  return there.isPaused ? { ...change, isPaused: false } : change;
}

/** `not_affiliate`: Twitch gives channel points to partners and affiliates alone. */
function codeOf(error: unknown): string {
  if (!(error instanceof TwitchCallError)) return 'failed';
  if (/duplicate/i.test(error.said)) return 'title_taken';
  if (/too.many|maximum/i.test(error.said)) return 'too_many';
  if (error.status === 403) return /partner|affiliate/i.test(error.said) ? 'not_affiliate' : 'not_ours';
  return error.code;
}
