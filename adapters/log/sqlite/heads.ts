/** Where each game's log stands, kept by the worker: it alone writes, so it need not ask the database each time. */
import { AdapterError } from '../../errors.ts';
import { openingHash } from '../contract.ts';
import type { Connection } from './connection.ts';

export interface Place {
  readonly no: number;
  readonly seq: number;
  readonly hash: string;
  readonly ended: boolean;
}

export class Heads {
  readonly #connection: Connection;
  readonly #known = new Map<string, Place>();
  /** Changes of the transaction that is being written. */
  readonly #staged = new Map<string, Place>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  find(game: string): Place | null {
    const place = this.#staged.get(game) ?? this.#known.get(game) ?? this.#fromFile(game);
    return place;
  }

  /** @throws AdapterError LOG_NO_GAME */
  get(game: string): Place {
    const place = this.find(game);
    if (place === null) throw new AdapterError('LOG_NO_GAME', { game });
    return place;
  }

  stage(game: string, place: Place): void {
    this.#staged.set(game, place);
  }

  commit(): void {
    for (const [game, place] of this.#staged) this.#known.set(game, place);
    this.#staged.clear();
  }

  rollback(): void {
    this.#staged.clear();
  }

  #fromFile(game: string): Place | null {
    const { sql } = this.#connection;
    const row = this.#connection.first(
      sql
        .selectFrom('games')
        .select(['no', 'header', 'rules', 'end_line'])
        .where('game', '=', game)
        .compile(),
    );
    if (row === undefined) return null;
    const last = this.#connection.first(
      sql
        .selectFrom('lines')
        .select(['seq', 'line'])
        .where('game_no', '=', row.no)
        .orderBy('seq', 'desc')
        .limit(1)
        .compile(),
    );
    const place = {
      no: row.no,
      seq: last?.seq ?? 0,
      hash:
        last === undefined ? openingHash(row.header, row.rules) : hashIn(last.line, this.#connection.path),
      ended: row.end_line !== null,
    };
    // Not staged: what was read is committed, or written by the very transaction that staged it already.
    this.#known.set(game, place);
    return place;
  }
}

/** The stored line carries its own hash. */
function hashIn(line: string, path: string): string {
  try {
    const { hash } = JSON.parse(line) as { hash?: unknown };
    if (typeof hash === 'string') return hash;
  } catch {
    // Said below, in the same words.
  }
  throw new AdapterError('STORE_CORRUPT', { path, detail: 'the last line of a game carries no hash' });
}
