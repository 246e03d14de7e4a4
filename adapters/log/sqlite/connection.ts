/** One open database file: settings for durability, kysely for building SQL, statements prepared once. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SQLInputValue, StatementSync } from 'node:sqlite';
import { DatabaseSync } from 'node:sqlite';
import type { CompiledQuery } from 'kysely';
import { Kysely, SqliteDialect } from 'kysely';
import { fileFault } from '../../errors.ts';
import { migrate } from '../../sql/migrate.ts';
import type { Schema } from '../../sql/schema.ts';
import { sqliteFault } from './faults.ts';

export interface SqliteSettings {
  readonly path: string;
  /** Upper limit of the file in pages of 4096 bytes; none when left out. */
  readonly maxPages?: number;
  /** How long to wait for a host that is just going away. */
  readonly patienceMs?: number;
}

export class Connection {
  readonly path: string;
  readonly sql: Kysely<Schema>;
  readonly #db: DatabaseSync;
  readonly #prepared = new Map<string, StatementSync>();

  private constructor(path: string, db: DatabaseSync) {
    this.path = path;
    this.#db = db;
    this.sql = new Kysely<Schema>({ dialect: new SqliteDialect({ database: forKysely(db) }) });
  }

  /** @throws AdapterError STORE_* */
  static async open(settings: SqliteSettings): Promise<Connection> {
    const { path } = settings;
    let db: DatabaseSync | null = null;
    try {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      db = new DatabaseSync(path, { timeout: settings.patienceMs ?? 1500 });
      prepareFile(db, settings);
      const connection = new Connection(path, db);
      await migrate(connection.sql, path);
      return connection;
    } catch (error) {
      db?.close();
      throw fileFault(error, path) ?? sqliteFault(error, path);
    }
  }

  /** Runs a query built by kysely, now: one thread, one connection, nothing to wait for. */
  all<T>(query: CompiledQuery<T>): T[] {
    return this.prepare(query.sql).all(...(query.parameters as SQLInputValue[])) as T[];
  }

  first<T>(query: CompiledQuery<T>): T | undefined {
    return this.prepare(query.sql).get(...(query.parameters as SQLInputValue[])) as T | undefined;
  }

  run(query: CompiledQuery<unknown>): void {
    this.prepare(query.sql).run(...(query.parameters as SQLInputValue[]));
  }

  prepare(sql: string): StatementSync {
    let statement = this.#prepared.get(sql);
    if (statement === undefined) {
      statement = this.#db.prepare(sql);
      this.#prepared.set(sql, statement);
    }
    return statement;
  }

  /** All of `work` or nothing. The commit returns after the fsync. */
  transaction<T>(work: () => T): T {
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      const answer = work();
      this.#db.exec('COMMIT');
      return answer;
    } catch (error) {
      // A full disk makes SQLite roll back by itself.
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
      throw error;
    }
  }

  /** Moves the write-ahead log into the database file. Done when nobody waits, for it takes milliseconds. */
  checkpoint(): void {
    this.#db.exec('PRAGMA wal_checkpoint(PASSIVE)');
  }

  close(): void {
    this.#db.close();
  }
}

function prepareFile(db: DatabaseSync, { maxPages }: SqliteSettings): void {
  // Exclusive before the first access: a second host is refused, and no shared-memory file is needed.
  db.exec('PRAGMA locking_mode = EXCLUSIVE');
  db.exec('PRAGMA journal_mode = WAL');
  // FULL: every commit waits for the fsync of the write-ahead log. That is what makes an ack durable.
  db.exec('PRAGMA synchronous = FULL');
  db.exec('PRAGMA foreign_keys = ON');
  // The worker checkpoints when it is idle; this is the limit for a stream of commands that never pauses (40 MB).
  db.exec('PRAGMA wal_autocheckpoint = 10000');
  if (maxPages !== undefined) db.exec(`PRAGMA max_page_count = ${Math.trunc(maxPages)}`);
  const found = db.prepare('PRAGMA quick_check(1)').get() as { quick_check?: string } | undefined;
  if (found?.quick_check !== 'ok') {
    throw Object.assign(new Error(found?.quick_check ?? 'no answer to quick_check'), { errcode: 11 });
  }
  db.exec('BEGIN EXCLUSIVE; COMMIT');
}

/** What kysely's SQLite dialect expects of a database, over node:sqlite. Used for the migrations. */
function forKysely(db: DatabaseSync): ConstructorParameters<typeof SqliteDialect>[0]['database'] {
  return {
    close: () => db.close(),
    prepare(sql) {
      const statement = db.prepare(sql);
      const values = (list: readonly unknown[]) => list as SQLInputValue[];
      return {
        reader: statement.columns().length > 0,
        all: (list) => statement.all(...values(list)),
        run: (list) => statement.run(...values(list)),
        iterate: (list) => statement.iterate(...values(list)),
      };
    },
  };
}
