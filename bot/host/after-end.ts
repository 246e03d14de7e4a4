/**
 * Payments after a game's end. Its log is closed and hash-linked, so nothing can be added to it; what is paid then, and
 * what the platform says about what was owed at the end, goes into a book of its own beside the log, durable before it
 * is answered, so that every redemption has one final state.
 */
import type { Actor, Command } from '../engine/commands.ts';
import type { GameEvent } from '../engine/events.ts';
import type { GameState, Millis, PlayerId } from '../engine/state.ts';
import type { BagView } from '../protocol/views.ts';
import { overOf } from './engine.ts';
import type { Outcome } from './game/outcome.ts';

/** As a line of the log, but in no chain. `seq` counts on from the last line. */
export interface AfterLine {
  readonly seq: number;
  readonly at: Millis;
  readonly events: readonly GameEvent[];
}

export interface AfterKeep {
  load(): Promise<string | null>;
  save(text: string): Promise<void>;
}

/** The book's name in the store, for whoever reads the ledger without a host. */
export function afterKey(game: string): string {
  return `after:${game}`;
}

/** Who, and where the game stands. */
export interface Paying {
  readonly as: Actor;
  readonly state: GameState;
  readonly seq: number;
  readonly at: Millis;
}

export type Payment = Extract<Command, { readonly type: 'redeem' | 'settled' }>;

export class AfterEnd {
  readonly #keep: AfterKeep;
  #lines: readonly AfterLine[];
  /** One at a time: each begins with what the one before has written. */
  #last: Promise<unknown> = Promise.resolve();

  static async open(keep: AfterKeep): Promise<AfterEnd> {
    const text = await keep.load();
    return new AfterEnd(keep, text === null ? [] : (JSON.parse(text) as AfterLine[]));
  }

  constructor(keep: AfterKeep, lines: readonly AfterLine[]) {
    this.#keep = keep;
    this.#lines = lines;
  }

  lines(): readonly AfterLine[] {
    return this.#lines;
  }

  /** @throws the driver's error if it could not be stored. */
  take(command: Payment, about: Paying): Promise<Outcome> {
    const done = this.#last.then(() => this.#take(command, about));
    this.#last = done.catch(() => null);
    return done;
  }

  /** What this player still owes the platform: the log's word, and what this book adds to it. */
  unsettled(owed: BagView['unsettled'], player: PlayerId): BagView['unsettled'] {
    if (this.#lines.length === 0) return owed;
    const open = new Map(owed.map((one) => [one.redemption, one]));
    for (const event of this.#lines.flatMap(({ events }) => events)) {
      if (event.type !== 'settled' && event.type !== 'redeemed') continue;
      if (event.player !== player) continue;
      if (event.type === 'settled') open.delete(event.redemption);
      else open.set(event.redemption, { redemption: event.redemption, outcome: event.outcome });
    }
    return [...open.values()];
  }

  async #take(command: Payment, { as, state, seq, at }: Paying): Promise<Outcome> {
    const { redemption } = command;
    const event = command.type === 'redeem' ? returned(command, as) : settled(command, as);
    if (event === null) return { ok: false, code: 'not-yours', args: {} };
    const known = this.#lineOf(event);
    if (known) return { ok: true, ...known };
    const owner = this.#paidIn(redemption) ?? state.unsettled[redemption]?.player;
    // As in the game: a redemption is its player's alone, and is taken once.
    if (event.type === 'settled' && owner !== event.player)
      return { ok: false, code: 'no-redemption', args: { redemption } };
    if (event.type === 'redeemed' && owner !== undefined)
      return { ok: false, code: 'redeemed-already', args: { redemption } };
    const line = { seq: seq + this.#lines.length + 1, at, events: [event] };
    const lines = [...this.#lines, line];
    await this.#keep.save(JSON.stringify(lines));
    this.#lines = lines;
    return { ok: true, ...line };
  }

  /** Where the same stands already. */
  #lineOf({ type, redemption, player }: End): AfterLine | undefined {
    return this.#lines.find(({ events }) =>
      events.some((one) => one.type === type && one.redemption === redemption && one.player === player),
    );
  }

  /** The player in whose chat this was paid after the end. */
  #paidIn(redemption: string): PlayerId | undefined {
    for (const event of this.#lines.flatMap(({ events }) => events))
      if (event.type === 'redeemed' && event.redemption === redemption) return event.player;
    return undefined;
  }
}

type End = Extract<GameEvent, { readonly type: 'redeemed' | 'settled' }>;

/** Is this for the book? While the game goes on everything is for its log. */
export function isAfterEnd(state: GameState, command: Command): command is Payment {
  return overOf(state) !== null && (command.type === 'redeem' || command.type === 'settled');
}

function returned({ redemption, reward }: Extract<Payment, { type: 'redeem' }>, as: Actor): End | null {
  if (as.by !== 'viewer') return null;
  const { player, viewer } = as;
  return { type: 'redeemed', player, viewer, redemption, reward, outcome: 'returned', why: 'after-end' };
}

function settled({ redemption, code }: Extract<Payment, { type: 'settled' }>, as: Actor): End | null {
  return as.by === 'player' ? { type: 'settled', player: as.player, redemption, code } : null;
}
