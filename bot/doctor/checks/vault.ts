import { type Check, fault, ok } from '../check.ts';

/** The kept secrets open with the key that is there. */
export const vaultCheck: Check = {
  name: 'vault',
  run: async ({ seen: { state, locked, vault } }) => {
    if (state === 'absent') return [ok('VAULT_NEW')];
    if (state === 'keyless') return [fault('VAULT_KEYLESS')];
    if (state === 'unreadable') return [fault('VAULT_UNREADABLE')];
    if (locked.length > 0) return [fault('VAULT_LOCKED', { list: locked.join(', ') })];
    return [ok('VAULT', { count: vault.names().length })];
  },
};
