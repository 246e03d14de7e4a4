import type { Fault } from '../faults.ts';
import type { Script } from '../gather.ts';

/** A fault in a script. @param line from 1; null where the whole of it is meant */
export function inScript({ file }: Script, line: number | null, message: string): Fault {
  return { file, path: line === null ? '' : `line ${line}`, message };
}
