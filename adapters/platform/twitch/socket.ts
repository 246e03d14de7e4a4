/** The socket under the library's WebSocket: any host, port and path, and no second one. */
import { isIP, connect as netConnect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect as tlsConnect } from 'node:tls';
import type { ClientOptions } from 'ws';
import type { IrcAddress } from './addresses.ts';
import { bridgedToTcp } from './tcp-bridge.ts';

/** A chat line is under 2 KB with its tags; many can share one frame. */
const MOST_FRAME_BYTES = 1024 * 1024;
const HANDSHAKE_MS = 10_000;

/**
 * The library fixes the port by the scheme and makes its address of the host name alone. Its options reach `ws`
 * unchanged, and `ws` takes a function that makes the socket: there the real address is put in.
 */
export class OneSocket {
  readonly options: ClientOptions;
  #stream: Duplex | null = null;

  constructor(irc: IrcAddress) {
    const createConnection = () => {
      // The library's own retry, which our backoff replaces.
      if (this.#stream) throw new Error('this connection is over');
      this.#stream = openStream(irc);
      return this.#stream;
    };
    this.options = {
      // The type asks for a Socket; the HTTP client of Node takes any duplex stream.
      createConnection: createConnection as unknown as ClientOptions['createConnection'],
      finishRequest: (request) => {
        request.path = irc.over === 'tcp' ? '/' : irc.path;
        request.setHeader('Host', `${irc.host.includes(':') ? `[${irc.host}]` : irc.host}:${irc.port}`);
        request.end();
      },
      handshakeTimeout: HANDSHAKE_MS,
      maxPayload: MOST_FRAME_BYTES,
      perMessageDeflate: false,
    };
  }

  /** Resolves when the socket is closed; destroys it after `ms`. */
  async gone(ms: number): Promise<void> {
    const stream = this.#stream;
    if (!stream || stream.destroyed) return;
    await new Promise<void>((resolve) => {
      const force = setTimeout(() => stream.destroy(), ms);
      stream.once('close', () => {
        clearTimeout(force);
        resolve();
      });
    });
  }
}

function openStream(irc: IrcAddress): Duplex {
  return irc.over === 'tcp' ? bridgedToTcp(() => openSocket(irc)) : openSocket(irc);
}

function openSocket({ host, port, secure }: IrcAddress): Socket {
  if (!secure) return netConnect({ host, port, noDelay: true });
  const servername = isIP(host) ? '' : host;
  return tlsConnect({ host, port, servername, ALPNProtocols: ['http/1.1'] });
}
