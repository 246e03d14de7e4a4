import { afterEach, describe, expect, it } from 'vitest';
import { givenStarted } from '../../host/given.ts';
import { type GivenGateway, givenGateway, TestSocket } from '../given.ts';
import type { HookVerdict, Verifiers } from '../routes/hooks.ts';
import { HookDesk } from './desk.ts';

/** Stands in for a platform's check: the body tells what it would find. */
const verifiers: Verifiers = {
  kick: ({ headers, rawBody }): HookVerdict => {
    if (headers.signature !== 'good') return { ok: false, status: 401, code: 'signature' };
    const { id, channel, stale = false } = JSON.parse(Buffer.from(rawBody).toString()) as Sent;
    return { ok: true, key: `kick:${id}`, stale, delivery: { broadcaster: channel } };
  },
};
interface Sent {
  readonly id: string;
  readonly channel: string | null;
  readonly stale?: boolean;
}

let gateway: GivenGateway;
const sockets: TestSocket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.close();
  await gateway.end();
});

async function post(body: Sent | string, headers: Record<string, string> = {}) {
  const response = await gateway.app.inject({
    method: 'POST',
    url: '/hooks/kick',
    headers: {
      host: 'tunnel.example',
      'content-type': 'application/json',
      signature: 'good',
      ...headers,
    },
    payload: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.statusCode, result: response.json().result as string | undefined };
}

/** A player process of p1 that serves a channel. */
async function processOf(game: string, serves: unknown = ['kick:100'], player = 'p1'): Promise<TestSocket> {
  const socket = await TestSocket.open(await gateway.listen());
  sockets.push(socket);
  socket.hello(await gateway.tokens.sign({ role: 'player', game, player }), game);
  await socket.next('welcome');
  socket.send({ type: 'beat', state: { serves } });
  // Answered in order: what follows the beat is answered after it was heard.
  socket.send({ type: 'ballots', poll: `none ${sockets.length}`, n: 0, list: [] });
  await socket.next('notice');
  return socket;
}
const keys = (socket: TestSocket) => socket.all('hook').map(({ key }) => key);
const inbox = async () => (await gateway.log.listInbox()).map(({ key }) => key);

async function until(what: () => Promise<boolean> | boolean): Promise<void> {
  for (const end = Date.now() + 5_000; !(await what()); ) {
    if (Date.now() > end) throw new Error(`not in time: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe('webhooks', () => {
  it('are ignored for a channel that nobody plays from, and refused without a good signature', async () => {
    gateway = await givenGateway({ verifiers });
    expect(await post({ id: 'a', channel: '100' })).toEqual({ status: 200, result: 'unknown' });
    expect(await post({ id: 'b', channel: null })).toEqual({ status: 200, result: 'unknown' });
    expect((await post({ id: 'c', channel: '100' }, { signature: 'bad' })).status).toBe(401);
    expect((await post('x'.repeat(300_000))).status).toBe(413);
    expect(await inbox()).toEqual([]);
    const other = { method: 'POST', url: '/hooks/other', headers: { host: '127.0.0.1' } } as const;
    expect((await gateway.app.inject(other)).statusCode).toBe(404);
    // Signatures let in under any name; nothing else does.
    const foreign = { url: '/healthz', headers: { host: 'tunnel.example' } };
    expect((await gateway.app.inject(foreign)).statusCode).toBe(403);
  });

  it('reach the process of their channel, each once, and wait until it has them', async () => {
    gateway = await givenGateway({ verifiers });
    const game = (await givenStarted(gateway.catalog)).id;
    const socket = await processOf(game);
    const other = await processOf(game, ['kick:200', 'kick:../x', 7], 'p2');
    expect(await post({ id: 'a', channel: '100' })).toEqual({ status: 200, result: 'taken' });
    expect(await post({ id: 'a', channel: '100' })).toEqual({ status: 200, result: 'repeated' });
    expect(await post({ id: 'b', channel: '100', stale: true })).toEqual({ status: 200, result: 'stale' });
    await until(() => keys(socket).length === 2);
    expect(socket.all('hook')[0]).toEqual({
      type: 'hook',
      platform: 'kick',
      key: 'kick:a',
      delivery: { broadcaster: '100' },
    });
    expect(await inbox()).toEqual(['kick:a', 'kick:b']);
    // Somebody else's word for it counts nothing.
    other.send({ type: 'done', id: 'kick:a' });
    socket.send({ type: 'done', id: 'kick:b' });
    await until(async () => (await inbox()).join() === 'kick:a');
    socket.send({ type: 'done', id: 'kick:a' });
    await until(async () => (await inbox()).length === 0);
    expect(await post({ id: 'a', channel: '100' })).toEqual({ status: 200, result: 'repeated' });
    expect(keys(socket)).toEqual(['kick:a', 'kick:b']);
    expect(keys(other)).toEqual([]);
  });

  it('come again to a process that fell, and to one after a restart of the host', async () => {
    gateway = await givenGateway({ verifiers });
    const { log } = gateway;
    const game = (await givenStarted(gateway.catalog)).id;
    const first = await processOf(game);
    await post({ id: 'a', channel: '100' });
    await until(() => keys(first).length === 1);
    first.close();
    await first.gone();
    expect((await post({ id: 'b', channel: '100' })).result).toBe('taken');
    const second = await processOf(game);
    expect(keys(second)).toEqual(['kick:a', 'kick:b']);
    second.send({ type: 'done', id: 'kick:a' });
    await until(async () => (await inbox()).join() === 'kick:b');
    await gateway.end();

    gateway = await givenGateway({ log, verifiers });
    // Before its process is back, the channel is known.
    expect((await post({ id: 'c', channel: '100' })).result).toBe('taken');
    const third = await processOf(game);
    expect(keys(third)).toEqual(['kick:b', 'kick:c']);
  });

  it('of a long absence come in portions, none left out', async () => {
    gateway = await givenGateway({ verifiers });
    const game = (await givenStarted(gateway.catalog)).id;
    (await processOf(game)).close();
    for (let n = 0; n < 250; n++) await post({ id: `m${n}`, channel: '100' });
    const socket = await processOf(game);
    expect(keys(socket)).toHaveLength(200);
    for (let n = 0; n < 250; n++) {
      await until(() => keys(socket).length > n);
      socket.send({ type: 'done', id: `kick:m${n}` });
    }
    await until(async () => (await inbox()).length === 0);
    expect(keys(socket)).toEqual(Array.from({ length: 250 }, (_, n) => `kick:m${n}`));
  });
});

describe('the desk', () => {
  const verified = (id: string) => {
    return { key: id, platform: 'kick', broadcaster: '1', stale: false, delivery: { id } };
  };

  it('waits for every seat of a channel, but not for one that left long ago', async () => {
    gateway = await givenGateway();
    let now = 0;
    const desk = await HookDesk.open({
      inbox: gateway.log,
      onFault: (error) => {
        throw error;
      },
      now: () => now,
    });
    const heard: string[] = [];
    const read = (seat: string) => {
      const reader = desk.join(seat, ({ key }) => heard.push(`${seat} ${key}`));
      reader.serve(['kick:1']);
      return reader;
    };
    const [old, anna] = [read('g/p1'), read('h/p1')];
    await desk.take(verified('a'));
    anna.done('a');
    expect(await inbox()).toEqual(['a']);
    old.done('a');
    await until(async () => (await inbox()).length === 0);
    old.leave();
    now += 11 * 60_000;
    await desk.take(verified('b'));
    expect(await inbox()).toEqual(['b']);
    anna.done('b');
    await until(async () => (await inbox()).length === 0);
    expect(heard).toEqual(['g/p1 a', 'h/p1 a', 'h/p1 b']);
    desk.close();
  });

  it('gives up on a seat that went and did not come back, once another has it', async () => {
    gateway = await givenGateway();
    let now = 0;
    const raise = (error: unknown) => {
      throw error;
    };
    const desk = await HookDesk.open({ inbox: gateway.log, onFault: raise, now: () => now });
    const [old, anna] = ['g/p1', 'h/p1'].map((seat) => {
      const reader = desk.join(seat, () => {});
      reader.serve(['kick:1']);
      return reader;
    });
    old?.leave();
    for (const id of ['a', 'b']) await desk.take(verified(id));
    anna?.done('a');
    now += 9 * 60_000;
    await desk.sweep();
    expect(await inbox()).toEqual(['a', 'b']);
    now += 2 * 60_000;
    await desk.sweep();
    expect(await inbox()).toEqual(['b']);
    desk.close();
  });

  it('forgets after a day, and keeps no more than it can hold', async () => {
    gateway = await givenGateway();
    let now = 0;
    const faults: unknown[] = [];
    const desk = await HookDesk.open({
      inbox: gateway.log,
      onFault: (error) => faults.push(error),
      now: () => now,
    });
    const reader = desk.join('g/p1', () => {});
    reader.serve(['kick:1']);
    for (let n = 0; n <= 5_000; n++) await desk.take(verified(`n${n}`));
    expect(faults).toHaveLength(1);
    expect((await inbox())[0]).toBe('n1');
    expect(await inbox()).toHaveLength(5_000);
    now += 26 * 3_600_000;
    await desk.sweep();
    expect(await inbox()).toEqual([]);
    expect(await desk.take(verified('n0'))).toBe('taken');
    reader.leave();
    now += 25 * 3_600_000;
    await desk.sweep();
    expect(await desk.take(verified('later'))).toBe('unknown');
    desk.close();
  });
});
