/** How much a client may send before it is slowed, then sent away. */
export interface Limits {
  /** Frames a second, by role. */
  readonly frames: Readonly<Record<'admin' | 'player' | 'discord' | 'site' | 'overlay', number>>;
  /** HTTP requests a second, by role; `guest` is a request without a good token. */
  readonly requests: Readonly<Record<'admin' | 'player' | 'discord' | 'site' | 'overlay' | 'guest', number>>;
  readonly bodyBytes: number;
  readonly importBytes: number;
}

export const LIMITS: Limits = {
  frames: { admin: 20_000, player: 2_000, discord: 500, site: 100, overlay: 10 },
  requests: { admin: 5_000, player: 1_000, discord: 200, site: 200, overlay: 50, guest: 300 },
  bodyBytes: 64 * 1024,
  importBytes: 256 * 1024 * 1024,
};

/** Seconds' worth of frames that may come at once. */
export const BURST_SECONDS = 2;
/** Frames dropped for being too many, or wrong, before the socket is closed. */
export const PATIENCE = 50;
export const HELLO_MS = 5_000;
/** Sockets that have not said hello yet. */
export const MOST_STRANGERS = 2_000;
