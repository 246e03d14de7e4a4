/** Mistakes and mishaps of everything outside: code → sentence with what came, what was expected, what to do. */

export const ADAPTER_ERRORS = {
  LOG_CONFLICT:
    'The log of game {game} stands at line {head}, but the append expected line {expected}: another host wrote first. Reload the game and try again.',
  LOG_DUPLICATE:
    'In game {game} the id "{id}" of {by} was already accepted. Look up its first answer instead of writing it again.',
  LOG_NO_GAME: 'There is no game {game} in this log. Expected one of those that the list of games shows.',
  LOG_GAME_EXISTS:
    'Game {game} is already in this log. Give the new one another name, or remove the old one.',
  LOG_FINISHED: 'Game {game} is closed: its log has an end line and takes no more commands.',
  STORE_LOCKED:
    'The data in {path} is in use by another running host. Stop that one, or start this one with another --data folder.',
  STORE_CORRUPT:
    'The data in {path} cannot be read: {detail}. Put a backup in its place, or move the file away to start afresh.',
  STORE_NEWER:
    'The data in {path} was written by a newer version (it has {found}, this version knows up to {known}). Update the program.',
  STORE_FULL:
    'There is no room left to write {path}. Nothing that was acknowledged is lost; free some space and go on.',
  STORE_NOT_A_FOLDER:
    '{path} should be a folder for data, but something else is there. Choose another --data folder.',
  STORE_DENIED: 'No permission to write {path}. Change its owner or rights, or choose another --data folder.',
  STORE_IO: 'Reading or writing {path} failed: {detail}. Check the disk.',
  STORE_CLOSED: 'The storage in {path} is closed. It must be opened before it is used.',
  STORE_STOPPED:
    'The storage thread of {path} stopped: {detail}. What was being written may or may not be there.',
  VAULT_LOCKED:
    'The secret in {path} cannot be opened: it was sealed with another key, or the file is damaged. Give the key it was sealed with (MSIG_VAULT_KEY), or sign in again: npx msig setup.',
} as const;

export type AdapterCode = keyof typeof ADAPTER_ERRORS;
export type ErrorArgs = Readonly<Record<string, string | number>>;

/** A coded failure; `message` is the sentence with its arguments filled in. */
export class AdapterError extends Error {
  override readonly name = 'AdapterError';
  readonly code: AdapterCode;
  readonly args: ErrorArgs;

  constructor(code: AdapterCode, args: ErrorArgs = {}, cause?: unknown) {
    super(sentence(code, args), cause === undefined ? undefined : { cause });
    this.code = code;
    this.args = args;
  }
}

function sentence(code: AdapterCode, args: ErrorArgs): string {
  return ADAPTER_ERRORS[code].replace(/\{(\w+)\}/g, (hole, key: string) => String(args[key] ?? hole));
}

/** @returns true for a coded failure, of this code if one is given. */
export function isAdapterError(error: unknown, code?: AdapterCode): error is AdapterError {
  return error instanceof AdapterError && (code === undefined || error.code === code);
}

/** The code of a failed call of the file system, as one of ours; null for what is not known here. */
export function fileFault(error: unknown, path: string): AdapterError | null {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: string };
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return new AdapterError('STORE_FULL', { path }, error);
    case 'ENOTDIR':
    case 'EEXIST':
      return new AdapterError('STORE_NOT_A_FOLDER', { path }, error);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new AdapterError('STORE_DENIED', { path }, error);
    case 'EIO':
    case 'EMFILE':
    case 'ENFILE':
      return new AdapterError('STORE_IO', { path, detail: String(message) }, error);
    default:
      return null;
  }
}
