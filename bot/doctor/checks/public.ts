import type { Around } from '../around.ts';
import { type Check, type Found, fault, ok, warn } from '../check.ts';

/** The public address leads to this host. Kick's chat comes by it, and so do sign-ins from other machines. */
export const publicCheck: Check = {
  name: 'public',
  run: async (around) => {
    const { settings, platforms, door } = around;
    const wanted = platforms.includes('kick');
    if (settings.public === null) return [wanted ? warn('PUBLIC_UNSET', {}, 'kick') : ok('PUBLIC_NONE')];
    const url = settings.public;
    const { way, detail } = await door();
    return [...safety(around, url, wanted), ...wayOf(way, { url, detail, wanted })];
  },
};

/** Kick sends to https alone. */
function safety({ settings }: Around, url: string, wanted: boolean): Found[] {
  return wanted && settings.public?.startsWith('http:') ? [warn('PUBLIC_PLAIN', { url }, 'kick')] : [];
}

function wayOf(
  way: Awaited<ReturnType<Around['door']>>['way'],
  { url, detail, wanted }: { url: string; detail: string; wanted: boolean },
): Found[] {
  const about = wanted ? 'kick' : null;
  const bad = wanted ? fault : warn;
  switch (way) {
    case 'here':
      return [ok('PUBLIC', { url }, about)];
    case 'silent':
      return [bad('PUBLIC_SILENT', { url, why: detail }, about)];
    case 'elsewhere':
      return [bad('PUBLIC_ELSEWHERE', { url, why: detail }, about)];
    case 'name':
      // Webhooks come in under any name, for they are signed; pages and sign-ins do not.
      return [warn('PUBLIC_NAME', { url, name: new URL(url).hostname }, about)];
    case 'unset':
    case 'unknown':
      return [warn('PUBLIC_UNTRIED', { url }, about)];
  }
}
