import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keptSignIn } from './pair-file.ts';

const GIVEN = { token: 'a1', refresh: 'r1' };
const NEXT = { accessToken: 'a2', refreshToken: 'r2', expiresAt: 5, scope: 'chat:write', renewing: null };
let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'msig-pair-'));
  path = join(folder, 'data', 'kick.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('begins with what the settings give, and goes on with what it was renewed to', () => {
  expect(keptSignIn(path, { token: null, refresh: null })).toBeNull();
  const first = keptSignIn(path, GIVEN);
  expect(first?.pair).toMatchObject({ accessToken: 'a1', refreshToken: 'r1', expiresAt: null });
  expect(first?.load()).toBeNull();
  first?.save(NEXT);
  expect(first?.load()).toEqual(NEXT);
  expect(keptSignIn(path, GIVEN)?.pair).toEqual(NEXT);
  // The settings may be emptied once the sign-in is kept.
  const without = keptSignIn(path, { token: null, refresh: null });
  expect(without?.pair).toEqual(NEXT);
  without?.save({ ...NEXT, accessToken: 'a3' });
  expect(keptSignIn(path, GIVEN)?.pair.accessToken).toBe('a3');
});

it('is for its owner alone, holds the settings only as a mark, and leaves nothing beside it', () => {
  const kept = keptSignIn(path, GIVEN);
  kept?.save(NEXT);
  kept?.save(NEXT);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, 'data'))).toEqual(['kick.json']);
  expect(readFileSync(path, 'utf8')).not.toMatch(/a1|r1/);
});

it('takes another sign-in in the settings for a new one', () => {
  keptSignIn(path, GIVEN)?.save(NEXT);
  const anew = keptSignIn(path, { token: 'b1', refresh: 'q1' });
  expect(anew?.pair.accessToken).toBe('b1');
  expect(anew?.load()).toBeNull();
  // Without an access token it is renewed before its first use.
  expect(keptSignIn(path, { token: null, refresh: 'q2' })?.pair.expiresAt).toBe(0);
});

it('tries the settings when the file is no sign-in', () => {
  keptSignIn(path, GIVEN)?.save(NEXT);
  for (const broken of ['', 'null', '{"from":"x"}', '{"from":1,"pair":{}}']) {
    writeFileSync(path, broken);
    expect(keptSignIn(path, GIVEN)?.pair.accessToken).toBe('a1');
    expect(keptSignIn(path, { token: null, refresh: null })).toBeNull();
  }
});
