/**
 * Chat over plain TCP (`irc://`, `ircs://`) for a library that should speak WebSocket: a WebSocket server inside this
 * process, without a port, at the other end of a pair of streams.
 *
 * The library has a TCP transport, but only on two fixed ports, and it decodes every packet by itself: a Cyrillic
 * letter that falls on the border of two packets comes out broken.
 */
import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import { type Duplex, duplexPair } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { type WebSocket, WebSocketServer } from 'ws';

/** Longer than any line of Twitch (tags 8 KB, text 500 characters); what is longer is not IRC. */
const LONGEST_LINE = 64 * 1024;

export function bridgedToTcp(open: () => Socket): Duplex {
  const [near, far] = duplexPair();
  const server = createServer();
  const door = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  server.on('upgrade', (request, stream, head) =>
    door.handleUpgrade(request, stream, head, (socket) => join(socket, open())),
  );
  server.emit('connection', far);
  near.once('close', () => far.destroy());
  far.once('close', () => near.destroy());
  return near;
}

function join(inside: WebSocket, outside: Socket): void {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  outside.on('data', (bytes) => {
    const text = rest + decoder.write(bytes);
    const end = text.lastIndexOf('\n') + 1;
    rest = text.slice(end);
    if (rest.length > LONGEST_LINE) return void outside.destroy();
    // Some servers end lines with a bare line feed; the library wants both characters.
    if (end > 0) inside.send(text.slice(0, end).replace(/\r?\n/g, '\r\n'));
  });
  outside.on('error', () => outside.destroy());
  outside.on('end', () => outside.destroy());
  outside.on('close', () => inside.terminate());
  inside.on('message', (data) => outside.write(String(data)));
  inside.on('error', () => inside.terminate());
  inside.on('close', () => outside.end(() => outside.destroy()));
}
