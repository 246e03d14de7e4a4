import { expect, it } from 'vitest';
import { senderOf } from './sender.ts';

const from = (ip: string, forwarded?: string) =>
  senderOf({ ip, headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded } });

it.each([
  ['a machine', from('192.0.2.7'), '192.0.2.7'],
  ['a machine on a socket for both kinds', from('::ffff:192.0.2.7'), '192.0.2.7'],
  ['a stranger who claims to be a proxy', from('192.0.2.7', '198.51.100.1'), '192.0.2.7'],
  ['somebody behind a tunnel here', from('127.0.0.1', '198.51.100.1'), '198.51.100.1'],
  [
    'whom a proxy has seen, not whom they say',
    from('172.18.0.2', '203.0.113.9, 198.51.100.1'),
    '198.51.100.1',
  ],
  ['a proxy with nothing to read', from('::1', 'unknown'), '0:0:0:0'],
  ['one address of a household', from('2001:db8:1:2:3::4'), '2001:db8:1:2'],
  ['another of the same', from('2001:0db8:1:2::'), '2001:db8:1:2'],
  ['another household', from('2001:db8::2:3:4:5'), '2001:db8:0:0'],
])('knows %s', (_, found, expected) => expect(found).toBe(expected));
