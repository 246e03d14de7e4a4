/** How the pages fare that OBS and browsers show: what each says of itself every ten seconds, as long as it is there. */
import { z } from 'zod';

const health = z.object({
  source: z.string().max(40),
  fps: z.number().min(0).max(1000),
  /** Megabytes; null where the browser does not say. */
  memory: z.number().min(0).max(1_000_000).nullable(),
  nodes: z.number().int().min(0),
  /** Number of the last moment shown. */
  seq: z.number().int().min(0),
  errors: z.number().int().min(0),
  /** Seconds since the page was opened. */
  up: z.number().min(0),
});
export type SourceHealth = z.infer<typeof health>;

export interface Source extends SourceHealth {
  readonly game: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** A page slower than this for so many beats one after another shows it on stream. */
const SLOW_FPS = 20;
const SLOW_BEATS = 3;

export class Sources {
  readonly #known = new Map<object, Source & { readonly slow: number }>();
  readonly #onSlow: (source: Source) => void;

  /** @param onSlow told once each time a page becomes slow */
  constructor(onSlow: (source: Source) => void) {
    this.#onSlow = onSlow;
  }

  /** What is no such report tells nothing. */
  report(session: object, game: string, told: unknown): void {
    const { success, data } = health.safeParse(told);
    if (!success) return;
    const slow = data.fps < SLOW_FPS ? (this.#known.get(session)?.slow ?? 0) + 1 : 0;
    const source = { ...data, game, at: Date.now() };
    this.#known.set(session, { ...source, slow });
    if (slow === SLOW_BEATS) this.#onSlow(source);
  }

  leave(session: object): void {
    this.#known.delete(session);
  }

  list(): readonly Source[] {
    return [...this.#known.values()].map(({ slow: _, ...source }) => source);
  }
}
