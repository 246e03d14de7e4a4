import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { WebSocketServer } from 'ws';
import { MAX_FRAME } from '../protocol/wire.ts';
import { Link } from './link.ts';

let server: WebSocketServer;
let link: Link;
let frames: { readonly type: string; readonly id?: string }[];
let answer: (text: object) => void;

beforeEach(async () => {
  frames = [];
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  server.on('connection', (socket) => {
    answer = (message) => socket.send(JSON.stringify(message));
    socket.on('message', (data) => frames.push(JSON.parse(data.toString())));
    answer({ type: 'welcome', session: 's', seq: 0, role: 'player', player: 'p1' });
  });
  await new Promise((done) => server.once('listening', done));
  await new Promise<void>((up) => {
    link = new Link({
      socket: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/ws`,
      token: async () => 'token',
      ...{ game: 'g', views: [], view: () => {}, moments: () => {}, chat: () => {}, hook: () => {} },
      up: () => up(),
      down: () => {},
    });
  });
});
afterEach(async () => {
  link.close();
  for (const socket of server.clients) socket.terminate();
  await new Promise((done) => server.close(done));
});

it('tells both who asked for the same id while it was on its way, and asks once', async () => {
  const act = () => link.act('redeem:kick:1', { player: 'p1' }, { command: { type: 'roll' } });
  const [first, second] = [act(), act()];
  while (!frames.some(({ type }) => type === 'act')) await new Promise((later) => setTimeout(later, 5));
  answer({ type: 'ack', id: 'redeem:kick:1', seq: 7, events: [] });
  expect(await Promise.all([first, second])).toEqual([
    { ok: true, seq: 7, events: [] },
    { ok: true, seq: 7, events: [] },
  ]);
  expect(frames.filter(({ type }) => type === 'act')).toHaveLength(1);
});

it('refuses what is too long for a frame, at once, and goes on with the same line', async () => {
  const note = { type: 'note', text: '漢'.repeat(MAX_FRAME / 3) } as const;
  expect(await link.ask('long', { player: 'p1' }, note)).toEqual({
    ...{ ok: false, code: 'too-large', args: { limit: MAX_FRAME } },
  });
  const list = Array.from({ length: 500 }, (_, i) => ({
    voter: `twitch:${100_000_000 + i}`,
    choice: 1,
    sentAt: 0,
  }));
  expect(link.ballots('v1', 0, list)).toBe(false);
  expect(link.ballots('v1', 1, list.slice(0, 9))).toBe(true);
  await vi.waitUntil(() => frames.some(({ type }) => type === 'ballots'));
  expect(frames.map(({ type }) => type)).not.toContain('ask');
  expect(link.up).toBe(true);
});
