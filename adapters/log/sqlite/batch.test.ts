import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { entry } from '../contract.suite.ts';
import { runBatch } from './batch.ts';
import { Connection } from './connection.ts';
import { Heads } from './heads.ts';
import { pack, type Request } from './messages.ts';

let folder: string;
let db: Connection;
let heads: Heads;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'msig-batch-'));
  db = await Connection.open({ path: join(folder, 'msig.db') });
  heads = new Heads(db);
  runBatch({ db, heads }, [{ n: 0, op: 'createGame', args: [{ game: 'g', header: '{}', rules: '{}' }] }]);
});
afterEach(async () => {
  db.close();
  await rm(folder, { recursive: true, force: true });
});

const append = (n: number, seq: number): Request => ({ n, op: 'append', args: ['g', seq, pack([entry(n)])] });

test('what waits together is one transaction, whatever it is; reads see it', () => {
  const spy = vi.spyOn(db, 'transaction');
  const replies = runBatch({ db, heads }, [
    { n: 90, op: 'head', args: ['g'] },
    ...Array.from({ length: 64 }, (_, i) => append(i + 1, i)),
    { n: 91, op: 'setMeta', args: ['k', 'v'] },
  ]);
  expect(spy).toHaveBeenCalledTimes(1);
  expect(replies.every(({ ok }) => ok)).toBe(true);
  expect(replies.find(({ n }) => n === 90)).toMatchObject({ value: { seq: 64 } });
});

test('one that fails takes nobody with it, and leaves no trace in what the worker remembers', () => {
  const replies = runBatch({ db, heads }, [append(1, 0), append(2, 7), append(3, 1), append(1, 2)]);
  expect(replies.map((reply) => (reply.ok ? reply.value : reply.fault.code))).toMatchObject([
    { seq: 1 },
    'LOG_CONFLICT',
    { seq: 2 },
    'LOG_DUPLICATE',
  ]);
  expect(heads.get('g').seq).toBe(2);
  expect(new Heads(db).get('g')).toEqual(heads.get('g'));
});

test('a commit that fails is a failure for all, and the next batch starts from what is on file', () => {
  const real = db.transaction.bind(db);
  const commit = vi.spyOn(db, 'transaction').mockImplementation((work) =>
    real(() => {
      work();
      throw Object.assign(new Error('database or disk is full'), { errcode: 13 });
    }),
  );
  const replies = runBatch({ db, heads }, [append(1, 0), append(2, 1)]);
  expect(replies.map((reply) => reply.ok || reply.fault.code)).toEqual(['STORE_FULL', 'LOG_CONFLICT']);
  commit.mockRestore();
  expect(heads.get('g').seq).toBe(0);
});
