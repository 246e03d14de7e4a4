/** The read-only keys that links to OBS sources carry: the host gives them out and ends them. */
/** `ended`: the old keys are no more, and no fresh one has come. */
export type KeyFault = 'forbidden' | 'silent' | 'ended';

export type KeyAnswer =
  | { readonly ok: true; readonly key: string }
  | { readonly ok: false; readonly why: KeyFault };

export interface Keys {
  /** The key of the game, made at the first call. */
  current(): Promise<KeyAnswer>;
  /** Ends every key of the game, and answers with a fresh one. */
  replace(): Promise<KeyAnswer>;
}

export interface KeysOptions {
  readonly origin: string;
  readonly game: string;
  /** A token of the host: the page people play on has one. */
  readonly token: string;
}

/** Bound to one host and game. */
export function createKeys({ origin, game, token }: KeysOptions): Keys {
  const ask = async (method: 'POST' | 'DELETE'): Promise<KeyAnswer> => {
    const response = await fetch(`${origin}/api/overlay-keys`, {
      method,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ game }),
    }).catch(() => null);
    if (!response || response.status >= 500) return { ok: false, why: 'silent' };
    if (!response.ok) return { ok: false, why: 'forbidden' };
    const { key } = (await response.json()) as { key?: string };
    return { ok: true, key: key ?? '' };
  };
  return {
    current: () => ask('POST'),
    async replace() {
      const ended = await ask('DELETE');
      if (!ended.ok) return ended;
      const fresh = await ask('POST');
      return fresh.ok ? fresh : { ok: false, why: 'ended' };
    },
  };
}
