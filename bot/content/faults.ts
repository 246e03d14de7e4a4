/** What is wrong with content, all of it at once. */

export interface Fault {
  /** The file to open. */
  readonly file: string;
  /** The place in it: `half_sandwich.use[0].op`; empty for the whole file. */
  readonly path: string;
  /** What came, what was expected. */
  readonly message: string;
  /** What kind of thing is wrong; absent for the form of files and fields. */
  readonly about?: About;
}

/** `words`: lengths and signs that chats and screens have no room for. */
export type About = 'reference' | 'place' | 'balance' | 'words' | 'coverage' | 'unused';

/** The same faults, said to be about that. */
export function about(what: About, faults: readonly Fault[]): readonly Fault[] {
  return faults.map((fault) => ({ ...fault, about: what }));
}

export function faultLine({ file, path, message }: Fault): string {
  return path === '' ? `${file}: ${message}` : `${file}: ${path}: ${message}`;
}

/** Thrown once for a whole set of layers; `faults` are sorted by file and keep their order inside it. */
export class ContentError extends Error {
  readonly faults: readonly Fault[];
  /** What is no mistake in itself, yet nobody meant: entries that no game can meet. */
  readonly notes: readonly Fault[];
  constructor(faults: readonly Fault[], notes: readonly Fault[] = []) {
    const sorted = [...faults].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
    super(`the content has ${sorted.length} fault(s):\n${sorted.map(faultLine).join('\n')}`);
    this.name = 'ContentError';
    this.faults = sorted;
    this.notes = notes;
  }
}

export type Path = readonly (string | number)[];

export function pathText(path: Path): string {
  let out = '';
  for (const part of path) {
    if (typeof part === 'number') out += `[${part}]`;
    else out += out === '' ? part : `.${part}`;
  }
  return out;
}

/** A value as a person would quote it, cut to a readable length. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
