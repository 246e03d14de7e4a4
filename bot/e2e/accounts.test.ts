/** One person in two chats, by strangers' means: two sockets of two chats, the program as it is started, a restart. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestSocket } from '../gateway/given.ts';
import { Link } from '../player/link.ts';
import type { AccountAnswer, AccountNews, AccountWish } from '../protocol/accounts.ts';
import type { BagView } from '../protocol/views.ts';
import type { Speaker } from '../protocol/wire.ts';
import { type Host, startHost, temporary, until } from './rig.ts';

const LONG = 90_000;
let folder: Awaited<ReturnType<typeof temporary>>;
let host: Host;
let game: string;
let tokens: Record<string, string>;
let chats: Record<string, { link: Link; news: AccountNews[] }> = {};

beforeAll(async () => {
  folder = await temporary('accounts');
  host = await startHost(join(folder.path, 'data'), ['--players', '4', '--bots', '4']);
  const players = [
    { name: 'Анна', lang: 'ru' },
    { name: 'Boris', lang: 'en' },
  ];
  const made = await host.ask<{ game: string; players: { id: string; token: string }[] }>('/api/games', {
    body: { seed: 'two chats', size: 'S', pace: 'session', players, bots: 2 },
  });
  expect(made.status, made.text).toBe(201);
  game = made.body.game;
  tokens = Object.fromEntries(made.body.players.map(({ id, token }) => [id, token]));
  expect((await host.ask(`/api/games/${game}/start`, { method: 'POST' })).status).toBe(200);
  await openChats();
}, LONG);

afterAll(async () => {
  for (const { link } of Object.values(chats)) link.close();
  await host?.run.stop();
  await folder?.remove();
});

async function openChats(): Promise<void> {
  for (const player of ['p1', 'p2']) {
    const news: AccountNews[] = [];
    const link = new Link({
      socket: `ws://127.0.0.1:${host.port}/ws`,
      token: async () => tokens[player] ?? '',
      game,
      views: ['board', `bag:${player}`],
      view: () => {},
      moments: () => {},
      chat: () => {},
      hook: () => {},
      news: (one) => news.push(one),
      up: () => {},
      down: () => {},
    });
    chats = { ...chats, [player]: { link, news } };
    await until(() => link.up);
  }
}

const VERA = { platform: 'twitch', user: '42', name: 'Вера', channel: 'p1' };
const TUBE = { platform: 'youtube', user: 'UC1', name: 'vera live', channel: 'p2' };
const DISCORD = { platform: 'discord', user: '9', name: 'anna', channel: 'p1' };

const ask = (as: Speaker, wish: AccountWish): Promise<AccountAnswer> =>
  chats['player' in as ? as.player : 'channel' in as ? as.channel : '']!.link.account(as, wish, {
    chat: 'here',
  });

async function codeFor(as: Speaker): Promise<string> {
  const answer = await ask(as, { type: 'link' });
  if (!answer.ok || answer.says.is !== 'code') throw new Error(JSON.stringify(answer));
  return answer.says.code;
}

describe(
  'one person in two chats',
  () => {
    it('is linked by a code of one typed in the other; both chats are told', async () => {
      const code = await codeFor(VERA);
      expect(await ask(TUBE, { type: 'link', code })).toMatchObject({
        ok: true,
        says: { is: 'linked', to: 'vera live', other: 'Вера', platform: 'twitch' },
      });
      await until(() => chats.p1?.news.length === 1);
      expect(chats.p1?.news[0]).toMatchObject({
        to: { platform: 'twitch', user: '42' },
        chat: 'here',
        says: { is: 'linked', other: 'vera live', platform: 'youtube' },
      });
      expect(chats.p2?.news).toEqual([]);
    });

    it('may do in the one what was trusted in the other', async () => {
      const link = chats.p2!.link;
      const grant = {
        tags: ['heal'],
        items: [],
        target: 'self',
        uses: 3,
        per: 'day',
        until: null,
        approval: false,
      };
      const viewer = `${VERA.platform}:${VERA.user}`;
      expect(
        await link.act('g1', { player: 'p2' }, { command: { type: 'grantHelper', viewer, grant } }),
      ).toMatchObject({ ok: true });
      const tags = link.view<BagView>('bag:p2')!.items[0]!;
      const use = (as: Speaker, id: string) =>
        link.act(id, as, { command: { type: 'use', item: String(tags.n) } });
      // Linked: the grant is found, and only does not cover this thing. A stranger has none at all.
      expect(await use(TUBE, 'u1')).toMatchObject({ ok: false, code: 'no-grant', args: { tags: 'heal' } });
      const stranger = await use({ ...TUBE, user: 'UC2' }, 'u2');
      expect(stranger).toMatchObject({ ok: false, code: 'no-grant' });
      expect(stranger.ok || stranger.args).not.toHaveProperty('tags');
    });

    it('needs a word of the player to speak for a seat, and then speaks for it', async () => {
      const code = await codeFor(DISCORD);
      const coin = (id: string) => chats.p1!.link.act(id, DISCORD, { command: { type: 'coin' } });
      expect(await ask({ player: 'p1' }, { type: 'link', code })).toMatchObject({
        says: { is: 'pending', yours: true },
      });
      expect(await coin('c1')).toMatchObject({ ok: false });
      expect(await ask({ player: 'p1' }, { type: 'confirm', yes: true })).toMatchObject({
        says: { is: 'linked' },
      });
      expect(await coin('c2')).toMatchObject({ ok: true });
    });

    it('cannot be made by a token for a chat that is not its own, nor for the referee', async () => {
      const link = chats.p2!.link;
      expect(await link.account(VERA, { type: 'link' })).toMatchObject({ ok: false, code: 'forbidden' });
      expect(await link.account({ player: 'p1' }, { type: 'unlink' })).toMatchObject({
        ok: false,
        code: 'forbidden',
      });
      expect(await link.account({ admin: true }, { type: 'link' })).toMatchObject({
        ok: false,
        code: 'forbidden',
      });
      const socket = await TestSocket.open(`127.0.0.1:${host.port}`);
      socket.hello(tokens.p2 ?? '', game);
      await socket.next('welcome');
      const forged = { platform: 'seat', user: `${game}:p1`, name: 'x', channel: 'p2' };
      socket.send({ type: 'account', id: 'f', as: forged, wish: { type: 'link' } });
      expect(await socket.next('refused', ({ id }) => id === 'f')).toMatchObject({ code: 'bad-frame' });
      socket.close();
    });

    it('is answered in words over HTTP, and is the same person after a restart', async () => {
      const say = (text: string, as: Speaker, token: string) =>
        host.ask<{ reply: { ru: string; en: string }; message: string }>(`/api/games/${game}/commands`, {
          token,
          body: { id: `t${text}`, as, text },
        });
      const said = await say('!связать', VERA, tokens.p1 ?? '');
      const code = /код ([2-9A-Z]{4})/.exec(said.body.reply.ru)?.[1] ?? '';
      expect(said.body.reply.en).toContain(`!link ${code}`);
      const wrong = await say(`!link ${code}`, TUBE, tokens.p2 ?? '');
      expect(wrong.body.message).toMatch(/one person already/);
      for (const { link } of Object.values(chats)) link.close();
      await host.run.kill();
      host = await startHost(join(folder.path, 'data'), [
        '--players',
        '4',
        '--bots',
        '4',
        '--port',
        String(host.port),
      ]);
      await openChats();
      expect(await ask(VERA, { type: 'who' })).toMatchObject({ says: { is: 'who', count: 2 } });
      expect(await chats.p1!.link.act('c3', DISCORD, { command: { type: 'coin' } })).toMatchObject({
        ok: true,
      });
      expect(await ask(VERA, { type: 'unlink' })).toMatchObject({ says: { is: 'unlinked' } });
      expect(await ask(TUBE, { type: 'who' })).toMatchObject({ says: { count: 1 } });
    });
  },
  LONG,
);
