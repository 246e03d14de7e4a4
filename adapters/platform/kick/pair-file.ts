/** The sign-in on the disk: one file, for its owner alone, replaced in one step, so that a crash leaves the old or the new. */
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { KickError } from './failures.ts';
import type { KickPair } from './oauth.ts';

/** As somebody wrote it into the settings; each may be missing. */
export interface GivenSignIn {
  readonly token: string | null;
  readonly refresh: string | null;
}

export interface KeptSignIn {
  readonly pair: KickPair;
  /** On the disk when it returns. @throws Error of the file system */
  readonly save: (pair: KickPair) => void;
  readonly load: () => KickPair | null;
}

interface Kept {
  /** Of the settings that this sign-in began with: others mean that somebody has signed in anew. */
  readonly from: string;
  readonly pair: KickPair;
}

/** Null if there is no sign-in, neither on the disk nor given. */
export function keptSignIn(path: string, given: GivenSignIn): KeptSignIn | null {
  const from = given.token === null && given.refresh === null ? null : markOf(given);
  const kept = read(path);
  const current = kept && (from === null || kept.from === from) ? kept : null;
  const pair = current?.pair ?? (from === null ? null : pairOf(given));
  if (!pair) return null;
  const mark = from ?? current?.from ?? '';
  return {
    pair,
    save: (next) => write(path, { from: mark, pair: next }),
    load: () => {
      const found = read(path);
      return found?.from === mark ? found.pair : null;
    },
  };
}

/** Without a renewal token the access token serves until its end; without an access token the renewal makes one. */
function pairOf({ token, refresh }: GivenSignIn): KickPair {
  const expiresAt = token === null ? 0 : null;
  return { accessToken: token ?? '', refreshToken: refresh ?? '', expiresAt, scope: '', renewing: null };
}

function markOf({ token, refresh }: GivenSignIn): string {
  return createHash('sha256')
    .update(JSON.stringify([token, refresh]))
    .digest('hex');
}

/** Null for a file that is not there or not ours: the sign-in of the settings is tried then. */
function read(path: string): Kept | null {
  try {
    const { from, pair } = JSON.parse(readFileSync(path, 'utf8')) as Partial<Kept>;
    if (typeof from !== 'string' || typeof pair?.accessToken !== 'string') return null;
    return typeof pair.refreshToken === 'string' ? { from, pair } : null;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined || code === 'ENOENT') return null;
    throw new KickError('KICK_STORE', { path, detail: code });
  }
}

function write(path: string, kept: Kept): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const aside = `${path}.${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    const handle = openSync(aside, 'wx', 0o600);
    try {
      writeSync(handle, JSON.stringify(kept));
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    chmodSync(aside, 0o600);
    renameSync(aside, path);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
  flushFolder(dirname(path));
}

/** The new name itself has to be on the disk; not every system can flush a folder. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
