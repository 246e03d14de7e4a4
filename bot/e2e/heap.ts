/** The heap of another Node process, by the inspector that it was started with (`--inspect=127.0.0.1:0`). */
import { WebSocket } from 'ws';
import { type Run, until } from './rig.ts';

export class Heap {
  readonly #socket: WebSocket;
  readonly #asked = new Map<number, (result: unknown) => void>();
  #n = 0;

  static async of(run: Run): Promise<Heap> {
    const address = await until(() => /Debugger listening on (ws:\S+)/.exec(run.stderr)?.[1]);
    const socket = new WebSocket(address);
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    return new Heap(socket);
  }

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => {
      const { id, result } = JSON.parse(String(data)) as { id: number; result: unknown };
      this.#asked.get(id)?.(result);
      this.#asked.delete(id);
    });
  }

  /** Bytes in use after collection. */
  async used(): Promise<number> {
    // Twice: what the first one frees by finalizers goes with the second.
    await this.#ask('HeapProfiler.collectGarbage', {});
    await this.#ask('HeapProfiler.collectGarbage', {});
    const { result } = (await this.#ask('Runtime.evaluate', {
      expression: 'process.memoryUsage().heapUsed',
    })) as { result: { value: number } };
    return result.value;
  }

  close(): void {
    this.#socket.terminate();
  }

  #ask(method: string, params: object): Promise<unknown> {
    this.#n += 1;
    const id = this.#n;
    return new Promise((resolve) => {
      this.#asked.set(id, resolve);
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }
}
