/** Referees beside the admin: what they may from a chat, and what stays the admin's. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ENGINE } from '../host/engine.ts';
import { givenStarted } from '../host/given.ts';
import type { HostedGame } from '../host/hosted-game.ts';
import type { CommandLine } from '../store/line.ts';
import { verify } from '../store/verify.ts';
import { type GivenGateway, givenGateway, TestSocket } from './given.ts';

let gateway: GivenGateway;
let game: HostedGame;
let said = 0;
beforeEach(async () => {
  gateway = await givenGateway();
  game = await givenStarted(gateway.catalog);
});
afterEach(async () => {
  expect(gateway.faults).toEqual([]);
  await gateway.end();
});

async function call(method: 'GET' | 'PUT' | 'POST', path: string, payload?: object, token = gateway.admin) {
  const response = await gateway.app.inject({
    ...{ method, url: `/api/games/${game.id}${path}` },
    headers: { host: '127.0.0.1:4747', authorization: `Bearer ${token}` },
    ...(payload ? { payload } : {}),
  });
  return { status: response.statusCode, body: response.json() };
}
const person = (user: string, more: object = {}) => ({
  ...{ platform: 'twitch', user, name: user, channel: 'p1' },
  ...more,
});
async function types(text: string, as: object) {
  said += 1;
  const token = await gateway.tokens.sign({ role: 'player', game: game.id, player: 'p1' });
  return call('POST', '/commands?lang=en', { id: `t${said}`, as, text }, token);
}
const names = (list: object) => call('PUT', '/referees', list);
const ann = { identity: 'twitch:ann', name: 'Ann' };

describe('a referee whom the admin has named', () => {
  it('pauses, resumes, mutes; the log has who it was, and the file is proved', async () => {
    expect((await types('!pause', person('ann'))).body.code).toBe('not-admin');
    expect((await names({ people: [ann] })).status).toBe(200);
    expect((await types('!pause', person('ann'))).status).toBe(200);
    expect(game.host.state.status).toBe('paused');
    expect((await types('!resume', person('ann'))).status).toBe(200);
    expect((await types('!mute Boris 5', person('ann'))).status).toBe(200);
    expect(game.host.state.diplomacy?.muted.p2).toBeGreaterThan(0);
    const lines: CommandLine[] = [];
    for await (const line of gateway.store.lines(game.id, 1)) lines.push(line);
    const pause = lines.find(({ command }) => command.type === 'pause');
    expect(pause?.as).toEqual({ by: 'referee', viewer: game.viewerKey('twitch:ann') });
    await game.host.submit({ id: 'end', as: { by: 'admin' }, command: { type: 'cancel' } });
    await vi.waitUntil(async () => (await gateway.log.opening(game.id)).end !== null);
    expect(await verify(gateway.catalog.export(game.id), { engine: ENGINE })).toMatchObject({ ok: true });
  });

  it('never tunes, seats, starts, corrects or cancels', async () => {
    await names({ people: [ann] });
    const own = [
      { type: 'tune', scope: { of: 'game' }, knob: 'price', value: 2, reason: 'r' },
      { type: 'correct', changes: [], reason: 'r' },
      { type: 'cancel' },
      { type: 'turnOrder', order: 'rounds' },
    ];
    for (const command of own) {
      said += 1;
      const { status, body } = await call('POST', '/commands', {
        id: `c${said}`,
        as: person('ann'),
        command,
      });
      expect([status, body.code], command.type).toEqual([
        403,
        expect.stringMatching(/^(not-yours|not-admin)$/),
      ]);
    }
    expect(game.host.state.tuning).toBeUndefined();
    // Said by the engine itself, whoever calls it so.
    const as = { by: 'referee', viewer: 'v_x' } as const;
    const refused = await game.host.submit({ id: 'x', as, command: { type: 'cancel' } });
    expect(refused).toMatchObject({ ok: false, code: 'admin-only' });
  });

  it('judges a player, and is none when a seat of this game is theirs', async () => {
    await names({ people: [ann] });
    // Nothing waits to be judged, so the word reaches the rules: it is not refused for who says it.
    expect((await types('!judge p2 pass', person('ann'))).body.code).toBe('not-game-trial');
    const player = { as: { player: 'p3' }, wish: { type: 'link' } } as const;
    const { accounts } = gateway;
    const party = (identity: string, channel: string) => ({
      ...{ identity, name: 'x', platform: identity.split(':')[0]!, game: game.id, channel },
      ...{ chat: null, address: 'page' },
    });
    const seat = party(`seat:${game.id}:p3`, 'p3');
    const asked = await accounts.ask(seat, player.wish, 'l1');
    if (!asked.answer.ok || asked.answer.says.is !== 'code') throw new Error('no code');
    const { code } = asked.answer.says;
    await accounts.ask(party('twitch:ann', 'p1'), { type: 'link', code }, 'l2');
    await accounts.ask(seat, { type: 'confirm', yes: true }, 'l3');
    expect(accounts.of('twitch:ann')?.map(({ identity }) => identity)).toContain(`seat:${game.id}:p3`);
    expect((await types('!pause', person('ann'))).body.code).toBe('not-admin');
  });

  it('is named by the admin alone, and kept over a restart', async () => {
    const player = await gateway.tokens.sign({ role: 'player', game: game.id, player: 'p1' });
    expect((await call('PUT', '/referees', { people: [ann] }, player)).status).toBe(403);
    expect((await call('GET', '/referees', undefined, player)).status).toBe(403);
    expect((await names({ people: [{ identity: 'seat:g:p1', name: 'x' }] })).status).toBe(400);
    await names({ people: [ann] });
    const again = await givenGateway({ log: gateway.log });
    expect(again.catalog.get(game.id)?.beside.referees.list()).toEqual({ people: [ann], moderators: false });
    await again.end();
    await names({ people: [] });
    expect((await types('!pause', person('ann'))).body.code).toBe('not-admin');
  });
});

describe('moderators of a chat', () => {
  const mod = person('mod', { moderator: true });

  it('are referees of its player where the admin wants it so, and of no other player', async () => {
    expect((await types('!judge p1 pass', mod)).body.code).toBe('not-admin');
    await names({ people: [], moderators: true });
    expect((await types('!judge p1 pass', mod)).body.code).toBe('not-game-trial');
    expect((await types('!judge p2 pass', mod)).body.code).toBe('not-admin');
    expect((await types('!mute p2 5', mod)).body.code).toBe('not-admin');
    expect((await types('!pause', mod)).status).toBe(200);
    expect((await types('!resume', person('other'))).body.code).toBe('not-admin');
  });

  it('are those whom the process of that chat names: no page and no Discord can', async () => {
    await names({ people: [], moderators: true });
    const socket = await TestSocket.open(await gateway.listen());
    socket.hello(await gateway.tokens.sign({ role: 'site', game: game.id, seats: ['p1'] }), game.id);
    await socket.next('welcome');
    const as = person('mod', { platform: 'local', moderator: true });
    socket.send({ type: 'act', id: 'a', as, command: { type: 'pause' } });
    expect((await socket.next('refused')).code).toBe('forbidden');
    socket.close();
  });
});
