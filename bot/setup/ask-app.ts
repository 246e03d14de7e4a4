/** The app at the platform: the one that is there, or a new one by the guide. */
import { appSecret } from '../chats/chat.ts';
import type { Settings } from '../settings-table.ts';
import { hookOf, redirectOf } from './door.ts';
import { guideText } from './guides/guide.ts';
import { KICK_PUBLIC } from './guides/kick.ts';
import type { App, SetupPlatform } from './platforms/platform.ts';
import type { Table } from './table.ts';

/** Null if none is known, or its secret is missing. */
export function knownApp({ vault }: Table, settings: Settings, platform: SetupPlatform): App | null {
  const { clientId, clientSecret: given } = settings[platform.name];
  if (!clientId) return null;
  const clientSecret = appSecret(vault, platform.name, given);
  return clientSecret || platform.secretOptional ? { clientId, clientSecret } : null;
}

/** @param fresh ask although one is known @throws Cancelled */
export async function askApp(
  table: Table,
  { settings, platform, fresh }: { settings: Settings; platform: SetupPlatform; fresh: boolean },
): Promise<App> {
  const { terminal, words, lang } = table;
  const { name, title, guide } = platform;
  const known = fresh ? null : knownApp(table, settings, platform);
  if (known) {
    terminal.discretion.learn(known.clientSecret);
    const choices = [
      { value: 'use' as const, label: words.appUse },
      { value: 'other' as const, label: words.appOther },
    ];
    if ((await terminal.choose(words.appKnown(title, known.clientId), choices)) === 'use') return known;
  }
  const addresses = { redirect: redirectOf(settings, name), hook: hookOf(settings, name) ?? words.noHook };
  terminal.note(words.appTitle(title), guideText(guide[lang], addresses, words.scopesWhy));
  const check = (text: string) => (/^\S+$/.test(text) ? null : words.missing);
  const clientId = await terminal.line(words.clientId(title), { check });
  const { secretOptional } = platform;
  const typed = await terminal.secret(
    secretOptional ? words.clientSecretOptional(title) : words.clientSecret(title),
    secretOptional ? (text) => (text === '' ? null : check(text)) : check,
  );
  if (settings[name].clientSecret)
    terminal.warn(words.overridden(`MSIG_${name.toUpperCase()}_CLIENT_SECRET`));
  return { clientId, clientSecret: typed === '' ? null : typed };
}

/** Kick reaches us only at a public address. Null: it stays what it is. @throws Cancelled */
export async function askPublic(
  { terminal, words, lang }: Table,
  settings: Settings,
): Promise<string | null> {
  if (settings.public !== null) return null;
  terminal.note(words.publicTitle, KICK_PUBLIC[lang](settings.port));
  const check = (text: string) => (text === '' || isPublic(text) ? null : words.publicBad);
  const given = await terminal.line(words.publicAsk, { check });
  return given === '' ? null : given.replace(/\/+$/, '');
}

function isPublic(text: string): boolean {
  const url = URL.parse(text);
  return url?.protocol === 'https:' && url.pathname === '/' && url.search === '' && url.username === '';
}
