/** One chat of one seat: made, signed in anew, moved, named, tested, removed. Nothing but an app is written half-way. */
import { keepSignIn, signInName } from '../chats/sign-in.ts';
import type { Settings } from '../settings-table.ts';
import { type Account, askAccount } from './ask-account.ts';
import { askPublic, askReturn } from './ask-app.ts';
import { askChannel, askName, askSeat } from './ask-place.ts';
import type { Entry } from './book.ts';
import { type Door, hookOf, redirectOf } from './door.ts';
import { type DraftVault, draftVault } from './draft-vault.ts';
import { KICK_PUBLIC } from './guides/kick.ts';
import { PLATFORMS } from './platforms/all.ts';
import type { SetupPlatform } from './platforms/platform.ts';
import {
  appName,
  entriesOf,
  forgetUnused,
  labelOf,
  type Table,
  warnOverridden,
  withApp,
  withDoor,
  write,
} from './table.ts';
import { tryChat } from './trial.ts';

/** A new chat. @throws Cancelled, MsigError */
export async function addChat(table: Table, platform: SetupPlatform): Promise<void> {
  const before = table.settings();
  const opened = await askReturn(table, before, platform);
  const settings = opened === null ? before : { ...before, public: opened };
  await withDoor(table, settings, async (door) => {
    const account = await askAccount(table, { platform, settings, door, fresh: false });
    if (!account) return;
    const channel = await askChannel(table, platform, account.channel);
    const seat = await askSeat(table, { platform, settings, seat: 1 });
    const name = await nameOf(table, settings, { platform: platform.name, channel, seat });
    const drafted = withApp(settings, platform, account.app.clientId);
    const draftFor = (place: Entry) => draftWith(table, { platform, place, account });
    const first = { platform: platform.name, channel, seat };
    const found = await accepted(table, { platform, place: first, settings: drafted, door, draftFor });
    if (!found) return;
    const { place, draft } = found;
    draft.keep();
    const replaced = replacedBy(table, place);
    write(table, (book) => {
      book.set(`${platform.name}.clientId`, account.app.clientId);
      if (opened !== null) book.set('public', opened);
      book.put(place);
      if (name !== null) book.name(place.seat, name);
    });
    for (const one of replaced) forgetUnused(table, one);
    table.terminal.done(table.words.saved(table.file));
    warnOverridden(table, before, platform.name);
    if (opened !== null && entriesOf(table).some((one) => one.platform !== platform.name)) {
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
    const draftFor = (place: Entry) => draftWith(table, { platform, place, account });
    const drafted = withApp(settings, platform, account.app.clientId);
    const fixed = { platform, place: entry, settings: drafted, door, draftFor, fixed: true };
    const found = await accepted(table, fixed);
    if (!found) return;
    found.draft.keep();
    write(table, (book) => book.set(`${platform.name}.clientId`, account.app.clientId));
    table.terminal.done(table.words.saved(table.file));
    warnOverridden(table, settings, platform.name);
  });
}

/** The same sign-in for another channel or seat. @throws Cancelled, MsigError */
export async function moveChat(table: Table, entry: Entry): Promise<void> {
  const platform = PLATFORMS[entry.platform];
  const settings = table.settings();
  const channel = await askChannel(table, platform, entry.channel);
  const seat = await askSeat(table, { platform, settings, seat: entry.seat });
  const emptied =
    seat !== entry.seat && entriesOf(table).filter((one) => one.seat === entry.seat).length === 1;
  const first = { platform: platform.name, channel, seat };
  const name = await nameOf(table, settings, first, emptied ? entry.seat : undefined);
  const place = await moved(table, { platform, settings, entry, first });
  if (!place) return;
  const replaced = replacedBy(table, place);
  write(table, (book) => {
    book.remove(entry);
    book.put(place);
    if (emptied) book.name(entry.seat, null);
    if (name !== null) book.name(place.seat, name);
  });
  for (const one of [entry, ...replaced]) forgetUnused(table, one);
  table.terminal.done(table.words.saved(table.file));
}

interface Move {
  readonly platform: SetupPlatform;
  readonly settings: Settings;
  readonly entry: Entry;
  readonly first: Entry;
}

/** Another channel is tried out with the sign-in that there is. Null when the streamer gave up. */
async function moved(table: Table, { platform, settings, entry, first }: Move): Promise<Entry | null> {
  const from = signInName(platform.name, entry.channel);
  if (from === signInName(platform.name, first.channel)) return first;
  const draftFor = ({ channel }: Entry) => {
    const to = signInName(platform.name, channel);
    return draftVault(table.vault, from === to ? {} : { [to]: from });
  };
  const found = await withDoor(table, settings, (door) =>
    accepted(table, { platform, place: first, settings, door, draftFor }),
  );
  found?.draft.keep();
  return found?.place ?? null;
}

/** What the seat is called on the map. @throws Cancelled, MsigError */
export async function nameSeat(table: Table, entry: Entry): Promise<void> {
  const settings = table.settings();
  const before = settings.seats[entry.seat - 1]?.name ?? null;
  const name = await askName(table, { settings, place: entry, before });
  write(table, (book) => book.name(entry.seat, name));
  table.terminal.done(table.words.saved(table.file));
}

/** Asked once for each seat: null if it has a name already. */
async function nameOf(
  table: Table,
  settings: Settings,
  place: Entry,
  leaving?: number,
): Promise<string | null> {
  const { seats } = settings;
  if (seats[place.seat - 1]?.name) return null;
  const before = leaving === undefined ? null : (seats[leaving - 1]?.name ?? null);
  return askName(table, { settings, place, before, ...(leaving === undefined ? {} : { leaving }) });
}

function replacedBy(table: Table, { platform, seat }: Entry): readonly Entry[] {
  return entriesOf(table).filter((one) => one.platform === platform && one.seat === seat);
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
  const entries = entriesOf(table);
  const last = entries.filter(({ platform }) => platform === entry.platform).length === 1;
  const alone = entries.filter(({ seat }) => seat === entry.seat).length === 1;
  write(table, (book) => {
    book.remove(entry);
    if (alone) book.name(entry.seat, null);
    if (last) book.set(`${entry.platform}.clientId`, null);
  });
  forgetUnused(table, entry);
  if (last) vault.remove(appName(entry.platform));
  terminal.done(words.removed(label));
}

/** The address under which the world reaches us; empty takes it away. @throws Cancelled, MsigError */
export async function setPublic(table: Table): Promise<void> {
  const { terminal, words } = table;
  const before = table.settings();
  const given = await askPublic(table, before, KICK_PUBLIC);
  if (given === before.public) return terminal.info(words.publicSame);
  write(table, (book) => book.set('public', given));
  terminal.done(words.saved(table.file));
  if (table.settings().public !== given) terminal.warn(words.overridden('MSIG_PUBLIC'));
  const place = { public: given, port: before.port };
  const hook = hookOf(place, 'kick') ?? words.noHook;
  const names = [...new Set(entriesOf(table).map(({ platform }) => platform))];
  const backs = names
    .filter((name) => PLATFORMS[name].comesBack)
    .map((name) => `${PLATFORMS[name].title}: ${redirectOf(place, name)}`);
  const hooks = names.includes('kick') ? [`Kick, Webhook URL: ${hook}`] : [];
  if (backs.length === 0) return;
  terminal.note(words.publicTitle, [...backs, ...hooks].join('\n'));
  terminal.warn(words.publicChanged);
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
  readonly door: Door;
  readonly draftFor: (place: Entry) => DraftVault;
  /** The channel stays what it is. */
  readonly fixed?: boolean;
}

interface Accepted {
  readonly place: Entry;
  readonly draft: DraftVault;
}

/** What to write down, after a good test or because the streamer says so; null: nothing. @throws Cancelled */
async function accepted(table: Table, drafted: Drafted): Promise<Accepted | null> {
  const { terminal, words } = table;
  const { platform, settings, door, draftFor, fixed = false } = drafted;
  let { place } = drafted;
  let draft = draftFor(place);
  for (;;) {
    const verdict = await tryChat(table, { platform, channel: place.channel, settings, vault: draft, door });
    if (verdict !== 'failed' && verdict !== 'missing') return { place, draft };
    const rename = { value: 'rename' as const, label: words.channelOther };
    const choices = [
      { value: 'again' as const, label: words.again },
      ...(fixed ? [] : [rename]),
      { value: 'keep' as const, label: words.keepAnyway },
      { value: 'stop' as const, label: words.giveUp },
    ];
    const first = verdict === 'missing' && !fixed ? 'rename' : 'again';
    const next = await terminal.choose<(typeof choices)[number]['value']>(
      words.testFailedAsk,
      choices,
      first,
    );
    if (next === 'stop') return null;
    if (next === 'keep') return { place, draft };
    if (next === 'again') continue;
    place = { ...place, channel: await askChannel(table, platform, place.channel) };
    draft = draftFor(place);
  }
}
