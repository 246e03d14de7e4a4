/** Appends for ever, several at a time, and says which lines were acknowledged; made to be killed. */
import { sqliteLog } from './sqlite.ts';

const path = process.argv[2]!;
const inFlight = Number(process.argv[3] ?? 4);
const limit = Number(process.argv[4] ?? Number.POSITIVE_INFINITY);

const log = sqliteLog({ path, patienceMs: 10_000 });
await log.open();
let seq = (await log.head('g'))?.seq ?? (await log.createGame({ game: 'g', header: '{}', rules: '{}' })).seq;
const until = seq + limit;

/** Pipes are written at once on Linux: what the parent has read was acknowledged before the kill. */
const say = (text: string) => process.stdout.write(`${text}\n`);

async function appendOne(at: number): Promise<void> {
  const id = `${process.pid}-${at}`;
  const text = `{"as":{"by":"system"},"at":${at},"command":{"type":"expire"},"events":["${'я'.repeat(150)}"],`;
  const head = await log.append('g', at, [{ by: 'system', id, head: text, tail: `"id":"${id}",` }]);
  say(`ack ${head.seq} ${id} ${head.hash}`);
}

say('open');
while (seq < until) {
  await Promise.all(Array.from({ length: inFlight }, (_, i) => appendOne(seq + i)));
  seq += inFlight;
  if (seq % 64 === 0) await log.saveSnapshot('g', { seq, bytes: new Uint8Array(20_000) });
}
await log.close();
