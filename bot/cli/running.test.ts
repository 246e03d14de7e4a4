/** Subcommands beside a running host: its own data folder, that of a rehearsal inside it, or another one. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { composeHost, type HostParts } from '../compose.ts';
import { MsigError } from '../errors.ts';
import { readSettings } from '../settings.ts';
import { addDoctor } from './doctor.ts';
import { addExport } from './export.ts';
import { addLedger } from './ledger.ts';
import { findRunning, gatewayUrl } from './running.ts';
import { addVerify } from './verify.ts';

let data: string;
let host: HostParts;
let port: number;
let game: string;

/** A host whose data folder is this one; its admin token lies there, as a start writes it. */
async function started(folder: string): Promise<void> {
  const env = { MSIG_LOG_LEVEL: 'fatal' };
  host = await composeHost(readSettings({ env, options: { data: folder, port: 0 } }));
  await host.gateway.app.listen({ host: '127.0.0.1', port: 0 });
  port = (host.gateway.app.server.address() as AddressInfo).port;
  await writeFile(join(folder, 'admin.token'), `${await host.tokens.sign({ role: 'admin' })}\n`);
  const seats = ['Anna', 'B', 'C', 'D'].map((name) => ({ name, lang: 'en', kind: 'person' }) as const);
  const made = await host.catalog.create({ size: 'S', pace: 'session', lang: 'en', seats });
  game = made.id;
  made.names.put('v_rich', { name: 'Vera', platform: 'kick', user: '300' });
  const as = { by: 'viewer', viewer: 'v_rich', player: 'p1' } as const;
  const command = { type: 'redeem', redemption: 'kick:A', reward: 'hot_soup' } as const;
  await made.host.submit({ id: 'redeem:kick:A', as, command });
}

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'msig-running-'));
  await mkdir(join(data, 'rehearsal'));
});
afterEach(async () => {
  await host.close();
  await rm(data, { recursive: true, force: true });
  process.exitCode = 0;
});

interface Ran {
  readonly out: string;
  readonly err: string;
  readonly sentence: string;
}

async function msig(...args: string[]): Promise<Ran> {
  const program = new Command().exitOverride();
  for (const add of [addLedger, addExport, addDoctor, addVerify]) add(program);
  const { stdout, stderr } = process;
  const [out, err] = [stdout.write, stderr.write];
  const ran = { out: '', err: '', sentence: '' };
  const into = (name: 'out' | 'err') => (chunk: string | Uint8Array) => {
    ran[name] += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
    return true;
  };
  [stdout.write, stderr.write] = [into('out'), into('err')];
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof MsigError)) throw error;
    ran.sentence = error.sentence('en');
  } finally {
    [stdout.write, stderr.write] = [out, err];
  }
  return ran;
}
const here = (lang = 'en') => ['--data', data, '--port', String(port), '--lang', lang];

describe('beside a rehearsal', () => {
  beforeEach(() => started(join(data, 'rehearsal')));

  it('is recognised, even by a token of the last evening in our own folder', async () => {
    await writeFile(join(data, 'admin.token'), 'stale');
    expect(await findRunning({ host: '127.0.0.1', port, data })).toMatchObject({
      state: 'rehearsal',
      data: join(data, 'rehearsal'),
    });
  });

  it('the ledger is that of the rehearsal, and says so', async () => {
    const { out, err } = await msig('ledger', ...here());
    expect(err).toContain(`a rehearsal is running, in ${join(data, 'rehearsal')}`);
    expect(out).toContain('Vera → Anna  Hot Soup: returned');
    expect((await msig('ledger', ...here('ru'))).out).toContain('Горячий суп: возвращено (игра не шла)');
    const named = await msig('ledger', '--gateway', `127.0.0.1:${port}`, '--data', data);
    expect(named.out).toContain('Vera');
  });

  it('the doctor looks at the rehearsal alone', async () => {
    const { out } = await msig('doctor', ...here(), '--json');
    const { findings } = JSON.parse(out) as { findings: { code: string; check: string }[] };
    expect(findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['REHEARSAL', 'PORT_OURS']));
    expect(out).toContain(join(data, 'rehearsal'));
  });
});

describe('beside a game', () => {
  beforeEach(() => started(data));

  it('the ledger names the games there are, and an address that is none', async () => {
    expect((await msig('ledger', ...here(), '--game', 'zzz')).sentence).toBe(
      `There is no game zzz in ${data}. There are: ${game}.`,
    );
    for (const bad of ['http://', 'ftp://x', ':::'])
      expect((await msig('ledger', ...here(), '--gateway', bad)).sentence).toMatch(
        /^Option --gateway: got ".*", expected an address like http/,
      );
    expect((await msig('ledger', ...here(), '--gateway', '127.0.0.1:1')).sentence).toMatch(
      /^The game host at http:\/\/127\.0\.0\.1:1 does not answer/,
    );
    expect(gatewayUrl('game.example.org:4747/ws')).toBe('http://game.example.org:4747');
  });

  it.each(['running', 'stopped'])('export writes a file that verify takes: host %s', async (state) => {
    const at = here();
    if (state === 'stopped') await host.close();
    const file = join(data, 'evening.ndjson');
    const { err } = await msig('export', ...at, '--out', file);
    expect(err).toContain(`written: ${file}; to check it: npx msig verify ${file}`);
    expect((await msig('verify', file)).out).toMatch(new RegExp(`^ok: game ${game} `));
    const text = await readFile(file, 'utf8');
    expect((await msig('export', ...at, '--game', game, '--out', '-')).out === text).toBe(true);
    expect((await msig('export', ...at, '--out', join(data, 'no', 'where'))).sentence).toMatch(
      /cannot be written \(ENOENT\)/,
    );
  });

  it('of another data folder: said so, and never mixed up', async () => {
    const other = await mkdtemp(join(tmpdir(), 'msig-other-'));
    const at = ['--data', other, '--port', String(port), '--lang', 'en'];
    const { err, out } = await msig('ledger', ...at);
    expect(err).toContain(`has another data folder; this is about ${other}`);
    expect(out).toBe('Nobody has redeemed a reward.\n');
    expect((await msig('ledger', ...at, '--gateway', `http://127.0.0.1:${port}`)).sentence).toMatch(
      new RegExp(`has another data folder than ${other}\\. Name its folder: --data`),
    );
    expect((await msig('export', ...at)).sentence).toBe(
      `There is no game in ${other} yet. Begin one: npm start.`,
    );
    await rm(other, { recursive: true });
  });
});
