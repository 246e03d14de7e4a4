/**
 * `npm run extension:rig`: the views of the Twitch extension on this machine, in frames of the right sizes and under
 * Twitch's content policy, against a rehearsal game of its own. Ends with Ctrl-C.
 *
 *   … --port 8099   --lang ru|en   --seed TEXT
 *   … --host http://127.0.0.1:4747 --admin TOKEN --game ID   a host that runs already (it has to be started with the
 *                                                            variables that the rig prints)
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ExtensionSimulator } from '../../adapters/extension/simulator.ts';
import { PERSONAS, personaOf, personaToken } from './extension-rig.people.ts';
import { Rig } from './extension-rig.server.ts';
import { buildViews } from './extension-zip.ts';

const MAIN = fileURLToPath(new URL('../../bot/main.ts', import.meta.url));
const CLIENT = 'msigrig';
const OWNER = '900';
const PORT = 8099;

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: String(PORT) },
    lang: { type: 'string', default: 'en' },
    seed: { type: 'string' },
    host: { type: 'string' },
    admin: { type: 'string' },
    game: { type: 'string' },
    secret: { type: 'string' },
  },
});
const say = (line: string) => process.stderr.write(`rig: ${line}\n`);

interface Host {
  readonly url: string;
  readonly game: string;
  readonly adminToken: string;
  end(): Promise<void>;
}

/** A rehearsal in a folder that goes away with it. */
async function startHost(env: Record<string, string>): Promise<Host> {
  const data = mkdtempSync(join(tmpdir(), 'msig-rig-'));
  const seed = values.seed ? ['--seed', values.seed] : [];
  // Bots alone, so that something happens without anybody at the keyboard.
  const table = ['--players', '6', '--bots', '6', '--crowd', '20', '--lang', values.lang];
  const args = ['start', '--port', '0', '--data', data, '--json', ...table, ...seed];
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const ready = await new Promise<Omit<Host, 'end'>>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (line) => resolve(JSON.parse(line)));
    child.once('exit', (code) => reject(new Error(`the game ended with code ${code} before it was ready`)));
  });
  const end = async () => {
    if (child.exitCode === null) child.kill('SIGINT');
    await gone;
    rmSync(data, { recursive: true, force: true });
  };
  return { ...ready, end };
}

async function post<T>(url: string, token: string, body: unknown): Promise<T> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

/** Seats the channel at the table's first seat, gives its owner's helper some rights, switches Bits on. */
async function seat({ url, game, adminToken }: Host, secret: string): Promise<void> {
  const { code } = await post<{ code: string }>(
    `${url}/api/games/${game}/seats/p1/extension-code`,
    adminToken,
    {},
  );
  const owner = personaToken(personaOf('broadcaster'), { secret, shared: true });
  await post(`${url}/ext/config`, owner, { code });
  await post(`${url}/ext/config`, owner, { switches: { bits: true } });
  const grant = {
    tags: ['heal', 'dice', 'move'],
    items: [],
    target: 'any',
    uses: 5,
    per: 'hour',
    until: null,
    approval: false,
  };
  const viewer = `twitch:${personaOf('helper').user}`;
  const command = { type: 'grantHelper', viewer, grant };
  const said = { id: `rig ${randomBytes(4).toString('hex')}`, as: { player: 'p1' }, command };
  await post(`${url}/api/games/${game}/commands`, adminToken, said).catch((error: unknown) =>
    say(`the helper has no rights: ${error}`),
  );
}

/** A host that runs already has to be started again with what has just been printed. */
async function insist(work: () => Promise<void>, patient: boolean): Promise<void> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!patient) throw error;
      say(`waiting for the host: ${error instanceof Error ? error.message : String(error)}`);
      await new Promise((resolve) => setTimeout(resolve, 5_000));
    }
  }
}

async function main(): Promise<void> {
  const secret = values.secret ?? randomBytes(32).toString('base64');
  const twitch = new ExtensionSimulator({ clientId: CLIENT, ownerId: OWNER, secrets: [secret] });
  for (const { user, name } of PERSONAS) if (user) twitch.names.set(user, name);
  const apiUrl = await twitch.open();
  say('building the views …');
  const rig = new Rig({
    pages: await buildViews(),
    clientId: CLIENT,
    secret,
    twitch,
    port: Number(values.port),
  });
  const origin = await rig.open();
  const env = {
    MSIG_EXTENSION_CLIENT_ID: CLIENT,
    MSIG_EXTENSION_SECRETS: secret,
    MSIG_EXTENSION_OWNER_ID: OWNER,
    MSIG_EXTENSION_API_URL: apiUrl,
    MSIG_EXTENSION_ORIGINS: origin,
  };
  const { host: url, game, admin } = values;
  const given = url && game && admin ? { url, game, adminToken: admin, end: async () => {} } : null;
  if (given) for (const [name, value] of Object.entries(env)) say(`${name}=${value}`);
  const host = given ?? (await startHost(env));
  rig.play(host.url);
  await insist(() => seat(host, secret), given !== null);
  const end = async () => {
    await rig.close();
    await host.end();
    await twitch.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end());
  say(`the game: ${host.url}`);
  process.stdout.write(`MSIG rig ready ${origin}\n`);
}

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
