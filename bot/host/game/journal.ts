/** What a game's host needs of the log, narrowed to one game. */
import { isAdapterError } from '../../../adapters/errors.ts';
import type { Actor } from '../../engine/commands.ts';
import type { GameState } from '../../engine/state.ts';
import { MsigError } from '../../errors.ts';
import type { GameStore, Loaded } from '../../store/game-store.ts';
import type { Accepted, Line } from './outcome.ts';

export interface Journal {
  /**
   * Makes these lines durable, all or none; resolves after the commit. Calls may overlap: they take effect in the
   * order in which they were made, and what follows a failed one fails as well, because its numbers do not fit.
   * @throws MsigError SEQUENCE_CONFLICT when somebody else has written meanwhile: reload, then decide again;
   *   the driver's error as it comes.
   */
  append(lines: readonly Line[], after: GameState): Promise<void>;
  /** The line that this sender's id made, if it is in the log. */
  findId(as: Actor, id: string): Promise<Accepted | null>;
  /** The state after the last line of the log, and that line's number. */
  reload(): Promise<{ readonly state: GameState; readonly seq: number }>;
  /** Writes the end line with the seeds, once the game is over; does nothing if it is there. */
  finish(): Promise<void>;
}

export class StoreJournal implements Journal {
  readonly #store: GameStore<GameState>;
  readonly #seeds: (state: GameState) => readonly string[];
  #loaded: Loaded<GameState>;

  /** @param seeds the epoch's seed in hex, revealed by `finish`; none where it is not at hand. */
  constructor(
    store: GameStore<GameState>,
    loaded: Loaded<GameState>,
    seeds: (state: GameState) => readonly string[],
  ) {
    this.#store = store;
    this.#loaded = loaded;
    this.#seeds = seeds;
  }

  async append(lines: readonly Line[], after: GameState): Promise<void> {
    const { game } = this.#loaded.header;
    // The lines before these may be on their way still: their last number is known, their hash is the driver's affair.
    const expected = lines[0]!.seq - 1;
    const from = { ...this.#loaded, head: { seq: expected, hash: '' } };
    try {
      const { ok, now } = await this.#store.append(from, lines, after);
      this.#loaded = now;
      if (!ok) throw new MsigError('SEQUENCE_CONFLICT', { game, found: now.head.seq, expected });
    } catch (error) {
      // The id is in the log though we did not know: look it up, then answer from there.
      if (isAdapterError(error, 'LOG_DUPLICATE')) {
        throw new MsigError('SEQUENCE_CONFLICT', { game, found: expected, expected }, { cause: error });
      }
      throw error;
    }
  }

  async findId(as: Actor, id: string): Promise<Accepted | null> {
    const line = await this.#store.findLine(this.#loaded.header.game, as, id);
    return line && { ok: true, seq: line.seq, at: line.at, events: line.events };
  }

  async reload(): Promise<{ readonly state: GameState; readonly seq: number }> {
    this.#loaded = await this.#store.load(this.#loaded.header.game);
    return { state: this.#loaded.state, seq: this.#loaded.head.seq };
  }

  async finish(): Promise<void> {
    if (this.#loaded.closed) return;
    this.#loaded = await this.#store.finish(this.#loaded, this.#seeds(this.#loaded.state));
  }
}
