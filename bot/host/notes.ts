/**
 * A player's own lines in the bag. They are private and can be deleted, so they are in no log and in no state; they
 * stand beside the games, and nobody but that player's own faces is shown them.
 */
import { tidy } from '../engine/diplomacy/channels.ts';
import type { Millis, PlayerId } from '../engine/state.ts';
import type { AskAnswer, NotesView } from '../protocol/asks.ts';

export interface NotesKeep {
  load(player: PlayerId): Promise<string | null>;
  save(player: PlayerId, text: string): Promise<void>;
}

/** Notes of one player, and characters of one note. */
export const MOST_NOTES = 20;
export const NOTE_LENGTH = 120;

type Note = NotesView['notes'][number];

export class Notes {
  readonly #keep: NotesKeep;
  readonly #notes = new Map<PlayerId, readonly Note[]>();

  static async open(players: readonly PlayerId[], keep: NotesKeep): Promise<Notes> {
    const notes = new Notes(keep);
    for (const player of players) {
      const text = await keep.load(player);
      if (text !== null) notes.#notes.set(player, JSON.parse(text) as Note[]);
    }
    return notes;
  }

  constructor(keep: NotesKeep) {
    this.#keep = keep;
  }

  view(player: PlayerId): NotesView {
    return { player, notes: this.#of(player), most: MOST_NOTES };
  }

  /** Keeps a line without links and invisible signs. @throws the driver's error if it could not be stored. */
  async add(player: PlayerId, text: string, at: Millis): Promise<AskAnswer> {
    const line = tidy(text);
    const length = [...line].length;
    if (length === 0) return { ok: false, code: 'needs-note', args: {} };
    if (length > NOTE_LENGTH) return { ok: false, code: 'note-long', args: { length, max: NOTE_LENGTH } };
    const before = this.#of(player);
    if (before.length >= MOST_NOTES) return { ok: false, code: 'notes-full', args: { most: MOST_NOTES } };
    const n = (before.at(-1)?.n ?? 0) + 1;
    await this.#set(player, [...before, { n, at, text: line }]);
    return { ok: true, says: { is: 'noted', n, left: this.#left(player) } };
  }

  /** @param n null: all of them. @throws the driver's error if it could not be stored. */
  async drop(player: PlayerId, n: number | null): Promise<AskAnswer> {
    const before = this.#of(player);
    const kept = n === null ? [] : before.filter((note) => note.n !== n);
    const gone = before.length - kept.length;
    if (gone === 0) return { ok: false, code: 'no-note', args: n === null ? {} : { number: n } };
    await this.#set(player, kept);
    return { ok: true, says: { is: 'unnoted', gone, left: this.#left(player) } };
  }

  #of(player: PlayerId): readonly Note[] {
    return this.#notes.get(player) ?? [];
  }
  #left(player: PlayerId): number {
    return MOST_NOTES - this.#of(player).length;
  }

  async #set(player: PlayerId, notes: readonly Note[]): Promise<void> {
    // Two in a row must not both begin with the list of before.
    const before = this.#of(player);
    this.#notes.set(player, notes);
    await this.#keep.save(player, JSON.stringify(notes)).catch((error: unknown) => {
      this.#notes.set(player, before);
      throw error;
    });
  }
}
