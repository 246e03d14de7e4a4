/** A player's program that throws the dice over the WebSocket, each throw after the answer to the one before. */
import { WebSocket } from 'ws';
import type { FromServer } from '../../protocol/wire.ts';
import { VERSION } from '../../protocol/wire.ts';

export interface Door {
  readonly port: number;
  readonly game: string;
  readonly token: string;
}

export class Thrower {
  readonly #socket: WebSocket;
  #thrown = 0;
  #answered: (message: FromServer) => void = () => {};

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => {
      const message = JSON.parse(data.toString()) as FromServer;
      if (message.type === 'ack' || message.type === 'refused' || message.type === 'bye')
        this.#answered(message);
    });
  }

  static async open({ port, game, token }: Door): Promise<Thrower> {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, { perMessageDeflate: false });
    await new Promise((done, fail) => {
      socket.once('open', done);
      socket.once('error', fail);
    });
    const welcomed = new Promise((done) => socket.once('message', done));
    socket.send(JSON.stringify({ type: 'hello', v: VERSION, token, game, views: [] }));
    await welcomed;
    return new Thrower(socket);
  }

  /** Milliseconds from sending each throw to its durable acknowledgement. */
  async throwFor(ms: number): Promise<number[]> {
    const times: number[] = [];
    const begin = performance.now();
    while (performance.now() - begin < ms) {
      const before = performance.now();
      await this.#throw();
      times.push(performance.now() - before);
    }
    return times;
  }

  async #throw(): Promise<void> {
    this.#thrown += 1;
    const act = { type: 'act', id: `wire ${this.#thrown}`, as: { player: 'p1' }, command: { type: 'roll' } };
    const answered = new Promise<FromServer>((done) => {
      this.#answered = done;
    });
    this.#socket.send(JSON.stringify(act));
    const message = await answered;
    if (message.type !== 'ack') throw new Error(`a throw was answered with ${JSON.stringify(message)}`);
  }

  close(): void {
    this.#socket.terminate();
  }
}
