/** Where sign-ins come back to: our own listener, the host that has the port already, and what is neither. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type GivenGateway, givenGateway } from '../gateway/given.ts';
import { type Door, hookOf, openDoor, redirectOf } from './door.ts';
import { freePort } from './pilot.suite.ts';

const STATE = 'a-state-of-twenty-signs';
let data: string;
let port: number;
let door: Door | null;
let server: Server | null;
let gateway: GivenGateway | null;

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'msig-door-'));
  port = await freePort();
  [door, server, gateway] = [null, null, null];
});
afterEach(async () => {
  await door?.close();
  await gateway?.end();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)));
  await rm(data, { recursive: true, force: true });
});

const place = () => ({ host: '127.0.0.1', port, data, public: null });
const back = (query: string) => fetch(`http://127.0.0.1:${port}/auth/kick/callback?${query}`);
const never = () => new AbortController().signal;

async function withHost(): Promise<GivenGateway> {
  gateway = await givenGateway();
  await gateway.app.listen({ host: '127.0.0.1', port });
  return gateway;
}

it('names the addresses as the apps have to have them', () => {
  expect(redirectOf({ public: null, port: 4747 }, 'kick')).toBe('http://127.0.0.1:4747/auth/kick/callback');
  const outside = { public: 'https://game.example.org', port: 4747 };
  expect(redirectOf(outside, 'vkvideo')).toBe('https://game.example.org/auth/vkvideo/callback');
  expect([hookOf(outside, 'kick'), hookOf({ public: null }, 'kick')]).toEqual([
    'https://game.example.org/hooks/kick',
    null,
  ]);
});

describe('our own', () => {
  it('waits for a state and takes it once', async () => {
    door = await openDoor(place());
    expect(door.hosted).toBe(false);
    await door.expect('kick', STATE);
    const arrival = door.arrival('kick', STATE, never());
    const page = await back(`state=${STATE}&code=c1`);
    expect([page.status, page.headers.get('content-security-policy')]).toEqual([
      200,
      expect.stringContaining("default-src 'none'"),
    ]);
    expect(await arrival).toEqual({ code: 'c1' });
    expect((await back(`state=${STATE}&code=c1`)).status).toBe(410);
  });

  it('hands webhooks to whoever listens, up to a size', async () => {
    door = await openDoor(place());
    const url = `http://127.0.0.1:${port}/hooks/kick`;
    const post = (body: string) => fetch(url, { method: 'POST', body });
    expect((await post('x')).status).toBe(404);
    const heard: string[] = [];
    door.onHook('kick', ({ rawBody }) => {
      heard.push(Buffer.from(rawBody).toString());
      return 202;
    });
    expect((await post('one')).status).toBe(202);
    const long = await post('x'.repeat(300_000)).then(
      ({ status }) => status,
      () => 413,
    );
    expect([long, heard]).toEqual([413, ['one']]);
    door.onHook('kick', null);
    expect((await post('x')).status).toBe(404);
    expect((await fetch(`http://127.0.0.1:${port}/anything`)).status).toBe(404);
  });

  it('gives the port back', async () => {
    await (await openDoor(place())).close();
    door = await openDoor(place());
    expect(door.hosted).toBe(false);
  });
});

describe('when somebody has the port', () => {
  it('asks the running host, with its admin token', async () => {
    const { admin, faults } = await withHost();
    await writeFile(join(data, 'admin.token'), `${admin}\n`);
    door = await openDoor(place());
    expect(door.hosted).toBe(true);
    await door.expect('kick', STATE);
    const arrival = door.arrival('kick', STATE, never());
    expect((await back(`state=${STATE}&code=c1`)).status).toBe(200);
    expect(await arrival).toEqual({ code: 'c1' });
    expect(faults).toEqual([]);
  });

  it('says that the token is missing or not the right one', async () => {
    await withHost();
    await expect(openDoor(place())).rejects.toThrow('its admin token is not the one here');
    await writeFile(join(data, 'admin.token'), 'something else');
    door = await openDoor(place());
    await expect(door.expect('kick', STATE)).rejects.toThrow('its admin token is not the one here');
    await expect(door.arrival('kick', STATE, never())).rejects.toThrow('its admin token is not the one here');
  });

  it('says that it is another program', async () => {
    server = createServer((_, response) => void response.end('hello'));
    await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve));
    await expect(openDoor(place())).rejects.toThrow(`Port ${port} on 127.0.0.1 is taken by another program`);
  });

  it('wants a port that stays', async () => {
    await expect(openDoor({ ...place(), port: 0 })).rejects.toThrow('Name the port that the game will use');
  });
});
