/** A log that lives as long as the process: tests, simulations, benchmarks. */
import type { LogDriver } from './contract.ts';
import { RecordLog } from './record-log.ts';

export function memoryLog(): LogDriver {
  return new RecordLog({
    name: 'memory',
    durability: 'none',
    path: 'memory',
    open: async () => ({ games: new Map(), meta: new Map(), inbox: new Map(), identities: new Map() }),
    close: async () => {},
    saveGame: async () => {},
    saveMeta: async () => {},
    saveInbox: async () => {},
    saveIdentities: async () => {},
    mayFail: false,
  });
}
