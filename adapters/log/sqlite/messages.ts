/** What passes between the driver and its worker. */
import type { AdapterCode, ErrorArgs } from '../../errors.ts';
import type { LogEntry } from '../contract.ts';
import type { READS, WRITES } from './operations.ts';

export type Operations = typeof WRITES & typeof READS;
export type Operation = keyof Operations;

/** The arguments of an operation as the driver gives them: without the open database, which is the worker's. */
export type ArgsOf<O extends Operation> = Operations[O] extends (bench: never, ...args: infer A) => unknown
  ? A
  : never;
export type AnswerOf<O extends Operation> = ReturnType<Operations[O]>;

export interface Request {
  readonly n: number;
  readonly op: Operation | 'close';
  readonly args: readonly unknown[];
}

export type Reply =
  | { readonly n: number; readonly ok: true; readonly value: unknown }
  | { readonly n: number; readonly ok: false; readonly fault: Fault };

/** Error classes do not survive the way between threads; their parts do. */
export interface Fault {
  readonly code: AdapterCode;
  readonly args: ErrorArgs;
}

/** Entries as one list of strings, `by id head tail` of each: half of what it costs to hand objects to another thread. */
export type Packed = readonly string[];
export const PARTS = 4;

export function pack(entries: readonly LogEntry[]): Packed {
  const packed: string[] = [];
  for (const { by, id, head, tail } of entries) packed.push(by, id, head, tail);
  return packed;
}

/** The number of the message that tells whether the database could be opened. */
export const OPENED = 0;
