/** The `/ws` endpoint. */
import type { FastifyInstance } from 'fastify';
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
      const raw = request.raw.socket as any;
      raw._httpMessage?.detachSocket(raw); socket.removeAllListeners('error');
      if (strangers >= MOST_STRANGERS) return socket.close(1013, 'too-busy');
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
    close() {
      clearInterval(timer);
      for (const session of sessions.values()) session.bye('closing');
    },
  };
}
