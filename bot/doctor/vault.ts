/** The vault as it stands: looked at without making a folder or a key, and without stopping at what does not open. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isAdapterError } from '../../adapters/errors.ts';
import { openVault, type Vault } from '../../adapters/vault/vault.ts';

export interface SeenVault {
  /** Reads as empty what does not open. */
  readonly vault: Vault;
  /** `keyless`: there are secrets, and the key that lay beside them is gone. */
  readonly state: 'absent' | 'open' | 'keyless' | 'unreadable';
  /** Names of secrets that the key does not open. */
  readonly locked: readonly string[];
}

const EMPTY: Vault = { get: () => null, set: () => {}, remove: () => {}, names: () => [] };

export function seeVault(data: string, key: string | null): SeenVault {
  const folder = join(data, 'vault');
  try {
    if (!existsSync(folder)) return { vault: EMPTY, state: 'absent', locked: [] };
    const sealed = readdirSync(folder).some((file) => file.endsWith('.sealed'));
    if (!sealed) return { vault: EMPTY, state: 'open', locked: [] };
    if (key === null && !existsSync(join(folder, 'key')))
      return { vault: EMPTY, state: 'keyless', locked: [] };
    return opened(openVault(folder, key));
  } catch {
    return { vault: EMPTY, state: 'unreadable', locked: [] };
  }
}

function opened(vault: Vault): SeenVault {
  const locked: string[] = [];
  const known = new Map<string, string | null>();
  for (const name of vault.names()) {
    try {
      known.set(name, vault.get(name));
    } catch (error) {
      if (!isAdapterError(error, 'VAULT_LOCKED')) throw error;
      locked.push(name);
    }
  }
  const names = [...known.keys()];
  const view: Vault = { ...EMPTY, get: (name) => known.get(name) ?? null, names: () => names };
  return { vault: view, state: 'open', locked };
}
