import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { adopt, SHARED_DEFLATE, SharedDeflate } from './shared-deflate.ts';

/** A page as simple as can be: it keeps the texts that come to it. */
const PAGE = `<title>page</title><script>
  var texts = [];
  var socket = new WebSocket('ws://' + location.host);
  socket.onopen = () => socket.send('привет из браузера');
  socket.onmessage = ({ data }) => { if (typeof data === 'string') texts.push(data); };
</script>`;
const http = createServer((_request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(PAGE);
});
let server: WebSocketServer;
let stream: SharedDeflate;
let sockets: WebSocket[];
let opened: WebSocket[];
let seen = 0;

beforeEach(async () => {
  stream = new SharedDeflate();
  sockets = [];
  opened = [];
  server = new WebSocketServer({ noServer: true, perMessageDeflate: SHARED_DEFLATE });
  http.on('upgrade', (request, socket, head) => {
    server.handleUpgrade(request, socket, head, (wire) => {
      adopt(wire);
      sockets.push(wire);
      wire.on('message', (data) => wire.send(`echo ${data.toString()}`));
      stream.follow(wire);
    });
  });
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
});

afterEach(async () => {
  for (const socket of [...opened, ...sockets]) socket.terminate();
  server.close();
  http.removeAllListeners('upgrade');
  http.closeAllConnections();
  await new Promise((done) => http.close(done));
});

const address = (): string => `127.0.0.1:${(http.address() as AddressInfo).port}`;

interface Client {
  readonly socket: WebSocket;
  readonly texts: string[];
  readonly binaries: Buffer[];
}

async function join(options: object = {}): Promise<Client> {
  const socket = new WebSocket(`ws://${address()}/`, options);
  const client: Client = { socket, texts: [], binaries: [] };
  socket.on('message', (data, isBinary) => {
    if (isBinary) client.binaries.push(data as Buffer);
    else client.texts.push(data.toString());
  });
  opened.push(socket);
  await new Promise((done, fail) => {
    socket.once('open', done);
    socket.once('error', fail);
  });
  return client;
}

/** Changes of a game, Russian words in them, never twice the same. */
function change(): string {
  seen += 1;
  const set = [[['players', `p${1 + (seen % 8)}`, 'cell'], (seen * 7) % 60]];
  const what = ['ловушка', 'сундук', 'привал'][seen % 3];
  return JSON.stringify({
    type: 'change',
    view: 'board',
    from: seen,
    to: seen,
    set,
    moments: [{ what, seen }],
  });
}

/** To everybody who follows; others get it plain, as the fan-out does. */
function tell(text: string): number {
  const frame = stream.pack(Buffer.from(text));
  for (const socket of sockets) {
    if (stream.has(socket)) stream.write(socket, frame);
    else socket.send(text);
  }
  return frame.length;
}

async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 400 && !holds(); i += 1) await new Promise((done) => setTimeout(done, 5));
  expect(holds()).toBe(true);
}

describe('a shared deflate stream', () => {
  it('is followed by stock clients that join at any moment', async () => {
    const told: string[] = [];
    const joined: { client: Client; from: number }[] = [];
    let late = 0;
    for (let i = 0; i < 500; i += 1) {
      // Some while the stream is shorter than the window, most when it has long been longer.
      if (i % 13 === 0) joined.push({ client: await join(), from: told.length });
      told.push(change());
      const bytes = tell(told.at(-1)!);
      if (i >= 100) late += bytes;
    }
    await until(() => joined.every(({ client, from }) => client.texts.length === told.length - from));
    for (const { client, from } of joined) expect(client.texts).toEqual(told.slice(from));
    expect(stream.size).toBe(39);
    expect(joined.filter(({ client }) => client.binaries.length > 0)).toHaveLength(38);
    // The JSON is 130 bytes and more; joiners in between cost the others nothing.
    expect(late / 400).toBeLessThan(30);
  });

  it('is not disturbed by what else goes to its sockets, nor by what they send', async () => {
    const { socket, texts } = await join();
    for (let i = 0; i < 40; i += 1) {
      tell(change());
      sockets[0]!.send(JSON.stringify({ type: 'ack', id: `мой ${i}` }));
      socket.send(`привет ${'а'.repeat(2000)} ${i}`);
    }
    await until(() => texts.length === 120);
    expect(texts.filter((text) => text.startsWith('echo'))).toHaveLength(40);
    expect(texts.filter((text) => text.includes('мой'))).toHaveLength(40);
  });

  it('takes a reader that has missed frames in again', async () => {
    const quick = await join();
    const slow = await join();
    tell(change());
    for (let i = 0; i < 60; i += 1) {
      const frame = stream.pack(Buffer.from(change()));
      stream.write(sockets[0]!, frame);
    }
    expect(stream.follow(sockets[1]!)).toBe(true);
    const last = change();
    tell(last);
    await until(() => quick.texts.length === 62 && slow.texts.length === 2);
    expect(slow.texts.at(-1)).toBe(last);
  });

  it('begins anew when everybody had left', async () => {
    await join();
    for (let i = 0; i < 30; i += 1) tell(change());
    stream.leave(sockets[0]!);
    const { texts, binaries } = await join();
    const text = change();
    tell(text);
    await until(() => texts.length === 1);
    expect(texts).toEqual([text]);
    expect(binaries).toEqual([]);
  });

  it('carries messages of any length', async () => {
    const { texts } = await join();
    // Random letters do not compress: both longer forms of a frame's head are needed.
    const noise = (length: number) =>
      Array.from({ length }, (_, i) => String.fromCharCode(0x410 + ((i * i * 31 + i * 17) % 59))).join('');
    const told = [noise(400), noise(90_000), change(), noise(5_000), change()];
    for (const text of told) tell(text);
    await until(() => texts.length === told.length);
    expect(texts).toEqual(told);
  });

  it('leaves a client alone that does not offer the extension, or wants one that cannot be shared', async () => {
    const offers = [false, { serverMaxWindowBits: 9 }, { serverNoContextTakeover: true }];
    const clients = await Promise.all(offers.map((perMessageDeflate) => join({ perMessageDeflate })));
    expect(stream.size).toBe(0);
    const text = change();
    tell(text);
    await until(() => clients.every(({ texts }) => texts.length === 1));
    expect(clients.map(({ texts }) => texts[0])).toEqual([text, text, text]);
  });

  it('is one for a socket: a second one is refused until the first is left', async () => {
    await join();
    const other = new SharedDeflate();
    expect(other.follow(sockets[0]!)).toBe(false);
    stream.leave(sockets[0]!);
    expect(other.follow(sockets[0]!)).toBe(true);
  });

  it('is decoded by a browser that joins late', { timeout: 60_000 }, async () => {
    const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
    try {
      await join();
      for (let i = 0; i < 90; i += 1) tell(change());
      const page = await browser.newPage();
      await page.goto(`http://${address()}/`);
      await until(() => stream.size === 2);
      const told = Array.from({ length: 120 }, change);
      for (const text of told) tell(text);
      const got = await page.waitForFunction((count) => {
        const { texts } = window as unknown as { texts: string[] };
        return texts.length >= count ? texts : null;
      }, told.length + 1);
      const texts = await got.jsonValue();
      expect(texts?.filter((text) => !text.startsWith('echo'))).toEqual(told);
      // What the browser compresses by itself arrives as well.
      expect(texts).toContain('echo привет из браузера');
    } finally {
      await browser.close();
    }
  });
});
