/** What every part of the wizard has at hand, and how things are written down. */
import type { Vault } from '../../adapters/vault/vault.ts';
import { forgetSignIn, signInName } from '../chats/sign-in.ts';
import type { Settings } from '../settings-table.ts';
import { Book, type Entry, type PlatformName } from './book.ts';
import type { Door } from './door.ts';
import { PLATFORMS } from './platforms/all.ts';
import type { SetupPlatform } from './platforms/platform.ts';
import type { Terminal } from './terminal.ts';
import { EN } from './words/en.ts';
import { RU, type SetupWords } from './words/ru.ts';

export type SetupLang = 'ru' | 'en';
export const WORDS: Readonly<Record<SetupLang, SetupWords>> = { ru: RU, en: EN };

export interface Table {
  readonly terminal: Terminal;
  readonly words: SetupWords;
  readonly lang: SetupLang;
  /** Read anew: what was just written counts. */
  readonly settings: () => Settings;
  readonly vault: Vault;
  /** settings.yaml in the data folder. */
  readonly file: string;
  /** Given on the command line and worth keeping, by path: sign-ins are bound to the port. */
  readonly given: Readonly<Record<string, number>>;
  /** What came up on the way. */
  readonly noticed: { hosted: boolean; written: boolean };
  /** Where sign-ins come back to; to be closed by whoever opened it. */
  readonly openDoor: (settings: Settings) => Promise<Door>;
  /** Whether the platform knows the app of these settings; `unknown` if it cannot be told before a sign-in. */
  readonly tryApp: TryApp;
}

export type TryApp = (
  platform: SetupPlatform['name'],
  settings: Settings,
  secret: string | null,
) => Promise<'good' | 'refused' | 'unknown'>;

/** Opens, changes and saves at once: what others wrote meanwhile stays. @throws MsigError FILE_UNREADABLE */
export function write(table: Table, change: (book: Book) => void): void {
  const book = Book.open(table.file);
  for (const [path, value] of Object.entries(table.given)) book.set(path, value);
  change(book);
  book.save();
  table.noticed.written = true;
}

export const entriesOf = ({ file }: Table): readonly Entry[] => Book.open(file).entries;

export function labelOf({ words }: Table, { platform, channel, seat }: Entry): string {
  return words.entry(PLATFORMS[platform].title, channel, seat);
}

export const appName = (platform: string): string => `app/${platform}`;

/** Forgets a sign-in that no chat uses any more. */
export function forgetUnused(table: Table, { platform, channel }: Entry): void {
  const name = signInName(platform, channel);
  const used = entriesOf(table).some((one) => signInName(one.platform, one.channel) === name);
  if (!used) forgetSignIn(table.vault, name);
}

/** Runs with an open door, and closes it whatever happens. */
export async function withDoor<T>(
  table: Table,
  settings: Settings,
  work: (door: Door) => Promise<T>,
): Promise<T> {
  const door = await table.openDoor(settings);
  table.noticed.hosted ||= door.hosted;
  try {
    return await work(door);
  } finally {
    await door.close();
  }
}

/** The settings as they will be with this app, and with the sign-in that the wizard makes. */
export function withApp(
  settings: Settings,
  { name }: Pick<SetupPlatform, 'name'>,
  clientId: string | null,
): Settings {
  const none = Object.fromEntries(givenNames(settings, name).map((part) => [part, null]));
  return { ...settings, [name]: { ...settings[name], ...none, clientId, clientSecret: null } };
}

/** Says which variables hide what was just written. */
export function warnOverridden({ terminal, words }: Table, settings: Settings, name: PlatformName): void {
  const variable = (part: string) => `MSIG_${name}_${part.replace(/[A-Z]/g, '_$&')}`.toUpperCase();
  for (const part of givenNames(settings, name)) terminal.warn(words.overridden(variable(part)));
}

/** Parts of a sign-in that the settings give by hand. */
function givenNames(settings: Settings, name: PlatformName): readonly string[] {
  const parts: Readonly<Record<string, unknown>> = settings[name];
  return ['token', 'refresh', 'refreshToken'].filter((part) => (parts[part] ?? null) !== null);
}
