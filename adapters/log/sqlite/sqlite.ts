/** The default log: one SQLite file, written by a thread of its own with group commit and full durability. */
import { resolve } from 'node:path';
import { AdapterError } from '../../errors.ts';
import type {
  EndEntry,
  GameRow,
  Head,
  Identity,
  LogDriver,
  LogEntry,
  Name,
  NewGame,
  Opening,
  Snapshot,
  Waiting,
} from '../contract.ts';
import type { SqliteSettings } from './connection.ts';
import { type AnswerOf, type ArgsOf, type Operation, pack } from './messages.ts';
import { StorageThread } from './thread.ts';

/** Lines fetched at once by `read`. */
const PAGE = 500;

/** @param start makes the thread; tests hand in one that they can kill. */
export function sqliteLog(
  settings: SqliteSettings,
  start: (settings: SqliteSettings) => StorageThread = (given) => new StorageThread(given),
): LogDriver {
  return new SqliteLog({ ...settings, path: resolve(settings.path) }, start);
}

class SqliteLog implements LogDriver {
  readonly name = 'sqlite';
  readonly durability = 'power';
  readonly #settings: SqliteSettings;
  #thread: Promise<StorageThread> | null = null;

  readonly #make: (settings: SqliteSettings) => StorageThread;

  constructor(settings: SqliteSettings, make: (settings: SqliteSettings) => StorageThread) {
    this.#settings = settings;
    this.#make = make;
  }

  async open(): Promise<void> {
    this.#thread ??= this.#start();
    try {
      await this.#thread;
    } catch (error) {
      this.#thread = null;
      throw error;
    }
  }

  async close(): Promise<void> {
    const thread = this.#thread;
    this.#thread = null;
    await (await thread?.catch(() => null))?.close();
  }

  createGame(game: NewGame): Promise<Head> {
    return this.#ask('createGame', game);
  }
  append(game: string, expectedSeq: number, entries: readonly LogEntry[]): Promise<Head> {
    return this.#ask('append', game, expectedSeq, pack(entries));
  }
  finish(game: string, expectedSeq: number, end: EndEntry): Promise<Head> {
    return this.#ask('finish', game, expectedSeq, end);
  }
  opening(game: string): Promise<Opening> {
    return this.#ask('opening', game);
  }
  async *read(game: string, fromSeq: number): AsyncIterable<string> {
    for (let from = Math.max(fromSeq, 1); ; from += PAGE) {
      const lines = await this.#ask('lines', game, from, PAGE);
      yield* lines;
      if (lines.length < PAGE) return;
    }
  }
  head(game: string): Promise<Head | null> {
    return this.#ask('head', game);
  }
  games(): Promise<GameRow[]> {
    return this.#ask('games');
  }
  findId(game: string, by: string, id: string): Promise<number | null> {
    return this.#ask('findId', game, by, id);
  }
  saveSnapshot(game: string, snapshot: Snapshot): Promise<void> {
    return this.#ask('saveSnapshot', game, snapshot);
  }
  loadSnapshot(game: string): Promise<Snapshot | null> {
    return this.#ask('loadSnapshot', game);
  }
  putName(game: string, pseudonym: string, name: Name): Promise<void> {
    return this.#ask('putName', game, pseudonym, name);
  }
  names(game: string): Promise<Map<string, Name>> {
    return this.#ask('names', game);
  }
  forget(game: string, pseudonym: string): Promise<void> {
    return this.#ask('forget', game, pseudonym);
  }
  saveBallots(game: string, poll: string, bytes: Uint8Array): Promise<void> {
    return this.#ask('saveBallots', game, poll, bytes);
  }
  loadBallots(game: string, poll: string): Promise<Uint8Array | null> {
    return this.#ask('loadBallots', game, poll);
  }
  putSecret(game: string, bytes: Uint8Array): Promise<void> {
    return this.#ask('putSecret', game, bytes);
  }
  getSecret(game: string): Promise<Uint8Array | null> {
    return this.#ask('getSecret', game);
  }
  saveIdentities(put: readonly Identity[], drop: readonly string[]): Promise<void> {
    return this.#ask('saveIdentities', put, drop);
  }
  identities(): Promise<Identity[]> {
    return this.#ask('identities');
  }
  setMeta(key: string, value: string): Promise<void> {
    return this.#ask('setMeta', key, value);
  }
  getMeta(key: string): Promise<string | null> {
    return this.#ask('getMeta', key);
  }
  putInbox(waiting: Waiting): Promise<boolean> {
    return this.#ask('putInbox', waiting);
  }
  listInbox(): Promise<Waiting[]> {
    return this.#ask('listInbox');
  }
  dropInbox(key: string): Promise<void> {
    return this.#ask('dropInbox', key);
  }
  sweepInbox(before: number): Promise<void> {
    return this.#ask('sweepInbox', before);
  }

  async #start(): Promise<StorageThread> {
    const thread = this.#make(this.#settings);
    await thread.opened();
    return thread;
  }

  async #ask<O extends Operation>(op: O, ...args: ArgsOf<O>): Promise<AnswerOf<O>> {
    return (await this.#living()).ask(op, ...args);
  }

  /** A thread that died took its open database with it; the next call opens anew and finds what was committed. */
  async #living(): Promise<StorageThread> {
    const started = this.#thread;
    if (started === null) throw new AdapterError('STORE_CLOSED', { path: this.#settings.path });
    const thread = await started.catch(() => null);
    if (thread !== null && !thread.isGone) return thread;
    // Only the first of those who found it gone starts another.
    if (this.#thread === started) this.#thread = this.#start();
    return this.#thread ?? this.#living();
  }
}
