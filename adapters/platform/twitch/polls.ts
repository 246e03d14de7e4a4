/** Twitch's own polls and predictions, beside the game's. PLATFORMS 1.5. Partners and affiliates only. */
import type { Closed, Opened, Polls, Predictions, Votes } from '../contract.ts';
import { Listeners } from '../listeners.ts';
import type { Desk } from './helix.ts';
import { TwitchCallError } from './http.ts';

const POLL = { title: 60, choice: 25, choices: 5, seconds: [15, 1800] } as const;
const PREDICTION = { title: 45, choice: 25, choices: 10, seconds: [30, 1800] } as const;

type Limits = typeof POLL | typeof PREDICTION;
type Wanted = Parameters<Polls['open']>[0];

abstract class Asked {
  protected readonly desk: () => Desk;
  readonly #listeners = new Listeners<Votes>();

  /** @param desk throws while nobody is signed in. */
  constructor(desk: () => Desk) {
    this.desk = desk;
  }

  onVotes(listener: (votes: Votes) => void): () => void {
    return this.#listeners.add(listener);
  }

  /** From an event. */
  heard(votes: Votes): void {
    this.#listeners.tell(votes);
  }
}

export class TwitchPolls extends Asked implements Polls {
  async open(wanted: Wanted): Promise<Opened> {
    const poll = fitted(wanted, POLL);
    if (!poll) return { ok: false, code: 'choices' };
    return opened(async () => {
      const { helix, channel } = this.desk();
      return helix.polls.createPoll(channel, poll);
    });
  }

  async close(id: string): Promise<Closed> {
    return closed(async () => {
      const { helix, channel } = this.desk();
      return helix.polls.endPoll(channel, id);
    });
  }
}

export class TwitchPredictions extends Asked implements Predictions {
  /** Twitch's id of a prediction → the ids of its outcomes, in our order. */
  readonly #outcomes = new Map<string, readonly string[]>();

  async open(wanted: Wanted): Promise<Opened> {
    const fits = fitted(wanted, PREDICTION);
    if (!fits) return { ok: false, code: 'choices' };
    const { title, choices, duration } = fits;
    const data = { title, outcomes: choices, autoLockAfter: duration };
    return opened(async () => {
      const { helix, channel } = this.desk();
      const made = await helix.predictions.createPrediction(channel, data);
      const outcomes = made.outcomes.map((outcome) => outcome.id);
      this.#outcomes.set(made.id, outcomes);
      return made;
    });
  }

  async close(id: string, outcome: number | null): Promise<Closed> {
    const winner = outcome === null ? null : this.#outcomes.get(id)?.[outcome];
    if (winner === undefined) return { ok: false, code: 'unknown_outcome' };
    return closed(async () => {
      const { helix, channel } = this.desk();
      if (winner === null) return helix.predictions.cancelPrediction(channel, id);
      return helix.predictions.resolvePrediction(channel, id, winner);
    });
  }
}

function fitted({ title, choices, seconds }: Wanted, limits: Limits) {
  if (choices.length < 2 || choices.length > limits.choices) return null;
  const [least, most] = limits.seconds;
  return {
    title: cut(title, limits.title),
    choices: choices.map((choice) => cut(choice, limits.choice)),
    duration: Math.min(Math.max(Math.round(seconds), least), most),
  };
}

/** By UTF-16 units, and no emoji through the middle. */
export function cut(text: string, most: number): string {
  return text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
}

async function opened(call: () => Promise<{ readonly id: string }>): Promise<Opened> {
  try {
    return { ok: true, id: (await call()).id };
  } catch (error) {
    return { ok: false, code: codeOf(error) };
  }
}

async function closed(call: () => Promise<unknown>): Promise<Closed> {
  try {
    await call();
    return { ok: true };
  } catch (error) {
    const over =
      error instanceof TwitchCallError && error.status === 400 && /not active|ended/i.test(error.said);
    return over ? { ok: true } : { ok: false, code: codeOf(error) };
  }
}

/** Twitch has one poll at a time: a second one is `busy`. */
function codeOf(error: unknown): string {
  if (!(error instanceof TwitchCallError)) return 'failed';
  if (error.status === 400 && /already|active/i.test(error.said)) return 'busy';
  return error.status === 403 ? 'not_affiliate' : error.code;
}
