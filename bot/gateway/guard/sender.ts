/** Whose request it is, as far as an address tells: for limits of those who have no token. */
import { BlockList, isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';

/** Where a proxy of ours stands: on this machine, or in its own network. */
const NEAR = new BlockList();
NEAR.addSubnet('127.0.0.0', 8);
NEAR.addSubnet('10.0.0.0', 8);
NEAR.addSubnet('172.16.0.0', 12);
NEAR.addSubnet('192.168.0.0', 16);
NEAR.addAddress('::1', 'ipv6');
NEAR.addSubnet('fc00::', 7, 'ipv6');

/**
 * The address of whoever sends this: behind a proxy or a tunnel of ours, the one that it has written last, since those
 * before may be anybody's words. Of IPv6 the first 64 bits, which one household has.
 */
export function senderOf({ ip, headers }: Pick<FastifyRequest, 'ip' | 'headers'>): string {
  const peer = plain(ip);
  const told = plain(
    String(headers['x-forwarded-for'] ?? '')
      .split(',')
      .at(-1) ?? '',
  );
  return household(isNear(peer) && isIP(told) !== 0 ? told : peer);
}

/** IPv4 as itself, also where a socket for both kinds writes it as IPv6. */
function plain(address: string): string {
  return address.trim().replace(/^::ffff:(?=[\d.]+$)/i, '');
}

function isNear(address: string): boolean {
  const kind = isIP(address);
  return kind !== 0 && NEAR.check(address, kind === 6 ? 'ipv6' : 'ipv4');
}

function household(address: string): string {
  if (isIP(address) !== 6) return address;
  const [before = [], after = []] = address.split('::').map((half) => half.split(':').filter(Boolean));
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0');
  const groups = [...before, ...zeros, ...after].slice(0, 4).map((group) => Number.parseInt(group, 16));
  return groups.map((group) => group.toString(16)).join(':');
}
