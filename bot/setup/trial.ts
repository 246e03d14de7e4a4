/** A connection tried out: the real adapter connects, writes a line, and reads one back. */
import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlatformAdapter } from '../../adapters/platform/contract.ts';
import type { LocalWire } from '../../adapters/platform/local/local.ts';
import type { Vault } from '../../adapters/vault/vault.ts';
import type { Around } from '../chats/chat.ts';
import { signInName } from '../chats/sign-in.ts';
import type { Settings } from '../settings-table.ts';
import type { Door } from './door.ts';
import { withoutSignIn } from './draft-vault.ts';
import type { SetupPlatform } from './platforms/platform.ts';
import { lineWith, ownByHook, type Sight } from './sight.ts';
import type { Table } from './table.ts';
import { Cancelled } from './terminal.ts';
import { reasonOf } from './words/reasons.ts';

export interface Trial {
  readonly platform: SetupPlatform;
  readonly channel: string;
  readonly settings: Settings;
  readonly vault: Vault;
  readonly door: Door;
}

/** `failed`: no connection. `missing`: nor will there be one by this name. `silent`: connected, but no line was read. `skipped`: the streamer did not want to wait. */
export type Verdict = 'good' | 'silent' | 'skipped' | 'failed' | 'missing';

const READING_MS = 120_000;
const WITNESS_MS = 15_000;
const MOST_NOTES = 5;

/** Only the gateway's own chat has a wire; these adapters have lines of their own. */
const NO_WIRE: LocalWire = { onLine: () => () => {}, onUp: () => () => {}, say: () => false };

/** Says what it finds. Leaves nothing in the data folder. @throws Cancelled */
export async function tryChat(table: Table, trial: Trial): Promise<Verdict> {
  // Adapters keep counts of their own there; a trial is not part of the evening.
  const aside = await mkdtemp(join(tmpdir(), 'msig-trial-'));
  try {
    return await tried(table, { ...trial, data: aside });
  } finally {
    trial.door.onHook(trial.platform.name, null);
    await rm(aside, { recursive: true, force: true });
  }
}

type Aside = Trial & { readonly data: string };

async function tried(table: Table, trial: Aside): Promise<Verdict> {
  const { terminal, words } = table;
  const { platform, channel, vault } = trial;
  const notes: string[] = [];
  let adapter: PlatformAdapter | null = null;
  try {
    const opened = adapterOf(trial, { vault, note: (line) => notes.push(line) });
    adapter = opened;
    const connect = () => opened.connect().then(() => true);
    if (await terminal.during(words.testing(platform.title, channel), connect, true)) {
      return await readBack(table, trial, opened);
    }
    terminal.warn(words.testSkipped);
    return 'skipped';
  } catch (error) {
    if (error instanceof Cancelled || !(error instanceof Error)) throw error;
    // What the adapter met on the way explains a failure that it has no word for, and is noise otherwise.
    const { text, own, channel: wrongName } = reasonOf(error, table.lang);
    terminal.fault([words.testFailed, text, ...(own ? [] : notes.slice(-MOST_NOTES))].join('\n'));
    return wrongName ? 'missing' : 'failed';
  } finally {
    await adapter?.close();
  }
}

function adapterOf({ platform, channel, settings, data }: Aside, own: Pick<Around, 'vault' | 'note'>) {
  return platform.make(channel, { settings, data, wire: NO_WIRE, ...own });
}

async function readBack(table: Table, trial: Aside, adapter: PlatformAdapter): Promise<Verdict> {
  const { terminal, words } = table;
  const { state, reason } = adapter.health();
  if (state !== 'up') {
    terminal.warn(reason ? `${words.testDark} (${reason})` : words.testDark);
    return 'skipped';
  }
  terminal.done(words.testUp);
  const word = `msig-${randomInt(1000, 10_000)}`;
  const hooked = ownByHook(adapter, trial);
  if (adapter.can.write) {
    if (await writes(table, trial, { adapter, word, hooked })) return 'good';
  } else terminal.warn(words.testReadOnly);
  // Without an address nothing reaches the host either.
  if (trial.platform.hook && trial.settings.public === null) {
    terminal.warn(words.testKickPublic);
    return 'skipped';
  }
  if (trial.platform.hook && trial.door.hosted) {
    terminal.info(words.testKickHosted);
    return 'skipped';
  }
  return reads(table, trial.channel, lineWith(adapter, word), word);
}

interface Writing {
  readonly adapter: PlatformAdapter;
  readonly word: string;
  readonly hooked: Sight | null;
}

/** Whether a line that we wrote was read back: by a second connection as any viewer's would, or by our own webhook. */
async function writes(table: Table, trial: Aside, { adapter, word, hooked }: Writing): Promise<boolean> {
  const { terminal, words } = table;
  const witness = trial.platform.witness ? witnessOf(trial) : null;
  try {
    if (witness) await terminal.during(words.testWitness, () => witness.connect(), true).catch(ignored);
    const sight = witness ? lineWith(witness, word) : hooked;
    const sent = await terminal.during(words.testWriting, () => adapter.send(words.testLine(word)));
    if (!sent) {
      terminal.warn(words.testNotWritten);
      return false;
    }
    const seen =
      sight && (await terminal.during(words.testWrites, (signal) => sight(WITNESS_MS, signal), true));
    terminal.done(seen === null ? words.testWritten : words.testReadBack);
    return seen !== null;
  } finally {
    await witness?.close();
  }
}

/** Neither the sign-in of the vault nor one that the settings give. */
function witnessOf(trial: Aside): PlatformAdapter {
  const { platform, channel, settings } = trial;
  const { name } = platform;
  const none = { ...settings, [name]: { ...settings[name], token: null, refreshToken: null } };
  const vault = withoutSignIn(trial.vault, signInName(name, channel));
  return adapterOf({ ...trial, settings: none }, { vault, note: () => {} });
}

/** A cancelled wait is still a cancel; a witness that cannot come is only missed. */
function ignored(error: unknown): null {
  if (error instanceof Cancelled) throw error;
  return null;
}

/** The streamer writes a word. */
async function reads(
  { terminal, words }: Table,
  channel: string,
  sight: Sight,
  word: string,
): Promise<Verdict> {
  const look = async (signal: AbortSignal) => ({ name: await sight(READING_MS, signal) });
  const seen = await terminal.during(words.testAsk(word, channel), look, true);
  if (seen === null) terminal.warn(words.testSkipped);
  else if (seen.name === null) terminal.warn(words.testUnseen);
  else terminal.done(words.testSeen(seen.name));
  if (seen === null) return 'skipped';
  return seen.name === null ? 'silent' : 'good';
}
