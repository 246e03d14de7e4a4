/** What we read of the library's objects: kept small, so that a test can hand in a broken one. */

/** A chat line as `@twurple/chat` gives it. Its own getters promise more than an odd server keeps, so tags are read. */
export interface ForeignLine {
  readonly tags: ReadonlyMap<string, string>;
}

/** A failed HTTP call of the library carries the status. */
export function statusOf(error: unknown): number | null {
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : null;
}

/**
 * What Twitch answered to a failed HTTP call. The library's own sentence must not be shown or logged: it holds the
 * whole address, and in a renewal that is the client's secret and the renewal token.
 */
export function answerOf(error: unknown): string {
  const { body } = error as { body?: unknown };
  try {
    const { message } = JSON.parse(String(body)) as { message?: unknown };
    return `HTTP ${statusOf(error)}, "${String(message).slice(0, 100)}"`;
  } catch {
    return `HTTP ${statusOf(error)}`;
  }
}
