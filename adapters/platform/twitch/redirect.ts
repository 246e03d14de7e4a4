/**
 * Sends the library's HTTP calls to the configured addresses. The library has no base address a client: it builds
 * `https://id.twitch.tv/oauth2/…` and calls the global `fetch`. Its own switch (an environment variable) knows only
 * `localhost` and another layout of paths, so the global is wrapped, for these two beginnings of addresses alone.
 * It is one for the process, which suits us: a player process has one set of addresses.
 */
import { httpBase, REAL, type TwitchAddresses } from './addresses.ts';
import { TwitchError } from './failures.ts';

interface Installed {
  readonly api: string;
  readonly auth: string;
  readonly undo: () => void;
  users: number;
}

let installed: Installed | null = null;

/** Redirects until the returned function is called. @throws TwitchError TWITCH_ADDRESS, TWITCH_ADDRESSES */
export function redirectCalls(addresses: TwitchAddresses): () => void {
  const api = httpBase('api', addresses.api);
  const auth = httpBase('auth', addresses.auth);
  if (api === REAL.api && auth === REAL.auth) return () => {};
  if (installed && (installed.api !== api || installed.auth !== auth)) {
    throw new TwitchError('TWITCH_ADDRESSES', { other: `${installed.api}, ${installed.auth}` });
  }
  const mine = installed ?? install(api, auth);
  installed = mine;
  mine.users += 1;
  let released = false;
  return () => {
    if (released) return;
    released = true;
    mine.users -= 1;
    if (mine.users > 0) return;
    mine.undo();
    installed = null;
  };
}

function install(api: string, auth: string): Installed {
  const before = globalThis.fetch;
  const wrapped: typeof fetch = (input, init) => {
    if (typeof input !== 'string') return before(input, init);
    return before(swapped(input, REAL.api, api) ?? swapped(input, REAL.auth, auth) ?? input, init);
  };
  globalThis.fetch = wrapped;
  const undo = () => {
    // Somebody who wrapped after us keeps his wrapper; ours then only passes calls on.
    if (globalThis.fetch === wrapped) globalThis.fetch = before;
  };
  return { api, auth, undo, users: 0 };
}

function swapped(url: string, from: string, to: string): string | null {
  if (!url.startsWith(from)) return null;
  const rest = url.slice(from.length);
  return rest === '' || /^[/?]/.test(rest) ? to + rest : null;
}
