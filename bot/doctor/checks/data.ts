import { randomBytes } from 'node:crypto';
import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Check, type Found, fault, ok, warn } from '../check.ts';

const MB = 1024 * 1024;
/** An evening of eight chats writes some tens of MB. */
const LITTLE = 1024 * MB;
const TOO_LITTLE = 100 * MB;

/** The data folder can be written, and there is room in it. Right rights do not tell: a disk may be read-only. */
export const dataCheck: Check = {
  name: 'data',
  run: async ({ data, freeBytes }) => {
    const there = existsSync(data);
    if (there && !statSync(data).isDirectory()) return [fault('DATA_NO_FOLDER', { folder: data })];
    const folder = there ? data : nearest(data);
    const why = unwritable(folder);
    if (why !== null) return [fault('DATA_UNWRITABLE', { folder, why })];
    const writable = there ? ok('DATA', { folder }) : ok('DATA_NEW', { folder: data });
    return [writable, ...roomIn(await freeBytes(folder))];
  },
};

function roomIn(free: number | null): Found[] {
  if (free === null) return [];
  const args = { free: Math.floor(free / MB) };
  if (free < TOO_LITTLE) return [fault('SPACE_NONE', args)];
  return [free < LITTLE ? warn('SPACE_LITTLE', args) : ok('SPACE', args)];
}

/** The first folder upwards that is there: the data folder is made at the first start. */
function nearest(path: string): string {
  const above = dirname(path);
  return existsSync(above) || above === path ? above : nearest(above);
}

function unwritable(folder: string): string | null {
  const probe = join(folder, `.doctor-${randomBytes(6).toString('hex')}`);
  try {
    writeFileSync(probe, '', { flag: 'wx' });
    return null;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'failed';
  } finally {
    rmSync(probe, { force: true });
  }
}
