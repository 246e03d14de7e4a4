import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openVault, type Vault } from '../../adapters/vault/vault.ts';
import { keepSignIn, keptSignIn, overWizard } from './sign-in.ts';

const GIVEN = { token: 'a1', refresh: 'r1' };
const NONE = { token: null, refresh: null };
const NEXT = { accessToken: 'a2', refreshToken: 'r2', expiresAt: 5, scopes: ['chat:write'], renewing: null };
const NAME = 'kick/anna';
let folder: string;
let vault: Vault;
beforeEach(() => {
  folder = mkdtempSync(`${tmpdir()}/msig-sign-in-`);
  vault = openVault(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('begins with what the settings give, and goes on with what it was renewed to', () => {
  expect(keptSignIn(vault, NAME, NONE)).toBeNull();
  const first = keptSignIn(vault, NAME, GIVEN);
  expect(first?.signIn).toMatchObject({ accessToken: 'a1', refreshToken: 'r1', expiresAt: null });
  expect(first?.load()).toBeNull();
  first?.save(NEXT);
  expect(first?.load()).toEqual(NEXT);
  expect(keptSignIn(vault, NAME, GIVEN)?.signIn).toEqual(NEXT);
  // The settings may be emptied once the sign-in is kept.
  const without = keptSignIn(vault, NAME, NONE);
  expect(without?.signIn).toEqual(NEXT);
  without?.save({ ...NEXT, accessToken: 'a3' });
  expect(keptSignIn(vault, NAME, GIVEN)?.signIn.accessToken).toBe('a3');
});

it('takes another sign-in in the settings for a new one', () => {
  keptSignIn(vault, NAME, GIVEN)?.save(NEXT);
  const anew = keptSignIn(vault, NAME, { token: 'b1', refresh: 'q1' });
  expect(anew?.signIn.accessToken).toBe('b1');
  expect(anew?.load()).toBeNull();
  // Without an access token it is renewed before its first use.
  expect(keptSignIn(vault, NAME, { token: null, refresh: 'q2' })?.signIn.expiresAt).toBe(0);
});

it('prefers what the settings give to what the wizard made, and loses neither', () => {
  keepSignIn(vault, NAME, NEXT);
  expect(overWizard(vault, NAME, NONE)).toBe(false);
  expect(overWizard(vault, NAME, GIVEN)).toBe(true);
  const given = keptSignIn(vault, NAME, GIVEN);
  expect(given?.signIn.accessToken).toBe('a1');
  given?.save({ ...NEXT, accessToken: 'a9' });
  expect(keptSignIn(vault, NAME, GIVEN)?.signIn.accessToken).toBe('a9');
  expect(keptSignIn(vault, NAME, GIVEN)?.load()?.accessToken).toBe('a9');
  expect(keptSignIn(vault, NAME, { token: 'other', refresh: null })?.signIn.accessToken).toBe('other');
  // Without what was given, the wizard's serves again, and is renewed in its own place.
  const wizards = keptSignIn(vault, NAME, NONE);
  expect(wizards?.signIn).toEqual(NEXT);
  wizards?.save({ ...NEXT, accessToken: 'a10' });
  expect(keptSignIn(vault, NAME, NONE)?.signIn.accessToken).toBe('a10');
  expect(keptSignIn(vault, NAME, GIVEN)?.signIn.accessToken).toBe('a9');
});

it("does not take a sign-in of the settings for the wizard's", () => {
  keptSignIn(vault, NAME, GIVEN)?.save(NEXT);
  expect(overWizard(vault, NAME, GIVEN)).toBe(false);
});

it('tries the settings when what is kept is no sign-in', () => {
  for (const broken of ['', 'null', '{"from":"x"}', '{"from":1,"signIn":{}}']) {
    vault.set(NAME, broken);
    expect(keptSignIn(vault, NAME, GIVEN)?.signIn.accessToken).toBe('a1');
    expect(keptSignIn(vault, NAME, NONE)).toBeNull();
  }
});
