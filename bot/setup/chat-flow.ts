/** One chat of one seat: made, signed in anew, moved, tested, removed. Nothing is written before its flow is through. */
import { keepSignIn, type SignIn, signInName } from '../chats/sign-in.ts';
import type { Settings } from '../settings-table.ts';
import { askApp, askPublic, knownApp } from './ask-app.ts';
import type { Entry } from './book.ts';
import { type Door, hookOf, redirectOf } from './door.ts';
import { type DraftVault, draftVault } from './draft-vault.ts';
import { signInFault } from './faults.ts';
import { PLATFORMS } from './platforms/all.ts';
import type { App, SetupPlatform } from './platforms/platform.ts';
import { appName, entriesOf, forgetUnused, labelOf, type Table, withApp, withDoor, write } from './table.ts';
import { Cancelled } from './terminal.ts';
import { tryChat } from './trial.ts';

/** A new chat. @throws Cancelled, MsigError */
export async function addChat(table: Table, platform: SetupPlatform): Promise<void> {
  const before = table.settings();
  const opened = platform.name === 'kick' ? await askPublic(table, before) : null;
  const settings = opened === null ? before : { ...before, public: opened };
  await withDoor(table, settings, async (door) => {
    const account = await askAccount(table, { platform, settings, door, fresh: false });
    if (!account) return;
    const place = await askPlace(table, { platform, settings, suggested: account.channel });
    const draft = draftWith(table, { platform, place, account });
    const drafted = withApp(settings, platform, account.app.clientId);
    if (!(await accepted(table, { platform, place, settings: drafted, draft, door }))) return;
    draft.keep();
    const replaced = entriesOf(table).filter(
      (one) => one.platform === platform.name && one.seat === place.seat,
    );
    write(table, (book) => {
      book.set(`${platform.name}.clientId`, account.app.clientId);
      if (opened !== null) book.set('public', opened);
      book.put(place);
    });
    for (const one of replaced) forgetUnused(table, one);
    table.terminal.done(table.words.saved(table.file));
    if (opened !== null && entriesOf(table).some((one) => one.platform !== 'kick')) {
      table.terminal.warn(table.words.publicChanged);
    }
  });
}

/** The same chat with a new sign-in, and with another app if `fresh`. @throws Cancelled, MsigError */
export async function signInAnew(table: Table, entry: Entry, fresh: boolean): Promise<void> {
  const platform = PLATFORMS[entry.platform];
  const settings = table.settings();
  await withDoor(table, settings, async (door) => {
    const account = await askAccount(table, { platform, settings, door, fresh, known: !fresh });
    if (!account) return;
    const draft = draftWith(table, { platform, place: entry, account });
    const drafted = withApp(settings, platform, account.app.clientId);
    if (!(await accepted(table, { platform, place: entry, settings: drafted, draft, door }))) return;
    draft.keep();
    write(table, (book) => book.set(`${platform.name}.clientId`, account.app.clientId));
    table.terminal.done(table.words.saved(table.file));
  });
}

/** The same sign-in for another channel or seat. @throws Cancelled, MsigError */
export async function moveChat(table: Table, entry: Entry): Promise<void> {
  const platform = PLATFORMS[entry.platform];
  const settings = table.settings();
  const place = await askPlace(table, { platform, settings, suggested: entry.channel, seat: entry.seat });
  const [from, to] = [signInName(platform.name, entry.channel), signInName(platform.name, place.channel)];
  const draft = draftVault(table.vault, from === to ? {} : { [to]: from });
  if (from !== to) {
    const kept = await withDoor(table, settings, (door) =>
      accepted(table, { platform, place, settings, draft, door }),
    );
    if (!kept) return;
    draft.keep();
  }
  const replaced = entriesOf(table).filter(
    (one) => one.platform === platform.name && one.seat === place.seat,
  );
  write(table, (book) => {
    book.remove(entry);
    book.put(place);
  });
  for (const one of [entry, ...replaced]) forgetUnused(table, one);
  table.terminal.done(table.words.saved(table.file));
}

/** @throws Cancelled, MsigError */
export async function testChat(table: Table, { platform, channel }: Entry): Promise<void> {
  const settings = table.settings();
  await withDoor(table, settings, (door) =>
    tryChat(table, { platform: PLATFORMS[platform], channel, settings, vault: table.vault, door }),
  );
}

/** The app goes with its last chat. @throws Cancelled, MsigError */
export async function removeChat(table: Table, entry: Entry): Promise<void> {
  const { terminal, words, vault } = table;
  const label = labelOf(table, entry);
  if (!(await terminal.confirm(words.removeSure(label), { yes: words.yes, no: words.no }, false))) return;
  const last = entriesOf(table).filter(({ platform }) => platform === entry.platform).length === 1;
  write(table, (book) => {
    book.remove(entry);
    if (last) book.set(`${entry.platform}.clientId`, null);
  });
  forgetUnused(table, entry);
  if (last) vault.remove(appName(entry.platform));
  terminal.done(words.removed(label));
}

/** The address under which the world reaches us. @throws Cancelled, MsigError */
export async function setPublic(table: Table): Promise<void> {
  const { terminal, words } = table;
  const given = await askPublic(table, table.settings());
  if (given === null) return;
  write(table, (book) => book.set('public', given));
  terminal.done(words.saved(table.file));
  const redirect = redirectOf({ public: given, port: 0 }, 'kick');
  terminal.note(
    words.publicTitle,
    `Redirect URL: ${redirect}\nWebhook URL: ${hookOf({ public: given }, 'kick')}`,
  );
  terminal.warn(words.publicChanged);
}

interface Account {
  readonly app: App;
  readonly signIn: SignIn;
  /** Of whoever signed in; empty if the platform does not tell. */
  readonly channel: string;
}

interface Asking {
  readonly platform: SetupPlatform;
  readonly settings: Settings;
  readonly door: Door;
  /** Ask for an app although one is known. */
  readonly fresh: boolean;
  /** Take the known app without a question. */
  readonly known?: boolean;
}

/** Null when the streamer gave up after a refusal. @throws Cancelled, MsigError */
async function askAccount(table: Table, asking: Asking): Promise<Account | null> {
  const { terminal, words } = table;
  const { platform, settings, door } = asking;
  let app = (asking.known && knownApp(table, settings, platform)) || (await askApp(table, asking));
  for (;;) {
    try {
      const signIn = await platform.signIn({ app, settings, terminal, words, door });
      const channel = await platform.ownChannel(signIn, settings).catch(() => '');
      terminal.done(channel ? words.signedInAs(channel) : words.signInDone);
      return { app, signIn, channel };
    } catch (error) {
      const next = await afterFault(table, error);
      if (next === 'stop') return null;
      if (next === 'app') app = await askApp(table, { ...asking, fresh: true });
    }
  }
}

/** Says what went wrong and asks what now. @throws what no other attempt can mend */
async function afterFault({ terminal, words }: Table, error: unknown): Promise<'again' | 'app' | 'stop'> {
  if (error instanceof Cancelled || (error instanceof Error && error.name === 'MsigError')) throw error;
  const { kind, message } = signInFault(error);
  terminal.fault(message ? `${words.fault[kind]}\n${words.said(message)}` : words.fault[kind]);
  const choices = [
    { value: 'again' as const, label: words.again },
    { value: 'app' as const, label: words.entryApp },
    { value: 'stop' as const, label: words.giveUp },
  ];
  return terminal.choose(words.testFailedAsk, choices, kind === 'client' ? 'app' : 'again');
}

interface PlaceAsked {
  readonly platform: SetupPlatform;
  readonly settings: Settings;
  readonly suggested: string;
  readonly seat?: number;
}

async function askPlace(
  table: Table,
  { platform, settings, suggested, seat = 1 }: PlaceAsked,
): Promise<Entry> {
  const { terminal, words } = table;
  const check = (text: string) => {
    try {
      platform.channel(text);
      return text === '' ? words.missing : null;
    } catch (error) {
      return error instanceof Error ? error.message : words.missing;
    }
  };
  const given = await terminal.line(words.channelAsk[platform.name], { initial: suggested, check });
  const entries = entriesOf(table);
  const choices = Array.from({ length: settings.players }, (_, index) => {
    const here = entries.filter((one) => one.seat === index + 1);
    const same = here.find((one) => one.platform === platform.name);
    const named = here.map((one) => `${PLATFORMS[one.platform].title} ${one.channel}`).join(', ');
    const hint = same ? words.seatReplaces(same.channel) : named || words.seatFree;
    return { value: String(index + 1), label: words.seat(index + 1), hint };
  });
  const chosen = await terminal.choose(words.seatAsk, choices, String(seat));
  return { platform: platform.name, channel: platform.channel(given), seat: Number(chosen) };
}

function draftWith(
  { vault }: Table,
  { platform, place, account }: { platform: SetupPlatform; place: Entry; account: Account },
): DraftVault {
  const draft = draftVault(vault);
  const { app, signIn } = account;
  if (app.clientSecret === null) draft.remove(appName(platform.name));
  else draft.set(appName(platform.name), app.clientSecret);
  keepSignIn(draft, signInName(platform.name, place.channel), signIn);
  return draft;
}

interface Drafted {
  readonly platform: SetupPlatform;
  readonly place: Entry;
  readonly settings: Settings;
  readonly draft: DraftVault;
  readonly door: Door;
}

/** Whether to write it down: after a good test, or because the streamer says so. @throws Cancelled */
async function accepted(table: Table, { platform, place, settings, draft, door }: Drafted): Promise<boolean> {
  const { terminal, words } = table;
  for (;;) {
    const verdict = await tryChat(table, { platform, channel: place.channel, settings, vault: draft, door });
    if (verdict !== 'failed') return true;
    const choices = [
      { value: 'again' as const, label: words.again },
      { value: 'keep' as const, label: words.keepAnyway },
      { value: 'stop' as const, label: words.giveUp },
    ];
    const next = await terminal.choose(words.testFailedAsk, choices);
    if (next !== 'again') return next === 'keep';
  }
}
