import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openVault } from '../../adapters/vault/vault.ts';
import { draftVault, lazyVault, withoutSignIn } from './draft-vault.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'msig-draft-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('writes nothing before it is kept', () => {
  const vault = openVault(folder);
  vault.set('app/kick', 'old');
  vault.set('app/vkvideo', 'stays');
  const draft = draftVault(vault);
  draft.set('app/kick', 'new');
  draft.set('kick/anna', 'token');
  draft.remove('app/vkvideo');
  expect([draft.get('app/kick'), draft.get('app/vkvideo'), draft.names()]).toEqual([
    'new',
    null,
    ['app/kick', 'kick/anna'],
  ]);
  expect([vault.get('app/kick'), vault.get('app/vkvideo'), vault.names()]).toEqual([
    'old',
    'stays',
    ['app/kick', 'app/vkvideo'],
  ]);
  draft.keep();
  expect([vault.get('app/kick'), vault.names()]).toEqual(['new', ['app/kick', 'kick/anna']]);
});

it('carries the renewal of a moved sign-in back at once: the token before it is dead', () => {
  const vault = openVault(folder);
  vault.set('kick/anna', 'pair 1');
  const draft = draftVault(vault, { 'kick/boris': 'kick/anna' });
  expect(draft.get('kick/boris')).toBe('pair 1');
  draft.set('kick/boris', 'pair 2');
  expect(vault.get('kick/anna')).toBe('pair 2');
  expect(vault.get('kick/boris')).toBeNull();
  draft.keep();
  expect(vault.get('kick/boris')).toBe('pair 2');
});

it('hides one sign-in from a connection that only looks', () => {
  const vault = openVault(folder);
  vault.set('twitch/anna', 'token');
  vault.set('app/twitch', 'secret');
  const looking = withoutSignIn(vault, 'twitch/anna');
  looking.set('twitch/anna', 'other');
  expect([looking.get('twitch/anna'), looking.get('app/twitch'), vault.get('twitch/anna')]).toEqual([
    null,
    'secret',
    'token',
  ]);
});

it('makes no folder and no key for a look', () => {
  const place = join(folder, 'vault');
  const locked = () => {};
  const vault = lazyVault({ there: () => existsSync(place), open: () => openVault(place), locked });
  expect([vault.get('x'), vault.names()]).toEqual([null, []]);
  vault.remove('x');
  expect(existsSync(place)).toBe(false);
  vault.set('x', 'y');
  expect(openVault(place).get('x')).toBe('y');
});

it('takes what another key has sealed for not there, says so once, and lets it be written anew', () => {
  openVault(folder, 'the old key').set('app/kick', 'secret');
  const told: string[] = [];
  const open = () => openVault(folder, 'the new key');
  const vault = lazyVault({ there: () => true, open, locked: () => told.push('locked') });
  expect([vault.get('app/kick'), vault.get('app/kick'), told]).toEqual([null, null, ['locked']]);
  vault.set('app/kick', 'another');
  expect(vault.get('app/kick')).toBe('another');
});
