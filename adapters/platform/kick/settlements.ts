/**
 * Ends of redemptions: gathered into batches of 25, the state read first, and only failures named in the answer.
 * PLATFORMS 4.5. A repeated call harms nothing: what has its end already is read as such.
 */
import type { Settled } from '../contract.ts';
import { Recent } from '../shared/recent.ts';
import { type KickApi, listOf } from './api.ts';
import { KickCallError } from './http.ts';
import type { RawFailed, RawRedeemed } from './kick.external.ts';

type Outcome = 'fulfilled' | 'refunded';

/** Kick's limit of one call. */
const MOST_IDS = 25;
/** Long enough to gather what one moment of the game settles, too short to be noticed. */
const GATHER_MS = 40;
const PATH = '/v1/channels/rewards/redemptions';
const DOOR = { fulfilled: 'accept', refunded: 'reject' } as const;
const STATE = { fulfilled: 'accepted', refunded: 'rejected' } as const;

interface Waiting {
  readonly id: string;
  readonly outcome: Outcome;
  readonly tell: (settled: Settled) => void;
}

export class Settlements {
  readonly #api: KickApi;
  /** Ids that were given an end by us. */
  readonly #ended = new Recent(20_000, 24 * 3_600_000);
  #waiting: Waiting[] = [];
  /** The same wish again while it is on its way gets the same answer: ids of a call must differ. */
  readonly #flying = new Map<string, Promise<Settled>>();
  #timer: NodeJS.Timeout | null = null;
  #line: Promise<void> = Promise.resolve();

  constructor(api: KickApi) {
    this.#api = api;
  }

  /** Whether we gave it an end, or are about to: the webhook that follows is no news. */
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
    for (const outcome of ['fulfilled', 'refunded'] as const) {
      const some = all.filter((one) => one.outcome === outcome);
      for (let at = 0; at < some.length; at += MOST_IDS) {
        const batch = some.slice(at, at + MOST_IDS);
        this.#line = this.#line.then(() => this.#carry(batch, outcome));
      }
    }
  }

  async #carry(batch: readonly Waiting[], outcome: Outcome): Promise<void> {
    try {
      const states = await this.#states(batch.map(({ id }) => id));
      const open = batch.filter((one) => {
        const state = states.get(one.id);
        if (state === undefined || state === 'pending') return true;
        one.tell(ended(state, outcome));
        return false;
      });
      if (open.length > 0) await this.#post(open, outcome);
    } catch (error) {
      await this.#afterFailure(batch, outcome, error);
    }
  }

  /** A call is refused as a whole for one bad id in it, so after that each goes alone. */
  async #afterFailure(batch: readonly Waiting[], outcome: Outcome, error: unknown): Promise<void> {
    const refused = error instanceof KickCallError && error.status === 400;
    if (!refused || batch.length === 1) {
      for (const one of batch) one.tell(failed(error));
      return;
    }
    for (const one of batch) await this.#carry([one], outcome);
  }

  async #post(open: readonly Waiting[], outcome: Outcome): Promise<void> {
    const json = { ids: open.map(({ id }) => id) };
    const answer = await this.#api.call('user', { method: 'POST', path: `${PATH}/${DOOR[outcome]}`, json });
    const reasons = new Map(
      listOf<RawFailed>(answer).map(({ id, reason }) => [id ?? '', reason ?? 'UNKNOWN']),
    );
    const raced = open.filter(({ id }) => reasons.get(id) === 'NOT_PENDING');
    // Somebody was faster; what counts is which end it has now.
    const states =
      raced.length > 0 ? await this.#states(raced.map(({ id }) => id)) : new Map<string, string>();
    for (const { id, tell } of open) {
      const reason = reasons.get(id);
      if (reason === undefined) tell({ ok: true, already: false });
      else if (reason === 'NOT_PENDING') tell(ended(states.get(id) ?? '', outcome));
      else tell({ ok: false, code: reason.toLowerCase(), retry: reason === 'UNKNOWN' });
    }
  }

  async #states(ids: readonly string[]): Promise<Map<string, string>> {
    const answer = await this.#api.call('user', { path: PATH, query: { id: ids } });
    const all = listOf<RawRedeemed>(answer).flatMap(({ redemptions }) => redemptions ?? []);
    return new Map(all.flatMap(({ id, status }) => (id && status ? [[id, status] as const] : [])));
  }
}

/** What it means that a redemption has this end already. */
function ended(state: string, outcome: Outcome): Settled {
  if (state === STATE[outcome]) return { ok: true, already: true };
  return { ok: false, code: state === '' ? 'not_pending' : `is_${state}`, retry: false };
}

function failed(error: unknown): Settled {
  if (error instanceof KickCallError) {
    // An end that may have been given is seen at the next attempt, which reads the state first.
    return { ok: false, code: error.code, retry: error.passing || error.status === 401 };
  }
  const { code } = (error ?? {}) as { code?: unknown };
  // Signing in again brings it back, and the redemption waits at Kick.
  return { ok: false, code: typeof code === 'string' ? code : 'failed', retry: true };
}
