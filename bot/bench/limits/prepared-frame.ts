/**
 * The limit of the fan-out: a server that does nothing but write one frame, made beforehand, to every raw socket.
 * Nearly all of it is the kernel's: one write for each client and change.
 */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { answer, fillNursery, paced, settledMemory, spent } from '../child.ts';

/** Text, 91 bytes: an event of a toy race as JSON, with its frame's head. */
const FRAME = Buffer.concat([Buffer.from([0x81, 91]), Buffer.from('x'.repeat(91))]);
/** RFC 6455's constant. */
const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

const sockets = new Set<Socket>();
const server = createServer();
server.on('upgrade', (request, socket: Socket) => {
  const key = createHash('sha1').update(`${request.headers['sec-websocket-key']}${GUID}`).digest('base64');
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${key}\r\n\r\n`,
  );
  socket.setNoDelay(true);
  sockets.add(socket);
  // What a client says is of no interest, but has to be read.
  socket.resume();
  socket.on('close', () => sockets.delete(socket));
  socket.on('error', () => socket.destroy());
});

/** Time for the last writes to leave. */
const DRAIN_MS = 300;

answer({
  listen: async () => {
    fillNursery();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return { port: (server.address() as AddressInfo).port, game: '', token: '' };
  },
  memory: settledMemory,
  connected: () => sockets.size,
  run: async (pace: { hz: number; times: number }) => {
    const { cpu } = await spent(async () => {
      await paced(pace, () => {
        for (const socket of sockets) socket.write(FRAME);
      });
      await new Promise((done) => setTimeout(done, DRAIN_MS));
    });
    return { cpu, changes: pace.times };
  },
});
