/**
 * The stage listens to what happens in the game and turns the scene program by the streamer's table. It never changes
 * the game. While the program is away nothing is saved up: a moment that nobody could see is over.
 */
import type { Outcome, PartSpec, SceneHealth, SceneProgram } from '../../adapters/scene/contract.ts';
import type { Moment } from '../protocol/views.ts';
import { knobOf } from './knobs.ts';
import { Lane } from './lane.ts';
import type { StageRule } from './rules.ts';
import { means, playerOf, type StageEvent } from './words.ts';

/** What the stage has to say to the streamer. */
export type StageNews =
  | { readonly is: 'health'; readonly health: SceneHealth }
  | { readonly is: 'part'; readonly made: readonly string[]; readonly mended: readonly string[] }
  | { readonly is: 'foreign'; readonly names: readonly string[] }
  | { readonly is: 'no-browser' }
  | { readonly is: 'part-failed'; readonly error: unknown }
  | { readonly is: 'row-failed'; readonly row: number; readonly outcome: Outcome };

export interface StageOptions {
  readonly program: SceneProgram;
  readonly rules: readonly StageRule[];
  /** Calls the listener with what happens from now on. Returns the way to stop. */
  readonly subscribe: (listener: (moments: readonly Moment[]) => void) => () => void;
  /** What should stand in the scene collection; null: nothing is made or mended. Asked for at every connection. */
  readonly part: () => PartSpec | null;
  readonly onNews: (news: StageNews) => void;
  /** Milliseconds; for tests. */
  readonly staleMs?: number;
}

const STALE_MS = 30_000;
/** How long the end may wait for the program. */
const FAREWELL_MS = 1_500;
/** Pixels: enough for a page or a message, and far under the limits of size there. */
const PICTURE_WIDTH = 1280;

export class Stage {
  readonly #options: StageOptions;
  readonly #lanes = new Map<string, Lane>();
  readonly #lastAt = new Map<number, number>();
  readonly #failed = new Set<number>();
  readonly #closed = new AbortController();
  readonly #stops: (() => void)[] = [];
  #state: SceneHealth['state'] = 'connecting';
  /** Where our part stands, once it has been made or mended. */
  #stands: { readonly collection: string; readonly present: readonly string[] } | null = null;

  constructor(options: StageOptions) {
    this.#options = options;
  }

  /** Begins; an absent program is waited for. */
  start(): void {
    const { program, subscribe } = this.#options;
    this.#stops.push(
      program.onHealth((health) => this.#health(health)),
      subscribe((moments) => this.#moments(moments)),
    );
    // Told by the health already.
    program.connect().catch(() => {});
  }

  /** What is on air now, as a PNG; null if there is nothing to be had. For Discord and the chronicle. */
  picture(): Promise<Buffer | null> {
    return this.#options.program.screenshot(PICTURE_WIDTH);
  }

  /** Makes or mends our part now, for instance after a new game has got a new link. */
  async tend(): Promise<void> {
    const { program, part, onNews } = this.#options;
    const wish = part();
    if (wish === null || !program.can.part || program.health().state !== 'up') return;
    try {
      const report = await program.ensureCollectionPart(this.#wishNow(wish));
      if (report.skipped) return;
      this.#stands = { collection: report.collection, present: report.present };
      const { made, mended, foreign } = report;
      if (made.length + mended.length > 0) onNews({ is: 'part', made, mended });
      if (foreign.length > 0) onNews({ is: 'foreign', names: foreign });
      if (!report.browser) onNews({ is: 'no-browser' });
    } catch (error) {
      if (!this.#closed.signal.aborted) onNews({ is: 'part-failed', error });
    }
  }

  /** Takes back what is on show, if the program can be reached, and ends. */
  async close(): Promise<void> {
    for (const stop of this.#stops.splice(0)) stop();
    const { program } = this.#options;
    if (program.health().state === 'up') {
      const late = setTimeout(() => this.#closed.abort(), FAREWELL_MS);
      await Promise.all([...this.#lanes.values()].map((lane) => lane.finish()));
      clearTimeout(late);
    }
    this.#closed.abort();
    await program.close();
  }

  /** After the first time: what stood there when it was last looked at comes back, and in that collection only. */
  #wishNow(wish: PartSpec): PartSpec {
    if (this.#stands === null) return wish;
    const { collection, present } = this.#stands;
    const scenes = wish.scenes.filter(({ key }) => present.includes(key));
    return { scenes, missing: 'make', collection };
  }

  #health(health: SceneHealth): void {
    const { state } = health;
    // The same trouble is told once, not at every attempt.
    if (state !== this.#state) this.#options.onNews({ is: 'health', health });
    this.#state = state;
    if (state === 'up') void this.tend();
  }

  #moments(moments: readonly Moment[]): void {
    if (this.#options.program.health().state !== 'up') return;
    for (const { events } of moments) for (const event of events) this.#event(event);
  }

  #event(event: StageEvent): void {
    this.#options.rules.forEach((rule, row) => {
      if (!means(rule.on, event)) return;
      const player = playerOf(event);
      if (rule.player !== undefined && player !== null && player !== rule.player) return;
      void this.#ask(rule, row);
    });
  }

  async #ask(rule: StageRule, row: number): Promise<void> {
    const at = Date.now();
    const last = this.#lastAt.get(row);
    if (last !== undefined && at - last < rule.cooldown * 1000) return;
    // Before anything is awaited: a second event of the same moment has to meet it.
    this.#lastAt.set(row, at);
    if (rule.from) {
      const scene = await this.#options.program.scene();
      if (scene === null || !rule.from.includes(scene)) {
        this.#lastAt.delete(row);
        return;
      }
    }
    const knob = knobOf(this.#options.program, rule);
    const forMs = rule.for === undefined ? null : rule.for * 1000;
    const lane = this.#lanes.get(knob.key) ?? this.#newLane(knob.key);
    lane.add({ knob, row, forMs, at });
  }

  #newLane(key: string): Lane {
    const lane = new Lane({
      ready: () => this.#ready(),
      onFailed: (row, outcome) => this.#rowFailed(row, outcome),
      staleMs: this.#options.staleMs ?? STALE_MS,
      closed: this.#closed.signal,
    });
    this.#lanes.set(key, lane);
    return lane;
  }

  /** A row that cannot work is told once. */
  #rowFailed(row: number, outcome: Outcome): void {
    if (this.#failed.has(row) || (!outcome.ok && outcome.code === 'down')) return;
    this.#failed.add(row);
    this.#options.onNews({ is: 'row-failed', row, outcome });
  }

  /** Resolves when the program can be spoken to. @throws Error if the stage closes first. */
  #ready(): Promise<void> {
    const { program } = this.#options;
    const { signal } = this.#closed;
    return new Promise((resolve, reject) => {
      const look = () => {
        if (signal.aborted) reject(new Error('closed'));
        else if (program.health().state === 'up') resolve();
        else return;
        stop();
        signal.removeEventListener('abort', look);
      };
      const stop = program.onHealth(look);
      signal.addEventListener('abort', look);
      look();
    });
  }
}
