/** How much one frame may hold: over `MAX_FRAME` the server closes the line, so nobody sends, or keeps, a longer one. */
import { type FromClient, MAX_FRAME } from './wire.ts';

/** Bytes of this value as JSON in UTF-8. */
export function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

export interface Batching {
  /** The frame with its list still empty; a part that is not known yet is as long as it may become. */
  readonly around: FromClient;
  /** The wire's schema takes so many and no more. */
  readonly most: number;
}

/**
 * The first of these that go into one frame, in their order. At least one: whoever sends it is told if even that is too
 * long, and nothing waits behind it for ever.
 */
export function batchOf<T>(items: Iterable<T>, { around, most }: Batching): T[] {
  const list: T[] = [];
  let bytes = bytesOf(around);
  for (const item of items) {
    // With its comma.
    bytes += bytesOf(item) + 1;
    if (list.length > 0 && (bytes > MAX_FRAME || list.length === most)) break;
    list.push(item);
  }
  return list;
}
