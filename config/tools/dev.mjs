/**
 * `npm run dev`: the program, started anew whenever a file of the bot, an adapter, the content or the settings is
 * saved, on the same data. Further arguments go to `msig start`.
 */
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt, ensureInstalled, NODE_FLAGS, nodeBinary, ROOT, runNode, say } from './prepare.mjs';

const WATCHED = ['bot', 'adapters', 'config/content', 'config/settings'];
/** Editors save in several steps, and a checkout touches many files at once. */
const SETTLE_MS = 300;

const args = process.argv.slice(2);
if (process.execPath === nodeBinaryIfThere()) watchAndRun();
else {
  ensureInstalled();
  await ensureBuilt();
  // Watching whole folders needs a newer Node than the one that may be running this.
  runNode([fileURLToPath(import.meta.url), ...args]);
}

function nodeBinaryIfThere() {
  return process.env.MSIG_LAUNCHED === '1' ? nodeBinary() : null;
}

function watchAndRun() {
  let child = start();
  let timer;
  let ending = false;
  for (const folder of WATCHED) {
    watch(join(ROOT, folder), { recursive: true }, (_, name) => {
      if (ending || /\.test\.ts$|~$|\.swp$/.test(name ?? '')) return;
      clearTimeout(timer);
      timer = setTimeout(() => restart(name), SETTLE_MS);
    });
  }
  const end = () => {
    ending = true;
    if (child.exitCode !== null) process.exit(0);
    child.once('exit', (code) => process.exit(code ?? 0));
    child.kill('SIGTERM');
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.on(signal, end);

  function restart(name) {
    say(`${name} was saved, starting again …`);
    const old = child;
    const next = () => {
      if (!ending) child = start();
    };
    if (old.exitCode !== null || old.signalCode !== null) return next();
    old.once('exit', next);
    old.kill('SIGTERM');
  }
}

function start() {
  return spawn(process.execPath, [...NODE_FLAGS, join(ROOT, 'bot', 'main.ts'), 'start', ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, MSIG_LAUNCHED: '1' },
  });
}
