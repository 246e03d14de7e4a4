/**
 * Checks an exported game: form and chain, the commitment, every draw, every decision, the end.
 * What that proves, and what not, is said in decisions/0003-chance.md.
 */
import type { Chance } from '../engine/chance.ts';
import { commitmentOf, seedBefore } from '../engine/proof.ts';
import { isRefusal } from '../engine/refusal.ts';
import { canonical } from '../protocol/canonical.ts';
import type { Chained } from './chain.ts';
import { checkChain } from './chain.ts';
import { checkDraw, DrawCounter, drawnIn, recordedChance } from './draws.ts';
import type { EnginePort } from './engine-port.ts';
import { LineFault, linesOf } from './file.ts';
import type { CommandLine, EndLine, Upcast } from './line.ts';
import { asItIs, setupOf, sha256Of } from './line.ts';

export interface Verified {
  readonly ok: true;
  readonly game: string;
  /** Lines of the file. */
  readonly lines: number;
  readonly ended: 'finished' | 'cancelled' | null;
  readonly ranked: boolean;
  readonly checked: {
    readonly hashes: number;
    /** Null: the seeds are not revealed yet, so nobody outside can check a draw. */
    readonly draws: number | null;
    /** Null: another version of the engine decided; only hashes, draws and the outcome were checked. */
    readonly decisions: number | null;
  };
}

export interface Unverified {
  readonly ok: false;
  /** Line of the file, from 1. */
  readonly line: number;
  readonly reason: string;
}

export interface VerifyOptions<S> {
  readonly engine: EnginePort<S>;
  readonly upcast?: Upcast;
}

/**
 * @param file chunks of the file, cut anywhere; never throws for what is in it.
 */
export async function verify<S>(
  file: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>,
  options: VerifyOptions<S>,
): Promise<Verified | Unverified> {
  try {
    return verifyLines(await linesOf(file), options);
  } catch (error) {
    if (error instanceof LineFault) return { ok: false, line: error.line, reason: error.message };
    throw error;
  }
}

/** @throws LineFault */
export function verifyLines<S>(lines: readonly string[], options: VerifyOptions<S>): Verified {
  const chained = checkChain(lines);
  const replay = new Replay(chained, options);
  for (const [i, line] of chained.commands.entries()) replay.step(i + 3, line);
  replay.finish(lines.length);
  const { header, end } = chained;
  return {
    ok: true,
    game: header.game,
    lines: lines.length,
    ended: end?.end ?? null,
    ranked: header.ranked,
    checked: { hashes: lines.length - 2, draws: replay.draws, decisions: replay.decisions },
  };
}

/** The second half: plays the log through the engine. */
class Replay<S> {
  readonly #log: Chained;
  readonly #engine: EnginePort<S>;
  readonly #upcast: Upcast;
  readonly #sameEngine: boolean;
  readonly #chance: ((state: S) => Chance) | null;
  readonly #counter = new DrawCounter();
  #state: S;
  #draws = 0;
  #decisions = 0;

  constructor(log: Chained, { engine, upcast }: VerifyOptions<S>) {
    this.#log = log;
    this.#engine = engine;
    this.#upcast = upcast ?? asItIs;
    this.#sameEngine = log.header.engineVersion === engine.version;
    this.#state = guarded(2, 'the rules cannot be played', () =>
      engine.initialState(setupOf(log.header), log.rules),
    );
    if (sha256Of(engine.board(this.#state)) !== log.header.mapHash) {
      throw new LineFault(1, 'mapSeed and the rules do not make the map that mapHash names');
    }
    const epochs = epochsIn(log);
    const seed = log.end === null ? null : revealedSeed(log, { end: log.end, epochs: epochs.length });
    if (seed !== null) checkEpochs(seed, epochs);
    this.#chance = seed === null ? null : engine.chanceFor(seed, epochs.length);
  }

  get draws(): number | null {
    return this.#chance === null ? null : this.#draws;
  }

  get decisions(): number | null {
    return this.#sameEngine ? this.#decisions : null;
  }

  step(n: number, stored: CommandLine): void {
    const chance = this.#chance?.(this.#state) ?? null;
    for (const drawn of drawnIn(stored.events)) {
      const fault = this.#counter.check(drawn) ?? (chance === null ? null : checkDraw(chance, drawn));
      if (fault !== null) throw new LineFault(n, fault);
      this.#draws += 1;
    }
    const line = this.#upcast(stored, this.#log.header);
    if (this.#sameEngine) this.#decideAgain(n, line, chance ?? recordedChance(line.events));
    this.#state = guarded(n, 'the events cannot be applied', () =>
      this.#engine.fold(this.#state, line.at, line.events, this.#log.rules),
    );
  }

  #decideAgain(n: number, { at, as, command, events }: CommandLine, chance: Chance): void {
    const context = { rules: this.#log.rules, chance };
    const decided = guarded(n, 'the command cannot be decided again', () =>
      this.#engine.decide(this.#state, { at, as, command }, context),
    );
    if (isRefusal(decided)) throw new LineFault(n, `the rules refuse this command: ${decided.code}`);
    if (canonical(decided.events) !== canonical(events)) {
      throw new LineFault(n, 'the rules give other events for this command');
    }
    this.#decisions += 1;
  }

  /** @param last number of the last line. */
  finish(last: number): void {
    const over = this.#engine.over(this.#state);
    const { end } = this.#log;
    if (end === null) {
      if (over !== null) throw new LineFault(last + 1, 'the game is over, but its end line is missing');
      return;
    }
    if (over !== end.end)
      throw new LineFault(last, `the end line says ${end.end}, the game says ${over ?? 'running'}`);
    const places = this.#engine.places(this.#state);
    if (canonical(places) !== canonical(end.places)) {
      throw new LineFault(
        last,
        `the places are ${places.join(' ')}, the end line says ${end.places.join(' ')}`,
      );
    }
  }
}

/** Ends of epochs in the log, in order, with the line each stands in. */
function epochsIn({ commands }: Chained): readonly { readonly line: number; readonly seed: string }[] {
  return commands.flatMap(({ events }, i) =>
    events.flatMap((event) => (event.type === 'epochTurned' ? [{ line: i + 3, seed: event.seed }] : [])),
  );
}

/** Seeds shown on the way must be links of the chain that ends in the last one. */
function checkEpochs(last: Uint8Array, epochs: ReturnType<typeof epochsIn>): void {
  for (const [n, { line, seed }] of epochs.entries()) {
    const due = Buffer.from(seedBefore(last, epochs.length - n)).toString('hex');
    if (seed !== due)
      throw new LineFault(line, `the seed of epoch ${n + 1} is no link of the chain of seeds`);
  }
}

/** The seed, if it is the one that was committed to; null for a cancelled game that reveals nothing. */
function revealedSeed(
  { header, commands }: Chained,
  { end, epochs }: { end: EndLine; epochs: number },
): Uint8Array | null {
  const n = commands.length + 3;
  if (end.seeds.length === 0 && end.end === 'cancelled') return null;
  const hex = end.seeds[0] ?? '';
  if (end.seeds.length !== 1 || !/^[0-9a-f]{64}$/.test(hex)) {
    throw new LineFault(n, 'one epoch seed of 64 hex digits was expected');
  }
  const seed = new Uint8Array(Buffer.from(hex, 'hex'));
  const { game, rulesHash, mapHash } = header;
  const due = guarded(1, 'the commitment cannot be computed', () =>
    commitmentOf(seedBefore(seed, epochs), { game, rulesHash, mapHash }),
  );
  if (due !== header.commitment)
    throw new LineFault(n, 'the revealed seed is not the one that was committed to in line 1');
  return seed;
}

function guarded<T>(n: number, what: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof LineFault) throw error;
    throw new LineFault(n, `${what}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
