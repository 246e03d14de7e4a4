/** The app at the platform: the one that is there, or a new one by the guide. */
import { appSecret } from '../chats/chat.ts';
import type { Settings } from '../settings-table.ts';
import { hookOf, redirectOf } from './door.ts';
import { guideText, scopeLines } from './guides/guide.ts';
import { KICK_PUBLIC, RETURN_PUBLIC } from './guides/kick.ts';
import type { App, SetupPlatform } from './platforms/platform.ts';
import { appName, entriesOf, type Table, withApp, write } from './table.ts';

/** Null if none is known, or its secret is missing. */
export function knownApp({ vault }: Table, settings: Settings, platform: SetupPlatform): App | null {
  const { clientId, clientSecret: given } = settings[platform.name];
  if (!clientId) return null;
  const clientSecret = appSecret(vault, platform.name, given);
  return clientSecret || platform.secretOptional ? { clientId, clientSecret } : null;
}

interface Asking {
  readonly settings: Settings;
  readonly platform: SetupPlatform;
  /** Ask although one is known. */
  readonly fresh: boolean;
}

/**
 * An app that the platform accepts, as far as it can be told. The first one of a platform is written down at once: a
 * sign-in that is cut off must not cost the typing. @returns null when the streamer gave up @throws Cancelled
 */
export async function askApp(table: Table, asking: Asking): Promise<App | null> {
  const { terminal, words } = table;
  const { settings, platform, fresh } = asking;
  const known = fresh ? null : knownApp(table, settings, platform);
  if (known) {
    terminal.discretion.learn(known.clientSecret);
    const choices = [
      { value: 'use' as const, label: words.appUse },
      { value: 'other' as const, label: words.appOther },
    ];
    const title = words.appKnown(platform.title, known.clientId);
    if ((await terminal.choose(title, choices)) === 'use') return known;
  }
  showGuide(table, settings, platform);
  for (;;) {
    const app = await typedApp(table, platform);
    const next = await tried(table, asking, app);
    if (next === 'stop') return null;
    if (next === 'again') continue;
    if (settings[platform.name].clientSecret)
      terminal.warn(words.overridden(`MSIG_${platform.name.toUpperCase()}_CLIENT_SECRET`));
    return app;
  }
}

function showGuide({ terminal, words, lang }: Table, settings: Settings, platform: SetupPlatform): void {
  const { name, title, guide } = platform;
  const addresses = { redirect: redirectOf(settings, name), hook: hookOf(settings, name) ?? words.noHook };
  const rights = { why: words.scopesWhy, more: words.scopesMore };
  terminal.note(words.appTitle(title), guideText(guide[lang], addresses, rights));
}

/** `?` instead of an id shows the rights one by one. */
async function typedApp({ terminal, words, lang }: Table, platform: SetupPlatform): Promise<App> {
  const { title, guide, secretOptional } = platform;
  const check = (text: string) => (/^\S+$/.test(text) ? null : words.missing);
  let clientId = '?';
  for (;;) {
    clientId = await terminal.line(words.clientId(title), { check });
    if (clientId !== '?') break;
    terminal.note(words.scopesTitle, scopeLines(guide[lang]).join('\n'));
  }
  const typed = await terminal.secret(
    secretOptional ? words.clientSecretOptional(title) : words.clientSecret(title),
    secretOptional ? (text) => (text === '' ? null : check(text)) : check,
  );
  return { clientId, clientSecret: typed === '' ? null : typed };
}

async function tried(
  table: Table,
  { settings, platform }: Asking,
  app: App,
): Promise<'on' | 'again' | 'stop'> {
  const { terminal, words } = table;
  const drafted = withApp(settings, platform, app.clientId);
  const ask = () => table.tryApp(platform.name, drafted, app.clientSecret);
  const verdict = await terminal.during(words.appTrying(platform.title), ask);
  if (verdict === 'refused') {
    terminal.fault(words.fault.client);
    return terminal.choose(words.testFailedAsk, [
      { value: 'again' as const, label: words.appAgain },
      { value: 'on' as const, label: words.appAnyway },
      { value: 'stop' as const, label: words.giveUp },
    ]);
  }
  if (verdict === 'good') terminal.done(keepFirst(table, platform, app) ? words.appKept : words.appGood);
  return 'on';
}

/** Whether it was written. Another app under sign-ins that are there would make them worthless. */
function keepFirst(table: Table, { name }: SetupPlatform, { clientId, clientSecret }: App): boolean {
  if (entriesOf(table).some(({ platform }) => platform === name)) return false;
  if (clientSecret !== null) table.vault.set(appName(name), clientSecret);
  write(table, (book) => book.set(`${name}.clientId`, clientId));
  return true;
}

/** Where the platform sends the browser back to, asked before there is an app. Null: as it is. @throws Cancelled */
export async function askReturn(
  table: Table,
  settings: Settings,
  platform: SetupPlatform,
): Promise<string | null> {
  const { terminal, words } = table;
  if (!platform.comesBack || settings.public !== null) return null;
  if (platform.hook) return askPublic(table, settings, KICK_PUBLIC);
  if (knownApp(table, settings, platform)) return null;
  const way = await terminal.choose(words.returnAsk, [
    { value: 'here' as const, label: words.returnHere(settings.port), hint: words.returnHereHint },
    { value: 'public' as const, label: words.returnPublic, hint: words.returnPublicHint },
  ]);
  return way === 'here' ? null : askPublic(table, settings, RETURN_PUBLIC);
}

/** The one that is there may be changed. Null: none. @throws Cancelled */
export async function askPublic(
  { terminal, words, lang }: Table,
  settings: Settings,
  why: typeof KICK_PUBLIC,
): Promise<string | null> {
  terminal.note(words.publicTitle, why[lang](settings.port));
  const check = (text: string) => (text === '' || isPublic(text) ? null : words.publicBad);
  const initial = settings.public ?? undefined;
  const given = await terminal.line(words.publicAsk, { check, ...(initial ? { initial } : {}) });
  return given === '' ? null : given.replace(/\/+$/, '');
}

function isPublic(text: string): boolean {
  const url = URL.parse(text);
  return url?.protocol === 'https:' && url.pathname === '/' && url.search === '' && url.username === '';
}
