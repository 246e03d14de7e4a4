/**
 * The socket under the Centrifugo client. The client trusts what it gets: text that is no JSON throws out of its
 * message handler, and an answer without its body, or a push of an odd shape, rejects inside its queue, after which
 * nothing is dispatched any more and the process sees an unhandled rejection. So each line is looked at here first.
 */
import WebSocket from 'ws';
import { at, type Json, listAt, numberAt, recordOf, textAt } from './vk.external.ts';

/** Chat lines are under 4 KB; a recovery may bring some hundreds in one frame. */
const MOST_FRAME_BYTES = 4 * 1024 * 1024;
const HANDSHAKE_MS = 5_000;
const BODIES = ['connect', 'subscribe', 'unsubscribe', 'refresh', 'sub_refresh', 'publish'] as const;

export interface Sockets {
  /** For the client's option `websocket`: a constructor with the address as its one argument. */
  readonly Socket: new (
    address: string,
  ) => unknown;
  /** Ends what is left of them, half-open ones too. */
  destroyAll(): void;
}

/** @param odd told of each line that was not passed on */
export function guardedSockets(odd: () => void): Sockets {
  const open = new Set<WebSocket>();
  class Socket extends GuardedSocket {
    constructor(address: string) {
      super(address, odd);
      open.add(this.inner);
      this.inner.on('close', () => open.delete(this.inner));
    }
  }
  return {
    Socket,
    destroyAll: () => {
      for (const socket of open) socket.terminate();
    },
  };
}

class GuardedSocket {
  readonly inner: WebSocket;
  /** What each numbered command asked for: its answer has to have the same. */
  readonly #asked = new Map<number, string>();
  onopen: () => void = () => {};
  onerror: (event: unknown) => void = () => {};
  onclose: (event: { code: number; reason: string }) => void = () => {};
  onmessage: (event: { data: string }) => void = () => {};

  constructor(address: string, odd: () => void) {
    const options = {
      handshakeTimeout: HANDSHAKE_MS,
      maxPayload: MOST_FRAME_BYTES,
      perMessageDeflate: false,
    };
    this.inner = new WebSocket(address, options);
    this.inner.on('open', () => this.onopen());
    this.inner.on('error', () => this.onerror({ message: 'socket error' }));
    this.inner.on('close', (code, reason) => this.onclose({ code, reason: reason.toString('utf8') }));
    this.inner.on('message', (data, isBinary) => {
      const lines = isBinary
        ? ['']
        : String(data)
            .split('\n')
            .filter((line) => line.trim() !== '');
      const sound = lines.filter((line) => this.#isSound(line));
      for (let n = sound.length; n < lines.length; n++) odd();
      if (sound.length > 0) this.onmessage({ data: sound.join('\n') });
    });
  }

  send(data: string): void {
    for (const line of data.split('\n')) {
      const command = recordOf(JSON.parse(line));
      const id = numberAt(command, 'id');
      const kind = BODIES.find((body) => command && Object.hasOwn(command, body));
      if (id !== null && kind) this.#asked.set(id, kind);
    }
    this.inner.send(data);
  }

  close(): void {
    this.inner.close();
    // A half-open socket answers no farewell.
    setTimeout(() => this.inner.terminate(), 1_000).unref();
  }

  #isSound(line: string): boolean {
    const reply = parsed(line);
    if (!reply) return false;
    const id = numberAt(reply, 'id');
    if (id === null || id <= 0)
      return reply.push === undefined ? Object.keys(reply).length === 0 : isPush(reply.push);
    const kind = this.#asked.get(id);
    // An answer to nothing is passed over by the client itself.
    if (kind === undefined) return true;
    if (!isAnswer(reply, kind)) return false;
    this.#asked.delete(id);
    return true;
  }
}

function parsed(line: string): Json | null {
  try {
    return recordOf(JSON.parse(line));
  } catch {
    return null;
  }
}

function isAnswer(reply: Json, kind: string): boolean {
  if (Object.hasOwn(reply, 'error')) return numberAt(reply, 'error', 'code') !== null;
  const body = recordOf(reply[kind]);
  return body !== null && listAt(body, 'publications').every((one) => recordOf(one) !== null);
}

/** The three pushes that the client needs; joins, leaves and the rest are of no use here. */
function isPush(push: unknown): boolean {
  const named = textAt(push, 'channel') !== '' || numberAt(push, 'id') !== null;
  if (recordOf(at(push, 'pub'))) return named;
  if (recordOf(at(push, 'unsubscribe')))
    return textAt(push, 'channel') !== '' && numberAt(push, 'unsubscribe', 'code') !== null;
  return numberAt(push, 'disconnect', 'code') !== null;
}
