/** `bench fanout`: what a change costs the server for each spectator, against writing one prepared frame. */
import { VERSION } from '../../protocol/wire.ts';
import { Child } from '../child.ts';
import { median, ratioOf } from '../measure.ts';
import { atLeast, atMost, type BenchReport, type Figure, figure } from '../report.ts';
import { bytesOfSmallChange } from './small-change.ts';

const HZ = 20;
const SECONDS = 2;
const REPEATS = 5;
const SETTLE_MS = 700;
/** Of a hundred spectators, in the run with slow readers. */
const DEAF = 0.05;

interface Side {
  readonly server: Child;
  readonly crowd: Child;
  /** Bytes of memory for each connection. */
  readonly memory: number;
}

interface Pass {
  /** Microseconds of processor time of the server for each change that reached a client. */
  readonly cost: number;
  /** Bytes on the wire for each change and client, frame heads included. */
  readonly bytes: number;
  /** Share of what should have arrived. */
  readonly delivered: number;
}

export async function benchFanout(counts: readonly number[] = [1000, 4000]): Promise<BenchReport> {
  const small = bytesOfSmallChange();
  const figures: Figure[] = [
    figure({ name: 'a small change, as the anchors sent', unit: 'bytes', value: small, goal: atMost(20) }),
  ];
  for (const count of counts) figures.push(...(await withSpectators(count)));
  return {
    bench: 'fanout',
    figures,
    notes: [
      `one game, ${HZ} changes a second, real sockets, spectators in a process of their own; medians of ${REPEATS} turns of ${SECONDS} s each`,
      'limit: one 93-byte frame made beforehand, written to raw sockets; ours: the real host and gateway, a throw of the dice for each change, log in memory',
      'bytes: WebSocket payload and frame head. A small change is two numbers and a throw (117 bytes of JSON), for which Colyseus sent 21.9; a change of ours is a whole throw with all that follows for the board, and every event for the animations (1,100 bytes of JSON)',
    ],
  };
}

async function withSpectators(count: number): Promise<Figure[]> {
  const limit = await side('limits/prepared-frame.ts', count);
  const ours = await side('fanout/server.ts', count);
  try {
    const passes = { limit: [] as Pass[], ours: [] as Pass[] };
    for (let repeat = 0; repeat < REPEATS; repeat += 1) {
      passes.limit.push(await pass(limit, count));
      passes.ours.push(await pass(ours, count));
    }
    const slow = await withDeaf(ours, count);
    return told({ count, ours, limit, passes, slow });
  } finally {
    await Promise.all([limit, ours].flatMap(({ server, crowd }) => [server.end(), crowd.end()]));
  }
}

async function side(program: string, count: number): Promise<Side> {
  const server = new Child(program);
  const crowd = new Child('fanout/spectators.ts');
  const { port, game, token } = await server.ask<{ port: number; game: string; token: string }>('listen');
  const hello = token && JSON.stringify({ type: 'hello', v: VERSION, token, game, views: ['board'] });
  // The first quarter fills caches and heaps that the others share.
  const first = Math.ceil(count / 4);
  await crowd.ask('join', { port, count: first, hello });
  await server.ask('run', { hz: HZ, times: HZ });
  const before = await server.ask<number>('memory');
  await crowd.ask('join', { port, count: count - first, hello });
  await settle();
  const after = await server.ask<number>('memory');
  return { server, crowd, memory: (after - before) / (count - first) };
}

async function pass({ server, crowd }: Side, listening: number): Promise<Pass> {
  await crowd.ask('reset');
  const pace = { hz: HZ, times: HZ * SECONDS };
  const { cpu, changes } = await server.ask<{ cpu: number; changes: number }>('run', pace);
  await settle();
  const { frames, bytes } = await crowd.ask<{ frames: number; bytes: number }>('counted');
  return { cost: cpu / frames, bytes: bytes / frames, delivered: frames / (changes * listening) };
}

/** The same once more, with some who have stopped reading: what the others cost and get. */
async function withDeaf(ours: Side, count: number): Promise<Pass> {
  const deaf = new Child('fanout/spectators.ts');
  const { port, game, token } = await ours.server.ask<{ port: number; game: string; token: string }>('where');
  const hello = JSON.stringify({ type: 'hello', v: VERSION, token, game, views: ['board'] });
  await deaf.ask('join', { port, count: Math.ceil(count * DEAF), hello, deaf: true });
  const result = await pass(ours, count);
  await deaf.end();
  return result;
}

interface Told {
  readonly count: number;
  readonly ours: Side;
  readonly limit: Side;
  readonly passes: { readonly limit: readonly Pass[]; readonly ours: readonly Pass[] };
  readonly slow: Pass;
}

function told({ count, ours, limit, passes, slow }: Told): Figure[] {
  const costs = passes.ours.map(({ cost }) => cost);
  const limits = passes.limit.map(({ cost }) => cost);
  const cost = median(costs);
  const name = (what: string) => `${count}: ${what}`;
  return [
    figure({
      name: name('CPU a delivery'),
      unit: 'us',
      value: cost,
      limit: cost / ratioOf(costs, limits),
      goal: atMost(1.25),
    }),
    figure({
      name: name('a change of ours'),
      unit: 'bytes',
      value: median(passes.ours.map(({ bytes }) => bytes)),
      goal: atMost(20),
    }),
    figure({ name: name('a connection'), unit: 'KB', value: ours.memory / 1024, goal: atMost(12) }),
    figure({ name: name('a connection of the limit'), unit: 'KB', value: limit.memory / 1024 }),
    figure({
      name: name('changes that arrived'),
      unit: 'share',
      value: median(passes.ours.map(({ delivered }) => delivered)),
      goal: atLeast(0.98),
    }),
    figure({
      name: name(`the same beside ${DEAF * 100}% deaf ones`),
      unit: 'share',
      value: slow.delivered,
      goal: atLeast(0.98),
    }),
    figure({
      name: name('CPU beside deaf ones'),
      unit: 'us',
      value: slow.cost,
      limit: cost,
      goal: atMost(1 + 2 * DEAF),
    }),
  ];
}

function settle(): Promise<void> {
  return new Promise((done) => setTimeout(done, SETTLE_MS));
}
