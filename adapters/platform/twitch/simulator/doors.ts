/** The simulator's ports: chat over WebSocket and over plain TCP, sign-in and API over HTTP; on 127.0.0.1 alone. */
import {
  createServer,
  type Server as HttpServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { StringDecoder } from 'node:string_decoder';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Hub } from './hub.ts';
import { Session, type Wire } from './session.ts';
import type { World } from './world.ts';

const MOST_CONNECTIONS = 200;
const MOST_BYTES = 16 * 1024;
/** Where events are read; every other address is the chat. */
export const EVENTS_PATH = '/eventsub/ws';

export interface Doors {
  readonly port: number;
  readonly tcpPort: number;
  close(): Promise<void>;
}

export interface DoorsSettings {
  readonly world: World;
  readonly hub: Hub;
  readonly answer: (request: IncomingMessage, response: ServerResponse) => void;
  /** Asked before each connection; false drops it. */
  readonly admits: () => boolean;
  /** The same for events. */
  readonly admitsEvents: () => boolean;
}

export async function openDoors(settings: DoorsSettings): Promise<Doors> {
  const http = createServer(settings.answer);
  const chat = new WebSocketServer({ noServer: true, maxPayload: MOST_BYTES, perMessageDeflate: false });
  http.on('upgrade', (request, socket, head) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (url.pathname === EVENTS_PATH) {
      if (!settings.admitsEvents()) return void socket.destroy();
      return chat.handleUpgrade(request, socket, head, (client) =>
        settings.hub.connect(client, url.searchParams.get('move')),
      );
    }
    if (!settings.admits() || settings.world.sessions.size >= MOST_CONNECTIONS) return void socket.destroy();
    chat.handleUpgrade(request, socket, head, (client) => overWebSocket(client, settings.world));
  });
  const sockets = new Set<Socket>();
  const tcp = createTcpServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    if (!settings.admits() || sockets.size > MOST_CONNECTIONS) return void socket.destroy();
    overTcp(socket, settings.world);
  });
  await Promise.all([listening(http), listening(tcp)]);
  return {
    port: portOf(http),
    tcpPort: portOf(tcp),
    close: async () => {
      for (const client of chat.clients) client.terminate();
      for (const socket of sockets) socket.destroy();
      http.closeAllConnections();
      await Promise.all([closed(http), closed(tcp)]);
    },
  };
}

function overWebSocket(client: WebSocket, world: World): void {
  const wire: Wire = {
    send: (text) => client.send(text),
    // A first fragment without the last one.
    sendHalf: (text) => client.send(text, { fin: false }),
    end: () => client.close(),
    cut: () => client.terminate(),
  };
  const session = begun(wire, world);
  client.on('message', (data) => heard(session, world, String(data)));
  client.on('error', () => client.terminate());
  client.on('close', () => world.sessions.delete(session));
}

function overTcp(socket: Socket, world: World): void {
  const wire: Wire = {
    send: (text) => socket.write(text),
    sendHalf: (text) => socket.write(text),
    end: () => socket.end(),
    cut: () => socket.destroy(),
  };
  const session = begun(wire, world);
  const decoder = new StringDecoder('utf8');
  let rest = '';
  socket.on('data', (bytes) => {
    const text = rest + decoder.write(bytes);
    const end = text.lastIndexOf('\n') + 1;
    rest = text.slice(end);
    if (rest.length > MOST_BYTES) return void socket.destroy();
    heard(session, world, text.slice(0, end));
  });
  socket.on('error', () => socket.destroy());
  socket.on('close', () => world.sessions.delete(session));
}

function begun(wire: Wire, world: World): Session {
  const session = new Session(wire, world);
  world.sessions.add(session);
  return session;
}

function heard(session: Session, world: World, text: string): void {
  for (const line of text.split(/\r?\n/).filter(Boolean)) {
    world.heard(line);
    session.receive(line);
  }
}

function listening(server: HttpServer | Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve());
  });
}

const portOf = (server: HttpServer | Server): number => (server.address() as AddressInfo).port;

function closed(server: HttpServer | Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
