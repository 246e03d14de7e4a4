import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import type { ViewChange } from '../../host/publish/publisher.ts';
import { Channel, type Source } from './fanout.ts';
import { adopt, SHARED_DEFLATE } from './shared-deflate.ts';

/** A view that is one text; each change replaces it. */
class Text implements Source {
  frame = 0;
  data = 'начало';
  readonly #listeners = new Set<(change: ViewChange) => void>();

  now() {
    return { frame: this.frame, data: this.data };
  }
  watch(_view: string, listener: (change: ViewChange) => void) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
  become(data: string): void {
    this.frame += 1;
    this.data = data;
    const change = { view: 'board', from: this.frame, to: this.frame, set: [[[], data]], moments: [] };
    for (const listener of this.#listeners) listener(change as unknown as ViewChange);
  }
}

const http = createServer();
let server: WebSocketServer;
let source: Text;
let channel: Channel;
let joined: WebSocket[];
let clients: WebSocket[];

beforeEach(async () => {
  source = new Text();
  channel = Channel.open(source, 'board')!;
  joined = [];
  clients = [];
  server = new WebSocketServer({ server: http, perMessageDeflate: SHARED_DEFLATE });
  server.on('connection', (socket) => {
    adopt(socket);
    joined.push(socket);
    socket.on('close', () => channel.remove(socket));
    channel.add(socket);
  });
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
});

afterEach(async () => {
  channel.close();
  for (const socket of clients) socket.terminate();
  server.close();
  http.removeAllListeners('upgrade');
  http.closeAllConnections();
  await new Promise((done) => http.close(done));
});

interface Reader {
  readonly socket: WebSocket;
  /** What the view is for this client, and how often it was told whole. */
  data: string;
  snapshots: number;
  changes: number;
}

async function watch(options: object = {}): Promise<Reader> {
  const socket = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`, options);
  clients.push(socket);
  const reader: Reader = { socket, data: '', snapshots: 0, changes: 0 };
  socket.on('message', (bytes, isBinary) => {
    if (isBinary) return;
    const message = JSON.parse(bytes.toString());
    reader.data = message.type === 'snapshot' ? message.data : message.set[0][1];
    if (message.type === 'snapshot') reader.snapshots += 1;
    else reader.changes += 1;
  });
  await new Promise((done, fail) => {
    socket.once('open', done);
    socket.once('error', fail);
  });
  await until(() => reader.snapshots === 1);
  return reader;
}

async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 1000 && !holds(); i += 1) await new Promise((done) => setTimeout(done, 5));
  expect(holds()).toBe(true);
}

/** Bytes that have gone to a socket since it joined. */
function written(socket: WebSocket): number {
  return (socket as unknown as { _socket: { bytesWritten: number } })._socket.bytesWritten;
}

/** Text that no compression makes shorter than about half. */
function noise(seed: number, length: number): string {
  let text = '';
  for (let i = 0; text.length < length; i += 1) {
    text += createHash('sha256').update(`${seed} ${i}`).digest('hex');
  }
  return text;
}

describe('the fan-out', () => {
  it('tells few plainly and many in one compressed stream, each the same', async () => {
    const readers = [await watch(), await watch()];
    for (let i = 0; i < 20; i += 1) source.become(`Сундук открыт, внутри монеты: ${i}`);
    await until(() => readers.every(({ changes }) => changes === 20));
    const plain = written(joined[0]!);
    while (readers.length < 12) readers.push(await watch());
    // One that cannot follow is among them.
    readers.push(await watch({ perMessageDeflate: false }));
    const before = written(joined[0]!);
    for (let i = 20; i < 40; i += 1) source.become(`Сундук открыт, внутри монеты: ${i}`);
    await until(() => readers.every(({ data }) => data.endsWith(': 39')));
    expect(readers.map(({ changes }) => changes)).toEqual(readers.map((_, i) => (i < 2 ? 40 : 20)));
    expect(written(joined[0]!) - before).toBeLessThan(plain / 3);
    expect(written(joined[12]!)).toBeGreaterThan(plain / 2);
  });

  it('goes on for everybody when one has stopped reading, and takes that one in again', {
    timeout: 30_000,
  }, async () => {
    const readers: Reader[] = [];
    while (readers.length < 10) readers.push(await watch());
    const deaf = readers[3]!;
    deaf.socket.pause();
    const others = readers.filter((reader) => reader !== deaf);
    let told = 0;
    while (channel.behind === 0 && told < 400) {
      told += 1;
      source.become(noise(told, 100_000));
      await until(() => others.every(({ changes }) => changes === told));
    }
    expect(channel.behind).toBe(1);
    for (let missed = 0; missed < 5; missed += 1) source.become(`без него ${missed}`);
    deaf.socket.resume();
    await until(() => channel.behind === 0);
    source.become('и снова вместе');
    await until(() => readers.every(({ data }) => data === 'и снова вместе'));
    expect(deaf.snapshots).toBe(2);
    // The last of the loop was the first one missed.
    expect(deaf.changes).toBe(told);
    expect(others.every(({ snapshots }) => snapshots === 1)).toBe(true);
  });
});
