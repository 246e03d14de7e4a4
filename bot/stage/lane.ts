/**
 * One thing of the scene program and the turns that wait for it. Turns follow each other; after the last one the thing
 * goes back to what it was, but only if nobody has touched it since: the streamer's hand wins.
 */
import type { Outcome } from '../../adapters/scene/contract.ts';
import type { Knob, Setting } from './knobs.ts';

export interface Turn {
  readonly knob: Knob;
  /** The row of the table; one row waits at most once. */
  readonly row: number;
  /** Null: it stays. */
  readonly forMs: number | null;
  /** When it was asked for. */
  readonly at: number;
}

export interface LaneOptions {
  /** Resolves when the program can be spoken to; rejects when the stage closes. */
  readonly ready: () => Promise<void>;
  readonly onFailed: (row: number, outcome: Outcome) => void;
  /** Milliseconds after which a waiting turn is stale. */
  readonly staleMs: number;
  readonly closed: AbortSignal;
}

const MOST_WAITING = 5;
const LOOK_AGAIN_MS = 500;
const MOST_LOOKS = 3;

export class Lane {
  readonly #options: LaneOptions;
  #wake: (() => void) | null = null;
  #waiting: Turn[] = [];
  #running: Promise<void> | null = null;
  #finishing = false;
  /** What it was before the first of the turns that follow each other. */
  #before: { readonly value: Setting } | null = null;
  /** What we have set last. */
  #ours: { readonly value: Setting } | null = null;
  /** What may still be told of the time before our last change; null once that change itself was told. */
  #expected: ReadonlySet<Setting | null | undefined> | null = null;

  constructor(options: LaneOptions) {
    this.#options = options;
  }

  /** False if the same row waits already, or all is over. */
  add(turn: Turn): boolean {
    if (this.#finishing || this.#waiting.some(({ row }) => row === turn.row)) return false;
    this.#waiting.push(turn);
    // What happened longest ago is missed least.
    if (this.#waiting.length > MOST_WAITING) this.#waiting.shift();
    this.#running ??= this.#run(turn.knob);
    return true;
  }

  /** Nothing more is shown, and what was is taken back now. Resolves when it is. */
  async finish(): Promise<void> {
    this.#finishing = true;
    this.#waiting = [];
    this.#wake?.();
    await this.#running;
  }

  async #run(knob: Knob): Promise<void> {
    const stop = knob.watch?.((value) => this.#seen(value));
    try {
      for (;;) {
        const turn = this.#waiting.shift();
        if (turn) await this.#show(turn);
        else if (this.#ours === null) break;
        else await this.#back(knob);
      }
    } catch {
      // The stage closes.
    } finally {
      stop?.();
      this.#running = null;
    }
  }

  async #show({ knob, row, forMs, at }: Turn): Promise<void> {
    if (Date.now() - at > this.#options.staleMs) return;
    const last = this.#ours;
    const now = await knob.get();
    // Touched in between: this is where to go back to from now on.
    const touched = last === null || now !== last.value;
    const before = touched ? (now === null ? null : { value: now }) : this.#before;
    this.#before = before;
    this.#ours = { value: knob.want };
    this.#expected = now === knob.want ? null : new Set([now, before?.value, last?.value]);
    const outcome = await knob.set(knob.want);
    if (!outcome.ok) {
      this.#options.onFailed(row, outcome);
      // Cut off in the middle of it, it may have been done: then it is looked at before the end.
      if (outcome.code !== 'down' || forMs === null) this.#ours = touched ? null : last;
      return;
    }
    if (forMs === null) this.#ours = null;
    else await this.#pause(forMs);
  }

  /** Somebody else's hand: nothing goes back, and what waited is not wanted any more. */
  #seen(value: Setting): void {
    if (this.#ours === null) return;
    if (value === this.#ours.value) this.#expected = null;
    // A change is told when its transition is over: until ours is told, earlier ones may still come.
    if (value === this.#ours.value || this.#expected?.has(value)) return;
    this.#ours = null;
    this.#waiting = [];
    this.#wake?.();
  }

  async #back(knob: Knob): Promise<void> {
    for (let look = 0; look < MOST_LOOKS; look += 1) {
      await this.#options.ready();
      const ours = this.#ours;
      const now = await knob.get();
      // Taken over while we asked.
      if (ours === null || this.#ours !== ours) return;
      if (this.#before === null || (now !== null && now !== ours.value)) break;
      if (now !== null) {
        this.#ours = null;
        const outcome = await knob.set(this.#before.value);
        if (outcome.ok || outcome.code !== 'down') return;
        this.#ours = ours;
      }
      // Not known although the program is there: gone, or lost again at this moment.
      await this.#pause(LOOK_AGAIN_MS);
    }
    this.#ours = null;
  }

  /** Ends early when the streamer takes over; rejects when the stage closes. */
  #pause(ms: number): Promise<void> {
    const { closed } = this.#options;
    return new Promise((resolve, reject) => {
      const end = () => {
        clearTimeout(timer);
        closed.removeEventListener('abort', end);
        this.#wake = null;
        if (closed.aborted) reject(new Error('closed'));
        else resolve();
      };
      const timer = setTimeout(end, ms);
      closed.addEventListener('abort', end);
      this.#wake = end;
      if (closed.aborted || this.#finishing) end();
    });
  }
}
