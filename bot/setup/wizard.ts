/** The wizard: platforms one after the other the first time, a menu of single changes from then on. */
import { signInName } from '../chats/sign-in.ts';
import type { Entry } from './book.ts';
import { addChat, moveChat, nameSeat, removeChat, setPublic, signInAnew, testChat } from './chat-flow.ts';
import { addDiscord, discordKnown, moveDiscord, removeDiscord, testDiscord } from './discord-flow.ts';
import { PLATFORMS } from './platforms/all.ts';
import { entriesOf, labelOf, type Table } from './table.ts';
import type { Choice } from './terminal.ts';

export const SETUP_NAMES = ['twitch', 'youtube', 'kick', 'vkvideo', 'discord'] as const;
export type SetupName = (typeof SETUP_NAMES)[number];

const titleOf = (name: SetupName): string => (name === 'discord' ? 'Discord' : PLATFORMS[name].title);

/**
 * Until the streamer is done.
 * @param wanted begin with this platform
 * @throws Cancelled with everything not yet written left as it was; MsigError, AdapterError
 */
export async function runWizard(table: Table, wanted: SetupName | null): Promise<void> {
  const { terminal, words } = table;
  terminal.intro(words.title);
  terminal.info(words.keys);
  if (wanted) await begin(table, wanted);
  else if (nothingYet(table)) for (const name of await pickNames(table)) await add(table, name);
  while (await menu(table)) {}
  terminal.outro(table.noticed.hosted ? words.endHosted : words.end);
}

function nothingYet(table: Table): boolean {
  return entriesOf(table).length === 0 && !discordKnown(table, table.settings());
}

/** A platform named on the command line: made, if it is not there, or its own menu. */
async function begin(table: Table, name: SetupName): Promise<void> {
  const entry = entriesOf(table).find(({ platform }) => platform === name);
  if (entry) await change(table, entry);
  else if (name === 'discord' && discordKnown(table, table.settings())) await changeDiscord(table);
  else await add(table, name);
}

async function pickNames({ terminal, words }: Table): Promise<readonly SetupName[]> {
  const choices = SETUP_NAMES.map((value) => ({ value, label: titleOf(value) }));
  const picked = await terminal.pick(words.pickPlatforms, choices, words.pickNone);
  return SETUP_NAMES.filter((name) => picked.includes(name));
}

function add(table: Table, name: SetupName): Promise<void> {
  return name === 'discord' ? addDiscord(table) : addChat(table, PLATFORMS[name]);
}

/** False when the streamer is done. */
async function menu(table: Table): Promise<boolean> {
  const { terminal, words, vault } = table;
  const entries = entriesOf(table);
  const { discord, public: outside } = table.settings();
  const chats = entries.map((entry, index): Choice<string> => {
    const there = vault.names().includes(signInName(entry.platform, entry.channel));
    return {
      value: String(index),
      label: labelOf(table, entry),
      hint: there ? words.signedIn : words.notSignedIn,
    };
  });
  const bot =
    discord.channel === null ? [] : [{ value: 'discord', label: words.entryDiscord(discord.channel) }];
  const rest = [
    { value: 'add', label: words.menuAdd },
    { value: 'public', label: words.menuPublic(outside) },
    { value: 'done', label: words.menuDone },
  ];
  const chosen = await terminal.choose(words.menu, [...chats, ...bot, ...rest], 'done');
  if (chosen === 'done') return false;
  const entry = entries[Number(chosen)];
  if (entry) await change(table, entry);
  else if (chosen === 'discord') await changeDiscord(table);
  else if (chosen === 'public') await setPublic(table);
  else for (const name of await pickNames(table)) await add(table, name);
  return true;
}

type Act = 'test' | 'signIn' | 'channel' | 'name' | 'app' | 'public' | 'remove' | 'back';

async function change(table: Table, entry: Entry): Promise<void> {
  const more: readonly Act[] = entry.platform === 'kick' ? ['public', 'remove'] : ['remove'];
  const acts: readonly Act[] = ['test', 'signIn', 'channel', 'app', 'name', ...more];
  switch (await chosenAct(table, labelOf(table, entry), acts)) {
    case 'test':
      return testChat(table, entry);
    case 'signIn':
      return signInAnew(table, entry, false);
    case 'channel':
      return moveChat(table, entry);
    case 'name':
      return nameSeat(table, entry);
    case 'app':
      return signInAnew(table, entry, true);
    case 'public':
      return setPublic(table);
    case 'remove':
      return removeChat(table, entry);
  }
}

async function changeDiscord(table: Table): Promise<void> {
  const label = table.words.entryDiscord(table.settings().discord.channel ?? '—');
  switch (await chosenAct(table, label, ['test', 'channel', 'app', 'remove'])) {
    case 'test':
      return testDiscord(table);
    case 'channel':
      return moveDiscord(table);
    case 'app':
      return addDiscord(table);
    case 'remove':
      return removeDiscord(table);
  }
}

function chosenAct({ terminal, words }: Table, label: string, acts: readonly Act[]): Promise<Act> {
  const named: Readonly<Record<Act, string>> = {
    test: words.entryTest,
    signIn: words.entrySignIn,
    channel: words.entryChannel,
    name: words.entryName,
    app: words.entryApp,
    public: words.entryPublic,
    remove: words.entryRemove,
    back: words.back,
  };
  const choices = [...acts, 'back' as const].map((value) => ({ value, label: named[value] }));
  return terminal.choose(words.entryMenu(label), choices);
}

export function isSetupName(text: string): text is SetupName {
  return (SETUP_NAMES as readonly string[]).includes(text);
}
