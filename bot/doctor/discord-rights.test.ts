import { describe, expect, it } from 'vitest';
import { rightsMissing, type Standing } from './discord-rights.ts';

const VIEW = 1n << 10n;
const SEND = 1n << 11n;
const ATTACH = 1n << 15n;
const ADMINISTRATOR = 1n << 3n;

const standing = (everybody: bigint, more: Partial<Standing> = {}): Standing => ({
  bot: '2',
  guild: '1',
  owner: '9',
  roles: [
    { id: '1', permissions: String(everybody) },
    { id: '5', permissions: '0' },
  ],
  own: ['5'],
  overwrites: [],
  ...more,
});
const except = (id: string, deny: bigint, allow = 0n) => ({ id, deny: String(deny), allow: String(allow) });

describe('the rights of a bot in a Discord channel', () => {
  it.each([
    ['all of them, from the role of everybody', standing(VIEW | SEND | ATTACH), []],
    ['without the one that no role has', standing(VIEW | SEND), ['Attach Files']],
    ['all of them, for an administrator', standing(ADMINISTRATOR), []],
    ['all of them, for the owner', standing(0n, { owner: '2' }), []],
    [
      'less what the channel takes from everybody',
      standing(VIEW | SEND | ATTACH, { overwrites: [except('1', SEND)] }),
      ['Send Messages'],
    ],
    [
      'with what the channel gives back to its role',
      standing(VIEW | SEND | ATTACH, { overwrites: [except('1', SEND), except('5', 0n, SEND)] }),
      [],
    ],
    [
      'less what the channel takes from the bot itself, whatever its role has',
      standing(VIEW | ATTACH, { overwrites: [except('2', SEND), except('5', 0n, SEND)] }),
      ['Send Messages'],
    ],
    [
      'unmoved by exceptions for others',
      standing(VIEW | SEND | ATTACH, { overwrites: [except('7', VIEW)] }),
      [],
    ],
  ] as const)('are %s', (_name, given, missing) => {
    expect(rightsMissing(given)).toEqual(missing);
  });

  it('are not known without the roles', () => {
    expect(rightsMissing(standing(0n, { roles: [] }))).toBeNull();
  });
});
