/**
 * A simulated OBS that speaks the wire of obs-websocket 5: greeting with a challenge, operations, request statuses,
 * events, close codes. Its faults can be switched on one by one.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import { type Data, Fault, REQUESTS, switchTo } from './simulator/requests.ts';
import { SimWorld } from './simulator/world.ts';

export interface SimFaults {
  /** Requests that are never answered; `*` for all. */
  readonly silent: Set<string>;
  /** Requests that this version does not know. */
  readonly unknown: Set<string>;
  /** At this request the socket is cut without a frame, once. */
  cutAt: string | null;
  /** So many requests are answered with "not ready". */
  notReady: number;
  /** Greets nobody. */
  mute: boolean;
}

export interface SimOptions {
  readonly password?: string;
  /** 0: any free one. */
  readonly port?: number;
  /** 4: a server of before the present protocol, which confirms no subprotocol. */
  readonly protocol?: 4 | 5;
  readonly world?: SimWorld;
}

const sha = (text: string) => createHash('sha256').update(text).digest('base64');

export class ObsSimulator {
  readonly world: SimWorld;
  readonly faults: SimFaults = {
    silent: new Set(),
    unknown: new Set(),
    cutAt: null,
    notReady: 0,
    mute: false,
  };
  /** Types of all requests, in order. */
  readonly asked: string[] = [];
  /** How often somebody tried to come in. */
  greeted = 0;
  password: string | null;
  readonly #server: WebSocketServer;
  readonly #identified = new Set<WebSocket>();

  static async start({ password, port = 0, protocol = 5, world }: SimOptions = {}): Promise<ObsSimulator> {
    const server = new WebSocketServer({
      host: '127.0.0.1',
      port,
      handleProtocols: (offered) =>
        protocol === 5 && offered.has('obswebsocket.json') ? 'obswebsocket.json' : false,
    });
    await new Promise<void>((resolve, reject) => server.once('listening', resolve).once('error', reject));
    return new ObsSimulator(server, password ?? null, world ?? new SimWorld());
  }

  private constructor(server: WebSocketServer, password: string | null, world: SimWorld) {
    this.#server = server;
    this.password = password;
    this.world = world;
    server.on('connection', (socket) => this.#greet(socket));
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }
  get url(): string {
    return `ws://127.0.0.1:${this.port}`;
  }
  /** Sessions that are in. */
  get sessions(): number {
    return this.#identified.size;
  }

  /** The streamer switches by hand. */
  streamerSwitches(scene: string): void {
    switchTo(this.world, scene, this.#tell);
  }

  /** The streamer throws everybody out. */
  kick(): void {
    for (const socket of this.#server.clients) socket.close(4011, 'Your session has been invalidated.');
  }

  /** Ends like a killed process: no close frame, no port. */
  async kill(): Promise<void> {
    for (const socket of this.#server.clients) socket.terminate();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #greet(socket: WebSocket): void {
    this.greeted += 1;
    if (this.faults.mute) return;
    const [challenge, salt] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')];
    const authentication = this.password === null ? {} : { authentication: { challenge, salt } };
    send(socket, 0, { obsWebSocketVersion: '5.6.3', rpcVersion: 1, ...authentication });
    const expected = this.password === null ? null : sha(sha(this.password + salt) + challenge);
    socket.on('error', () => {});
    socket.on('close', () => this.#identified.delete(socket));
    socket.on('message', (bytes) => {
      const frame = parse(bytes.toString());
      if (frame === null) return socket.close(4002, 'Unable to decode the payload.');
      if (frame.op === 1) return this.#identify(socket, frame.d, expected);
      if (frame.op !== 6) return socket.close(4006, 'Unknown op code.');
      if (!this.#identified.has(socket)) return socket.close(4007, 'You are not identified.');
      this.#answer(socket, frame.d);
    });
  }

  #identify(socket: WebSocket, { rpcVersion, authentication }: Data, expected: string | null): void {
    if (this.#identified.has(socket)) return socket.close(4008, 'You are already identified.');
    if (typeof rpcVersion !== 'number') return socket.close(4003, 'Missing `rpcVersion`.');
    if (rpcVersion !== 1) return socket.close(4010, 'Your requested RPC version is not supported.');
    if (expected !== null && authentication !== expected) return socket.close(4009, 'Authentication failed.');
    this.#identified.add(socket);
    send(socket, 2, { negotiatedRpcVersion: 1 });
  }

  #answer(socket: WebSocket, { requestType, requestId, requestData }: Data): void {
    const type = String(requestType);
    this.asked.push(type);
    const { faults } = this;
    if (faults.cutAt === type) {
      faults.cutAt = null;
      return socket.terminate();
    }
    if (faults.silent.has('*') || faults.silent.has(type)) return;
    const reply = (requestStatus: Data, responseData?: Data) =>
      send(socket, 7, { requestType, requestId, requestStatus, ...(responseData ? { responseData } : {}) });
    try {
      reply({ result: true, code: 100 }, this.#run(type, (requestData ?? {}) as Data));
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      reply({ result: false, code: error.code, comment: error.message });
    }
  }

  #run(type: string, data: Data): Data | undefined {
    if (this.faults.notReady > 0) {
      this.faults.notReady -= 1;
      throw new Fault(207, 'OBS is not ready to perform the request.');
    }
    const handler = this.faults.unknown.has(type) ? undefined : REQUESTS[type];
    if (!handler) throw new Fault(204, 'Your request type is not valid.');
    return handler(this.world, data, this.#tell);
  }

  readonly #tell = (eventType: string, eventData: Data): void => {
    for (const socket of this.#identified) send(socket, 5, { eventType, eventIntent: 4, eventData });
  };
}

interface Frame {
  readonly op: number;
  readonly d: Data;
}

function parse(text: string): Frame | null {
  try {
    const { op, d } = JSON.parse(text) as Partial<Frame>;
    return typeof op === 'number' && typeof d === 'object' && d !== null ? { op, d } : null;
  } catch {
    return null;
  }
}

function send(socket: WebSocket, op: number, d: Data): void {
  if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ op, d }));
}
