import { once } from 'node:events';
import type { Socket } from 'node:net';
import { type Duplex, duplexPair } from 'node:stream';
import { afterEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { until } from './rig.suite.ts';
import { bridgedToTcp } from './tcp-bridge.ts';

let inside: WebSocket;
afterEach(() => inside.terminate());

/** A WebSocket client on one side, the far end of a "TCP socket" on the other. */
async function bridge(): Promise<{ lines: string[]; outside: Duplex }> {
  const [socket, outside] = duplexPair();
  const near = bridgedToTcp(() => socket as Socket);
  const lines: string[] = [];
  inside = new WebSocket('ws://irc.invalid/', { createConnection: () => near as Socket });
  inside.on('message', (data) => lines.push(...String(data).split('\r\n').filter(Boolean)));
  await once(inside, 'open');
  return { lines, outside };
}

it('puts letters together that come byte by byte, and mends bare line feeds', async () => {
  const { lines, outside } = await bridge();
  for (const byte of Buffer.from('PRIVMSG #a :ёж 🎲\r\nPING\nполстроки')) outside.write(Buffer.from([byte]));
  await until(() => lines.length === 2);
  expect(lines).toEqual(['PRIVMSG #a :ёж 🎲', 'PING']);
});

it('passes lines out, and ends on both sides together', async () => {
  const { outside } = await bridge();
  inside.send('NICK вера\r\n');
  expect(String((await once(outside, 'data'))[0])).toBe('NICK вера\r\n');
  const closed = once(inside, 'close');
  outside.end();
  await closed;
});

it('ends a stream of bytes that is no chat', async () => {
  const { outside, lines } = await bridge();
  const closed = once(inside, 'close');
  outside.on('error', () => {});
  outside.write('x'.repeat(70_000));
  await closed;
  expect(lines).toEqual([]);
});
