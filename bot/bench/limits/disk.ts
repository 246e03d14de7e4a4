/** The limit of durable writing: lines appended to a plain file, each batch followed by fdatasync. */
import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { percentile } from '../measure.ts';

export interface DiskPace {
  readonly file: string;
  /** Lines in one batch, and bytes of each. */
  readonly lines: number;
  readonly bytes: number;
  readonly ms: number;
}

export interface DiskRate {
  /** Lines a second. */
  readonly rate: number;
  /** Milliseconds of the slowest batch in a hundred. */
  readonly p99: number;
}

export function syncedAppends({ file, lines, bytes, ms }: DiskPace): DiskRate {
  const batch = Buffer.from(`${'x'.repeat(bytes - 1)}\n`.repeat(lines));
  const fd = openSync(file, 'a');
  const times: number[] = [];
  const begin = performance.now();
  let now = begin;
  while (now - begin < ms) {
    const before = now;
    writeSync(fd, batch);
    fdatasyncSync(fd);
    now = performance.now();
    times.push(now - before);
  }
  closeSync(fd);
  rmSync(file);
  return { rate: (times.length * lines * 1000) / (now - begin), p99: percentile(times, 0.99) };
}
