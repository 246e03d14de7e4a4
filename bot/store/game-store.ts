/**
 * A game on file, as the host needs it: made, loaded (snapshot and tail), appended to, ended, sent out and taken in.
 * Everything else of a game (names, ballots, secrets, meta) is asked of `log` itself.
 */

import { isAdapterError } from '../../adapters/errors.ts';
import type { Head, LogDriver } from '../../adapters/log/contract.ts';
import type { Actor } from '../engine/commands.ts';
import type { Rules } from '../engine/rules.ts';
import type { EnginePort } from './engine-port.ts';
import { LineFault, linesOf } from './file.ts';
import type { CommandLine, Ending, Header, Said, Upcast } from './line.ts';
import {
  asItIs,
  endEntryOf,
  entryOf,
  headerLine,
  readCommandLine,
  readEndLine,
  rulesLine,
  senderOf,
  setupOf,
  sha256Of,
} from './line.ts';
import { packSnapshot, unpackSnapshot } from './snapshot.ts';
import type { Unverified, Verified } from './verify.ts';
import { verifyLines } from './verify.ts';

/** A game in memory, in step with its log. Immutable: every change gives a new one. */
export interface Loaded<S> {
  readonly header: Header;
  readonly rules: Rules;
  readonly state: S;
  readonly head: Head;
  /** The log has its end line. A game that is over without one was cut off before `finish`: call it again. */
  readonly closed: boolean;
}

export interface NewLog {
  /** Everything of the header that does not follow from the rest. `mapSeed` and so on are the game's setup. */
  readonly header: Omit<Header, 'format' | 'rulesHash' | 'mapHash' | 'engineVersion' | 'commitment'>;
  readonly rules: Rules;
  /** Kept apart from the log until the end: the root or the epoch seed, as the host likes. */
  readonly secret: Uint8Array;
  /** `commitmentOf` under the host's seed, bound to what the store has computed. */
  commitment(bound: { game: string; rulesHash: string; mapHash: string }): string;
}

export type Appended<S> =
  | { readonly ok: true; readonly now: Loaded<S> }
  /** Another host wrote first: nothing was appended, `now` is the game as it really stands. Decide again on it. */
  | { readonly ok: false; readonly now: Loaded<S> };

export interface StoreOptions<S> {
  readonly log: LogDriver;
  readonly engine: EnginePort<S>;
  /** Lines between two snapshots. */
  readonly snapshotEvery?: number;
  readonly upcast?: Upcast;
  /** Told of a snapshot that could not be written; the game goes on without. */
  readonly onTrouble?: (error: unknown) => void;
}

export class GameStore<S> {
  readonly log: LogDriver;
  readonly #engine: EnginePort<S>;
  readonly #every: number;
  readonly #upcast: Upcast;
  readonly #onTrouble: (error: unknown) => void;

  constructor({ log, engine, snapshotEvery, upcast, onTrouble }: StoreOptions<S>) {
    this.log = log;
    this.#engine = engine;
    this.#every = snapshotEvery ?? 200;
    this.#upcast = upcast ?? asItIs;
    this.#onTrouble = onTrouble ?? (() => {});
  }

  /** @throws AdapterError LOG_GAME_EXISTS, STORE_* */
  async create({ header: given, rules, secret, commitment }: NewLog): Promise<Loaded<S>> {
    const frozen = rulesLine(rules);
    const draft = { ...given, engineVersion: this.#engine.version, mapHash: '', commitment: '' };
    const bare = JSON.parse(headerLine(draft, frozen)) as Header;
    // The rules as every later start will read them: with their keys in canonical order.
    const read = JSON.parse(frozen) as Rules;
    const state = this.#engine.initialState(setupOf(bare), read);
    const mapHash = sha256Of(this.#engine.board(state));
    const bound = { game: bare.game, rulesHash: bare.rulesHash, mapHash };
    const line = headerLine({ ...draft, mapHash, commitment: commitment(bound) }, frozen);
    const head = await this.log.createGame({ game: bare.game, header: line, rules: frozen, secret });
    return { header: JSON.parse(line) as Header, rules: read, state, head, closed: false };
  }

  /** @throws AdapterError LOG_NO_GAME, STORE_* */
  async load(game: string): Promise<Loaded<S>> {
    const opening = await this.log.opening(game);
    const header = JSON.parse(opening.header) as Header;
    const rules = JSON.parse(opening.rules) as Rules;
    const base = { header, rules, closed: opening.end !== null };
    const found = await this.#fromSnapshot(base);
    return found ?? this.#replay(base);
  }

  /**
   * @param after state after all of `said`; the caller has it already from deciding.
   * @returns once the lines are as durable as the driver says.
   * @throws AdapterError LOG_DUPLICATE, LOG_FINISHED, STORE_*; nothing was appended then.
   */
  async append(from: Loaded<S>, said: readonly Said[], after: S): Promise<Appended<S>> {
    const { game } = from.header;
    try {
      const head = await this.log.append(game, from.head.seq, said.map(entryOf));
      const now = { ...from, head, state: after };
      if (crossed(from.head.seq, head.seq, this.#every)) this.#snapshot(now);
      return { ok: true, now };
    } catch (error) {
      if (!isAdapterError(error, 'LOG_CONFLICT')) throw error;
      return { ok: false, now: await this.load(game) };
    }
  }

  /** Writes the end line. @param seeds epoch seeds in hex. @throws AdapterError LOG_CONFLICT, LOG_FINISHED, STORE_* */
  async finish(from: Loaded<S>, seeds: readonly string[]): Promise<Loaded<S>> {
    const end = this.#engine.over(from.state);
    if (end === null) throw new TypeError(`game ${from.header.game} is not over, so it cannot be closed`);
    const ending: Ending = { end, places: this.#engine.places(from.state), seeds };
    await this.log.finish(from.header.game, from.head.seq, endEntryOf(ending));
    return { ...from, closed: true };
  }

  /** The first answer to this id, if it was accepted before. */
  async findLine(game: string, as: Actor, id: string): Promise<CommandLine | null> {
    const seq = await this.log.findId(game, senderOf(as), id);
    if (seq === null) return null;
    const header = JSON.parse((await this.log.opening(game)).header) as Header;
    for await (const line of this.log.read(game, seq)) return this.#upcast(readCommandLine(line), header);
    return null;
  }

  /** Stored command lines from `fromSeq` on, brought up to date. */
  async *lines(game: string, fromSeq: number): AsyncIterable<CommandLine> {
    const header = JSON.parse((await this.log.opening(game)).header) as Header;
    for await (const line of this.log.read(game, fromSeq)) yield this.#upcast(readCommandLine(line), header);
  }

  /** The whole game as NDJSON, one line with its newline at a time. The seeds are only in a closed one. */
  async *export(game: string): AsyncIterable<string> {
    // Asked in one breath, so that both speak of the same moment.
    const [{ header, rules, end }, head] = await Promise.all([this.log.opening(game), this.log.head(game)]);
    yield `${header}\n`;
    yield `${rules}\n`;
    let left = head?.seq ?? 0;
    if (left > 0) {
      for await (const line of this.log.read(game, 1)) {
        yield `${line}\n`;
        left -= 1;
        // What was appended since then belongs to the next export.
        if (left === 0) break;
      }
    }
    if (end !== null) yield `${end}\n`;
  }

  /**
   * Checks everything, then takes the game in under its own id, in one transaction.
   * An unfinished game comes in without its secret seeds: it can be looked at and verified, not played on.
   * @throws AdapterError LOG_GAME_EXISTS, STORE_*
   */
  async import(file: AsyncIterable<Uint8Array | string>): Promise<Verified | Unverified> {
    let lines: string[];
    let report: Verified;
    try {
      lines = await linesOf(file);
      report = verifyLines(lines, { engine: this.#engine, upcast: this.#upcast });
    } catch (error) {
      if (error instanceof LineFault) return { ok: false, line: error.line, reason: error.message };
      throw error;
    }
    const [header, rules, ...rest] = lines as [string, string, ...string[]];
    const end = report.ended === null ? null : readEndLine(rest.pop()!);
    await this.log.createGame({
      game: report.game,
      header,
      rules,
      entries: rest.map((line) => entryOf(readCommandLine(line))),
      end: end === null ? undefined : endEntryOf(end),
    });
    return report;
  }

  async #fromSnapshot(base: Pick<Loaded<S>, 'header' | 'rules' | 'closed'>): Promise<Loaded<S> | null> {
    const stored = await this.log.loadSnapshot(base.header.game);
    const kept = stored === null ? null : unpackSnapshot<S>(stored.bytes, this.#engine.version);
    if (stored === null || kept === null) return null;
    const { seq } = stored;
    // The line it was taken at is read again: a snapshot of another history must not be trusted.
    for await (const text of this.log.read(base.header.game, seq)) {
      if (readCommandLine(text).hash !== kept.hash) return null;
      return this.#replay(base, { state: kept.state, head: { seq, hash: kept.hash } });
    }
    return null;
  }

  async #replay(
    base: Pick<Loaded<S>, 'header' | 'rules' | 'closed'>,
    from?: Pick<Loaded<S>, 'state' | 'head'>,
  ): Promise<Loaded<S>> {
    const { header, rules } = base;
    let state = from?.state ?? this.#engine.initialState(setupOf(header), rules);
    let head = from?.head ?? { seq: 0, hash: '' };
    for await (const text of this.log.read(header.game, head.seq + 1)) {
      const line = this.#upcast(readCommandLine(text), header);
      state = this.#engine.fold(state, line.at, line.events, rules);
      head = { seq: line.seq, hash: line.hash };
    }
    // A game without a command has no line to take the hash from.
    if (head.seq === 0) head = (await this.log.head(header.game)) ?? head;
    return { ...base, state, head };
  }

  /** Not waited for: a start without it is slower, and nothing else. */
  #snapshot({ header, state, head }: Loaded<S>): void {
    const bytes = packSnapshot({ engineVersion: this.#engine.version, hash: head.hash, state });
    this.log.saveSnapshot(header.game, { seq: head.seq, bytes }).catch(this.#onTrouble);
  }
}

function crossed(before: number, after: number, every: number): boolean {
  return Math.floor(before / every) < Math.floor(after / every);
}
