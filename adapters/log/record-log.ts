/** A driver over whole records in memory; where they are kept for longer is the keeper's business. */
import { AdapterError } from '../errors.ts';
import type {
  Durability,
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
} from './contract.ts';
import type { GameRecord } from './record.ts';
import { appendTo, finishRecord, fromBase64, headOf, idKey, newRecord, toBase64 } from './record.ts';

export interface Stored {
  /** In order of creation. */
  readonly games: Map<string, GameRecord>;
  readonly meta: Map<string, string>;
  /** In order of arrival. */
  readonly inbox: Map<string, InboxRecord>;
  readonly identities: Map<string, Identity>;
}

export interface InboxRecord {
  readonly at: number;
  /** Base64; null once it was dropped. */
  readonly bytes: string | null;
}

export interface Keeper {
  readonly name: string;
  readonly durability: Durability;
  readonly path: string;
  open(): Promise<Stored>;
  close(): Promise<void>;
  saveGame(record: GameRecord): Promise<void>;
  saveMeta(meta: ReadonlyMap<string, string>): Promise<void>;
  saveInbox(inbox: ReadonlyMap<string, InboxRecord>): Promise<void>;
  saveIdentities(identities: ReadonlyMap<string, Identity>): Promise<void>;
  /** Saving may fail: then every record is copied before it is changed, so that the change can be taken back. */
  readonly mayFail: boolean;
}

export class RecordLog implements LogDriver {
  readonly name: string;
  readonly durability: Durability;
  readonly #keeper: Keeper;
  #stored: Stored | null = null;
  /** Calls take effect one after another. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(keeper: Keeper) {
    this.#keeper = keeper;
    this.name = keeper.name;
    this.durability = keeper.durability;
  }

  open(): Promise<void> {
    return this.#queue(async () => {
      this.#stored ??= await this.#keeper.open();
    });
  }

  close(): Promise<void> {
    return this.#queue(async () => {
      if (this.#stored === null) return;
      this.#stored = null;
      await this.#keeper.close();
    });
  }

  createGame(from: NewGame): Promise<Head> {
    return this.#queue(async () => {
      const { games } = this.#open();
      if (games.has(from.game)) throw new AdapterError('LOG_GAME_EXISTS', { game: from.game });
      const record = newRecord(from);
      await this.#keeper.saveGame(record);
      games.set(from.game, record);
      return headOf(record);
    });
  }

  append(game: string, expectedSeq: number, entries: readonly LogEntry[]): Promise<Head> {
    return this.#change(game, (record) => appendTo(record, expectedSeq, entries));
  }

  finish(game: string, expectedSeq: number, end: EndEntry): Promise<Head> {
    return this.#change(game, (record) => finishRecord(record, expectedSeq, end));
  }

  opening(game: string): Promise<Opening> {
    return this.#look(game, ({ header, rules, end }) => ({ header, rules, end }));
  }

  async *read(game: string, fromSeq: number): AsyncIterable<string> {
    const lines = await this.#look(game, (record) => record.lines.slice(Math.max(fromSeq - 1, 0)));
    yield* lines;
  }

  head(game: string): Promise<Head | null> {
    return this.#queue(async () => {
      const record = this.#open().games.get(game);
      return record === undefined ? null : headOf(record);
    });
  }

  games(): Promise<GameRow[]> {
    return this.#queue(async () =>
      [...this.#open().games.values()].map((record) => ({
        game: record.game,
        seq: record.lines.length,
        finished: record.end !== null,
      })),
    );
  }

  findId(game: string, by: string, id: string): Promise<number | null> {
    return this.#look(game, ({ ids }) => {
      const key = idKey(by, id);
      return Object.hasOwn(ids, key) ? (ids[key] ?? null) : null;
    });
  }

  saveSnapshot(game: string, { seq, bytes }: Snapshot): Promise<void> {
    return this.#change(game, (record) => {
      record.snapshot = { seq, bytes: toBase64(bytes) };
    });
  }

  loadSnapshot(game: string): Promise<Snapshot | null> {
    return this.#look(game, ({ snapshot }) =>
      snapshot === null ? null : { seq: snapshot.seq, bytes: fromBase64(snapshot.bytes) },
    );
  }

  putName(game: string, pseudonym: string, name: Name): Promise<void> {
    return this.#change(game, ({ names }) => {
      names[pseudonym] = { ...name };
    });
  }

  names(game: string): Promise<Map<string, Name>> {
    return this.#look(game, ({ names }) => new Map(Object.entries(names)));
  }

  forget(game: string, pseudonym: string): Promise<void> {
    return this.#change(game, ({ names }) => {
      delete names[pseudonym];
    });
  }

  saveBallots(game: string, poll: string, bytes: Uint8Array): Promise<void> {
    return this.#change(game, ({ ballots }) => {
      ballots[poll] = toBase64(bytes);
    });
  }

  loadBallots(game: string, poll: string): Promise<Uint8Array | null> {
    return this.#look(game, ({ ballots }) => {
      const text = Object.hasOwn(ballots, poll) ? ballots[poll] : undefined;
      return text === undefined ? null : fromBase64(text);
    });
  }

  putSecret(game: string, bytes: Uint8Array): Promise<void> {
    return this.#change(game, (record) => {
      record.secret = toBase64(bytes);
    });
  }

  getSecret(game: string): Promise<Uint8Array | null> {
    return this.#look(game, ({ secret }) => (secret === null ? null : fromBase64(secret)));
  }

  saveIdentities(put: readonly Identity[], drop: readonly string[]): Promise<void> {
    return this.#queue(async () => {
      const stored = this.#open();
      // A change that cannot be saved is not to be seen: it is made on a copy.
      const next = new Map(stored.identities);
      for (const identity of drop) next.delete(identity);
      for (const one of put) next.set(one.identity, { ...one });
      await this.#keeper.saveIdentities(next);
      this.#stored = { ...stored, identities: next };
    });
  }

  identities(): Promise<Identity[]> {
    return this.#queue(async () =>
      [...this.#open().identities.values()].sort((a, b) =>
        a.person < b.person ? -1 : a.person > b.person ? 1 : a.place - b.place,
      ),
    );
  }

  setMeta(key: string, value: string): Promise<void> {
    return this.#queue(async () => {
      const { meta } = this.#open();
      const before = meta.get(key);
      meta.set(key, value);
      try {
        await this.#keeper.saveMeta(meta);
      } catch (error) {
        if (before === undefined) meta.delete(key);
        else meta.set(key, before);
        throw error;
      }
    });
  }

  getMeta(key: string): Promise<string | null> {
    return this.#queue(async () => this.#open().meta.get(key) ?? null);
  }

  putInbox({ key, at, bytes }: Waiting): Promise<boolean> {
    return this.#changeInbox((inbox) => {
      if (inbox.has(key)) return false;
      inbox.set(key, { at, bytes: toBase64(bytes) });
      return true;
    });
  }

  listInbox(): Promise<Waiting[]> {
    return this.#queue(async () =>
      [...this.#open().inbox].flatMap(([key, { at, bytes }]) =>
        bytes === null ? [] : [{ key, at, bytes: fromBase64(bytes) }],
      ),
    );
  }

  async dropInbox(key: string): Promise<void> {
    await this.#changeInbox((inbox) => {
      const known = inbox.get(key);
      if (!known || known.bytes === null) return false;
      inbox.set(key, { ...known, bytes: null });
      return true;
    });
  }

  async sweepInbox(before: number): Promise<void> {
    await this.#changeInbox((inbox) => {
      const old = [...inbox].filter(([, { at }]) => at < before);
      for (const [key] of old) inbox.delete(key);
      return old.length > 0;
    });
  }

  /** @param change tells whether there is anything to save. */
  #changeInbox(change: (inbox: Map<string, InboxRecord>) => boolean): Promise<boolean> {
    return this.#queue(async () => {
      const stored = this.#open();
      const next = this.#keeper.mayFail ? new Map(stored.inbox) : stored.inbox;
      if (!change(next)) return false;
      await this.#keeper.saveInbox(next);
      this.#stored = { ...stored, inbox: next };
      return true;
    });
  }

  #open(): Stored {
    if (this.#stored === null) throw new AdapterError('STORE_CLOSED', { path: this.#keeper.path });
    return this.#stored;
  }

  #record(game: string): GameRecord {
    const record = this.#open().games.get(game);
    if (record === undefined) throw new AdapterError('LOG_NO_GAME', { game });
    return record;
  }

  #look<T>(game: string, read: (record: GameRecord) => T): Promise<T> {
    return this.#queue(async () => read(this.#record(game)));
  }

  /** A save that fails must not leave a change in memory that nobody was told of. */
  #change<T>(game: string, change: (record: GameRecord) => T): Promise<T> {
    return this.#queue(async () => {
      const kept = this.#record(game);
      const record = this.#keeper.mayFail ? structuredClone(kept) : kept;
      const answer = change(record);
      await this.#keeper.saveGame(record);
      this.#open().games.set(game, record);
      return answer;
    });
  }

  #queue<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#last.then(work);
    this.#last = next.catch(() => undefined);
    return next;
  }
}
