/** Those who send nonsense: over sockets, over HTTP, and over bare connections. Each notes what should never be answered. */
import { randomBytes } from 'node:crypto';
import { Agent, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { WebSocket } from 'ws';
import type { Dice } from './dice.ts';
import { frame, GOOD, hello, type Loot, PATHS, request } from './messages.ts';
import { bend, bytes, scratch, text, type Value } from './weird.ts';

export interface Target {
  readonly port: number;
  readonly loot: Loot;
  /** Told of every answer that says that something broke. */
  readonly broken: (what: string) => void;
}

/** Nothing takes the host so long, however busy the machine. */
const PATIENCE_MS = 15_000;

/** JSON that may be good, nearly good or no JSON at all. */
function spoilt(good: Value, dice: Dice): string {
  const kind = dice.below(100);
  if (kind < 40) return JSON.stringify(good);
  if (kind < 80) return JSON.stringify(bend(dice.odds(30) ? bend(good, dice) : good, dice));
  if (kind < 94) return scratch(JSON.stringify(good), dice);
  if (kind < 97) return `{"a":${'['.repeat(dice.below(9_000))}`;
  return bytes(dice, 300).toString('latin1');
}

/** One socket for up to `frames` messages. @returns how many were sent. */
export async function attackSocket(
  { port, loot, broken }: Target,
  dice: Dice,
  frames: number,
): Promise<number> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, {
    handshakeTimeout: PATIENCE_MS,
    ...(dice.odds(10) ? { origin: 'http://evil.example' } : {}),
  });
  let gone = false;
  socket.on('error', ({ message }) => {
    if (/timed out/.test(message)) broken('socket: no answer to the handshake');
  });
  socket.on('close', () => {
    gone = true;
  });
  socket.on('message', (data, binary) => {
    const said = binary ? '' : String(data);
    if (/"code":"(fault|not-stored)"/.test(said)) broken(`socket: ${said}`);
  });
  await new Promise((resolve) => socket.once('open', resolve).once('close', resolve));
  let sent = 0;
  if (dice.odds(90) && !gone) socket.send(JSON.stringify(hello(loot, dice)));
  while (sent < frames && !gone) {
    sent += 1;
    sendOne(socket, loot, dice);
    if (sent % 20 === 0) await breath();
  }
  await breath();
  if (dice.odds(50)) socket.close(dice.pick([1000, 1001, 3000, 4999]), text(dice).slice(0, 20));
  else socket.terminate();
  return Math.max(1, sent);
}

function sendOne(socket: WebSocket, loot: Loot, dice: Dice): void {
  const kind = dice.below(200);
  if (kind < 4) socket.send(bytes(dice, 400));
  else if (kind === 4) socket.send('x'.repeat(10_000 + dice.below(20_000)));
  else if (kind === 5) socket.ping(bytes(dice, 120));
  else if (kind === 6) for (let i = 0; i < 60; i += 1) socket.send(JSON.stringify(frame(loot, dice)));
  else if (kind === 7) socket.send('{"type":"act",', { fin: false });
  else socket.send(spoilt(frame(loot, dice), dice));
}

function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'TRACE', 'PROPFIND', 'QUERY'];
const TYPES = [
  'application/json',
  'application/x-ndjson',
  'text/plain',
  'text/html',
  'application/json; charset=utf-7',
  '',
];
const agents = Array.from({ length: 4 }, () => new Agent({ keepAlive: true, maxSockets: 8 }));

export function closeAgents(): void {
  for (const agent of agents) agent.destroy();
}

function tokenOf({ tokens }: Loot, dice: Dice): string {
  return dice.pick(dice.odds(70) ? tokens.slice(0, GOOD) : tokens);
}

/** One request of the right kind, with something about it that may be wrong. */
export function attackHttp({ port, loot, broken }: Target, dice: Dice): Promise<void> {
  const good = request(loot, dice);
  const method = dice.odds(10) ? dice.pick(METHODS) : good.method;
  const path = dice.odds(12)
    ? dice.pick(PATHS)
    : dice.odds(5)
      ? encodeURI(`/${text(dice).toWellFormed()}`)
      : good.path;
  const body = good.body === undefined ? (dice.odds(5) ? '{}' : null) : spoilt(good.body, dice);
  const headers: Record<string, string> = { authorization: `Bearer ${tokenOf(loot, dice)}` };
  if (body !== null) headers['content-type'] = dice.odds(8) ? dice.pick(TYPES) : 'application/json';
  if (dice.odds(5)) headers.host = dice.pick(['evil.example', '', '[::1', '127.0.0.1:1', 'localhost@evil']);
  if (dice.odds(5)) headers.origin = dice.pick(['null', 'http://evil.example', 'http://127.0.0.1', 'x']);
  if (dice.odds(5)) headers['accept-language'] = dice.pick(['ru', '*', ',,,;q=', 'x'.repeat(3_000)]);
  if (dice.odds(3)) headers['content-encoding'] = 'gzip';
  if (dice.odds(3)) headers.expect = dice.pick(['100-continue', 'a miracle']);
  // Strangers are slowed down by address: they come from several.
  const localAddress = `127.0.${dice.below(3)}.${1 + dice.below(20)}`;
  return new Promise((resolve) => {
    const options = {
      host: '127.0.0.1',
      port,
      method,
      path,
      headers,
      localAddress,
      agent: dice.pick(agents),
    };
    let sent: ReturnType<typeof httpRequest>;
    try {
      sent = httpRequest(options, (response) => {
        let answer = '';
        response.setEncoding('utf8').on('data', (part: string) => {
          answer += part;
        });
        response.on('error', () => resolve());
        response.on('close', () => {
          judge(`${method} ${path}`, { status: response.statusCode ?? 0, answer }, broken);
          resolve();
        });
      });
    } catch {
      // The client itself refuses to send this.
      return resolve();
    }
    sent.on('error', () => resolve());
    sent.on('close', () => resolve());
    sent.on('upgrade', (_, socket) => {
      socket.destroy();
      resolve();
    });
    sent.setTimeout(PATIENCE_MS, () => {
      broken(`${method} ${path}: no answer`);
      sent.destroy();
    });
    if (dice.odds(2)) setTimeout(() => sent.destroy(), dice.below(5));
    sent.end(body ?? undefined);
  });
}

/** 503 `no-page`: the pages need not be built for this. Everything else above 499 is our fault. */
function judge(
  what: string,
  { status, answer }: { status: number; answer: string },
  broken: (what: string) => void,
): void {
  if (status >= 500 && !answer.includes('"no-page"')) broken(`${what}: ${status} ${answer}`);
  if (answer.includes('FST_')) broken(`${what}: not in our words: ${answer}`);
  if (/root:x:0|"devDependencies"/.test(answer)) broken(`${what}: gave out a file`);
  if (status >= 400 && status < 500 && answer !== '' && !/"(code|error)":"|^HTTP/.test(answer))
    broken(`${what}: ${status} without a code: ${answer.slice(0, 200)}`);
}

const KEY = randomBytes(16).toString('base64');
const UPGRADE = `GET /ws HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n`;
const RAW: readonly ((loot: Loot, dice: Dice) => string | Buffer)[] = [
  (_, dice) => bytes(dice, 2_000),
  (_, dice) => `GET ${text(dice)} HTTP/1.1\r\n\r\n`,
  () => 'GET / HTTP/9.9\r\nHost: 127.0.0.1\r\n\r\n',
  () => 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.example\r\n\r\n',
  () => 'GET / HTTP/1.1\r\n\r\n',
  () => `GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`,
  () =>
    'POST /api/games HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  () => 'POST /api/games HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -1\r\n\r\n{}',
  ({ game }) =>
    `POST /api/games/${game}/commands HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{"id":`,
  () =>
    'POST /api/games HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nnot a size\r\n',
  () => `${UPGRADE}Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: short\r\n\r\n`,
  () => `${UPGRADE}Sec-WebSocket-Version: 99\r\nSec-WebSocket-Key: ${KEY}\r\n\r\n`,
  () => `${UPGRADE.replace('websocket', 'h2c')}\r\n`,
  () => `${UPGRADE.replace('/ws', '/healthz')}Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${KEY}\r\n\r\n`,
  () =>
    `${UPGRADE.replace('127.0.0.1', 'evil.example')}Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${KEY}\r\n\r\n`,
  (_, dice) => upgraded(bytes(dice, 300)),
  // Not masked, reserved bits, an opcode that is none, a length beyond all, a broken letter, half a frame.
  () => upgraded(Buffer.from([0x81, 0x02, 0x68, 0x69])),
  () => upgraded(masked(0xf1, Buffer.from('hi'))),
  () => upgraded(masked(0x8b, Buffer.from('hi'))),
  () => upgraded(Buffer.from([0x81, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0])),
  () => upgraded(masked(0x81, Buffer.from([0xd0, 0x27, 0xff]))),
  () => upgraded(masked(0x81, Buffer.from('{"type":"hello"')).subarray(0, 9)),
  () => upgraded(masked(0xc1, Buffer.from('this is not deflated'))),
  () => upgraded(masked(0x88, Buffer.from([0x01]))),
];

function upgraded(after: Buffer): Buffer {
  const head = `${UPGRADE}Sec-WebSocket-Version: 13\r\nSec-WebSocket-Extensions: permessage-deflate\r\nSec-WebSocket-Key: ${KEY}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), after]);
}

function masked(first: number, payload: Buffer): Buffer {
  return Buffer.concat([Buffer.from([first, 0x80 | payload.length, 0, 0, 0, 0]), payload]);
}

/** A bare connection: says something, then goes, closes its half or just stays for a while. */
export function attackRaw({ port, loot, broken }: Target, dice: Dice): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    let answer = '';
    const end = () => {
      socket.destroy();
      const status = Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0);
      // 505: another version of HTTP.
      if (status >= 500 && status !== 505 && !answer.includes('"no-page"')) broken(`bare: ${answer}`);
      resolve();
    };
    socket.on('data', (part) => {
      answer += part.toString('latin1');
    });
    socket.on('error', () => {});
    socket.on('close', end);
    socket.on('connect', () => {
      socket.write(dice.pick(RAW)(loot, dice));
      if (dice.odds(50)) socket.end();
      setTimeout(end, 20 + dice.below(200));
    });
  });
}
