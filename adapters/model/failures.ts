/** What can go wrong with a language model, as coded errors: what came, what was expected, what to do. */

export const MODEL_FAILURES = {
  MODEL_UNREACHABLE: 'No language model answers at {url} ({detail}). Check MSIG_MODEL_URL and that it runs.',
  MODEL_KEY: 'The language model at {url} does not accept the key (HTTP {status}). Check MSIG_MODEL_KEY.',
  MODEL_BUSY:
    'The language model at {url} asks for fewer calls (HTTP {status}). Lower MSIG_MODEL_BUDGET, or wait.',
  MODEL_FAILED: 'The language model at {url} answered HTTP {status}: {detail}.',
  MODEL_GIBBERISH: 'The language model at {url} answered something else than a name and a line: {detail}.',
  MODEL_LATE: 'The language model at {url} did not answer in time.',
} as const;

export type ModelCode = keyof typeof MODEL_FAILURES;
export type ModelArgs = Readonly<Record<string, string | number>>;

/** A coded failure; `message` is the sentence with its arguments filled in. Holds no key. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
  readonly code: ModelCode;

  constructor(code: ModelCode, args: ModelArgs = {}, cause?: unknown) {
    const sentence = MODEL_FAILURES[code].replace(/\{(\w+)\}/g, (hole, key: string) =>
      String(args[key] ?? hole),
    );
    super(sentence, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}

/** @returns true for a coded failure, of this code if one is given. */
export function isModelError(error: unknown, code?: ModelCode): error is ModelError {
  return error instanceof ModelError && (code === undefined || error.code === code);
}
