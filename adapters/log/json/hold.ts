/** One host a folder: a file with the process id, taken over when that process is gone. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { AdapterError } from '../../errors.ts';

/** Folders held by this very process: in containers a new process often has the id of the one that was killed. */
const HELD = new Set<string>();

/** @returns what gives the folder free. @throws STORE_LOCKED while another living process holds it. */
export async function holdFolder(folder: string): Promise<() => Promise<void>> {
  const path = resolve(folder, 'host.lock');
  const mine = `${process.pid}`;
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      await writeFile(path, mine, { flag: 'wx', mode: 0o600 });
      HELD.add(path);
      return async () => {
        HELD.delete(path);
        await rm(path, { force: true });
      };
    } catch (error) {
      if ((error as { code?: string }).code !== 'EEXIST') throw error;
    }
    const holder = Number(await readFile(path, 'utf8').catch(() => ''));
    if (holder === process.pid ? HELD.has(path) : isAlive(holder)) break;
    await rm(path, { force: true });
  }
  throw new AdapterError('STORE_LOCKED', { path: folder });
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
}
