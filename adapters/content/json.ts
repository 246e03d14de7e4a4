/** Content from JSON files: a layer is a folder. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { BrokenFile, type ContentSource, isContent, isScript, LayerMissing } from './contract.ts';
import { parseJson } from './parse.ts';

/** A base pack is about 1 MB in all; one file of this size is a mistake, not a pack. */
const MAX_BYTES = 4 * 1024 * 1024;

/**
 * @param root folder that relative layers are looked up in, and that messages leave out.
 */
export function jsonContent(root: string): ContentSource {
  const describe = (layer: string, path: string): string => {
    const full = resolve(root, layer, path);
    const short = relative(root, full);
    return short.startsWith('..') ? full : short.split(sep).join('/');
  };
  return {
    describe,
    list: (layer) => listFolder(resolve(root, layer), layer),
    read: (layer, path) => readOne(resolve(root, layer), path),
  };
}

async function listFolder(folder: string, layer: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory() && isContent(entry.name))
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .sort();
  } catch (error) {
    throw new LayerMissing(layer, explain(error, `the folder ${folder}`));
  }
}

async function readOne(folder: string, path: string): Promise<unknown> {
  const file = resolve(folder, path);
  if (!file.startsWith(folder + sep)) throw new BrokenFile('the path leads out of its layer');
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    throw new BrokenFile(explain(error, 'the file'));
  }
  if (bytes.length > MAX_BYTES) {
    throw new BrokenFile(`${bytes.length} bytes came, at most ${MAX_BYTES} are read`);
  }
  const text = decode(bytes);
  return isScript(path) ? text : parseJson(text);
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new BrokenFile('not UTF-8 text: save the file as UTF-8');
  }
}

function explain(error: unknown, what: string): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return `${what} does not exist`;
  if (code === 'ENOTDIR') return `${what} is not a folder`;
  if (code === 'EISDIR') return `${what} is a folder`;
  if (code === 'EACCES' || code === 'EPERM') return `${what} may not be read: check its permissions`;
  return `${what} cannot be read: ${(error as Error).message}`;
}
