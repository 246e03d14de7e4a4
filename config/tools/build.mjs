#!/usr/bin/env node
/**
 * Builds the browser pages into `.build/overlay`, unless nothing they are made of has changed since the last build.
 * Plain JavaScript for any Node from 18: it runs before the project's own Node is known to be there.
 * Progress goes to stderr; exit code 1 and one sentence when the build fails.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OUT = join(ROOT, '.build', 'overlay');
const STAMP = join(ROOT, '.build', 'stamp');
/** What the pages are made of. The types of the protocol are erased, so `bot` is not here. */
const INPUTS = ['overlay', 'config/tools/vite.config.ts', 'package-lock.json'];

function* files(path) {
  const full = join(ROOT, path);
  if (!existsSync(full)) return;
  const entries = path.includes('.') ? null : readdirSync(full, { withFileTypes: true });
  if (!entries) {
    yield path;
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const child = `${path}/${entry.name}`;
    if (entry.isDirectory()) yield* files(child);
    else if (!entry.name.endsWith('.test.ts')) yield child;
  }
}

/** SHA-256 over names and contents of all inputs, in a fixed order. */
export function inputsHash() {
  const hash = createHash('sha256');
  for (const input of INPUTS) {
    for (const path of files(input)) {
      hash.update(`${path}\0`);
      hash.update(readFileSync(join(ROOT, path)));
      hash.update('\0');
    }
  }
  return hash.digest('hex');
}

function isFresh(hash) {
  if (!existsSync(STAMP) || !existsSync(join(OUT, 'map.html'))) return false;
  return readFileSync(STAMP, 'utf8').trim() === hash;
}

function vite() {
  const own = join(ROOT, 'node_modules', '.bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const node = existsSync(own) ? own : process.execPath;
  const script = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  const args = [
    script,
    'build',
    '--config',
    join(ROOT, 'config', 'tools', 'vite.config.ts'),
    '--logLevel',
    'warn',
  ];
  return new Promise((resolve, reject) => {
    // Vite's own lines go to stderr: stdout of `npm start` holds the ready line alone.
    const child = spawn(node, args, { cwd: ROOT, stdio: ['ignore', 2, 2] });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`vite stopped with code ${code}`)),
    );
  });
}

/** Builds if needed. Returns true when it had to. */
export async function build() {
  const hash = inputsHash();
  if (isFresh(hash)) {
    process.stderr.write('pages: unchanged since the last build\n');
    return false;
  }
  const began = Date.now();
  process.stderr.write('pages: building …\n');
  await vite();
  writeFileSync(STAMP, `${hash}\n`);
  process.stderr.write(
    `pages: built into ${relative(ROOT, OUT) || dirname(OUT)} in ${((Date.now() - began) / 1000).toFixed(1)} s\n`,
  );
  return true;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  build().catch((error) => {
    process.stderr.write(`pages: the build failed: ${error.message}\n`);
    process.exitCode = 1;
  });
}
