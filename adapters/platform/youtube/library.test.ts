import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

/** A process of its own: in this one other tests may have loaded more. */
const SCRIPT = `
const { createRequire } = await import('node:module');
const { cache } = createRequire(process.argv[1] + '/x.js');
const loaded = () => Object.keys(cache).map((file) => file.replaceAll('\\\\', '/')).filter((file) => file.includes('/googleapis/build/src/'));
const { youtubePlatform } = await import(process.argv[1] + '/index.ts');
const adapter = youtubePlatform({ apiKey: 'k', channel: 'UCstreamer00000000000000', addresses: { api: 'http://127.0.0.1:9' }, times: { startMs: 1 } });
const before = loaded();
await adapter.connect().catch(() => {});
await adapter.close();
console.log(JSON.stringify({ before, after: loaded() }));
`;

it('loads the YouTube part of the library alone, and not before the first call', async () => {
  const run = promisify(execFile)(process.execPath, [
    '--input-type=module',
    '-e',
    SCRIPT,
    import.meta.dirname,
  ]);
  const { before, after } = JSON.parse((await run).stdout) as Record<'before' | 'after', string[]>;
  expect(before).toEqual([]);
  expect(
    after.map((file) => path.posix.relative('/', file.slice(file.indexOf('/googleapis/build/src/')))).sort(),
  ).toEqual(['googleapis/build/src/apis/youtube/index.js', 'googleapis/build/src/apis/youtube/v3.js']);
}, 20_000);
