/**
 * Views of one game for everybody who watches: computed once a change, compared with what was last told, and told
 * at most 20 times a second. A view that nobody watches costs nothing.
 */
import type { Moment } from '../../protocol/views.ts';
import type { Patch } from '../../protocol/wire.ts';
import type { Clock } from '../clock.ts';
import { diff } from './diff.ts';

/** 20 frames a second. */
export const FRAME_MS = 50;

export interface ViewChange {
  readonly view: string;
  /** Frames contained, first and last; the first one follows the last one told before. */
  readonly from: number;
  readonly to: number;
  readonly set: readonly Patch[];
  readonly moments: readonly Moment[];
}
export interface ViewNow {
  readonly frame: number;
  readonly data: unknown;
}

export interface PublisherOptions {
  /** Computes a view from the present state; null for a view that this game does not have. */
  readonly compute: (view: string) => unknown;
  /** Views whose changes carry the moments. */
  readonly animated: (view: string) => boolean;
  readonly clock: Clock;
}

interface Watched {
  frame: number;
  data: unknown;
  readonly listeners: Set<(change: ViewChange) => void>;
  dirty: boolean;
}

export class Publisher {
  readonly #options: PublisherOptions;
  readonly #views = new Map<string, Watched>();
  /** Frame numbers begin at the clock's tick, so that those of an earlier run of the host are never met again. */
  readonly #base: number;
  #moments: Moment[] = [];
  #timer: (() => void) | null = null;
  #last = Number.NEGATIVE_INFINITY;
  #closed = false;

  constructor(options: PublisherOptions) {
    this.#options = options;
    this.#base = Math.floor(options.clock.now() / FRAME_MS);
  }

  /** Says that a view may differ now; `moments` are what happened. */
  touch(views: readonly string[], moments: readonly Moment[] = []): void {
    if (this.#closed || this.#views.size === 0) return;
    for (const name of views) {
      const view = this.#views.get(name);
      if (view) view.dirty = true;
    }
    this.#moments.push(...moments);
    if (this.#timer) return;
    const wait = Math.max(0, this.#last + FRAME_MS - this.#options.clock.now());
    this.#timer = this.#options.clock.after(wait, () => this.flush());
  }

  /** Tells what changed now, without waiting for the frame. */
  flush(): void {
    this.#timer?.();
    this.#timer = null;
    this.#last = this.#options.clock.now();
    const moments = this.#moments;
    this.#moments = [];
    for (const [name, view] of this.#views) {
      if (view.dirty) this.#tell(name, view, this.#options.animated(name) ? moments : []);
    }
  }

  #tell(name: string, view: Watched, moments: readonly Moment[]): void {
    view.dirty = false;
    const data = this.#options.compute(name);
    const set = diff(view.data, data);
    view.data = data;
    if (set.length === 0 && moments.length === 0) return;
    view.frame += 1;
    const change: ViewChange = { view: name, from: view.frame, to: view.frame, set, moments };
    for (const listener of view.listeners) listener(change);
  }

  /** The view as last told, after telling what waits; null for a view that this game does not have. */
  now(name: string): ViewNow | null {
    const view = this.#views.get(name);
    if (!view) {
      const data = this.#options.compute(name);
      return data === null ? null : { frame: this.#base, data };
    }
    if (view.dirty) this.flush();
    return { frame: view.frame, data: view.data };
  }

  /** Calls the listener at every change from now on. Returns the way to stop; null if there is no such view. */
  watch(name: string, listener: (change: ViewChange) => void): (() => void) | null {
    let view = this.#views.get(name);
    if (!view) {
      const data = this.#options.compute(name);
      if (data === null) return null;
      view = { frame: Math.max(this.#base, this.#tick()), data, listeners: new Set(), dirty: false };
      this.#views.set(name, view);
    }
    const { listeners } = view;
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#views.delete(name);
    };
  }

  #tick(): number {
    return Math.floor(this.#options.clock.now() / FRAME_MS);
  }

  close(): void {
    this.#closed = true;
    this.#timer?.();
    this.#views.clear();
  }
}
