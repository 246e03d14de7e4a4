/**
 * The terminal that the wizard speaks through. Ctrl-C, Esc and the end of the input are `Cancelled` at every moment, also
 * between questions: the keys stay with us from the first line to the last, and nothing typed is echoed by the system.
 */
import { PassThrough, type Readable, type Writable } from 'node:stream';
import * as clack from '@clack/prompts';
import type { Discretion } from './discretion.ts';

/** The streamer went away: nothing that was not said to be kept may be kept. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly hint?: string;
}

/** Null: fine; otherwise the sentence that says what is expected. */
export type Check = (text: string) => string | null;

export interface Terminal {
  /** Secrets that it knows never get through. */
  readonly discretion: Discretion;
  intro(text: string): void;
  outro(text: string): void;
  info(text: string): void;
  done(text: string): void;
  warn(text: string): void;
  fault(text: string): void;
  note(title: string, text: string): void;
  choose<T extends string>(message: string, choices: readonly Choice<T>[], first?: T): Promise<T>;
  /** Several, at least one; `none` is said otherwise, and it is asked again. */
  pick<T extends string>(message: string, choices: readonly Choice<T>[], none: string): Promise<readonly T[]>;
  line(message: string, about?: { readonly initial?: string; readonly check?: Check }): Promise<string>;
  /** Typed unseen; what comes out is known to `discretion`. Trimmed: pasting brings spaces. */
  secret(message: string, check?: Check): Promise<string>;
  /** @param first what Enter alone says */
  confirm(
    message: string,
    words: { readonly yes: string; readonly no: string },
    first: boolean,
  ): Promise<boolean>;
  /**
   * Shows the line and waits. Enter ends the waiting with null if `skip` is true.
   * @throws Cancelled; whatever the work throws
   */
  during<T>(message: string, work: (signal: AbortSignal) => Promise<T>, skip?: boolean): Promise<T | null>;
  close(): void;
}

interface Streams {
  readonly input: Readable & { isTTY?: boolean; setRawMode?(raw: boolean): unknown };
  readonly output: Writable;
}

export function openTerminal({ input, output }: Streams, discretion: Discretion): Terminal {
  const keys = new Keys(input);
  const clean = (text: string) => discretion.clean(text);
  const common = { input: keys.prompts, output, signal: keys.ended };
  const told = { output };
  return {
    discretion,
    intro: (text) => clack.intro(clean(text), told),
    outro: (text) => clack.outro(clean(text), told),
    info: (text) => clack.log.info(clean(text), told),
    done: (text) => clack.log.success(clean(text), told),
    warn: (text) => clack.log.warn(clean(text), told),
    fault: (text) => clack.log.error(clean(text), told),
    // Lines of a box cannot be copied: an address would get a frame in the middle.
    note: (title, text) => clack.log.step(clean(`${title}\n${text}`), told),
    ...questions(common, discretion),
    during: (message, work, skip = false) => {
      clack.log.step(clean(message), told);
      return keys.during(work, skip);
    },
    close: () => keys.close(),
  };
}

type Questions = Pick<Terminal, 'choose' | 'pick' | 'line' | 'secret' | 'confirm'>;

function questions(
  common: { input: Readable; output: Writable; signal: AbortSignal },
  discretion: Discretion,
): Questions {
  const checked = (check?: Check) => (text: string | undefined) => check?.((text ?? '').trim()) ?? undefined;
  const shown = <T extends string>(choices: readonly Choice<T>[]) =>
    choices.map((choice) => ({ ...choice, label: discretion.clean(choice.label) })) as never;
  return {
    choose: async (message, choices, first) => {
      const options = { ...common, message, options: shown(choices), showInstructions: false };
      return answered(await clack.select({ ...options, initialValue: first }));
    },
    pick: async (message, choices, none) => {
      const options = { ...common, message, options: shown(choices), showInstructions: false };
      for (;;) {
        // The library's own words for nothing marked are English.
        const picked = answered(await clack.multiselect({ ...options, required: false }));
        if (picked.length > 0) return picked as never;
        clack.log.warn(none, { output: common.output });
      }
    },
    line: async (message, { initial, check } = {}) => {
      const asked = clack.text({ ...common, message, initialValue: initial, validate: checked(check) });
      return (answered(await asked) ?? '').trim();
    },
    secret: async (message, check) => {
      const asked = clack.password({ ...common, message, validate: checked(check) });
      const secret = (answered(await asked) ?? '').trim();
      discretion.learn(secret);
      return secret;
    },
    confirm: async (message, { yes, no }, first) =>
      answered(await clack.confirm({ ...common, message, active: yes, inactive: no, initialValue: first })),
  };
}

function answered<T>(answer: T): Exclude<T, symbol> {
  if (typeof answer === 'symbol') throw new Cancelled();
  return answer as Exclude<T, symbol>;
}

/** Hands the keys to whoever waits for them: a question, or the wizard while it waits for the world. */
class Keys {
  /** What questions read. */
  readonly prompts = new PassThrough();
  readonly #input: Streams['input'];
  readonly #ended = new AbortController();
  #heard: ((keys: string) => void) | null = null;

  constructor(input: Streams['input']) {
    this.#input = input;
    if (input.isTTY) input.setRawMode?.(true);
    input.setEncoding('utf8');
    input.on('data', this.#onData);
    input.once('end', this.#onEnd);
    input.once('close', this.#onEnd);
    input.resume();
  }

  /** No key will ever come again. */
  get ended(): AbortSignal {
    return this.#ended.signal;
  }

  readonly #onData = (chunk: Buffer | string): void => {
    // Some senders of keys end a line as files do; the terminal's own Enter is a carriage return.
    const keys = String(chunk).replace(/\r\n|\n/g, '\r');
    if (this.#heard) this.#heard(keys);
    else this.prompts.write(keys);
  };

  readonly #onEnd = (): void => this.#ended.abort();

  async during<T>(work: (signal: AbortSignal) => Promise<T>, skip: boolean): Promise<T | null> {
    const stop = new AbortController();
    const interrupted = new Promise<null>((resolve, reject) => {
      const cancel = () => reject(new Cancelled());
      this.ended.addEventListener('abort', cancel, { signal: stop.signal, once: true });
      if (this.ended.aborted) cancel();
      this.#heard = (keys) => {
        if (keys.includes('\x03') || keys === '\x1b') cancel();
        else if (skip && keys.includes('\r')) resolve(null);
      };
    });
    const working = work(stop.signal);
    // Nobody waits for it any more once the streamer went on.
    working.catch(() => {});
    try {
      return await Promise.race([working, interrupted]);
    } finally {
      this.#heard = null;
      stop.abort();
    }
  }

  close(): void {
    this.#input.off('data', this.#onData).off('end', this.#onEnd).off('close', this.#onEnd);
    if (this.#input.isTTY) this.#input.setRawMode?.(false);
    this.#input.pause();
  }
}
