/** Brings a database to the newest table layout; refuses one that is newer than this program. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { Migrator } from 'kysely/migration';
import { AdapterError } from '../errors.ts';
import * as log from './migrations/0001-log.ts';
import * as inbox from './migrations/0002-inbox.ts';
import * as identities from './migrations/0003-identities.ts';

/** Numbered, run in this order, never changed once released. A new one is a file and a line here. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-log': log,
  '0002-inbox': inbox,
  '0003-identities': identities,
};

/** @throws AdapterError STORE_NEWER; the database's own errors as they come. */
export async function migrate<T>(db: Kysely<T>, path: string): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const found = await applied(db);
  const unknown = found.filter((name) => !(name in MIGRATIONS));
  if (unknown.length > 0) {
    const known = Object.keys(MIGRATIONS).at(-1)!;
    throw new AdapterError('STORE_NEWER', { path, found: unknown.at(-1)!, known });
  }
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

async function applied<T>(db: Kysely<T>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === 'kysely_migration')) return [];
  const rows = await (db as unknown as Kysely<{ kysely_migration: { name: string } }>)
    .selectFrom('kysely_migration')
    .select('name')
    .orderBy('name')
    .execute();
  return rows.map(({ name }) => name);
}
