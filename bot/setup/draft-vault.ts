/** A vault to try things in: what is set stays in memory until it is kept, so that a cancelled wizard leaves no trace. */
import { isAdapterError } from '../../adapters/errors.ts';
import type { Vault } from '../../adapters/vault/vault.ts';
import { aside } from '../chats/sign-in.ts';

export interface DraftVault extends Vault {
  /** Writes everything that was set. @throws Error of the file system */
  keep(): void;
}

/**
 * @param also name in the draft → name in the vault, for a sign-in that is only moved: its renewals reach the vault at
 * once, since the token they replace is dead, whatever becomes of the draft
 */
export function draftVault(vault: Vault, also: Readonly<Record<string, string>> = {}): DraftVault {
  const drafted = new Map<string, string | null>();
  for (const [name, from] of Object.entries(also)) drafted.set(name, vault.get(from));
  return {
    get: (name) => drafted.get(name) ?? (drafted.has(name) ? null : vault.get(name)),
    set(name, text) {
      const from = Object.hasOwn(also, name) ? also[name] : undefined;
      if (from !== undefined) vault.set(from, text);
      drafted.set(name, text);
    },
    remove: (name) => void drafted.set(name, null),
    names: () => {
      const there = vault.names().filter((name) => drafted.get(name) !== null || !drafted.has(name));
      const fresh = [...drafted].flatMap(([name, text]) => (text === null ? [] : [name]));
      return [...new Set([...there, ...fresh])].sort();
    },
    keep() {
      for (const [name, text] of drafted) text === null ? vault.remove(name) : vault.set(name, text);
    },
  };
}

/** The same vault without one account's sign-in: for a second connection that only looks. */
export function withoutSignIn(vault: Vault, name: string): Vault {
  return {
    ...vault,
    get: (asked) => (asked === name || asked === aside(name) ? null : vault.get(asked)),
    set: () => {},
  };
}

interface Lazy {
  readonly there: () => boolean;
  readonly open: () => Vault;
  /** Told once: what was sealed with another key counts as not there, so that a new sign-in can take its place. */
  readonly locked: () => void;
}

/** A vault that is made only when something is written: looking and cancelling leaves no folder and no key behind. */
export function lazyVault({ there, open, locked }: Lazy): Vault {
  let opened: Vault | null = null;
  let told = false;
  const made = () => {
    opened ??= open();
    return opened;
  };
  const known = () => (there() ? made() : null);
  return {
    get(name) {
      try {
        return known()?.get(name) ?? null;
      } catch (error) {
        if (!isAdapterError(error, 'VAULT_LOCKED')) throw error;
        if (!told) locked();
        told = true;
        return null;
      }
    },
    set: (name, text) => made().set(name, text),
    remove: (name) => known()?.remove(name),
    names: () => known()?.names() ?? [],
  };
}
