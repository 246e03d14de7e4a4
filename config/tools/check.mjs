/** `npm run check`: types, style and the arrows between folders, side by side, in seconds. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, nodeBinary, ROOT, say } from './prepare.mjs';

ensureInstalled();
const bin = (name) => join(ROOT, 'node_modules', '.bin', name);
const shell = process.platform === 'win32';
const node = nodeBinary();
const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');

function run(name, command, args, useShell = shell) {
  const started = Date.now();
  return new Promise((resolve) => {
    const output = [];
    const child = spawn(command, args, { cwd: ROOT, shell: useShell });
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.on('error', (error) => output.push(Buffer.from(error.message)));
    child.on('close', (code) => {
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      say(`${name}: ${code === 0 ? 'fine' : 'FAULTS'} (${seconds} s)`);
      if (code !== 0) process.stderr.write(Buffer.concat(output));
      resolve(code === 0);
    });
  });
}

const results = await Promise.all([
  run('types', bin('tsc'), ['-p', '.']),
  run('style', bin('biome'), ['check', '.']),
  run('arrows', node, [vitest, 'run', 'bot/imports.test.ts'], false),
]);
process.exit(results.every(Boolean) ? 0 : 1);
