/** Requests have to be meant for us: a foreign Host is a rebound name, a foreign Origin another site's page. */
import { isIP } from 'node:net';

export interface Hosts {
  /** Names besides 127.0.0.1, [::1] and localhost under which people reach us. */
  readonly names: readonly string[];
  /** Opened to other machines: then any bare address of this machine is fine too. */
  readonly open: boolean;
}

const LOCAL = new Set(['localhost', '127.0.0.1', '::1']);

export function hostIsOurs(host: string | undefined, { names, open }: Hosts): boolean {
  const name = nameOf(host);
  if (name === null) return false;
  return LOCAL.has(name) || names.includes(name) || (open && isIP(name) !== 0);
}

/** No Origin means no browser page. Otherwise it has to be the page's own server: this one. */
export function originIsOurs(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined) return true;
  try {
    return new URL(origin).host === (host ?? '').toLowerCase();
  } catch {
    return false;
  }
}

function nameOf(host: string | undefined): string | null {
  if (!host || !URL.canParse(`http://${host}`)) return null;
  return new URL(`http://${host}`).hostname.replace(/^\[|\]$/g, '');
}

export function isLoopback(address: string): boolean {
  return address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1';
}
