/**
 * The day's units, counted call by call. YouTube gives a project 10,000 units a day, from midnight to midnight in
 * California, and tells nobody how many are left: whoever does not count is cut off in the middle of an evening.
 */
import type { Clock } from './clock.ts';

/** `read`: a page of the chat. `stream`: opening the streamed chat. `find`: looking for broadcasts or channels. */
export const CALL_KINDS = ['read', 'stream', 'find', 'write', 'moderate'] as const;
export type CallKind = (typeof CALL_KINDS)[number];
export type Costs = Readonly<Record<CallKind, number>>;

/**
 * Units a call. Google's reference pages say 5 for a page and for a stream, and 20 for a line; the table of quota
 * costs leaves the chat out, and 50 is what all other writing costs and what others have measured. The dearer is
 * counted: who counts too much writes a little less, who counts too little goes dark. Failed calls cost as well.
 */
export const COSTS: Costs = { read: 5, stream: 5, find: 1, write: 50, moderate: 50 };
export const DAY_UNITS = 10_000;

export interface QuotaUse {
  readonly units: number;
  readonly used: number;
  readonly left: number;
  readonly by: Readonly<Record<CallKind, number>>;
  /** Milliseconds since 1970. */
  readonly resetsAt: number;
  /** YouTube itself said that nothing is left, whatever was counted here: others use the same project. */
  readonly refused: boolean;
}

/** What survives a restart. */
export interface KeptQuota {
  readonly day: string;
  readonly by: Readonly<Record<CallKind, number>>;
  readonly refused: boolean;
}

const none = (): Record<CallKind, number> => ({ read: 0, stream: 0, find: 0, write: 0, moderate: 0 });

export class QuotaBook {
  readonly units: number;
  readonly costs: Costs;
  readonly #clock: Clock;
  #day = '';
  #resetsAt = 0;
  #by = none();
  #refused = false;
  /** Told after every change, to keep it. */
  onChange: () => void = () => {};

  constructor(clock: Clock, { units = DAY_UNITS, costs = COSTS }: { units?: number; costs?: Costs } = {}) {
    this.#clock = clock;
    this.units = units;
    this.costs = costs;
  }

  use(): QuotaUse {
    this.#turn();
    const used = CALL_KINDS.reduce((sum, kind) => sum + this.#by[kind], 0);
    const left = this.#refused ? 0 : Math.max(0, this.units - used);
    return {
      units: this.units,
      used,
      left,
      by: { ...this.#by },
      resetsAt: this.#resetsAt,
      refused: this.#refused,
    };
  }

  /** @returns false, and counts nothing, if the day has not so many units left. */
  charge(kind: CallKind): boolean {
    if (this.use().left < this.costs[kind]) return false;
    this.#by[kind] += this.costs[kind];
    this.onChange();
    return true;
  }

  /** The call never left this machine. */
  refund(kind: CallKind): void {
    this.#by[kind] = Math.max(0, this.#by[kind] - this.costs[kind]);
    this.onChange();
  }

  /** YouTube says that the day is used up. */
  refuse(): void {
    this.#turn();
    this.#refused = true;
    this.onChange();
  }

  kept(): KeptQuota {
    this.#turn();
    return { day: this.#day, by: { ...this.#by }, refused: this.#refused };
  }

  /** Goes on with what was counted before; figures of another day are of no more use. */
  restore(kept: KeptQuota): void {
    this.#turn();
    if (kept.day !== this.#day) return;
    for (const kind of CALL_KINDS) this.#by[kind] += Math.max(0, Number(kept.by[kind]) || 0);
    this.#refused ||= kept.refused === true;
  }

  #turn(): void {
    const now = this.#clock.now();
    if (now < this.#resetsAt) return;
    this.#day = pacificDay(now);
    this.#resetsAt = nextPacificMidnight(now);
    this.#by = none();
    this.#refused = false;
  }
}

const HOUR_MS = 3_600_000;
const pacific = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/Los_Angeles',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** `2026-11-02`: the day in California, by which Google counts. */
export function pacificDay(at: number): string {
  return pacific.format(at);
}

/** The first moment of the next day there; days of 23 and 25 hours included. */
export function nextPacificMidnight(at: number): number {
  const today = pacificDay(at);
  // Offsets of that zone are whole hours, so midnight is on a full hour of UTC.
  let hour = Math.floor(at / HOUR_MS) * HOUR_MS + HOUR_MS;
  while (pacificDay(hour) === today) hour += HOUR_MS;
  return hour;
}
