/** Group commit: everything that waits goes into one transaction, and is answered after its one fsync. */
import { sqliteFault } from './faults.ts';
import type { Fault, Reply, Request } from './messages.ts';
import type { Bench } from './operations.ts';
import { READS, WRITES } from './operations.ts';

type Call = (bench: Bench, ...args: readonly unknown[]) => unknown;
const writes = WRITES as unknown as Readonly<Record<string, Call>>;
const reads = READS as unknown as Readonly<Record<string, Call>>;

/** @returns one reply for each request. Never throws: every failure is a coded reply. */
export function runBatch(bench: Bench, requests: readonly Request[]): Reply[] {
  const toWrite = requests.filter(({ op }) => op in writes);
  const toRead = requests.filter(({ op }) => op in reads);
  const written = toWrite.length === 0 ? [] : writeAll(bench, toWrite);
  return [...written, ...toRead.map((request) => attempt(bench, request, reads))];
}

function writeAll(bench: Bench, requests: readonly Request[]): Reply[] {
  try {
    return inTransaction(bench, () =>
      requests.map(({ n, op, args }) => ({ n, ok: true as const, value: writes[op]!(bench, ...args) })),
    );
  } catch (error) {
    if (requests.length === 1) return [failed(bench, requests[0]!, error)];
    // One of them is wrong (a conflict, mostly): the others must not suffer, so each gets a transaction of its own.
    return requests.flatMap((request) => writeAll(bench, [request]));
  }
}

function inTransaction<T>({ db, heads }: Bench, work: () => T): T {
  try {
    const answer = db.transaction(work);
    heads.commit();
    return answer;
  } catch (error) {
    heads.rollback();
    throw error;
  }
}

function attempt(bench: Bench, request: Request, calls: Readonly<Record<string, Call>>): Reply {
  try {
    return { n: request.n, ok: true, value: calls[request.op]!(bench, ...request.args) };
  } catch (error) {
    return failed(bench, request, error);
  }
}

function failed(bench: Bench, { n }: Request, error: unknown): Reply {
  return { n, ok: false, fault: faultOf(error, bench.db.path) };
}

export function faultOf(error: unknown, path: string): Fault {
  const { code, args } = sqliteFault(error, path);
  return { code, args };
}
