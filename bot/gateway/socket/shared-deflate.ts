/**
 * One permessage-deflate stream for all spectators of a view. Everybody who watches the same (game, view, audience)
 * gets the same messages, so each change is deflated once and the same compressed frame is written to every socket:
 * a ninth of the bytes, at the price of plain sending (decisions/0004-speed.md).
 *
 * How it holds together. A client inflates with one window for its whole connection, made of all that came to it
 * compressed. The server deflates each change against the last `WINDOW` bytes of the shared stream, so a client
 * follows if its window ends with exactly these bytes: whoever joins, or has missed a frame, is first sent them alone,
 * compressed by themselves, as one *binary* message, which clients ignore. (A text message would be cut inside a
 * letter and close the socket.) Whatever else goes to such a socket goes uncompressed and so leaves its window alone.
 *
 * Why it reaches under `ws`, here and nowhere else: `ws` has no way to send a frame that is compressed already, and
 * would compress with a context for each socket. So frames are written to its private `_socket`, in order with what
 * `ws` writes there; and its list of extensions is hidden from `send`, so that nothing else is compressed.
 * Tested against the pinned version of `ws` by `shared-deflate.test.ts`.
 */
import type { Socket } from 'node:net';
import { constants, deflateRawSync } from 'node:zlib';
import type { PerMessageDeflateOptions, WebSocket } from 'ws';

/**
 * The largest window: it costs the server nothing but one buffer a stream. Against 12 bits a change takes a third less
 * (a throw of the dice with all that follows: 109 bytes for 1,097, against 157), and a joiner some 3 KB more.
 */
const BITS = 15;
const WINDOW = 1 << BITS;
const NAME = 'permessage-deflate';

/** For the WebSocket server. Without takeover by clients nothing has to be kept of what they sent compressed. */
export const SHARED_DEFLATE: PerMessageDeflateOptions = { clientNoContextTakeover: true };

/** What sharing needs to see of a socket; `ws` has it. */
export interface Follower {
  readonly OPEN: number;
  readonly readyState: number;
}

/** What is used of the inside of a `ws` socket. */
interface Inside {
  _socket: Socket | null;
  _extensions: Record<string, Extension | undefined>;
}
interface Extension {
  readonly params: Readonly<Record<string, unknown>> | null;
  cleanup(): void;
}

/** Sockets that negotiated what sharing needs, and the stream that fills their window. */
const able = new WeakMap<object, { stream: SharedDeflate | null }>();

/**
 * To be called once for each new socket, before anything is sent: from now on everything that goes through `send`
 * goes uncompressed, and the socket may follow a shared stream if its client can.
 */
export function adopt(socket: WebSocket): void {
  const inside = socket as unknown as Inside;
  const extension = inside._extensions[NAME];
  if (!extension) return;
  inside._extensions = {};
  // Inflating what a client sent takes tens of KB that nobody needs afterwards.
  const release = (): void => extension.cleanup();
  socket.on('message', release);
  socket.on('close', release);
  if (canShare(extension)) able.set(socket, { stream: null });
}

/** A client that wanted a smaller window, or a new one for each message, cannot follow. */
function canShare({ params }: Extension): boolean {
  const { server_max_window_bits: bits = BITS, server_no_context_takeover: fresh = false } = params ?? {};
  return bits === BITS && fresh === false;
}

export class SharedDeflate {
  /** The last `WINDOW` bytes of the stream: what the window of everybody who follows ends with. */
  #past: Buffer = Buffer.alloc(0);
  #primer: Buffer | null = null;
  readonly #followers = new Map<Follower, Socket>();

  get size(): number {
    return this.#followers.size;
  }

  has(wire: Follower): boolean {
    return this.#followers.has(wire);
  }

  /**
   * Brings the socket up to date with the stream; the next frame can be written to it. Also for one that has missed
   * frames. @returns false if it has to be sent plain messages: its client cannot, or it follows another stream.
   */
  follow(wire: Follower): boolean {
    const place = able.get(wire);
    const socket = (wire as unknown as Inside)._socket;
    if (!place || !socket || (place.stream !== null && place.stream !== this)) return false;
    // Nobody has followed for a while: a stream that begins anew needs no window.
    if (this.#followers.size === 0) this.#forget();
    place.stream = this;
    this.#followers.set(wire, socket);
    if (this.#past.length > 0) socket.write(this.#prime());
    return true;
  }

  leave(wire: Follower): void {
    const place = able.get(wire);
    if (this.#followers.delete(wire) && place?.stream === this) place.stream = null;
  }

  /** The next frame of the stream, for every follower. Each of them must get it, or `follow` again. */
  pack(text: Uint8Array): Buffer {
    const options = { level: 9, windowBits: BITS, finishFlush: constants.Z_SYNC_FLUSH };
    const past = this.#past.length > 0 ? { dictionary: this.#past } : {};
    const frame = framed(deflateRawSync(text, { ...options, ...past }), TEXT);
    this.#past = Buffer.from(Buffer.concat([this.#past, text]).subarray(-WINDOW));
    this.#primer = null;
    return frame;
  }

  /** Writes a packed frame to one follower. */
  write(wire: Follower, frame: Buffer): void {
    const socket = this.#followers.get(wire);
    // After a goodbye nothing may follow.
    if (socket && wire.readyState === wire.OPEN) socket.write(frame);
  }

  #prime(): Buffer {
    const options = { windowBits: BITS, finishFlush: constants.Z_SYNC_FLUSH };
    this.#primer ??= framed(deflateRawSync(this.#past, options), BINARY);
    return this.#primer;
  }

  #forget(): void {
    this.#past = Buffer.alloc(0);
    this.#primer = null;
  }
}

const TEXT = 1;
const BINARY = 2;
/** Last fragment, and compressed: the first reserved bit, as RFC 7692 says. */
const FIN = 0x80;
const RSV1 = 0x40;
/** What a flush ends with; the RFC has it left out. */
const TRAILER = 4;

function framed(deflated: Buffer, opcode: number): Buffer {
  const length = deflated.length - TRAILER;
  const head = length < 126 ? 2 : length < 0x1_0000 ? 4 : 10;
  const frame = Buffer.allocUnsafeSlow(head + length);
  frame[0] = FIN | RSV1 | opcode;
  if (head === 2) frame[1] = length;
  else if (head === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  deflated.copy(frame, head, 0, length);
  return frame;
}
