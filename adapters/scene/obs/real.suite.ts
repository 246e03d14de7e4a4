/**
 * A real OBS for tests: under Xvfb, with a throwaway configuration, in a network of its own (its WebSocket server
 * listens on every address), reached through a relay on 127.0.0.1 and a socket file.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const REAL_PASSWORD = 'kein-geheimnis-1';
const UP_MS = 60_000;

/** Root makes a network; others need a user of their own in it. */
const UNSHARE = ['unshare', ...(process.getuid?.() === 0 ? ['-n'] : ['-r', '-n']), '--'];

/** Which programs are missing here, with the line that installs them; null if none is. */
export function missingParts(): string | null {
  const lacks = [
    ['obs', 'obs-studio'],
    ['Xvfb', 'xvfb'],
  ].filter(([program]) => spawnSync('sh', ['-c', `command -v ${program}`]).status !== 0);
  if (lacks.length === 0) return null;
  const [names, packages] = [0, 1].map((at) => lacks.map((one) => one[at]).join(' '));
  return `no ${names}; apt-get install --no-install-recommends ${packages} libgl1-mesa-dri iproute2`;
}

/** Some containers allow no network of one's own: then its password and a port of chance have to do. */
function mayIsolate(): boolean {
  const [command = '', ...args] = [...UNSHARE, 'ip', 'link', 'set', 'lo', 'up'];
  return spawnSync(command, args).status === 0;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Runs beside OBS, in its network: socket file to OBS's port. */
const RELAY = `
const { connect, createServer } = require('node:net');
const [path, port] = process.argv.slice(1);
createServer((from) => {
  const to = connect(Number(port), '127.0.0.1');
  from.on('error', () => to.destroy()).on('close', () => to.destroy());
  to.on('error', () => from.destroy()).on('close', () => from.destroy());
  from.pipe(to).pipe(from);
}).listen(path);`;

export interface RealObs {
  readonly url: string;
  /** Begins anew with what it had saved. */
  start(): Promise<void>;
  /** As by a crash: nothing is saved. */
  kill(): Promise<void>;
  /** While it is not running: its scenes are gone, as if it had never saved them. */
  loseScenes(): Promise<void>;
  /** What it has written to its log, for a failed test. */
  log(): Promise<string>;
  end(): Promise<void>;
}

/** @throws Error if it does not listen within a minute. */
export async function startRealObs(): Promise<RealObs> {
  const home = await mkdtemp(join(tmpdir(), 'msig-obs-'));
  const processes: ChildProcess[] = [];
  const file = join(home, 'obs.sock');
  const relay = createServer((from) => {
    const to = connect(file);
    from.on('error', () => to.destroy()).on('close', () => to.destroy());
    to.on('error', () => from.destroy()).on('close', () => from.destroy());
    from.pipe(to).pipe(from);
  });
  let obs: ChildProcess | null = null;
  const stop = async (signal: NodeJS.Signals) => {
    if (obs) await ended(obs, signal);
    obs = null;
    await rm(file, { force: true });
  };
  const end = async () => {
    await stop('SIGKILL');
    for (const child of processes) await ended(child, 'SIGTERM');
    relay.close();
    await rm(home, { recursive: true, force: true });
  };
  try {
    const port = await freePort();
    await configure(home, port);
    const display = await startDisplay(home, processes);
    await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve));
    const start = async () => {
      obs = launch({ home, display, file, port });
      await listening(obs, file);
    };
    await start();
    const url = `ws://127.0.0.1:${(relay.address() as AddressInfo).port}`;
    const log = () => readFile(join(home, 'obs.log'), 'utf8').catch(() => '');
    const scenes = join(home, 'config', 'obs-studio', 'basic', 'scenes');
    const loseScenes = () => rm(scenes, { recursive: true, force: true });
    return { url, start, kill: () => stop('SIGKILL'), loseScenes, log, end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** No wizard, no dialogs. Older versions read the first file, newer ones the second and third. */
async function configure(home: string, port: number): Promise<void> {
  const config = join(home, 'config', 'obs-studio');
  const plugin = join(config, 'plugin_config', 'obs-websocket');
  await mkdir(plugin, { recursive: true });
  const general = '[General]\nFirstRun=true\nEnableAutoUpdates=false\n';
  const server = `[OBSWebSocket]\nFirstLoad=false\nServerEnabled=true\nServerPort=${port}\nAlertsEnabled=false\nAuthRequired=true\nServerPassword=${REAL_PASSWORD}\n`;
  await writeFile(join(config, 'global.ini'), general + server);
  await writeFile(join(config, 'user.ini'), general);
  const json = {
    alerts_enabled: false,
    auth_required: true,
    first_load: false,
    server_enabled: true,
    server_password: REAL_PASSWORD,
    server_port: port,
  };
  await writeFile(join(plugin, 'config.json'), JSON.stringify(json));
}

async function startDisplay(home: string, processes: ChildProcess[]): Promise<string> {
  const args = ['-displayfd', '3', '-screen', '0', '1280x720x24', '-nolisten', 'tcp'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], cwd: home });
  processes.push(server);
  const [number] = (await once(server.stdio[3] as NodeJS.ReadableStream, 'data')) as [Buffer];
  return `:${number.toString().trim()}`;
}

interface Launch {
  readonly home: string;
  readonly display: string;
  readonly file: string;
  readonly port: number;
}

function launch({ home, display, file, port }: Launch): ChildProcess {
  const obs =
    'obs --multi --minimize-to-tray --websocket_ipv4_only --disable-missing-files-check --disable-shutdown-check';
  const script = `"$NODE" -e "$RELAY" "$FILE" ${port} & trap 'kill $!' EXIT; ${obs} >>"$HOME/obs.log" 2>&1`;
  const [command = '', ...args] = mayIsolate()
    ? [...UNSHARE, 'bash', '-c', `ip link set lo up; ${script}`]
    : ['bash', '-c', script];
  return spawn(command, args, {
    // A group of its own, so that all of it can be ended.
    detached: true,
    stdio: 'ignore',
    env: {
      PATH: process.env.PATH ?? '',
      HOME: home,
      XDG_CONFIG_HOME: join(home, 'config'),
      XDG_RUNTIME_DIR: home,
      DISPLAY: display,
      LANG: 'C.UTF-8',
      LIBGL_ALWAYS_SOFTWARE: '1',
      NODE: process.execPath,
      RELAY,
      FILE: file,
    },
  });
}

async function listening(obs: ChildProcess, file: string): Promise<void> {
  const until = Date.now() + UP_MS;
  while (!(existsSync(file) && (await answers(file)))) {
    if (obs.exitCode !== null) throw new Error(`OBS ended with ${obs.exitCode}`);
    if (Date.now() > until) throw new Error(`OBS does not listen within ${UP_MS} ms`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The relay closes at once while nobody listens behind it. */
function answers(file: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(file);
    const done = (yes: boolean) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(yes);
    };
    const timer = setTimeout(() => done(true), 300);
    socket.on('error', () => done(false)).on('close', () => done(false));
  });
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = once(child, 'exit');
  try {
    process.kill(child.spawnargs[0] === 'Xvfb' ? child.pid : -child.pid, signal);
  } catch {
    return;
  }
  await gone;
}
