/** One game's log as plain data (fit for a JSON file), and the rules of the contract on it. Used by memory and json. */
import { AdapterError } from '../errors.ts';
import type { EndEntry, Head, LogEntry, Name, NewGame } from './contract.ts';
import { openingHash, sealCommand, sealLine } from './contract.ts';

export interface GameRecord {
  readonly game: string;
  readonly header: string;
  readonly rules: string;
  /** Command lines; line `seq` is at index seq - 1. */
  lines: string[];
  /** Hash of the last command line. */
  hash: string;
  /** Sender and id, joined as JSON → seq. */
  ids: Record<string, number>;
  end: string | null;
  snapshot: { seq: number; bytes: string } | null;
  names: Record<string, Name>;
  /** Bytes are kept as base64. */
  ballots: Record<string, string>;
  secret: string | null;
}

export function newRecord(from: NewGame): GameRecord {
  const record: GameRecord = {
    game: from.game,
    header: from.header,
    rules: from.rules,
    lines: [],
    hash: openingHash(from.header, from.rules),
    ids: {},
    end: null,
    snapshot: null,
    names: {},
    ballots: {},
    secret: from.secret === undefined ? null : toBase64(from.secret),
  };
  if (from.entries !== undefined) appendTo(record, 0, from.entries);
  if (from.end !== undefined) finishRecord(record, record.lines.length, from.end);
  return record;
}

export function headOf(record: GameRecord): Head {
  return { seq: record.lines.length, hash: record.hash };
}

/** All or nothing: every check is done before the first change. */
export function appendTo(record: GameRecord, expectedSeq: number, entries: readonly LogEntry[]): Head {
  mustStandAt(record, expectedSeq);
  const fresh = new Set<string>();
  for (const { by, id } of entries) {
    const key = idKey(by, id);
    if (fresh.has(key) || Object.hasOwn(record.ids, key)) {
      throw new AdapterError('LOG_DUPLICATE', { game: record.game, by, id });
    }
    fresh.add(key);
  }
  for (const entry of entries) {
    const { line, hash } = sealCommand(entry, headOf(record));
    record.lines.push(line);
    record.hash = hash;
    record.ids[idKey(entry.by, entry.id)] = record.lines.length;
  }
  return headOf(record);
}

export function finishRecord(record: GameRecord, expectedSeq: number, end: EndEntry): Head {
  mustStandAt(record, expectedSeq);
  const { line, hash } = sealLine(end, record.hash, end.rest);
  record.end = line;
  return { seq: expectedSeq, hash };
}

function mustStandAt(record: GameRecord, expected: number): void {
  if (record.end !== null) throw new AdapterError('LOG_FINISHED', { game: record.game });
  const head = record.lines.length;
  if (head !== expected) throw new AdapterError('LOG_CONFLICT', { game: record.game, head, expected });
}

export function idKey(by: string, id: string): string {
  return JSON.stringify([by, id]);
}

export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

export function fromBase64(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'));
}
