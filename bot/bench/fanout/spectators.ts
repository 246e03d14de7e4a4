/**
 * Many spectators in one process: raw sockets that speak just enough WebSocket to join, and count frames and bytes
 * without decoding them, so that the receiving side is not what is measured.
 */
import { connect, type Socket } from 'node:net';
import { answer } from '../child.ts';

interface Crowd {
  readonly port: number;
  readonly count: number;
  /** Sent as the first frame; empty for a server that wants none. */
  readonly hello: string;
  /** Never reads after it has joined. */
  readonly deaf?: boolean;
}

/** Spectators that join at a time: more would fill the server's backlog. */
const WAVE = 100;
const sockets: Socket[] = [];
/** Since the last `reset`, over all spectators. */
let frames = 0;
let bytes = 0;
const shared = Buffer.allocUnsafe(1 << 18);

function masked(text: string): Buffer {
  const payload = Buffer.from(text);
  const head = Buffer.alloc(payload.length < 126 ? 6 : 8);
  head[0] = 0x81;
  if (head.length === 6) head[1] = 0x80 | payload.length;
  else {
    head[1] = 0x80 | 126;
    head.writeUInt16BE(payload.length, 2);
  }
  // A mask of zeros: the payload stays as it is.
  return Buffer.concat([head, payload]);
}

/** Counts text frames in a stream of bytes, remembering how much of the last one is still to come. */
class FrameCounter {
  #left = 0;
  #part: Buffer | null = null;

  take(chunk: Buffer): void {
    bytes += chunk.length;
    let data = this.#part ? Buffer.concat([this.#part, chunk]) : chunk;
    this.#part = null;
    while (data.length > 0) {
      if (this.#left > 0) {
        const some = Math.min(this.#left, data.length);
        this.#left -= some;
        data = data.subarray(some);
        continue;
      }
      const head = headOf(data);
      if (!head) {
        this.#part = Buffer.from(data);
        return;
      }
      if ((data[0]! & 15) === 1) frames += 1;
      this.#left = head.payload;
      data = data.subarray(head.size);
    }
  }
}

function headOf(data: Buffer): { size: number; payload: number } | null {
  if (data.length < 2) return null;
  const length = data[1]! & 127;
  if (length < 126) return { size: 2, payload: length };
  if (length === 126) return data.length < 4 ? null : { size: 4, payload: data.readUInt16BE(2) };
  return data.length < 10 ? null : { size: 10, payload: Number(data.readBigUInt64BE(2)) };
}

function join({ port, hello, deaf }: Crowd): Promise<void> {
  return new Promise((done, fail) => {
    const counter = new FrameCounter();
    let head: string | null = '';
    const read = (count: number, buffer: Uint8Array): boolean => {
      const chunk = buffer.subarray(0, count) as Buffer;
      if (head === null) {
        counter.take(chunk);
        return !deaf;
      }
      head += chunk.toString('latin1');
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) return true;
      if (!head.startsWith('HTTP/1.1 101')) fail(new Error(head.slice(0, 200)));
      const rest = Buffer.from(head.slice(end + 4), 'latin1');
      head = null;
      if (hello !== '') socket.write(masked(hello));
      if (rest.length > 0) counter.take(rest);
      done();
      return true;
    };
    const socket = connect({ host: '127.0.0.1', port, onread: { buffer: shared, callback: read } });
    socket.setNoDelay(true);
    socket.on('error', fail);
    socket.write(
      `GET /ws HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n\r\n`,
    );
    sockets.push(socket);
  });
}

answer({
  join: async (crowd: Crowd) => {
    for (let joined = 0; joined < crowd.count; joined += WAVE) {
      const wave = Array.from({ length: Math.min(WAVE, crowd.count - joined) }, () => join(crowd));
      await Promise.all(wave);
    }
  },
  reset: () => {
    frames = 0;
    bytes = 0;
  },
  counted: () => ({ frames, bytes }),
});
