/**
 * The event log, as every driver keeps it: one line per accepted command, chained by hashes, plus what belongs to a
 * game but not into its log. Drivers know nothing of the lines' meaning; `bot/store` makes and reads them.
 */
import { hash as digest } from 'node:crypto';

/** What survives after an append was answered: a power cut, the death of the process, or neither. */
export type Durability = 'power' | 'process' | 'none';

/** Canonical text cut where the hash (between `head` and `tail`) and the link to the line before (after `tail`) go. */
export interface Unsealed {
  /** From `{` to the comma before `"hash"`. */
  readonly head: string;
  /** From after `"hash"` to the comma before `"prev"`; may be empty. */
  readonly tail: string;
}

export interface LogEntry extends Unsealed {
  /** Who sent it; an id is unique per (game, sender). */
  readonly by: string;
  readonly id: string;
}

export interface EndEntry extends Unsealed {
  /** From the comma after `"prev"` to `}`. */
  readonly rest: string;
}

/** Where a log stands. `seq` 0 is a game without a command; `hash` is then the hash over lines 1 and 2. */
export interface Head {
  readonly seq: number;
  /** Hex SHA-256, `prev` of the next line. */
  readonly hash: string;
}

export interface NewGame {
  readonly game: string;
  /** Canonical text of lines 1 and 2, without line ends. */
  readonly header: string;
  readonly rules: string;
  /** Private seeds of the game; never in the log before its end. */
  readonly secret?: Uint8Array;
  /** For imports: everything in one transaction. */
  readonly entries?: readonly LogEntry[];
  readonly end?: EndEntry;
}

export interface Opening {
  readonly header: string;
  readonly rules: string;
  /** The sealed end line of a finished game. */
  readonly end: string | null;
}

export interface GameRow {
  readonly game: string;
  readonly seq: number;
  readonly finished: boolean;
}

export interface Name {
  readonly name: string;
  readonly platform: string;
  readonly user?: string;
}

export interface Snapshot {
  readonly seq: number;
  readonly bytes: Uint8Array;
}

/** Something from outside that was taken in and has not reached the one it is for. */
export interface Waiting {
  readonly key: string;
  /** When it was taken in, in milliseconds since 1970. */
  readonly at: number;
  readonly bytes: Uint8Array;
}

/** One of the names under which a person is known, over all games. */
export interface Identity {
  /** `platform:user`, or `seat:game:player`. */
  readonly identity: string;
  /** Shared by all identities of this person. */
  readonly person: string;
  /** Order among them, the first linked first. */
  readonly place: number;
  /** For show. */
  readonly name: string;
}

/**
 * All methods fail with a coded `AdapterError`: LOG_NO_GAME for an unknown game, STORE_* for the outside world.
 * Calls may overlap; they take effect in the order in which they were made.
 */
export interface LogDriver {
  readonly name: string;
  readonly durability: Durability;
  open(): Promise<void>;
  /** Waits for what is being written. Closing twice is fine. */
  close(): Promise<void>;

  /** @throws LOG_GAME_EXISTS */
  createGame(game: NewGame): Promise<Head>;
  /**
   * All entries or none, as lines expectedSeq+1 …; answered when they are as durable as the driver says.
   * @throws LOG_CONFLICT when the head is not `expectedSeq`, LOG_DUPLICATE, LOG_FINISHED
   */
  append(game: string, expectedSeq: number, entries: readonly LogEntry[]): Promise<Head>;
  /** The chained end line; after it nothing is appended. @throws LOG_CONFLICT, LOG_FINISHED */
  finish(game: string, expectedSeq: number, end: EndEntry): Promise<Head>;
  opening(game: string): Promise<Opening>;
  /** Stored command lines with seq >= fromSeq, in order, exactly as they were hashed, without line ends. */
  read(game: string, fromSeq: number): AsyncIterable<string>;
  /** The last command line (not the end line); null for an unknown game. */
  head(game: string): Promise<Head | null>;
  /** In order of creation. */
  games(): Promise<GameRow[]>;
  findId(game: string, by: string, id: string): Promise<number | null>;

  saveSnapshot(game: string, snapshot: Snapshot): Promise<void>;
  loadSnapshot(game: string): Promise<Snapshot | null>;

  /** Names live beside the log, so that a person can be forgotten without touching a hash. */
  putName(game: string, pseudonym: string, name: Name): Promise<void>;
  names(game: string): Promise<Map<string, Name>>;
  forget(game: string, pseudonym: string): Promise<void>;

  saveBallots(game: string, poll: string, bytes: Uint8Array): Promise<void>;
  loadBallots(game: string, poll: string): Promise<Uint8Array | null>;
  putSecret(game: string, bytes: Uint8Array): Promise<void>;
  getSecret(game: string): Promise<Uint8Array | null>;

  /** Linked identities: those in `put` are stored or replaced, those in `drop` forgotten; all of it or nothing. */
  saveIdentities(put: readonly Identity[], drop: readonly string[]): Promise<void>;
  /** By person and place. */
  identities(): Promise<Identity[]>;

  /** The server's own small things: secrets, tokens. */
  setMeta(key: string, value: string): Promise<void>;
  getMeta(key: string): Promise<string | null>;

  /** Takes in what must not be lost. False if the key is known, also when it was dropped since; then nothing changes. */
  putInbox(waiting: Waiting): Promise<boolean>;
  /** What waits, in the order in which it came. */
  listInbox(): Promise<Waiting[]>;
  /** It has reached whom it is for: it waits no more, and its key stays known. Unknown keys are fine. */
  dropInbox(key: string): Promise<void>;
  /** Forgets all that was taken in before this moment, its keys too. */
  sweepInbox(before: number): Promise<void>;
}

export function sha256Hex(text: string): string {
  return digest('sha256', text, 'hex');
}

/** `prev` of the first command line: over line 1, one newline, line 2. */
export function openingHash(header: string, rules: string): string {
  return sha256Hex(`${header}\n${rules}`);
}

/** Hashes the line without its `hash` field, and puts the hash in its place among the sorted keys. */
export function sealLine(parts: Unsealed, prev: string, rest: string): { line: string; hash: string } {
  const after = `${parts.tail}"prev":"${prev}"${rest}`;
  const hash = sha256Hex(parts.head + after);
  return { line: `${parts.head}"hash":"${hash}",${after}`, hash };
}

export function sealCommand(parts: Unsealed, head: Head): { line: string; hash: string } {
  return sealLine(parts, head.hash, `,"seq":${head.seq + 1}}`);
}
