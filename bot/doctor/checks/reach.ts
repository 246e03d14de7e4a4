import type { Around } from '../around.ts';
import { EXAMINERS } from '../around.ts';
import { type Check, type Found, fault, ok, warn } from '../check.ts';
import type { Platform } from '../facts.ts';
import { discordApi } from './discord.ts';

/** Name, connection, encryption and answer of every outside address in use. */
export const reachCheck: Check = {
  name: 'reach',
  run: async (around) => {
    const all = addressesOf(around);
    if (all.length === 0) return [ok('NO_PLATFORMS')];
    return (await Promise.all(all.map(([about, urls]) => tried(about, urls, around)))).flat();
  },
};

/** Each platform in use with its addresses. */
export function addressesOf({
  platforms,
  settings,
  discordToken,
}: Around): readonly (readonly [string, readonly string[]])[] {
  const chats = platforms.map(
    (platform: Platform) => [platform, EXAMINERS[platform].addresses(settings)] as const,
  );
  return discordToken ? [...chats, ['discord', [discordApi(settings)]]] : chats;
}

const CODES = { dns: 'REACH_DNS', tcp: 'REACH_TCP', tls: 'REACH_TLS', http: 'REACH_HTTP' } as const;

async function tried(about: string, urls: readonly string[], { net }: Around): Promise<Found[]> {
  const found = await Promise.all(
    urls.map(async (url): Promise<Found | null> => {
      const { host } = new URL(url);
      const answer = await net.reach(url);
      if (!answer.answered) return fault(CODES[answer.step], { host, why: answer.detail }, about);
      return answer.status >= 500 ? warn('REACH_ILL', { host, status: answer.status }, about) : null;
    }),
  );
  const bad = new Map(found.flatMap((one) => (one ? [[`${one.code} ${one.args.host}`, one]] : [])));
  if (bad.size > 0) return [...bad.values()];
  const hosts = [...new Set(urls.map((url) => new URL(url).host))].join(', ');
  return [ok('REACH', { hosts }, about)];
}
