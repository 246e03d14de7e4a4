/** What every maker of a chat is given. */
import type { PlatformAdapter } from '../../adapters/platform/contract.ts';
import type { LocalWire } from '../../adapters/platform/local/local.ts';
import type { Vault } from '../../adapters/vault/vault.ts';
import type { Settings } from '../settings-table.ts';

export interface Around {
  readonly settings: Settings;
  /** Folder of the data, absolute. */
  readonly data: string;
  readonly vault: Vault;
  /** What goes wrong on the way, in a sentence; never chat, never a token. */
  readonly note: (line: string) => void;
  /** The seat's own chat at the gateway. */
  readonly wire: LocalWire;
}

export type MakeChat = (channel: string, around: Around) => PlatformAdapter;

/** The secret of an application: kept by the wizard, or given by the settings. */
export function appSecret(vault: Vault, platform: string, given: string | null): string | null {
  return given ?? vault.get(`app/${platform}`);
}

/** Only what is there: adapters have defaults of their own. */
export function given<T extends Readonly<Record<string, unknown>>>(
  of: T,
): { [K in keyof T]?: NonNullable<T[K]> } {
  const there = Object.entries(of).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(there) as { [K in keyof T]?: NonNullable<T[K]> };
}
