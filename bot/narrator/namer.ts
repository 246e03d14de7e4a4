/**
 * Words for monsters. A grammar always has some at once; a language model, where there is one, may find better ones in
 * time, once for each monster and language. Nobody waits longer than `patienceMs`, and nothing that is said changes a
 * number: only the words are used, and only after the check.
 */

import type { ModelDriver, Naming, NamingRequest } from '../../adapters/model/contract.ts';
import { isModelError } from '../../adapters/model/failures.ts';
import { wordsFault } from './check.ts';

export interface NamerOptions {
  readonly grammar: ModelDriver;
  /** Null: the grammar alone. */
  readonly model: ModelDriver | null;
  /** Calls of the model an hour at most. */
  readonly budget: number;
  readonly now: () => number;
  /** Milliseconds; then the grammar speaks, and what the model says later serves the next time. */
  readonly patienceMs?: number;
  /** Milliseconds that a call may take at all. */
  readonly timeoutMs?: number;
  /** What the model could not do or said amiss; without keys. */
  readonly note?: (text: string) => void;
}

const PATIENCE_MS = 2_000;
const TIMEOUT_MS = 20_000;
const HOUR_MS = 3_600_000;
/** A model that is down is left alone for a while. */
const REST_MS = 60_000;
/** Names kept; the oldest goes first. A pack has a few hundred of them. */
const KEPT = 4_000;

export class Namer {
  readonly #options: NamerOptions;
  readonly #known = new Map<string, Naming>();
  readonly #asked = new Map<string, Promise<Naming | null>>();
  #calls: number[] = [];
  #restsUntil = 0;

  constructor(options: NamerOptions) {
    this.#options = options;
  }

  /** What is known by now, without waiting; null if only the grammar could tell. */
  known(request: NamingRequest): Naming | null {
    return this.#known.get(keyOf(request)) ?? null;
  }

  /**
   * Never throws, never takes longer than the patience (and what the grammar takes). Null: even the pack's own name
   * is none that may be found here.
   */
  async find(request: NamingRequest): Promise<Naming | null> {
    const { patienceMs = PATIENCE_MS } = this.#options;
    const found = this.known(request) ?? (await soon(this.#ask(request), patienceMs));
    return found ?? (await this.#plain(request)) ?? this.#plain({ ...request, affix: null });
  }

  /** Of the grammar: a long name with its affix may not fit where the name alone does. */
  async #plain(request: NamingRequest): Promise<Naming | null> {
    const words = await this.#options.grammar.find(request, new AbortController().signal);
    return wordsFault(words, request.lang) === null ? words : null;
  }

  /** Null: no model, no budget, no answer, or one that may not be shown. */
  #ask(request: NamingRequest): Promise<Naming | null> {
    const key = keyOf(request);
    const running = this.#asked.get(key);
    if (running) return running;
    const { model } = this.#options;
    if (!model || !this.#mayCall()) return Promise.resolve(null);
    const asking = this.#call(model, request).finally(() => this.#asked.delete(key));
    this.#asked.set(key, asking);
    return asking;
  }

  #mayCall(): boolean {
    const { budget, now } = this.#options;
    const at = now();
    this.#calls = this.#calls.filter((one) => at - one < HOUR_MS);
    return at >= this.#restsUntil && this.#calls.length < budget;
  }

  async #call(model: ModelDriver, request: NamingRequest): Promise<Naming | null> {
    const { now, note, timeoutMs = TIMEOUT_MS } = this.#options;
    this.#calls.push(now());
    try {
      const said = await model.find(request, AbortSignal.timeout(timeoutMs));
      const fault = wordsFault(said, request.lang);
      if (fault === null) return this.#keep(request, { name: said.name, line: said.line });
      note?.(`words for ${keyOf(request)} are not shown: ${fault}`);
    } catch (error) {
      // A model that talks nonsense may do better next time; one that is not there is given a rest.
      if (!isModelError(error, 'MODEL_GIBBERISH')) this.#restsUntil = now() + REST_MS;
      note?.(error instanceof Error ? error.message : String(error));
    }
    return null;
  }

  #keep(request: NamingRequest, words: Naming): Naming {
    const [oldest] = this.#known.keys();
    if (this.#known.size >= KEPT && oldest !== undefined) this.#known.delete(oldest);
    this.#known.set(keyOf(request), words);
    return words;
  }
}

export function keyOf({ templateId, affixId, tier, lang }: NamingRequest): string {
  return `${templateId}/${affixId ?? '-'}/${tier}/${lang}`;
}

async function soon<T>(promise: Promise<T>, ms: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
