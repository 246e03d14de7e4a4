/**
 * The only write path of one game. What waits in the mailbox is decided one after another on a speculative state,
 * appended as one batch, and only then acknowledged and published. If the append fails, the speculative state is
 * dropped: on a conflict the game is read again and the batch decided anew, on anything else each sender hears of it.
 */

import { type Context, decide } from '../../engine/decide.ts';
import { isRefusal } from '../../engine/refusal.ts';
import type { GameState } from '../../engine/state.ts';
import { isMsigError } from '../../errors.ts';
import { senderOf } from '../../store/line.ts';
import type { Clock } from '../clock.ts';
import { overOf } from '../engine.ts';
import type { Journal } from './journal.ts';
import { Memory } from './memory.ts';
import type { Accepted, Commit, Line, Outcome, Request } from './outcome.ts';

/** Commands decided before one append: bounds how long the event loop is held and how much a crash can redo. */
const MOST_AT_ONCE = 256;
const MOST_WAITING = 10_000;
const CONFLICT_TRIES = 5;

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

interface Waiting {
  readonly request: Request;
  readonly key: string;
  readonly settle: (outcome: Outcome) => void;
  readonly fail: (error: unknown) => void;
}

interface Draft {
  state: GameState;
  seq: number;
  readonly lines: Line[];
  readonly outcomes: Map<string, Outcome>;
}

export class GameHost {
  readonly #options: GameHostOptions;
  readonly #memory: Memory;
  readonly #listeners = new Set<(commit: Commit) => void>();
  #outcome: OutcomeListener | null = null;
  #waiting: Waiting[] = [];
  #state: GameState;
  #seq: number;
  #busy: Promise<void> | null = null;
  #closed = false;
  /** After a failed append the log may hold more than we know of: read it before anything else. */
  #doubtful = false;

  constructor(options: GameHostOptions) {
    this.#options = options;
    this.#state = options.state;
    this.#seq = options.seq;
    this.#memory = new Memory(options.seq === 0);
  }

  /** The state after the last durable line. */
  get state(): GameState {
    return this.#state;
  }
  get seq(): number {
    return this.#seq;
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
      this.#waiting.push({ request, key: keyOf(request), settle, fail });
      this.#busy ??= this.#run();
    });
  }

  /** What was answered to this id before, or null. */
  async recall(as: Request['as'], id: string): Promise<Outcome | null> {
    const first = this.#memory.get(keyOf({ as, id }), this.#options.clock.now());
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
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, MOST_AT_ONCE);
      try {
        await this.#take(batch);
        await this.finishIfOver();
      } catch (error) {
        this.#doubtful = true;
        for (const one of batch) one.fail(error);
      }
    }
    this.#busy = null;
  }

  async #take(batch: readonly Waiting[]): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      if (this.#doubtful) await this.#reload();
      const known = await this.#lookUp(batch);
      const draft = this.#decideAll(batch, known);
      try {
        if (draft.lines.length > 0) await this.#options.journal.append(draft.lines, draft.state);
      } catch (error) {
        this.#doubtful = true;
        this.#memory.complete = false;
        const conflict = isMsigError(error) && error.code === 'SEQUENCE_CONFLICT';
        if (conflict && tries < CONFLICT_TRIES) continue;
        throw error;
      }
      this.#commit(batch, draft);
      return;
    }
  }

  /** The end line follows the last command; a crash in between is made good when the game is opened again. */
  async finishIfOver(): Promise<void> {
    if (overOf(this.#state)) await this.#options.journal.finish();
  }

  async #reload(): Promise<void> {
    const { state, seq } = await this.#options.journal.reload();
    this.#state = state;
    this.#seq = seq;
    this.#doubtful = false;
  }

  /** Ids that memory may have forgotten are looked up in the log, all at once. */
  async #lookUp(batch: readonly Waiting[]): Promise<Map<string, Accepted>> {
    const found = new Map<string, Accepted>();
    if (this.#memory.complete) return found;
    const now = this.#options.clock.now();
    const asked = batch.filter(({ key }) => this.#memory.get(key, now) === null);
    await Promise.all(
      asked.map(async ({ key, request }) => {
        const first = await this.#options.journal.findId(request.as, request.id);
        if (first) found.set(key, first);
      }),
    );
    return found;
  }

  #decideAll(batch: readonly Waiting[], known: ReadonlyMap<string, Accepted>): Draft {
    const draft: Draft = { state: this.#state, seq: this.#seq, lines: [], outcomes: new Map() };
    const now = this.#options.clock.now();
    for (const { key, request } of batch) {
      if (draft.outcomes.has(key)) continue;
      const first = known.get(key) ?? this.#memory.get(key, now);
      draft.outcomes.set(key, first ?? this.#decideOne(draft, request, now));
    }
    return draft;
  }

  #decideOne(draft: Draft, request: Request, now: number): Outcome {
    const at = Math.max(now, draft.state.at);
    // Nothing follows the end: the log is about to be closed.
    const { status } = draft.state;
    const { context } = this.#options;
    if (overOf(draft.state) || !context) return { ok: false, code: 'not-running', args: { status } };
    const { id, as, command, who } = request;
    try {
      const decided = decide(draft.state, { at, as, command }, context(draft.state));
      if (isRefusal(decided)) return { ok: false, code: decided.code, args: decided.args };
      draft.state = decided.state;
      draft.seq += 1;
      draft.lines.push({
        seq: draft.seq,
        at,
        id,
        as,
        command,
        events: decided.events,
        ...(who ? { who } : {}),
      });
      return { ok: true, seq: draft.seq, at, events: decided.events };
    } catch (error) {
      this.#options.onFault(error, request);
      return { ok: false, code: 'fault', args: {} };
    }
  }

  #commit(batch: readonly Waiting[], draft: Draft): void {
    this.#state = draft.state;
    this.#seq = draft.seq;
    const now = this.#options.clock.now();
    for (const [key, outcome] of draft.outcomes) {
      this.#memory.put(key, outcome, now);
      if (!outcome.ok) this.#outcome?.refused(outcome.code);
    }
    this.#outcome?.accepted(draft.lines.length);
    for (const { key, settle } of batch) settle(draft.outcomes.get(key)!);
    if (draft.lines.length === 0) return;
    const commit: Commit = { lines: draft.lines, state: draft.state, seq: draft.seq };
    for (const listener of this.#listeners) listener(commit);
  }
}

function keyOf({ as, id }: Pick<Request, 'as' | 'id'>): string {
  return `${senderOf(as)} ${id}`;
}
