/** The `/ws` endpoint. */
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { WebSocket } from 'ws';
import { MOST_STRANGERS } from './limits.ts';
import { Session, type SessionWorld } from './session.ts';
import { adopt } from './shared-deflate.ts';

/** A socket that has not answered a ping for two rounds is dead. */
const PING_MS = 30_000;

export interface SocketDoor {
  /** Says goodbye to everybody. */
  close(): void;
  count(): number;
  /** The read-only keys of this game have ended: whoever looks by one is told so, and goes. */
  revoked(game: string): void;
}

export function addSocket(app: FastifyInstance, world: SessionWorld): SocketDoor {
  const sessions = new Map<WebSocket, Session>();
  const alive = new WeakSet<WebSocket>();
  let strangers = 0;
  app.get(
    '/ws',
    { websocket: true, schema: { hide: true }, config: { rateLimit: false } },
    (socket, request) => {
      adopt(socket);
      if (strangers >= MOST_STRANGERS) return socket.close(1013, 'too-busy');
      forget(request, socket);
      const session = new Session(socket, world);
      sessions.set(socket, session);
      alive.add(socket);
      strangers += 1;
      let strange = true;
      const known = () => {
        if (strange) strangers -= 1;
        strange = false;
      };
      socket.once('message', known);
      socket.on('pong', () => alive.add(socket));
      socket.on('close', () => {
        known();
        sessions.delete(socket);
      });
    },
  );
  const timer = setInterval(() => {
    for (const socket of sessions.keys()) {
      if (!alive.delete(socket)) socket.terminate();
      else socket.ping();
    }
  }, PING_MS);
  timer.unref();
  return {
    count: () => sessions.size,
    revoked(game) {
      for (const session of sessions.values()) if (session.reads(game)) session.bye('bad-token');
    },
    close() {
      clearInterval(timer);
      for (const session of sessions.values()) session.bye('closing');
    },
  };
}

/** The request has done its work. Held on to by its socket and the plugin's error handler, it costs 4 KB a spectator. */
function forget({ raw }: FastifyRequest, socket: WebSocket): void {
  const wire: Socket & { _httpMessage?: ServerResponse | null } = raw.socket;
  wire._httpMessage?.detachSocket(wire);
  // The session listens to errors by itself.
  socket.removeAllListeners('error');
}
