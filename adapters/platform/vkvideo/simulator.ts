/**
 * A VK Video Live for tests and rehearsals: sign-in, Dev API and socket server on one port of 127.0.0.1, with the
 * refusals of the real one and its bad days. Written from PLATFORMS.md chapter 5, whose uncertainties are its switches.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { bodyOf, denied, type Fault, Faults, faulty, isAnswer, send } from './simulator/answer.ts';
import { type Hall, METHODS, type SimLimits } from './simulator/methods.ts';
import { pointsMethods, type SimPoints } from './simulator/points.ts';
import { Pubsub } from './simulator/pubsub.ts';
import { type Stage, stageOf } from './simulator/stage.ts';
import { SIM_APP, SignIn } from './simulator/tokens.ts';
import { World } from './simulator/world.ts';

export interface VkvideoSimulator extends Stage {
  /** For `MSIG_VKVIDEO_AUTH_URL`. */
  readonly authUrl: string;
  /** For `MSIG_VKVIDEO_API_URL`. */
  readonly apiUrl: string;
  /** For `MSIG_VKVIDEO_PUBSUB_URL`. */
  readonly pubsubUrl: string;
  /** The one application that is registered. */
  readonly app: typeof SIM_APP;
  readonly signIn: SignIn;
  readonly pubsub: Pubsub;
  readonly limits: SimLimits;
  readonly points: SimPoints;
  /** The next calls go wrong. */
  fail(fault: Fault): void;
  /** Refuses the next sockets with 503. */
  refuse(sockets: number): void;
  /** How often a path was called, such as `/v1/chat/messages`. */
  calls(path: string): number;
  close(): Promise<void>;
}

/** @param from its ids are counted from here */
export async function startVkvideoSimulator(from = 0): Promise<VkvideoSimulator> {
  const world = new World(from);
  const isKnown = (channel: string) =>
    [...world.channels.values()].some(({ sockets }) => Object.values(sockets).includes(channel));
  const pubsub = new Pubsub(isKnown);
  const signIn = new SignIn();
  const limits: SimLimits = { maxLength: 1_000, gapMs: 1_000, refuseSame: true };
  const points: SimPoints = { listsEnded: false, refunded: 0, settled: new Map() };
  const stage = stageOf(world, pubsub);
  const hall: Hall = { world, pubsub, limits, say: stage.line };
  const faults = new Faults();
  const calls = new Map<string, number>();
  const office = new Office({ hall, signIn, points, faults, calls });
  const refusing = { left: 0 };
  const server = await listening(office, { pubsub, refusing });
  const { port } = server.address() as AddressInfo;
  return {
    ...stage,
    authUrl: `http://127.0.0.1:${port}`,
    apiUrl: `http://127.0.0.1:${port}/v1`,
    pubsubUrl: `ws://127.0.0.1:${port}/connection/websocket?format=json&cf_protocol_version=v2`,
    app: SIM_APP,
    signIn,
    pubsub,
    limits,
    points,
    fail: (fault) => faults.plan(fault),
    refuse: (sockets) => {
      refusing.left = sockets;
    },
    calls: (path) => calls.get(path) ?? 0,
    close: async () => {
      pubsub.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function listening(office: Office, doors: { pubsub: Pubsub; refusing: { left: number } }) {
  const { pubsub, refusing } = doors;
  const sockets = new WebSocketServer({ noServer: true });
  const server = createServer((request, response) => void office.answer(request, response));
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => {});
    refusing.left -= 1;
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
    if (refusing.left >= 0 || path !== '/connection/websocket')
      return void socket.end('HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n');
    sockets.handleUpgrade(request, socket, head, (open) => pubsub.accept(open));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

interface OfficeParts {
  readonly hall: Hall;
  readonly signIn: SignIn;
  readonly points: SimPoints;
  readonly faults: Faults;
  readonly calls: Map<string, number>;
}

class Office {
  readonly #parts: OfficeParts;
  readonly #methods: typeof METHODS;

  constructor(parts: OfficeParts) {
    this.#parts = parts;
    this.#methods = { ...METHODS, ...pointsMethods(parts.points, () => parts.hall.world.next()) };
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1');
      const { calls, faults } = this.#parts;
      calls.set(url.pathname, (calls.get(url.pathname) ?? 0) + 1);
      const body = request.method === 'POST' ? await bodyOf(request) : '';
      const fault = faults.take(url.pathname);
      if (fault?.error === 'silent' && !fault.acted) return;
      const answer = fault && !fault.acted ? faulty(fault) : this.#route(request, { url, body });
      if (fault?.error === 'silent') return;
      send(response, fault ? faulty(fault) : answer);
    } catch {
      response.destroy();
    }
  }

  #route(request: IncomingMessage, { url, body }: { url: URL; body: string }) {
    const { signIn, hall } = this.#parts;
    const form = new URLSearchParams(body);
    if (url.pathname === '/app/oauth2/authorize') return signIn.allow(url.searchParams);
    if (url.pathname === '/oauth/server/token') return signIn.token(request, form);
    if (url.pathname === '/oauth/server/revoke') return signIn.revoke(form);
    const name = `${request.method} ${url.pathname.replace(/^\/v1/, '')}`;
    const method = url.pathname.startsWith('/v1/') ? this.#methods[name] : undefined;
    if (!method) return denied(404, 'unknown_api_method');
    const grant = signIn.of(request);
    if (isAnswer(grant)) return grant;
    return method(hall, { query: url.searchParams, grant, body: body === '' ? {} : JSON.parse(body) });
  }
}
