/**
 * The only write path of one game. What waits in the mailbox is decided one after another on a speculative state,
 * appended in batches, and only then acknowledged and published. While one batch is being written the next one is
 * decided on the state that the first leads to. If an append fails, everything that was decided after it is dropped:
 * on a conflict the game is read again and all of it decided anew, on anything else those who sent that batch hear of
 * it, and what came after is decided anew.
 */
import type { Context } from '../../engine/decide.ts';
import type { GameState } from '../../engine/state.ts';
import { senderOf } from '../../store/line.ts';
import type { Clock } from '../clock.ts';
import { overOf } from '../engine.ts';
import { type Draft, draftOf, type Tip, type Waiting } from './draft.ts';
import { type Flight, Flights } from './flights.ts';
import type { Journal } from './journal.ts';
import { Memory } from './memory.ts';
import type { Accepted, Commit, Outcome, Request } from './outcome.ts';

/** Batches on their way to the log at once: one that is being written, one that is decided meanwhile. */
const MOST_FLIGHTS = 2;
/** Commands decided before one append: bounds how long the event loop is held and how much a crash can redo. */
const MOST_AT_ONCE = 256;
/** Fewer are not divided: an append has its price. */
const LEAST_AT_ONCE = 16;
const MOST_WAITING = 10_000;

export interface GameHostOptions {
  readonly journal: Journal;
  readonly state: GameState;
  readonly seq: number;
  /** Null for a game whose secret is not here: it can be looked at, not played. */
  readonly context: ((state: GameState) => Context) | null;
  readonly clock: Clock;
  /** Told of a fault inside the engine; the command is answered with `fault`, the game goes on. */
  readonly onFault: (error: unknown, request: Request) => void;
}

/** For figures: how many were accepted, and which refusals were given. */
export interface OutcomeListener {
  accepted(count: number): void;
  refused(code: string): void;
}

export class GameHost {
  readonly #options: GameHostOptions;
  readonly #memory: Memory;
  readonly #listeners = new Set<(commit: Commit) => void>();
  #outcome: OutcomeListener | null = null;
  #waiting: Waiting[] = [];
  /** After the last durable line. */
  #durable: Tip;
  /** After everything that was decided. */
  #tip: Tip;
  readonly #flights = new Flights();
  #busy: Promise<void> | null = null;
  #wake: () => void = () => {};
  #closed = false;
  /** After a failed append the log may hold more than we know of: read it before anything else. */
  #doubtful = false;
  #toFinish = false;

  constructor(options: GameHostOptions) {
    this.#options = options;
    this.#durable = { state: options.state, seq: options.seq };
    this.#tip = this.#durable;
    this.#memory = new Memory(options.seq === 0);
  }

  /** The state after the last durable line. */
  get state(): GameState {
    return this.#durable.state;
  }
  get seq(): number {
    return this.#durable.seq;
  }
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Calls the listener after each append, in order. Returns the way to stop. */
  onCommit(listener: (commit: Commit) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  onOutcome(listener: OutcomeListener): void {
    this.#outcome = listener;
  }

  /**
   * Hands in a command. Resolves when it is durable, or refused.
   * @throws MsigError or the driver's error when it could not be stored; then it was not done.
   */
  submit(request: Request): Promise<Outcome> {
    if (this.#closed) return Promise.resolve({ ok: false, code: 'closing', args: {} });
    if (this.#waiting.length >= MOST_WAITING)
      return Promise.resolve({ ok: false, code: 'too-busy', args: {} });
    return new Promise((settle, fail) => {
      this.#waiting.push({ request, key: keyOf(request.as, request.id), tries: 0, settle, fail });
      if (this.#busy) this.#wake();
      else this.#busy = this.#run();
    });
  }

  /** What was answered to this id before, or null. */
  async recall(as: Request['as'], id: string): Promise<Outcome | null> {
    const first = this.#memory.get(keyOf(as, id), this.#options.clock.now());
    if (first || this.#memory.complete) return first;
    return this.#options.journal.findId(as, id);
  }

  /** Takes nothing more, and resolves when what waits is done. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#busy;
  }

  async #run(): Promise<void> {
    // What is handed in during the same turn of the event loop goes into one append.
    await Promise.resolve();
    while (this.#waiting.length > 0 || this.#flights.count > 0 || (this.#toFinish && !this.#doubtful)) {
      if (this.#doubtful) await this.#recover();
      else if (this.#toFinish) await this.#finish();
      else if (this.#waiting.length > 0 && this.#flights.count < MOST_FLIGHTS) await this.#launch();
      else {
        await new Promise<void>((wake) => {
          this.#wake = wake;
        });
      }
    }
    this.#busy = null;
  }

  /** Decides what waits, or a share of it, and sends it on its way to the log. */
  async #launch(): Promise<void> {
    // With nothing to wait for, a half goes first: storage has work while the other half is decided.
    const share = this.#flights.count === 0 ? Math.ceil(this.#waiting.length / 2) : this.#waiting.length;
    const batch = this.#waiting.splice(0, Math.min(MOST_AT_ONCE, Math.max(LEAST_AT_ONCE, share)));
    const known = this.#memory.complete ? NONE : await this.#lookUp(batch);
    if (known === null) return;
    const { context, onFault, clock } = this.#options;
    const now = clock.now();
    const first = (key: string): Outcome | null =>
      known.get(key) ?? this.#flights.find(key) ?? this.#memory.get(key, now);
    const draft = draftOf(batch, this.#tip, { first, now, context, onFault });
    this.#tip = draft;
    const flight = this.#flights.add(batch, draft);
    flight.settled = this.#write(flight);
  }

  async #write(flight: Flight): Promise<void> {
    const { lines, state } = flight.draft;
    try {
      if (lines.length > 0) await this.#options.journal.append(lines, state);
      flight.state = 'stored';
      this.#land();
    } catch (error) {
      if (flight.state === 'up') {
        flight.state = 'lost';
        flight.error = error;
      }
      this.#doubtful = true;
      this.#memory.complete = false;
    }
    this.#wake();
  }

  /** Acknowledges what is stored and follows nothing that is not. */
  #land(): void {
    for (let flight = this.#flights.landed(); flight; flight = this.#flights.landed()) {
      this.#commit(flight.batch, flight.draft);
    }
  }

  /** Ids that memory may have forgotten are looked up in the log, all at once. Null if that changed what is to be done. */
  async #lookUp(batch: readonly Waiting[]): Promise<ReadonlyMap<string, Accepted> | null> {
    const found = new Map<string, Accepted>();
    const now = this.#options.clock.now();
    const asked = batch.filter(({ key }) => !this.#flights.find(key) && !this.#memory.get(key, now));
    try {
      await Promise.all(
        asked.map(async ({ key, request }) => {
          const first = await this.#options.journal.findId(request.as, request.id);
          if (first) found.set(key, first);
        }),
      );
    } catch (error) {
      this.#doubtful = true;
      for (const one of batch) one.fail(error);
      return null;
    }
    if (!this.#doubtful) return found;
    this.#waiting.unshift(...batch);
    return null;
  }

  /** After a failure: whatever is under way comes down first, then the log is read, then the rest is decided anew. */
  async #recover(): Promise<void> {
    await this.#flights.allDown();
    this.#land();
    this.#waiting.unshift(...this.#flights.salvage());
    if (this.#waiting.length === 0) return;
    try {
      this.#durable = await this.#options.journal.reload();
      this.#tip = this.#durable;
      this.#doubtful = false;
    } catch (error) {
      for (const one of this.#waiting.splice(0)) one.fail(error);
    }
  }

  /** The end line follows the last command; a crash in between is made good when the game is opened again. */
  async finishIfOver(): Promise<void> {
    if (overOf(this.state)) await this.#options.journal.finish();
  }

  async #finish(): Promise<void> {
    this.#toFinish = false;
    await this.finishIfOver().catch(() => {
      this.#doubtful = true;
    });
  }

  #commit(batch: readonly Waiting[], draft: Draft): void {
    const { lines, state, seq, outcomes } = draft;
    this.#durable = draft;
    const now = this.#options.clock.now();
    for (const [key, outcome] of outcomes) {
      this.#memory.put(key, outcome, now);
      if (!outcome.ok) this.#outcome?.refused(outcome.code);
    }
    this.#outcome?.accepted(lines.length);
    for (const { key, settle } of batch) settle(outcomes.get(key)!);
    this.#toFinish ||= overOf(state) !== null;
    if (lines.length === 0) return;
    const commit: Commit = { lines, state, seq };
    for (const listener of this.#listeners) listener(commit);
  }
}

const NONE: ReadonlyMap<string, Accepted> = new Map();

function keyOf(as: Request['as'], id: string): string {
  return `${senderOf(as)} ${id}`;
}
