/** For tests: what must be seen nowhere, and where it is looked for. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Vault } from '../../adapters/vault/vault.ts';
import type { SignIn } from '../chats/sign-in.ts';

/** What the vault holds: tokens of sign-ins, secrets of apps. */
function secretsIn(vault: Vault): string[] {
  return vault.names().flatMap((name) => {
    const text = vault.get(name) ?? '';
    if (name.startsWith('app/')) return [text];
    const { signIn } = JSON.parse(text) as { signIn: SignIn };
    return [signIn.accessToken, signIn.refreshToken ?? ''];
  });
}

export interface Searched {
  readonly vault: Vault;
  /** Folder with all that was written. */
  readonly data: string;
  /** All that was on the screen. */
  readonly screen: string;
  /** Secrets that were typed or handed over on the way. */
  readonly given: readonly string[];
}

/** Neither what was typed nor what the platform gave stands on the screen or, unsealed, in a file. */
export async function expectNoSecrets({ vault, data, screen, given }: Searched): Promise<void> {
  const kept = secretsIn(vault);
  expect(kept.length).toBeGreaterThan(0);
  const files = (await readdir(data, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
  const paths = files.map((file) => join(file.parentPath, file.name));
  const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
  const all = [screen, ...texts].join('\n');
  for (const secret of [...given, ...kept]) {
    expect(secret).not.toBe('');
    expect(all).not.toContain(secret);
  }
  expect((await stat(join(data, 'settings.yaml'))).mode & 0o777).toBe(0o600);
}
