/** The sign-in of one outside account: from the vault, where renewals are kept too, or as the settings give it. */
import { createHash } from 'node:crypto';
import type { Vault } from '../../adapters/vault/vault.ts';

export interface SignIn {
  readonly accessToken: string;
  readonly refreshToken: string | null;
  /** Milliseconds since 1970; null if nobody told. */
  readonly expiresAt: number | null;
  /** Null if nobody told. */
  readonly scopes: readonly string[] | null;
  /** Since when a renewal is on its way, for platforms whose renewal token works once; null when none is. */
  readonly renewing: number | null;
}

export interface KeptSignIn {
  readonly signIn: SignIn;
  /** On the disk when it returns. @throws Error of the file system */
  save(next: SignIn): void;
  /** What is kept now: another process may have renewed it. */
  load(): SignIn | null;
}

/** As somebody wrote it into the settings; each may be missing. */
export interface GivenSignIn {
  readonly token: string | null;
  readonly refresh: string | null;
}

interface Kept {
  /** Of the settings that this sign-in began with (others there mean a new sign-in); null: it was made by the wizard. */
  readonly from: string | null;
  readonly signIn: SignIn;
}

export const signInName = (platform: string, channel: string): string =>
  `${platform}/${channel.toLowerCase()}`;

/** Keeps what the wizard got. @throws Error of the file system */
export function keepSignIn(vault: Vault, name: string, signIn: SignIn): void {
  vault.set(name, JSON.stringify({ from: null, signIn } satisfies Kept));
}

/**
 * Null if there is none, neither kept nor given. What the settings give comes before what the wizard made, as variables
 * come before files; its renewals then lie beside the wizard's sign-in, which serves again when nothing is given.
 */
export function keptSignIn(vault: Vault, name: string, given: GivenSignIn): KeptSignIn | null {
  const from = given.token === null && given.refresh === null ? null : markOf(given);
  const slot = slotOf(vault, name, from);
  const kept = read(vault, slot);
  const current = kept && (from === null || kept.from === from) ? kept : null;
  const signIn = current?.signIn ?? (from === null ? null : signInOf(given));
  if (!signIn) return null;
  const mark = current ? current.from : from;
  return {
    signIn,
    save: (next) => vault.set(slot, JSON.stringify({ from: mark, signIn: next } satisfies Kept)),
    load: () => {
      const found = read(vault, slot);
      return found?.from === mark ? found.signIn : null;
    },
  };
}

/** The settings give a sign-in although the wizard has made one, which therefore lies idle. */
export function overWizard(vault: Vault, name: string, { token, refresh }: GivenSignIn): boolean {
  return (token !== null || refresh !== null) && read(vault, name)?.from === null;
}

/** Nothing of it stays, whoever made it. */
export function forgetSignIn(vault: Vault, name: string): void {
  for (const place of [name, aside(name)]) vault.remove(place);
}

export const aside = (name: string): string => `given/${name}`;

/** Where it is kept: in the usual place, or in one of its own while the wizard's sign-in has that. */
function slotOf(vault: Vault, name: string, from: string | null): string {
  if (from === null) return read(vault, name) ? name : aside(name);
  return read(vault, name)?.from === null ? aside(name) : name;
}

/** Without a renewal token the access token serves until its end; without an access token the renewal makes one. */
function signInOf({ token, refresh }: GivenSignIn): SignIn {
  const expiresAt = token === null ? 0 : null;
  return { accessToken: token ?? '', refreshToken: refresh, expiresAt, scopes: null, renewing: null };
}

function markOf({ token, refresh }: GivenSignIn): string {
  return createHash('sha256')
    .update(JSON.stringify([token, refresh]))
    .digest('hex');
}

/** Null for what is not there or is no sign-in: the settings are tried then. */
function read(vault: Vault, name: string): Kept | null {
  const text = vault.get(name);
  if (text === null) return null;
  try {
    const { from, signIn } = JSON.parse(text) as Partial<Kept>;
    return typeof signIn?.accessToken === 'string' && from !== undefined ? { from, signIn } : null;
  } catch {
    return null;
  }
}
