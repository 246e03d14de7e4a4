/** SQLite's result codes (https://www.sqlite.org/rescode.html) as our coded errors. */
import { AdapterError } from '../../errors.ts';

/** @returns a coded error for anything; what is not SQLite's becomes STORE_IO with its own words. */
export function sqliteFault(error: unknown, path: string): AdapterError {
  if (error instanceof AdapterError) return error;
  const { errcode, message } = (error ?? {}) as { errcode?: number; message?: string };
  const detail = message ?? String(error);
  switch ((errcode ?? -1) & 0xff) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
      return new AdapterError('STORE_LOCKED', { path }, error);
    case 13: // SQLITE_FULL
      return new AdapterError('STORE_FULL', { path }, error);
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
      return new AdapterError('STORE_CORRUPT', { path, detail }, error);
    case 3: // SQLITE_PERM
    case 8: // SQLITE_READONLY
      return new AdapterError('STORE_DENIED', { path }, error);
    default:
      return new AdapterError('STORE_IO', { path, detail }, error);
  }
}

/** A broken unique index: somebody else's id. */
export function isDuplicate(error: unknown): boolean {
  return (((error ?? {}) as { errcode?: number }).errcode ?? 0) === 2067; // SQLITE_CONSTRAINT_UNIQUE
}
