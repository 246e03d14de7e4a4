/**
 * What has to happen by itself: polls are closed with their totals, and everything else that is due is told to the
 * engine as one ordinary `expire`. The deadlines live in the state, so a restart forgets none.
 */

import type { Command } from '../engine/commands.ts';
import { nextDeadline } from '../engine/deadlines.ts';
import type { GameState, Millis } from '../engine/state.ts';
import type { Clock } from './clock.ts';
import type { Epochs } from './epochs.ts';
import type { GameHost } from './game/game-host.ts';
import type { Request } from './game/outcome.ts';
import type { LuckBox } from './luck.ts';
import { nextPoll, type Votes } from './votes.ts';

export interface Due {
  readonly at: Millis;
  /** Made when it is sent: totals are taken as late as possible, and a refused attempt must not be answered from memory. */
  readonly request: () => Request;
}

/** Running games only: a paused game's deadlines wait with it. */
export function isLive(state: GameState): boolean {
  return state.status === 'running' || state.status === 'superGame';
}

/** What `nextDue` has to know of a game beside its state and its votes. */
export interface Timing {
  /** Seconds between the end of a vote and its count. */
  readonly grace: number;
  /** Absent where no seed is at hand. */
  readonly epochs?: Epochs | undefined;
  /** Viewers' words for the dice. */
  readonly luck?: Pick<LuckBox, 'due' | 'closing' | 'closes'> | undefined;
}

/** The next command of the host itself, and when it is due. */
export function nextDue(host: Pick<GameHost, 'state' | 'seq'>, votes: Votes, timing: Timing): Due | null {
  const { state } = host;
  if (!isLive(state)) return null;
  const due = dueInGame(host, votes, timing.grace);
  const end = timing.epochs?.end(state) ?? null;
  const { epochs, luck } = timing;
  const closes = (epochs && luck?.due(state)) ?? null;
  if (luck && closes !== null && (!due || closes < due.at))
    return { at: closes, request: () => asSystem(`luck ${host.seq}`, luck.closing(state)) };
  if (!epochs || end === null || (due && due.at <= end)) return due;
  const turn = (): Command => ({ type: 'turnEpoch', seed: epochs.seed(state) });
  return { at: end, request: () => asSystem(`epoch ${host.seq}`, turn()) };
}

function dueInGame(host: Pick<GameHost, 'state' | 'seq'>, votes: Votes, grace: number): Due | null {
  const { state } = host;
  const poll = nextPoll(state, grace);
  const deadline = nextDeadline(state);
  if (poll && (deadline === null || poll.at <= deadline)) {
    return { at: poll.at, request: () => asSystem(`close ${poll.poll.id}`, votes.closing(poll.poll)) };
  }
  if (deadline === null) return null;
  return { at: deadline, request: () => asSystem(`expire ${host.seq}`, { type: 'expire' }) };
}

let attempts = 0;
/** An own number in each id: what the host does twice it means twice. */
export function asSystem(id: string, command: Command): Request {
  attempts += 1;
  return { id: `${id} ${process.pid} ${attempts}`, as: { by: 'system' }, command };
}

/** A refused or failed attempt is repeated after this, so that nothing can spin. */
const AGAIN_MS = 1_000;

export class Deadlines {
  readonly #host: GameHost;
  readonly #votes: Votes;
  readonly #clock: Clock;
  readonly #timing: Timing;
  #timer: (() => void) | null = null;
  #stopped = false;
  readonly #unlisten: () => void;

  constructor(options: { host: GameHost; votes: Votes; clock: Clock } & Timing) {
    this.#host = options.host;
    this.#votes = options.votes;
    this.#clock = options.clock;
    this.#timing = { grace: options.grace, epochs: options.epochs, luck: options.luck };
    this.#unlisten = this.#host.onCommit(() => this.#arm());
    this.#arm();
  }

  stop(): void {
    this.#stopped = true;
    this.#unlisten();
    this.#timer?.();
  }

  #arm(atLeast = 0): void {
    this.#timer?.();
    this.#timer = null;
    if (this.#stopped) return;
    const due = nextDue(this.#host, this.#votes, this.#timing)?.at ?? null;
    const look = this.#luckLook();
    const at = due === null || (look !== null && look < due) ? look : due;
    if (at === null) return;
    const wait = Math.max(atLeast, at - this.#clock.now());
    this.#timer = this.#clock.after(wait, () => void this.#fire());
  }

  /** A first word for the dice is no commit, so nothing arms the timer for it: looked for when they close. */
  #luckLook(): Millis | null {
    const { state } = this.#host;
    const closes = isLive(state) ? (this.#timing.luck?.closes(state) ?? null) : null;
    return closes !== null && closes > this.#clock.now() ? closes : null;
  }

  async #fire(): Promise<void> {
    const due = nextDue(this.#host, this.#votes, this.#timing);
    if (!due || due.at > this.#clock.now()) return this.#arm();
    const outcome = await this.#host.submit(due.request()).catch(() => null);
    if (!outcome?.ok) this.#arm(AGAIN_MS);
  }
}
