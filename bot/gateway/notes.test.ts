/** A player's notes: said in the chat, read on the player's own page, in no log. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { givenStarted } from '../host/given.ts';
import type { HostedGame } from '../host/hosted-game.ts';
import type { NotesView } from '../protocol/asks.ts';
import { type GivenGateway, givenGateway, TestSocket } from './given.ts';

let gateway: GivenGateway;
let game: HostedGame;
let site = '';
beforeEach(async () => {
  gateway = await givenGateway();
  game = await givenStarted(gateway.catalog);
  site = await gateway.tokens.sign({ role: 'site', game: game.id, seats: ['p1'] });
});
afterEach(async () => {
  expect(gateway.faults).toEqual([]);
  await gateway.end();
});

const call = (method: 'GET' | 'POST', path: string, token: string, payload?: object) =>
  gateway.app.inject({
    ...{ method, url: `/api/games/${game.id}${path}` },
    headers: { host: '127.0.0.1:4747', authorization: `Bearer ${token}` },
    ...(payload ? { payload } : {}),
  });
let said = 0;
async function types(text: string, as: object = { player: 'p1' }) {
  said += 1;
  const response = await call('POST', '/commands?lang=en', site, { id: `n${said}`, as, text });
  return response.json() as { reply: { ru: string; en: string }; code?: string; message?: string };
}
const notes = async (): Promise<NotesView> => (await call('GET', '?view=notes:p1', site)).json();

describe('a note in the bag', () => {
  it('is kept, shown to its player, and taken out again', async () => {
    expect((await types('!note come back for the ladder')).reply.en).toBe(
      'Note 1 is in the bag, for your own page alone; room for 19.',
    );
    expect((await types('!заметка <b>Кестрел</b> врёт')).reply.ru).toMatch(/^Заметка 2 в сумке/);
    expect((await notes()).notes.map(({ n, text }) => [n, text])).toEqual([
      [1, 'come back for the ladder'],
      [2, '<b>Кестрел</b> врёт'],
    ]);
    expect((await types('!note -1')).reply.en).toBe('Notes taken out: 1, room for 19.');
    expect((await notes()).notes.map(({ n }) => n)).toEqual([2]);
    expect((await types('!note -7')).code).toBe('no-note');
    await types('!заметка -все');
    expect((await notes()).notes).toEqual([]);
  });

  it('is for the player’s own faces alone: neither rivals, overlay nor admin read it', async () => {
    await types('!note xyzzyfox');
    const tokens = [
      gateway.admin,
      await gateway.tokens.overlayKey(game.id),
      await gateway.tokens.sign({ role: 'player', game: game.id, player: 'p2' }),
      await gateway.tokens.sign({ role: 'discord', game: game.id }),
    ];
    for (const token of tokens) expect((await call('GET', '?view=notes:p1', token)).statusCode).toBe(403);
    const own = await gateway.tokens.sign({ role: 'player', game: game.id, player: 'p1' });
    expect((await call('GET', '?view=notes:p1', own)).statusCode).toBe(200);
    const shown = ['board', 'log', 'talk', 'bag:p1'].map((view) => JSON.stringify(game.view(view)));
    expect(shown.join()).not.toContain('xyzzyfox');
  });

  it('is in no line of the log, and survives a restart', async () => {
    await types('!note xyzzyfox');
    const lines: string[] = [];
    for await (const line of gateway.catalog.export(game.id)) lines.push(line);
    expect(lines.join('\n')).not.toContain('xyzzyfox');
    const again = await givenGateway({ log: gateway.log });
    expect(again.catalog.get(game.id)!.view('notes:p1')).toMatchObject({
      notes: [{ n: 1, text: 'xyzzyfox' }],
    });
    await again.end();
  });

  it('is bounded in length and number, and holds no link and no invisible sign', async () => {
    expect((await types('!note')).code).toBe('needs-note');
    expect((await types('!note https://bad.example/x')).code).toBe('needs-note');
    expect((await types(`!note ${'x'.repeat(121)}`)).code).toBe('note-long');
    await types('!note a\u202eb www.bad.example/x c');
    expect((await notes()).notes.at(-1)?.text).toBe('a b c');
    for (let i = 0; i < 19; i += 1) await types(`!note ${i}th`);
    expect((await types('!note one more')).code).toBe('notes-full');
  });

  it('is the player’s alone to make', async () => {
    const viewer = { platform: 'local', user: 'u', name: 'U', channel: 'p1' };
    expect((await types('!note mine', viewer)).code).toBe('not-yours');
    const asked = await game.ask({ id: 'v', as: viewer, wish: { type: 'note', text: 'mine' } });
    expect(asked).toMatchObject({ ok: false, code: 'not-yours' });
  });

  it('comes to the page as it is made, and a line that is sent again makes no second one', async () => {
    const socket = await TestSocket.open(await gateway.listen());
    socket.hello(site, game.id, { views: ['notes:p1'] });
    await socket.next('snapshot');
    const note = { type: 'ask', id: 'same', as: { player: 'p1' }, wish: { type: 'note', text: 'once' } };
    socket.send(note);
    socket.send(note);
    await socket.next('change', ({ view }) => view === 'notes:p1');
    expect((await notes()).notes.map(({ text }) => text)).toEqual(['once']);
    socket.close();
  });
});
