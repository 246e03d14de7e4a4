import { afterEach, describe, expect, it } from 'vitest';
import type { BoardView } from '../../protocol/views.ts';
import {
  CHANNEL,
  type GivenExtension,
  givenExtension,
  ORIGIN,
  receipt,
  SECRET,
  viewerToken,
} from './given.ts';

let given: GivenExtension | null = null;
afterEach(async () => {
  await given?.end();
  given = null;
});
const open = async (options: Parameters<typeof givenExtension>[0] = {}) => {
  given = await givenExtension(options);
  return given;
};
const state = (channel = CHANNEL) => `/ext/state/${channel}`;
const shared = (more: object = {}) => viewerToken({ user_id: '3003', ...more });
const owner = viewerToken({ role: 'broadcaster', opaque_user_id: 'U1001' });
const tally = ({ game, poll }: GivenExtension) => (game.view('board') as BoardView).tally[poll!.id];

describe('the state of a channel', () => {
  it('is the same bytes for everybody, and 304 for who has them', async () => {
    const { ask, extension } = await open();
    const first = await ask(state());
    expect(first.status).toBe(200);
    expect(first.headers['cache-control']).toContain('public');
    expect(first.body).toMatchObject({ v: 1, seat: 'p1', status: 'running' });
    const tag = String(first.headers.etag);
    for (const has of [tag, `W/${tag}`, `"other", ${tag}`]) {
      const again = await ask(state(), { headers: { 'if-none-match': has } });
      expect([again.status, again.text]).toEqual([304, '']);
    }
    expect((await ask(state(), { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
    expect(extension.snapshots.made).toBe(1);
  });

  it('is another one after a move, with a larger number', async () => {
    const { ask, game } = await open();
    const before = await ask(state());
    await game.host.submit({ id: 'r', as: { by: 'player', player: 'p1' }, command: { type: 'roll' } });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const after = await ask(state(), { headers: { 'if-none-match': String(before.headers.etag) } });
    expect(after.status).toBe(200);
    expect(after.body.rev).toBeGreaterThan(before.body.rev!);
  });

  it('is absent for a channel that plays nowhere, and a cache may keep that too', async () => {
    const { ask } = await open();
    const none = await ask(state('4040'));
    expect([none.status, none.body.code]).toEqual([404, 'ext-not-bound']);
    expect(none.headers['cache-control']).toContain('public');
  });

  it('names a map and texts that never change', async () => {
    const { ask, game } = await open();
    const { map, texts } = (await ask(state())).body as unknown as { map: string; texts: string };
    const board = await ask(`/ext/map/${game.id}?v=${map}`);
    expect(board.headers['cache-control']).toContain('immutable');
    expect((board.body as unknown as BoardView['map']).cells.some((cell) => 'secret' in cell)).toBe(false);
    const words = await ask(`/ext/texts/ru?v=${texts}`);
    expect(words.headers['cache-control']).toContain('immutable');
    expect(words.text).not.toContain('"rule"');
  });
});

describe('who may ask', () => {
  it('is a page of the extension, not of another site', async () => {
    const { ask } = await open({ origins: ['http://127.0.0.1:9999'] });
    for (const origin of [ORIGIN, 'http://127.0.0.1:9999']) {
      const fine = await ask(state(), { headers: { origin } });
      expect(fine.headers['access-control-allow-origin']).toBe(origin);
    }
    for (const origin of ['https://evil.example', 'https://other.ext-twitch.tv', 'null']) {
      const foreign = await ask(state(), { headers: { origin } });
      expect([foreign.status, foreign.body.code]).toEqual([403, 'ext-origin']);
      expect(foreign.headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  it('hears from the browser first what it may send', async () => {
    const { app } = await open();
    const asked = await app.inject({
      method: 'OPTIONS',
      url: '/ext/vote',
      headers: { host: 'board.example', origin: ORIGIN, 'access-control-request-method': 'POST' },
    });
    expect(asked.statusCode).toBe(204);
    expect(asked.headers['access-control-allow-headers']).toContain('authorization');
    expect(asked.headers['access-control-allow-origin']).toBe(ORIGIN);
  });

  it('is told in their language why not', async () => {
    const { ask } = await open();
    const ru = await ask('/ext/me?lang=ru', { token: viewerToken({}, 'AAAA') });
    expect([ru.status, ru.body.code]).toEqual([401, 'ext-bad-token']);
    expect(ru.body.message).toContain('Обнови');
    const old = await ask('/ext/me', { token: viewerToken({ exp: 1000 }) });
    expect([old.status, old.body.code]).toEqual([401, 'ext-token-expired']);
  });

  it('speaks for the channel of the token alone', async () => {
    const { ask, poll } = await open({ vote: true });
    const foreign = viewerToken({ channel_id: '7777' });
    const said = await ask('/ext/vote', { token: foreign, body: { poll: poll!.id, choice: 1 } });
    expect([said.status, said.body.code]).toEqual([404, 'ext-not-bound']);
  });

  it('may be busy only so often, each for themselves', async () => {
    const { ask } = await open();
    const codes = [];
    for (let n = 0; n < 12; n += 1) codes.push((await ask('/ext/me', { token: viewerToken() })).status);
    expect(codes.slice(0, 10)).toEqual(Array(10).fill(200));
    expect(codes.at(-1)).toBe(429);
    expect((await ask('/ext/me', { token: viewerToken({ opaque_user_id: 'Uother' }) })).status).toBe(200);
  });
});

describe('a vote', () => {
  it('counts once across chat and panel, and the later one wins', async () => {
    const one = await open({ vote: true });
    const { ask, game, poll } = one;
    const vote = { poll: poll!.id, choice: 1 };
    expect((await ask('/ext/vote', { token: shared(), body: vote })).body).toEqual({ counted: true });
    game.cast(poll!.id, [{ voter: 'twitch:3003', choice: 2, sentAt: game.clock.now() + 1 }]);
    expect(tally(one)).toMatchObject({ voters: 1, totals: { 1: 0, 2: 1 } });
  });

  it('of somebody who shares later moves to their name', async () => {
    const one = await open({ vote: true });
    const { ask, game, poll } = one;
    await ask('/ext/vote', { token: viewerToken(), body: { poll: poll!.id, choice: 1 } });
    game.cast(poll!.id, [{ voter: 'twitch:3003', choice: 2, sentAt: game.clock.now() + 1 }]);
    expect(tally(one)?.voters).toBe(2);
    const me = await ask('/ext/me', { token: shared() });
    expect(me.body.votes).toEqual({ [poll!.id]: 1 });
    // The chat's line was later.
    expect(tally(one)).toMatchObject({ voters: 1, totals: { 1: 0, 2: 1 } });
    // Sharing no more makes nobody a second person.
    await ask('/ext/vote', { token: viewerToken(), body: { poll: poll!.id, choice: 2 } });
    expect(tally(one)?.voters).toBe(1);
  });

  it('is not for those who are logged out, nor after the end, nor for what is not offered', async () => {
    const { ask, poll, player, game } = await open({ vote: true });
    const say = async (token: string, vote: object) =>
      (await ask('/ext/vote', { token, body: vote })).body.code;
    const { id } = poll!;
    expect(await say(viewerToken({ opaque_user_id: 'Aanon' }), { poll: id, choice: 1 })).toBe('ext-login');
    expect(await say(shared(), { poll: id, choice: 99 })).toBe('ext-no-choice');
    expect(await say(shared(), { poll: 'p0', choice: 1 })).toBe('ext-poll-over');
    expect(await say(shared(), { poll: id })).toBe('bad-request');
    const other = game.host.state.order.find((one) => one !== player)!;
    await given!.bind('2002', other);
    const there = shared({ channel_id: '2002', opaque_user_id: 'U2' });
    expect(await say(there, { poll: id, choice: 1 })).toBe('ext-poll-over');
  });

  it('without a name is refused where the streamer wants names', async () => {
    const { ask, poll } = await open({ vote: true });
    await ask('/ext/config', { token: owner, body: { switches: { anonymous: false } } });
    const vote = { poll: poll!.id, choice: 1 };
    expect((await ask('/ext/vote', { token: viewerToken(), body: vote })).body.code).toBe('ext-share');
    expect((await ask('/ext/vote', { token: shared(), body: vote })).status).toBe(200);
  });
});

describe('what a viewer does', () => {
  it('needs a name, and comes to the game as a line of the chat would', async () => {
    const { ask } = await open();
    const act = { type: 'challenge' };
    expect((await ask('/ext/act', { token: viewerToken(), body: { id: 'a', act } })).body.code).toBe(
      'ext-share',
    );
    const poor = await ask('/ext/act?lang=en', { token: shared(), body: { id: 'b', act } });
    expect([poor.status, poor.body.code]).toEqual([409, 'challenge-poor']);
    expect(poor.body.message).toMatch(/influence/i);
  });

  it('can be switched off', async () => {
    const { ask } = await open();
    await ask('/ext/config', { token: owner, body: { switches: { trials: false } } });
    const said = await ask('/ext/act', { token: shared(), body: { id: 'a', act: { type: 'challenge' } } });
    expect(said.body.code).toBe('ext-closed');
  });

  it('of a helper uses what was granted, once for the same id', async () => {
    const { ask, game } = await open();
    const usable = (item: string) => !['none', undefined].includes(game.rules.items[item]?.target);
    const [player, held] = Object.values(game.host.state.players).flatMap(({ id, bag }) =>
      bag.filter(({ item }) => usable(item)).map((one) => [id, one] as const),
    )[0]!;
    await given!.bind(CHANNEL, player);
    const grant = {
      tags: [],
      items: [held.item],
      target: 'any',
      uses: 2,
      per: 'game',
      until: null,
      approval: true,
    };
    const viewer = 'twitch:3003';
    const command = { type: 'grantHelper', viewer, grant } as const;
    const granted = await game.act({ id: 'g', as: { player }, command: command as never });
    expect(granted.ok).toBe(true);
    const me = await ask('/ext/me', { token: shared() });
    expect(me.body.grant).toMatchObject({ uses: 2, left: 2, reach: [held.n] });
    const use = { id: 'u1', act: { type: 'use', item: held.item } };
    const first = await ask('/ext/act', { token: shared(), body: use });
    const second = await ask('/ext/act', { token: shared(), body: use });
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(game.host.state.players[player]!.requests).toHaveLength(1);
    const after = await ask('/ext/me', { token: shared() });
    expect(after.body.receipts).toHaveLength(1);
    expect((await ask('/ext/me', { token: viewerToken() })).body.grant).toBeNull();
  });
});

describe('Bits', () => {
  let buyers = 0;
  /** The same person in another window each time. */
  const pay = (token: string) => {
    buyers += 1;
    const window = shared({ opaque_user_id: `Ubuyer${buyers}` });
    return given!.ask('/ext/bits', { token: window, body: { receipt: token } });
  };

  it('are applied once, and a receipt that comes again is refused', async () => {
    const { game } = await open();
    const paid = await pay(receipt('t1'));
    expect([paid.status, paid.body]).toMatchObject([200, { end: 'applied', sku: 'hot_soup' }]);
    const again = await pay(receipt('t1'));
    expect([again.status, again.body.code]).toEqual([409, 'ext-replayed']);
    const redeemed = (game.view('log') as { moments: { events: { type: string }[] }[] }).moments
      .flatMap(({ events }) => events)
      .filter(({ type }) => type === 'redeemed');
    expect(redeemed).toHaveLength(1);
    expect(game.host.state.unsettled).toEqual({});
  });

  it('come as two receipts at once, and count once', async () => {
    const { game } = await open();
    const both = await Promise.all([pay(receipt('t2')), pay(receipt('t2'))]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(game.host.state.players.p1!.stats.redeemed ?? 1).toBe(1);
  });

  it('of another price, product, extension or person are refused', async () => {
    await open();
    const wrong = [
      receipt('w1', { amount: 1 }),
      receipt('w2', { sku: 'coin_verdict', amount: 50 }),
      receipt('w3', { domainId: 'twitch.ext.other' }),
      receipt('w4', { userId: '4444' }),
      viewerToken(),
    ];
    for (const token of wrong) expect((await pay(token)).body.code).toBe('ext-receipt');
    // None of them has used up its number.
    expect((await pay(receipt('w1'))).status).toBe(200);
  });

  it('that cannot be applied become a credit, which can be tried again', async () => {
    const { game, ask } = await open();
    await game.host.submit({ id: 'pause', as: { by: 'admin' }, command: { type: 'pause' } });
    const paid = await pay(receipt('t3'));
    expect(paid.body).toMatchObject({ end: 'credit' });
    const me = await ask('/ext/me', { token: shared() });
    expect(me.body.credits).toMatchObject([{ transaction: 't3', sku: 'hot_soup', bits: 40 }]);
    const again = (token: string) => ask('/ext/credit', { token, body: { transaction: 't3' } });
    expect((await again(shared({ user_id: '9', opaque_user_id: 'U9' }))).body.code).toBe('ext-credit');
    expect((await again(shared())).body).toMatchObject({ end: 'credit' });
    await game.host.submit({ id: 'resume', as: { by: 'admin' }, command: { type: 'resume' } });
    expect((await again(shared())).body).toMatchObject({ end: 'applied' });
    expect((await again(shared())).body.code).toBe('ext-credit');
    expect((await ask('/ext/me', { token: shared() })).body.credits).toEqual([]);
    expect((await pay(receipt('t3'))).body.code).toBe('ext-replayed');
  });
});

describe('the owner of a channel', () => {
  it('binds it with a code that works once, and nobody else does', async () => {
    const { ask, extension, game } = await open();
    const code = extension.codeFor({ game: game.id, player: 'p2' });
    for (const role of ['viewer', 'moderator']) {
      const said = await ask('/ext/config', { token: viewerToken({ role }), body: { code } });
      expect([said.status, said.body.code]).toEqual([403, 'ext-role']);
    }
    const typed = code.toLowerCase().replace('-', ' ');
    const bound = await ask('/ext/config', { token: owner, body: { code: typed } });
    expect(bound.body.bound).toMatchObject({ game: game.id, player: 'p2' });
    expect((await ask('/ext/config', { token: owner, body: { code } })).body.code).toBe('ext-code');
    expect((await ask(state())).body.seat).toBe('p2');
  });

  it('parts from the game', async () => {
    const { ask } = await open();
    await ask('/ext/config', { token: owner, body: { unbind: true } });
    expect((await ask(state())).status).toBe(404);
  });

  it('gets the code from the host: the admin and the seat itself may ask for it', async () => {
    const { app, game, admin, tokens } = await open();
    const askCode = async (token: string) =>
      app.inject({
        method: 'POST',
        url: `/api/games/${game.id}/seats/p1/extension-code`,
        headers: { host: 'board.example', authorization: `Bearer ${token}` },
      });
    expect((await askCode(admin)).json().code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const own = await tokens.sign({ role: 'player', game: game.id, player: 'p1' });
    const other = await tokens.sign({ role: 'player', game: game.id, player: 'p2' });
    expect((await askCode(own)).statusCode).toBe(200);
    expect((await askCode(other)).statusCode).toBe(403);
    expect((await askCode('')).statusCode).toBe(401);
  });

  it('finds the binding again after a restart', async () => {
    const { log } = await open();
    const kept = await log.getMeta('extension-channels');
    expect(JSON.parse(kept ?? '[]')).toMatchObject([[CHANNEL, { player: 'p1' }]]);
  });

  it('may sign in with the new secret and the old one while they are exchanged', async () => {
    const next = Buffer.from('the next secret').toString('base64');
    const { ask } = await open({ secrets: [next, SECRET] });
    for (const secret of [next, SECRET])
      expect((await ask('/ext/me', { token: viewerToken({}, secret) })).status).toBe(200);
  });
});
