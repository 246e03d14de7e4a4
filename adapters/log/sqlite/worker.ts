/** The storage thread: owns the database file, so that an fsync or a checkpoint never stops the host's event loop. */
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { faultOf, runBatch } from './batch.ts';
import type { SqliteSettings } from './connection.ts';
import { Connection } from './connection.ts';
import { Heads } from './heads.ts';
import type { Reply, Request } from './messages.ts';
import { OPENED } from './messages.ts';

/** After so long without a request the write-ahead log is folded into the database. */
const IDLE_MS = 250;

const port = parentPort!;
const settings = workerData as SqliteSettings;

try {
  const db = await Connection.open(settings);
  serve(db);
  port.postMessage([{ n: OPENED, ok: true, value: null } satisfies Reply]);
} catch (error) {
  port.postMessage([{ n: OPENED, ok: false, fault: faultOf(error, settings.path) } satisfies Reply]);
  port.close();
}

function serve(db: Connection): void {
  const bench = { db, heads: new Heads(db) };
  let idle: NodeJS.Timeout | undefined;
  port.on('message', (first: readonly Request[]) => {
    clearTimeout(idle);
    const requests = [...first];
    // What came while the last transaction was being written waits here: it all goes into this one.
    for (let more = receiveMessageOnPort(port); more !== undefined; more = receiveMessageOnPort(port)) {
      requests.push(...(more.message as readonly Request[]));
    }
    const closing = requests.find(({ op }) => op === 'close');
    port.postMessage(runBatch(bench, requests));
    if (closing !== undefined) return close(db, closing.n);
    idle = setTimeout(() => tidy(db), IDLE_MS);
  });
}

function tidy(db: Connection): void {
  try {
    db.checkpoint();
  } catch {
    // Nothing is lost: the next one, or the next start, does it. A real fault shows at the next write.
  }
}

function close(db: Connection, n: number): void {
  try {
    db.close();
    port.postMessage([{ n, ok: true, value: null } satisfies Reply]);
  } catch (error) {
    port.postMessage([{ n, ok: false, fault: faultOf(error, db.path) } satisfies Reply]);
  }
  port.close();
}
