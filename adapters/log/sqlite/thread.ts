/** The driver's end of the worker: numbered requests out, promises settled by the replies. */
import { Worker } from 'node:worker_threads';
import { AdapterError } from '../../errors.ts';
import type { SqliteSettings } from './connection.ts';
import type { AnswerOf, ArgsOf, Operation, Reply, Request } from './messages.ts';
import { OPENED } from './messages.ts';

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: AdapterError) => void;
}

export class StorageThread {
  readonly #path: string;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #opened: Promise<unknown>;
  #outbox: Request[] = [];
  #next = OPENED + 1;
  #gone: AdapterError | null = null;

  constructor(settings: SqliteSettings) {
    this.#path = settings.path;
    this.#opened = new Promise((resolve, reject) => this.#waiting.set(OPENED, { resolve, reject }));
    // `node:sqlite` says that it is experimental once a thread; people need not read it at each start.
    const execArgv = ['--disable-warning=ExperimentalWarning'];
    this.#worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: settings, execArgv });
    this.#worker.on('message', (replies: readonly Reply[]) => this.#settle(replies));
    this.#worker.on('error', (error) => this.#end(error instanceof Error ? error.message : String(error)));
    this.#worker.on('exit', (code) => this.#end(`it ended with code ${code}`));
  }

  /** @throws AdapterError STORE_* when the database cannot be opened. */
  async opened(): Promise<void> {
    await this.#opened;
  }

  get isGone(): boolean {
    return this.#gone !== null;
  }

  ask<O extends Operation>(op: O, ...args: ArgsOf<O>): Promise<AnswerOf<O>> {
    return this.#send(op, args) as Promise<AnswerOf<O>>;
  }

  async close(): Promise<void> {
    if (this.#gone !== null) return;
    await this.#send('close', []);
    this.#gone = new AdapterError('STORE_CLOSED', { path: this.#path });
    await this.#worker.terminate();
  }

  /** Ends the thread as a crash would: nothing more is written, and whoever waits is told. */
  async kill(): Promise<void> {
    await this.#worker.terminate();
  }

  #send(op: Request['op'], args: readonly unknown[]): Promise<unknown> {
    if (this.#gone !== null) return Promise.reject(this.#gone);
    const n = this.#next++;
    // One message for everything that is asked in the same turn of the event loop.
    if (this.#outbox.length === 0) queueMicrotask(() => this.#flush());
    this.#outbox.push({ n, op, args });
    return new Promise((resolve, reject) => this.#waiting.set(n, { resolve, reject }));
  }

  #flush(): void {
    const requests = this.#outbox;
    this.#outbox = [];
    if (this.#gone === null) this.#worker.postMessage(requests);
  }

  #settle(replies: readonly Reply[]): void {
    for (const reply of replies) {
      const waiting = this.#waiting.get(reply.n);
      this.#waiting.delete(reply.n);
      if (reply.ok) waiting?.resolve(reply.value);
      else waiting?.reject(new AdapterError(reply.fault.code, reply.fault.args));
    }
  }

  /** The thread is gone: whoever waits is told so, and the host lives on. */
  #end(detail: string): void {
    this.#gone ??= new AdapterError('STORE_STOPPED', { path: this.#path, detail });
    for (const { reject } of this.#waiting.values()) reject(this.#gone);
    this.#waiting.clear();
  }
}
