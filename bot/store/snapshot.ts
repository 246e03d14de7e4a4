/** A state on file, so that a start need not replay the whole log. Only ever a short cut: the log is the truth. */

interface Kept<S> {
  readonly engineVersion: string;
  readonly hash: string;
  readonly state: S;
}

export function packSnapshot<S>(parts: Kept<S>): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(parts));
}

/**
 * @returns null when it is of another engine (which may fold events into another state) or cannot be read.
 */
export function unpackSnapshot<S>(bytes: Uint8Array, engineVersion: string): Kept<S> | null {
  try {
    const kept = JSON.parse(new TextDecoder().decode(bytes)) as Kept<S>;
    return kept.engineVersion === engineVersion && typeof kept.hash === 'string' ? kept : null;
  } catch {
    return null;
  }
}
