/** `bench ack`: durable commands a second, and how long one waits for its acknowledgement, against the bare disk. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Child } from '../child.ts';
import type { DiskRate } from '../limits/disk.ts';
import { median, percentile, ratioOf } from '../measure.ts';
import { atLeast, atMost, type BenchReport, figure } from '../report.ts';
import { type Door, Thrower } from './client.ts';
import type { Stall } from './server.ts';

const TURN_MS = 700;
const REPEATS = 5;
const FLIGHTS = [1, 8, 64] as const;
/** Bytes of a throw's line in the log; the disk is asked to write the same. */
const LINE = 740;
/** Beside the data of real games, so that it is the same disk. */
const PLACE = path.resolve(import.meta.dirname, '../../.build');

export async function benchAck(): Promise<BenchReport> {
  mkdirSync(PLACE, { recursive: true });
  const dir = mkdtempSync(path.join(PLACE, 'bench-'));
  const server = new Child('ack/server.ts');
  let thrower: Thrower | null = null;
  try {
    thrower = await Thrower.open(await server.ask<Door>('listen', { dir }));
    return await measure({ server, thrower, dir });
  } finally {
    thrower?.close();
    await server.end();
    rmSync(dir, { recursive: true, force: true });
  }
}

interface Parts {
  readonly server: Child;
  readonly thrower: Thrower;
  readonly dir: string;
}

async function measure({ server, thrower, dir }: Parts): Promise<BenchReport> {
  const file = path.join(dir, 'disk');
  const disk = (lines: number) => server.ask<DiskRate>('disk', { file, lines, bytes: LINE, ms: TURN_MS });
  const single: DiskRate[] = [];
  const waits: number[] = [];
  const rates: Record<number, number[]> = { 1: [], 8: [], 64: [] };
  const limits: Record<number, number[]> = { 1: [], 8: [], 64: [] };
  const stalls: Stall[] = [];
  await server.ask('flight', { count: 64, ms: TURN_MS });
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    single.push(await disk(1));
    waits.push(percentile(await thrower.throwFor(TURN_MS), 0.99));
    for (const count of FLIGHTS) {
      limits[count]!.push((await disk(count)).rate);
      rates[count]!.push(await server.ask<number>('flight', { count, ms: TURN_MS }));
    }
    stalls.push(await server.ask<Stall>('stall', { dir, ms: TURN_MS }));
  }
  const wait = median(waits);
  const syncs = single.map(({ p99 }) => p99);
  return {
    bench: 'ack',
    figures: [
      ...FLIGHTS.map((count) =>
        figure({
          name: `${count} in flight`,
          unit: 'durable commands/s',
          value: median(rates[count]!),
          limit: median(rates[count]!) / ratioOf(rates[count]!, limits[count]!),
          ...(count === 64 && { goal: atLeast(0.4) }),
        }),
      ),
      figure({
        name: 'one acknowledgement over the WebSocket, p99',
        unit: 'ms',
        value: wait,
        limit: wait / ratioOf(waits, syncs),
        goal: atMost(5),
      }),
      figure({
        name: '64 at a time, storage alone',
        unit: 'durable lines/s',
        value: median(stalls.map(({ rate }) => rate)),
        limit: median(limits[64]!),
      }),
      figure({
        name: 'event loop later by storage, p99',
        unit: 'ms',
        value: median(stalls.map(({ busy, idle }) => Math.max(0, busy - idle))),
        goal: atMost(1),
      }),
      figure({
        name: 'event loop late with nothing at work, p99',
        unit: 'ms',
        value: median(stalls.map(({ idle }) => idle)),
      }),
    ],
    notes: [
      'ours: read by nobody, decided, folded, hashed, stored by SQLite (WAL, synchronous FULL) in its own thread, then answered',
      `limit: ${LINE}-byte lines appended to a file in the same folder, as many at once as are in flight, then fdatasync; for the acknowledgement, one such line`,
    ],
  };
}
