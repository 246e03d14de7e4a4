import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import type { Around } from '../around.ts';
import { type Check, type Found, fault, ok, warn } from '../check.ts';

/** Names of the table layouts that this version knows are those of the files that make them. */
const MIGRATIONS = new URL('../../../adapters/sql/migrations/', import.meta.url);

/** The log opens, is whole, and is not of a newer version. It is only read: an older one is not brought up to date. */
export const databaseCheck: Check = {
  name: 'database',
  run: async (around) => {
    const { settings, data } = around;
    if (settings.log === 'memory') return [warn('LOG_MEMORY')];
    if (settings.log === 'json') return [jsonLog(join(data, 'games', 'games'))];
    const path = join(data, 'msig.sqlite');
    if (!existsSync(path)) return [ok('LOG_NEW', { path })];
    // After a clean end there is no write-ahead log: then the file is read as it lies, which leaves no trace beside it.
    if (!existsSync(`${path}-wal`)) {
      const found = await sqlite(path, `${pathToFileURL(path)}?immutable=1`, around);
      // It may be that a host has opened it just now.
      if (found.level === 'ok' || !existsSync(`${path}-wal`)) return [found];
    }
    return [await sqlite(path, pathToFileURL(path).href, around)];
  },
};

async function sqlite(path: string, address: string, { door }: Around): Promise<Found> {
  let db: DatabaseSync | null = null;
  try {
    db = new DatabaseSync(new URL(address), { readOnly: true, timeout: 1_000 });
    const found = db.prepare('PRAGMA quick_check(1)').get() as { quick_check?: string } | undefined;
    if (found?.quick_check !== 'ok')
      return fault('LOG_CORRUPT', { path, why: (found?.quick_check ?? 'quick_check').slice(0, 120) });
    const known = knownLayouts();
    const newer = layoutsOf(db).filter((name) => !known.includes(name));
    if (newer.length > 0)
      return fault('LOG_NEWER', { path, found: newer.at(-1) ?? '', known: known.at(-1) ?? '' });
    const { games } = db.prepare('SELECT count(*) AS games FROM games').get() as { games: number };
    return ok('LOG', { path, games });
  } catch (error) {
    return await troubleOf(error, path, door);
  } finally {
    db?.close();
  }
}

async function troubleOf(error: unknown, path: string, door: Around['door']): Promise<Found> {
  const { errcode = -1, message } = error as { errcode?: number; message?: string };
  const code = errcode & 0xff;
  // SQLITE_BUSY, SQLITE_LOCKED
  if (code === 5 || code === 6)
    return (await door()).port === 'ours' ? ok('LOG_IN_USE', { path }) : fault('LOG_LOCKED', { path });
  return fault('LOG_CORRUPT', { path, why: String(message).slice(0, 120) });
}

function knownLayouts(): readonly string[] {
  return readdirSync(MIGRATIONS)
    .filter((file) => /^\d{4}-.*\.[cm]?[jt]s$/.test(file))
    .map((file) => basename(file).replace(/\.\w+$/, ''))
    .sort();
}

function layoutsOf(db: DatabaseSync): readonly string[] {
  const table = db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'kysely_migration'").get();
  if (!table) return [];
  const rows = db.prepare('SELECT name FROM kysely_migration ORDER BY name').all() as { name: string }[];
  return rows.map(({ name }) => name);
}

function jsonLog(folder: string): Found {
  if (!existsSync(folder)) return ok('LOG_NEW', { path: folder });
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  for (const file of files) {
    try {
      JSON.parse(readFileSync(join(folder, file), 'utf8'));
    } catch (error) {
      const why = error instanceof SyntaxError ? 'JSON' : ((error as NodeJS.ErrnoException).code ?? 'failed');
      return fault('LOG_CORRUPT', { path: join(folder, file), why });
    }
  }
  return ok('LOG', { path: folder, games: files.length });
}
