import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openVault } from './vault.ts';

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'msig-vault-')), 'vault');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

it('gives back what it was given, also to another process, and forgets on demand', () => {
  const vault = openVault(folder);
  expect(vault.get('twitch/anna')).toBeNull();
  vault.set('twitch/anna', 'secret one');
  vault.set('youtube/@анна', 'secret two');
  vault.set('twitch/anna', 'secret three');
  const other = openVault(folder);
  expect(other.get('twitch/anna')).toBe('secret three');
  expect(other.get('youtube/@анна')).toBe('secret two');
  expect(other.names()).toEqual(['twitch/anna', 'youtube/@анна']);
  other.remove('twitch/anna');
  expect(vault.get('twitch/anna')).toBeNull();
});

it('keeps everything for its owner alone, readable by nobody without the key', () => {
  openVault(folder).set('twitch/anna', 'secret one');
  for (const file of readdirSync(folder)) {
    expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, file), 'utf8')).not.toContain('secret');
  }
});

it('with a key of the settings leaves no key beside what it seals', () => {
  openVault(folder, 'a long word').set('kick/anna', 'secret');
  expect(readdirSync(folder)).toEqual(['kick%2Fanna.sealed']);
  expect(openVault(folder, 'a long word').get('kick/anna')).toBe('secret');
  expect(() => openVault(folder, 'another').get('kick/anna')).toThrow(/MSIG_VAULT_KEY/);
});

it('takes no sealed secret for another, and none that was touched', () => {
  const vault = openVault(folder);
  vault.set('twitch/anna', 'secret');
  const sealed = readFileSync(join(folder, 'twitch%2Fanna.sealed'), 'utf8');
  writeFileSync(join(folder, 'twitch%2Fboris.sealed'), sealed);
  expect(() => vault.get('twitch/boris')).toThrow(expect.objectContaining({ code: 'VAULT_LOCKED' }));
  writeFileSync(join(folder, 'twitch%2Fanna.sealed'), `${sealed.slice(0, -2)}AA`);
  expect(() => vault.get('twitch/anna')).toThrow(expect.objectContaining({ code: 'VAULT_LOCKED' }));
  writeFileSync(join(folder, 'twitch%2Fanna.sealed'), '');
  expect(() => vault.get('twitch/anna')).toThrow(expect.objectContaining({ code: 'VAULT_LOCKED' }));
});
