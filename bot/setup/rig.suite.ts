/** The wizard inside a test, over a simulated VK Video: the platform whose flow has every step. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PassThrough } from 'node:stream';
import { expect } from 'vitest';
import { startVkvideoSimulator, type VkvideoSimulator } from '../../adapters/platform/vkvideo/simulator.ts';
import type { Vault } from '../../adapters/vault/vault.ts';
import { composeVault } from '../compose-chats.ts';
import { tryApp } from '../doctor/try-app.ts';
import { madeSettings, readSettings } from '../settings.ts';
import type { Settings } from '../settings-table.ts';
import { Discretion } from './discretion.ts';
import { openDoor } from './door.ts';
import { lazyVault } from './draft-vault.ts';
import { browse, ENTER, freePort, type Pilot, streams } from './pilot.suite.ts';
import { type SetupLang, type Table, WORDS } from './table.ts';
import { Cancelled, openTerminal } from './terminal.ts';
import { runWizard, type SetupName } from './wizard.ts';

export interface Sat {
  readonly pilot: Pilot;
  readonly input: PassThrough;
  /** 'done', 'cancelled', or what was thrown. */
  readonly ended: Promise<unknown>;
}

export type Step = (pilot: Pilot) => Promise<void>;

/** The address of the sign-in page. */
export const PAGE = /https?:\/\/127\.0\.0\.1:\S+client_id\S+/;

export class SetupRig {
  readonly vk: VkvideoSimulator;
  readonly data: string;
  readonly port: number;
  readonly env: Record<string, string>;

  static async start(): Promise<SetupRig> {
    const data = await mkdtemp(join(tmpdir(), 'msig-wizard-'));
    return new SetupRig(await startVkvideoSimulator(), data, await freePort());
  }

  private constructor(vk: VkvideoSimulator, data: string, port: number) {
    this.vk = vk;
    this.data = data;
    this.port = port;
    vk.signIn.redirectUri = `http://127.0.0.1:${port}/auth/vkvideo/callback`;
    vk.open('streamer', { id: '1', nick: 'Streamer' });
    vk.open('second', { id: '9', nick: 'Second' });
    vk.air('streamer', {});
    vk.air('second', {});
    vk.limits.gapMs = 0;
    this.env = {
      MSIG_VKVIDEO_AUTH_URL: vk.authUrl,
      MSIG_VKVIDEO_API_URL: vk.apiUrl,
      MSIG_VKVIDEO_PUBSUB_URL: vk.pubsubUrl,
    };
  }

  get settings(): Settings {
    return readSettings({ env: this.env, options: { data: this.data } });
  }

  get vault(): Vault {
    return composeVault(this.settings);
  }

  /** Channels by seat. */
  get seats(): string[][] {
    return this.settings.seats.map(({ chats }) => chats.map(({ channel }) => channel));
  }

  sit(wanted: SetupName | null = null, lang: SetupLang = 'en'): Sat {
    const { input, output, pilot } = streams();
    const { data, port, env } = this;
    const terminal = openTerminal({ input, output }, new Discretion());
    const settings = () => readSettings({ env, options: { data, port, lang } });
    const there = () => existsSync(join(data, 'vault'));
    const table: Table = {
      terminal,
      words: WORDS[lang],
      lang,
      settings,
      vault: lazyVault({ there, open: () => composeVault(settings()), locked: () => {} }),
      file: madeSettings(data),
      given: {},
      noticed: { hosted: false, written: false },
      openDoor,
      tryApp,
    };
    const ended = runWizard(table, wanted)
      .then(() => 'done')
      .catch((error: unknown) => (error instanceof Cancelled ? 'cancelled' : error))
      .finally(() => terminal.close());
    return { pilot, input, ended };
  }

  /** All steps of a new chat: each waits for its question and answers it. */
  steps(secret: string = this.vk.app.clientSecret): Step[] {
    return [
      (pilot) => pilot.answers('Where shall the platform send', ENTER),
      (pilot) => pilot.answers('Client ID', this.vk.app.clientId, ENTER),
      (pilot) => pilot.answers('Client Secret', secret, ENTER),
      visit,
      (pilot) => pilot.answers('Channel:', ENTER),
      (pilot) => pilot.answers('Which seat', ENTER),
      (pilot) => pilot.answers('Name on the map', ENTER),
      async (pilot) => void (await pilot.sees('The line was read back.')),
    ];
  }

  async connect({ pilot }: Sat): Promise<void> {
    for (const step of this.steps()) await step(pilot);
    await pilot.sees('Written:');
  }

  /** Every file with what is in it. */
  snapshot(): Record<string, string> {
    const all = readdirSync(this.data, { recursive: true, withFileTypes: true });
    const paths = all.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
    return Object.fromEntries(
      paths.map((path) => [path.slice(this.data.length), readFileSync(path, 'base64')]),
    );
  }

  async end(): Promise<void> {
    await this.vk.close();
    await rm(this.data, { recursive: true, force: true });
  }
}

/** The page that is shown, and the state in it. */
export async function pageShown(pilot: Pilot): Promise<{ address: string; state: string }> {
  const [address] = await pilot.sees(PAGE);
  await pilot.sees('Waiting for the way back');
  return { address, state: new URL(address).searchParams.get('state') ?? '' };
}

export async function visit(pilot: Pilot): Promise<void> {
  await browse((await pageShown(pilot)).address);
}

/** Leaves by the menu. */
export async function done({ pilot, ended }: Sat): Promise<void> {
  await pilot.answers('What shall be changed?', ENTER);
  expect(await ended).toBe('done');
}
