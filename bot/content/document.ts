/** One thing of the content (an entry, a text, the tunables) together with the files that it was made from. */
import type { Fault, Path } from './faults.ts';
import { pathText } from './faults.ts';
import { isObject, type Json, merge } from './merge.ts';

interface Part {
  readonly file: string;
  readonly value: Json;
}

export interface Document {
  /** Its own path inside each of its files: the id of an entry, empty for a whole file. */
  readonly at: Path;
  readonly parts: readonly Part[];
  readonly value: Json;
}

/** @returns the document with one more layer on it; null as the value takes the document out. */
export function layered(under: Document | undefined, at: Path, part: Part): Document | undefined {
  if (part.value === null) return undefined;
  if (!under) return { at, parts: [part], value: merge(undefined, part.value) };
  return { at, parts: [...under.parts, part], value: merge(under.value, part.value) };
}

/** A fault at a path of the merged value, charged to the file that wrote the deepest part of that path. */
export function faultIn(document: Document, path: Path, message: string): Fault {
  let file = document.parts[0]?.file ?? '';
  let deepest = -1;
  for (const part of document.parts) {
    const depth = depthOf(part.value, path);
    if (depth >= deepest) {
      deepest = depth;
      file = part.file;
    }
  }
  return { file, path: pathText([...document.at, ...path]), message };
}

/** How many steps of the path exist in the value. */
function depthOf(value: Json, path: Path): number {
  let here: Json | undefined = value;
  let depth = 0;
  for (const step of path) {
    if (Array.isArray(here) && typeof step === 'number') here = here[step];
    else if (isObject(here) && Object.hasOwn(here, step)) here = here[step];
    else return depth;
    if (here === undefined) return depth;
    depth++;
  }
  return depth;
}
