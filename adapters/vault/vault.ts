/**
 * Secrets of outside accounts on the disk, one sealed file each (AES-256-GCM, the name bound in), so that processes
 * that renew different accounts never write over each other. The key lies beside them, readable for its owner alone, or
 * comes from the settings: then a copied data folder alone opens nothing.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AdapterError } from '../errors.ts';
import { readText, writeText } from './durable-file.ts';

export interface Vault {
  /** Null if there is none of this name. @throws AdapterError VAULT_LOCKED if the key does not open it */
  get(name: string): string | null;
  /** On the disk when it returns. @throws Error of the file system */
  set(name: string, text: string): void;
  remove(name: string): void;
  names(): readonly string[];
}

const SUFFIX = '.sealed';
const IV = 12;
const TAG = 16;

/**
 * @param folder made if it is not there
 * @param key any text of the settings; null: a random one is made and kept in the folder
 */
export function openVault(folder: string, key: string | null = null): Vault {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const bytes = createHash('sha256')
    .update(key ?? keptKey(join(folder, 'key')))
    .digest();
  const pathOf = (name: string) => join(folder, `${encodeURIComponent(name)}${SUFFIX}`);
  return {
    get(name) {
      const sealed = readText(pathOf(name));
      return sealed === null ? null : unseal(sealed, { bytes, name, path: pathOf(name) });
    },
    set: (name, text) => writeText(pathOf(name), seal(text, bytes, name)),
    remove: (name) => rmSync(pathOf(name), { force: true }),
    names: () =>
      readdirSync(folder)
        .filter((file) => file.endsWith(SUFFIX))
        .map((file) => decodeURIComponent(file.slice(0, -SUFFIX.length)))
        .sort(),
  };
}

/** Two processes that start together agree on one key: whoever comes second reads the first one's. */
function keptKey(path: string): string {
  const known = readText(path);
  if (known) return known;
  try {
    writeFileSync(path, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600, flush: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readText(path) ?? '';
}

function seal(text: string, key: Buffer, name: string): string {
  const iv = randomBytes(IV);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(name));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
}

interface Sealed {
  readonly bytes: Buffer;
  readonly name: string;
  readonly path: string;
}

function unseal(sealed: string, { bytes, name, path }: Sealed): string {
  const all = Buffer.from(sealed, 'base64url');
  try {
    const decipher = createDecipheriv('aes-256-gcm', bytes, all.subarray(0, IV))
      .setAAD(Buffer.from(name))
      .setAuthTag(all.subarray(IV, IV + TAG));
    return Buffer.concat([decipher.update(all.subarray(IV + TAG)), decipher.final()]).toString('utf8');
  } catch (error) {
    throw new AdapterError('VAULT_LOCKED', { path }, error);
  }
}
