/** Kills a real process that writes, at random moments: what it acknowledged must be there afterwards. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openingHash, sha256Hex } from '../contract.ts';
import { sqliteLog } from './sqlite.ts';

const CHILD = fileURLToPath(new URL('./crash.child.ts', import.meta.url));
const KILLS = process.env.MSIG_TEST_LONG ? 50 : 10;

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'msig-crash-'));
  path = join(folder, 'msig.db');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Runs the child and kills it some milliseconds after its first words. @returns what it said. */
function runAndKill(afterMs: number, inFlight: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CHILD, path, String(inFlight)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    let complaint = '';
    child.stdout.on('data', (bytes: Buffer) => {
      if (said === '') setTimeout(() => child.kill('SIGKILL'), afterMs);
      said += bytes.toString();
    });
    child.stderr.on('data', (bytes: Buffer) => {
      complaint += bytes.toString();
    });
    child.on('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve(said);
      else reject(new Error(`the child ended by itself, code ${code}: ${complaint}`));
    });
  });
}

test(`every acknowledged line is there after ${KILLS} kills, none twice, the chain whole`, async () => {
  const acked = new Map<number, { id: string; hash: string }>();
  for (let kill = 0; kill < KILLS; kill += 1) {
    const said = await runAndKill(Math.random() * 120, [1, 4, 16][kill % 3]!);
    // The last line may be cut in the middle: only whole ones were said.
    for (const line of said.split('\n').slice(0, -1)) {
      const [word, seq, id, hash] = line.split(' ');
      if (word === 'ack') acked.set(Number(seq), { id: id!, hash: hash! });
    }
    await expectAll(acked);
  }
  expect(acked.size).toBeGreaterThan(KILLS);
}, 180_000);

async function expectAll(acked: ReadonlyMap<number, { id: string; hash: string }>): Promise<void> {
  const log = sqliteLog({ path, patienceMs: 10_000 });
  await log.open();
  const ids = new Set<string>();
  let prev = openingHash('{}', '{}');
  let seq = 0;
  // The very first kill may come before the game itself was made.
  if ((await log.head('g')) !== null) {
    for await (const text of log.read('g', 1)) {
      const line = JSON.parse(text) as { seq: number; id: string; prev: string; hash: string };
      seq += 1;
      expect([line.seq, line.prev]).toEqual([seq, prev]);
      expect(sha256Hex(text.replace(`"hash":"${line.hash}",`, ''))).toBe(line.hash);
      expect(ids.has(line.id)).toBe(false);
      ids.add(line.id);
      prev = line.hash;
      const ack = acked.get(seq);
      if (ack !== undefined) expect({ id: line.id, hash: line.hash }).toEqual(ack);
    }
  }
  expect(Math.max(0, ...acked.keys())).toBeLessThanOrEqual(seq);
  await log.close();
}

const tracer = spawnSync('strace', ['-V']).status === 0;
if (!tracer)
  console.warn('SKIPPED: fsync before ack is not traced here; install it with: apt-get install strace');

test.skipIf(!tracer)(
  'an fsync of the write-ahead log comes before every acknowledgement',
  async () => {
    const trace = join(folder, 'trace');
    const calls = 'trace=fsync,fdatasync,pwrite64,write';
    const run = spawnSync(
      'strace',
      ['-f', '-y', '-s', '12', '-e', calls, '-o', trace, process.execPath, CHILD, path, '1', '20'],
      { encoding: 'utf8', timeout: 60_000 },
    );
    expect(run.status, run.stderr).toBe(0);
    expect(acksAfterSync(await readFile(trace, 'utf8'))).toEqual({ acks: 20, synced: 20 });
  },
  90_000,
);

/** For each ack on standard output: was the log written, and then synced, since the one before? */
function acksAfterSync(trace: string): { acks: number; synced: number } {
  const count = { acks: 0, synced: 0 };
  let written = false;
  let synced = false;
  for (const line of trace.split('\n')) {
    if (/pwrite64\(\d+<[^>]*-wal>/.test(line)) {
      written = true;
      synced = false;
    } else if (/(fsync|fdatasync)\(\d+<[^>]*-wal>/.test(line)) synced = written;
    else if (/write\(1<.*"ack /.test(line)) {
      count.acks += 1;
      if (synced) count.synced += 1;
      written = false;
      synced = false;
    }
  }
  return count;
}
