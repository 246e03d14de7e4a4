/** The real host over the real SQLite log, and the bare disk beside it, asked in turn. */
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { LogEntry } from '../../../adapters/log/contract.ts';
import { sqliteLog } from '../../../adapters/log/sqlite/sqlite.ts';
import type { HostedGame } from '../../host/hosted-game.ts';
import { entryOf } from '../../store/line.ts';
import { answer } from '../child.ts';
import { type DiskPace, syncedAppends } from '../limits/disk.ts';
import { PLAYERS } from '../limits/race.ts';
import { type Rig, startRig } from '../rig.ts';

let rig: Rig;
let thrown = 0;

async function throwDice({ host }: HostedGame): Promise<void> {
  const player = `p${1 + (thrown % PLAYERS)}`;
  thrown += 1;
  const request = { id: `throw ${thrown}`, as: { by: 'player', player }, command: { type: 'roll' } } as const;
  const outcome = await host.submit(request);
  if (!outcome.ok) throw new Error(`a throw was refused: ${outcome.code}`);
}

/** Durable commands a second with so many unanswered at any time; in a game of its own, as none is a million throws long. */
async function flight({ count, ms }: { count: number; ms: number }): Promise<number> {
  const game = await rig.fresh();
  const before = thrown;
  const begin = performance.now();
  const one = async (): Promise<void> => {
    while (performance.now() - begin < ms) await throwDice(game);
  };
  await Promise.all(Array.from({ length: count }, one));
  return ((thrown - before) * 1000) / (performance.now() - begin);
}

const RESOLUTION_MS = 1;
const BATCH = 64;

export interface Stall {
  /** Milliseconds, 99th percentile, that the event loop was late: with nothing but storage at work, and with nothing. */
  readonly busy: number;
  readonly idle: number;
  /** Lines a second that storage alone took meanwhile, 64 at a time. */
  readonly rate: number;
}

let stalls = 0;

async function stall({ dir, ms }: { dir: string; ms: number }): Promise<Stall> {
  stalls += 1;
  const driver = sqliteLog({ path: path.join(dir, `stall-${stalls}.sqlite`) });
  await driver.open();
  await driver.createGame({ game: 'stall', header: '{}', rules: '{}' });
  const batch = Array.from({ length: BATCH }, (_, i) => entry(i));
  let lines = 0;
  const fill = async (): Promise<void> => {
    const begin = performance.now();
    for (; performance.now() - begin < ms; lines += BATCH) {
      await driver.append(
        'stall',
        lines,
        batch.map((one, i) => ({ ...one, id: `${lines + i}` })),
      );
    }
  };
  const idle = await lateness(() => new Promise((done) => setTimeout(done, ms)));
  const busy = await lateness(fill);
  await driver.close();
  return { busy, idle, rate: (lines * 1000) / ms };
}

async function lateness(work: () => Promise<void>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  await work();
  delay.disable();
  return Math.max(0, delay.percentile(99) / 1e6 - RESOLUTION_MS);
}

/** A line as long as a throw's. */
function entry(n: number): LogEntry {
  const as = { by: 'player', player: 'p1' } as const;
  return entryOf({
    at: n,
    id: `stall ${n}`,
    as,
    command: { type: 'done', proof: 'x'.repeat(550) },
    events: [],
  });
}

answer({
  listen: async ({ dir }: { dir: string }) => {
    rig = await startRig(sqliteLog({ path: path.join(dir, 'ack.sqlite') }));
    const token = await rig.tokens.sign({ role: 'player', game: rig.game.id, player: 'p1' });
    return { port: rig.port, game: rig.game.id, token };
  },
  flight,
  disk: (pace: DiskPace) => syncedAppends(pace),
  stall,
});
