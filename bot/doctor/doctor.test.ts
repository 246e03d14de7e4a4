import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256Hex } from '../../adapters/log/contract.ts';
import { sqliteLog } from '../../adapters/log/sqlite/sqlite.ts';
import { openVault } from '../../adapters/vault/vault.ts';
import { signInOf } from '../chats/kick.ts';
import { keepSignIn, signInName } from '../chats/sign-in.ts';
import { listen } from '../cli/start/listen.ts';
import { composeHost } from '../compose.ts';
import { readSettings } from '../settings.ts';
import type { Finding } from './check.ts';
import { asJson, isSound, printed, said } from './print.ts';
import { freePort, type Rig, rigged, seats, YOUTUBE_CHANNEL } from './rig.suite.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await rigged();
});
afterEach(() => rig.end());

const broken = (findings: readonly Finding[]) =>
  findings
    .filter(({ level }) => level === 'fault')
    .map(({ check, about, code }) => [check, ...(about ? [about] : []), code].join(' '));
const shown = (findings: readonly Finding[]) =>
  printed(findings, 'ru') + printed(findings, 'en') + asJson(findings, 'ru');

async function database(): Promise<string> {
  const path = join(rig.data, 'msig.sqlite');
  const log = sqliteLog({ path });
  await log.open();
  await log.close();
  return path;
}

/** Answers everything on the port with this. */
async function stranger(port: number, body = '{}'): Promise<() => Promise<void>> {
  const server = createServer((_request, response) => response.end(body));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
}

async function host(env: Record<string, string>): Promise<() => Promise<void>> {
  const settings = readSettings({ env: { ...env, MSIG_LOG_LEVEL: 'fatal' } });
  const parts = await composeHost(settings);
  await listen(parts.gateway.app, settings);
  return () => parts.close();
}

function set(env: Record<string, string>): void {
  Object.assign(rig.env, env);
}

function machine(parts: Rig['machine']): void {
  Object.assign(rig.machine, parts);
}

interface Fault {
  readonly name: string;
  readonly plant: () => void | Promise<void> | Promise<() => Promise<void>>;
  readonly found: readonly string[];
  /** In the English sentence. */
  readonly says: RegExp;
}

const FAULTS: readonly Fault[] = [
  {
    name: 'a runtime that is too old',
    plant: () => machine({ node: 'v20.11.0' }),
    found: ['node NODE_OLD'],
    says: /20\.11\.0 is running.*24.*npx msig/,
  },
  {
    name: 'a package of another version',
    plant: () =>
      writeFileSync(
        join(rig.data, 'project', 'node_modules', 'sample', 'package.json'),
        '{"version":"1.2.2"}',
      ),
    found: ['packages PACKAGES_WRONG'],
    says: /sample 1\.2\.2 → 1\.2\.3.*npm ci/,
  },
  {
    name: 'settings that are none',
    plant: () => set({ MSIG_PLAYERS: 'many' }),
    found: ['settings SETTINGS_BROKEN'],
    says: /MSIG_PLAYERS.*many.*from 4 to 8/,
  },
  {
    name: 'a disk without room',
    plant: () => machine({ freeBytes: async () => 3_000_000 }),
    found: ['data SPACE_NONE'],
    says: /2 MB are free/,
  },
  {
    name: 'a database that is damaged',
    plant: () => writeFileSync(join(rig.data, 'msig.sqlite'), 'no database at all '.repeat(200)),
    found: ['database LOG_CORRUPT'],
    says: /damaged.*backup/,
  },
  {
    name: 'a database of a newer version',
    plant: async () => {
      const db = new DatabaseSync(await database());
      db.exec("INSERT INTO kysely_migration VALUES ('9999-later', '2099-01-01T00:00:00.000Z')");
      db.close();
    },
    found: ['database LOG_NEWER'],
    says: /newer version \(9999-later\).*update MSIG/,
  },
  {
    name: 'a database that another program holds',
    plant: async () => {
      const db = new DatabaseSync(await database());
      db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
      return async () => db.close();
    },
    found: ['database LOG_LOCKED'],
    says: /locked by another program/,
  },
  {
    name: 'a vault sealed with another key',
    plant: () => {
      rmSync(join(rig.data, 'vault', 'twitch%2Fanna.sealed'));
      openVault(join(rig.data, 'vault'), 'another key').set('app/twitch', 'x');
    },
    found: ['vault VAULT_LOCKED'],
    says: /does not open: app\/twitch.*MSIG_VAULT_KEY/,
  },
  {
    name: 'a vault whose key is gone',
    plant: () => rmSync(join(rig.data, 'vault', 'key')),
    found: ['vault VAULT_KEYLESS'],
    says: /no key.*vault\/key/,
  },
  {
    name: 'a layer of content that does not load',
    plant: () => {
      const layer = join(rig.data, 'layer');
      mkdirSync(layer);
      writeFileSync(join(layer, 'items.json'), '{');
      set({ MSIG_CONTENT: layer });
    },
    found: ['content CONTENT_BROKEN'],
    says: /items\.json.*rules check/,
  },
  {
    name: 'a port that somebody else has',
    plant: () => stranger(rig.port),
    found: ['port PORT_TAKEN'],
    says: /taken by another program.*--port/,
  },
  {
    name: 'a clock that is fast',
    plant: () => machine({ now: () => Date.now() + 95_000 }),
    found: ['clock CLOCK_FAST'],
    says: /9[456] s fast.*network time/,
  },
  {
    name: 'an address where nobody is',
    plant: async () => set({ MSIG_DISCORD_API_URL: `http://127.0.0.1:${await freePort()}/api` }),
    found: ['reach discord REACH_TCP'],
    says: /127\.0\.0\.1:\d+ takes no connection \(ECONNREFUSED\)/,
  },
  {
    name: 'a wrong secret of an application',
    plant: () => set({ MSIG_KICK_CLIENT_SECRET: 'not-that-one' }),
    found: ['app kick APP_REFUSED'],
    says: /invalid_client.*MSIG_KICK_CLIENT_SECRET/,
  },
  {
    name: 'a token that was taken back',
    plant: () => rig.twitch.expire('twitch-access'),
    found: ['sign-in twitch/anna SIGN_IN_REFUSED'],
    says: /taken back.*npx msig setup/,
  },
  {
    name: 'a token that ran out and cannot be renewed',
    plant: () => {
      rig.vk.signIn.expire('vk-access');
      const over = { accessToken: 'vk-access', refreshToken: null, expiresAt: Date.now() - 1, scopes: null };
      keepSignIn(rig.vault, signInName('vkvideo', 'anna'), { ...over, renewing: null });
    },
    found: ['sign-in vkvideo/anna SIGN_IN_ENDED'],
    says: /cannot be renewed.*setup/,
  },
  {
    name: 'a sign-in that may not write',
    plant: () => {
      const pair = rig.kick.signIn('anna', ['user:read', 'channel:read', 'channel:rewards:write']);
      keepSignIn(rig.vault, signInName('kick', 'anna'), signInOf(pair));
    },
    found: ['scopes kick/anna SCOPES_VITAL'],
    says: /without chat:write there will be no: answers in the chat/,
  },
  {
    name: 'a channel that is not there',
    plant: () => {
      const kept = rig.vault.get(signInName('vkvideo', 'anna')) ?? '';
      rig.vault.remove(signInName('vkvideo', 'anna'));
      rig.vault.set(signInName('vkvideo', 'nobody'), kept);
    },
    found: ['channel vkvideo/nobody CHANNEL_MISSING'],
    says: /no channel nobody/,
  },
  {
    name: 'a quota that is used up',
    plant: () => rig.youtube.useUp(20_000),
    found: [`quota youtube/${YOUTUBE_CHANNEL} QUOTA_NONE`],
    says: /midnight in California/,
  },
  {
    name: 'a public address that leads elsewhere',
    plant: () => set({ MSIG_PUBLIC: rig.kick.apiUrl }),
    found: ['public kick PUBLIC_ELSEWHERE'],
    says: /leads elsewhere.*HTTP 40/,
  },
  {
    name: 'a tunnel that is down',
    plant: async () => set({ MSIG_PUBLIC: `http://127.0.0.1:${await freePort()}` }),
    found: ['public kick PUBLIC_SILENT'],
    says: /does not answer \(tcp: ECONNREFUSED\)/,
  },
  {
    name: 'subscriptions that are gone under a running host',
    plant: () => {
      // A running host looks after its seats' subscriptions.
      seats(rig.data, [['kick', 'anna']]);
      return host(rig.env);
    },
    found: ['webhooks kick/anna HOOKS_NO_CHAT'],
    says: /MSIG runs.*chat\.message\.sent.*\/hooks\/kick/,
  },
  {
    name: 'a wrong token of the Discord bot',
    plant: () => set({ MSIG_DISCORD_TOKEN: 'not-that-one' }),
    found: ['discord DISCORD_TOKEN'],
    says: /does not accept the bot's token/,
  },
  {
    name: 'a Discord channel that the bot does not see',
    plant: () => set({ MSIG_DISCORD_CHANNEL: '123456789012345678' }),
    found: ['discord DISCORD_UNSEEN'],
    says: /does not see the channel 123456789012345678/,
  },
];

describe('the doctor', () => {
  it('finds nothing broken where nothing is, and leaves everything as it was', async () => {
    await database();
    const before = filesOf(rig.data);
    const findings = await rig.look();
    expect(broken(findings)).toEqual([]);
    expect(isSound(findings)).toBe(true);
    const good = findings
      .filter(({ level }) => level === 'ok')
      .map(({ check, about }) => `${check} ${about ?? ''}`);
    for (const name of ['twitch/anna', 'kick/anna', 'vkvideo/anna', `youtube/${YOUTUBE_CHANNEL}`])
      for (const check of ['sign-in', 'channel']) expect(good).toContain(`${check} ${name}`);
    expect(good).toEqual(
      expect.arrayContaining(['app kick', 'app vkvideo', 'app youtube', 'public kick', 'discord ', 'clock ']),
    );
    expect(filesOf(rig.data)).toEqual(before);
    // The renewal tokens that work once still do.
    expect(rig.kick.calls('/oauth/token')).toBe(1);
    expect(rig.twitch.calls('/token')).toBe(0);
    expect(rig.vk.calls('/oauth/server/token')).toBe(1);
  });

  it.each(FAULTS)('finds $name, and that alone', async ({ plant, found, says }) => {
    const undo = await plant();
    try {
      const findings = await rig.look();
      expect(broken(findings)).toEqual(found);
      const { code, args } = findings.find(({ level }) => level === 'fault') as Finding;
      const { found: how, expected, todo } = said({ code, args }, 'en');
      expect([how, expected, todo].join(' ')).toMatch(says);
      expect(said({ code, args }, 'ru').found).toMatch(/[а-яё]/i);
      expect([expected, todo].every((part) => part !== undefined && part !== '')).toBe(true);
      for (const secret of [...rig.secrets, 'not-that-one']) expect(shown(findings)).not.toContain(secret);
    } finally {
      await undo?.();
    }
  });

  it('knows the host that runs, by its port and through its public address, and leaves it its database', async () => {
    const close = await host(rig.env);
    try {
      const findings = await rig.look();
      expect(broken(findings)).toEqual([]);
      const codes = findings.map(({ code }) => code);
      expect(codes).toEqual(expect.arrayContaining(['PORT_OURS', 'PUBLIC', 'LOG_IN_USE']));
    } finally {
      await close();
    }
  });

  it('notes that Kick has no public address, and praises no webhooks beside it', async () => {
    delete rig.env.MSIG_PUBLIC;
    const findings = await rig.look();
    expect(broken(findings)).toEqual([]);
    const found = findings.find(({ code }) => code === 'PUBLIC_UNSET') as Finding;
    expect(found.level).toBe('warn');
    expect(said(found, 'en').todo).toContain('npx msig setup kick');
    expect(said(found, 'ru').todo).toContain('npx msig setup kick');
    expect(findings.filter(({ check }) => check === 'webhooks')).toEqual([]);
  });

  it('says that a token of the settings wins over the sign-in of the wizard', async () => {
    rig.twitch.token('by-hand', { user: 'anna', scopes: ['chat:read', 'chat:edit'] });
    set({ MSIG_TWITCH_TOKEN: 'by-hand' });
    const findings = await rig.look();
    const found = findings.find(({ code }) => code === 'SIGN_IN_VARIABLE') as Finding;
    expect(found).toMatchObject({ level: 'warn', about: 'twitch/anna' });
    expect(said(found, 'ru').found).toContain('MSIG_TWITCH_TOKEN');
    expect(shown(findings)).not.toContain('by-hand');
    delete rig.env.MSIG_TWITCH_TOKEN;
    expect((await rig.look()).map(({ code }) => code)).not.toContain('SIGN_IN_VARIABLE');
  });

  it('asks no platform about the accounts of a rehearsal', async () => {
    const data = join(rig.data, 'rehearsal');
    mkdirSync(data);
    renameSync(join(rig.data, 'vault'), join(data, 'vault'));
    set({ MSIG_DATA: data });
    const findings = await rig.look();
    expect(broken(findings)).toEqual([]);
    expect(findings.map(({ code }) => code)).toContain('REHEARSAL');
    expect(findings.map(({ check }) => check)).not.toContain('sign-in');
    const called = [rig.kick.calls('/oauth/token'), rig.twitch.calls('/validate')];
    expect([...called, rig.vk.calls('/oauth/server/token')]).toEqual([0, 0, 0]);
  });

  it('notes pages that are not built, which the next start mends', async () => {
    rmSync(join(rig.data, 'project', '.build', 'overlay', 'map.html'));
    const findings = await rig.look();
    expect(isSound(findings)).toBe(true);
    expect(shown(findings)).toMatch(/! Installation: pages not built: map\n/);
  });

  it('says in Russian what is wrong with the settings', async () => {
    set({ MSIG_PLAYERS: 'many' });
    const [first] = await rig.look();
    expect(said(first as Finding, 'ru').found).toBe(
      'не читаются: MSIG_PLAYERS: получено «many», а нужно целое число от 4 до 8',
    );
  });

  it('finds what the wizard keeps of Discord in the vault', async () => {
    delete rig.env.MSIG_DISCORD_TOKEN;
    rig.vault.set('app/discord', 'not-that-one');
    expect(broken(await rig.look())).toEqual(['discord DISCORD_TOKEN']);
    rig.vault.set('app/discord', rig.discord.world.token);
    expect(broken(await rig.look())).toEqual([]);
  });

  it('takes a sign-in that ran out and renews itself for sound, and does not renew it', async () => {
    rig.kick.expire();
    const findings = await rig.look();
    expect(broken(findings)).toEqual(['sign-in kick/anna SIGN_IN_REFUSED']);
    const pair = { ...rig.kick.signIn('anna'), expiresAt: Date.now() - 60_000 };
    keepSignIn(rig.vault, signInName('kick', 'anna'), signInOf(pair));
    rig.kick.expire();
    expect(broken(await rig.look())).toEqual([]);
    keepSignIn(
      rig.vault,
      signInName('kick', 'anna'),
      signInOf({ ...pair, expiresAt: Date.now() - 40 * 86_400_000 }),
    );
    expect(broken(await rig.look())).toEqual(['sign-in kick/anna SIGN_IN_SPENT']);
  });
});

/** Names and contents. */
function filesOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => [
      join(parentPath, name),
      sha256Hex(readFileSync(join(parentPath, name), 'base64')),
    ]),
  );
}
