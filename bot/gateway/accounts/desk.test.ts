import { afterAll, beforeAll, expect, it } from 'vitest';
import { type GivenCatalog, givenCatalog, givenContent, givenStarted, givenWish } from '../../host/given.ts';
import type { HostedGame } from '../../host/hosted-game.ts';
import type { AccountNews } from '../../protocol/accounts.ts';
import type { TalkView } from '../../protocol/views.ts';
import { runAct } from '../act.ts';
import { AccountDesk } from './desk.ts';

let given: GivenCatalog;
let game: HostedGame;
let desk: AccountDesk;

beforeAll(async () => {
  given = await givenCatalog();
  game = await givenStarted(given.catalog, givenWish({ seed: 'desk' }));
  desk = new AccountDesk({ accounts: given.accounts, game: (id) => given.catalog.get(id) });
});
afterAll(() => given.catalog.close());

const MIA = { platform: 'local', user: 'mia', name: 'Mia', channel: 'p1' };
const MIA_TOO = { platform: 'kick', user: '5', name: 'mia5', channel: 'p2' };
const said = (player: string) =>
  (game.view('talk') as TalkView).lines
    .filter((line) => line.player === player && line.from === 'MSIG')
    .map(({ text }) => text);

it('answers lines of a page there, and says there what the other side does later', async () => {
  const door = { texts: (await givenContent()).texts, talk: true, accounts: desk };
  await runAct(game, { id: '1', as: MIA, text: '!связать' }, door);
  const code = /код ([2-9A-Z]{4})/.exec(said('p1').at(-1) ?? '')?.[1] ?? '';
  const heard: AccountNews[] = [];
  const leave = desk.join('g/p2', (news) => heard.push(news));
  const ask = (id: string, wish: Parameters<AccountDesk['ask']>[1]['wish']) =>
    desk.ask(game, { id, as: MIA_TOO, wish, address: 'g/p2', chat: 'kick' });
  expect(await ask('2', { type: 'link', code })).toMatchObject({ ok: true, says: { is: 'linked' } });
  expect(said('p1').at(-1)).toMatch(/^Mia и mia5 \(Kick\)/);
  expect(heard).toEqual([]);
  leave();
});

it('tells the newest of the programs at an address, and the page when the last has left', async () => {
  const heard: string[] = [];
  const leaves = ['old', 'new'].map((name) =>
    desk.join('g/p2', ({ says }) => heard.push(`${name} ${says.is}`)),
  );
  const other = (user: string) => ({ platform: 'twitch', user, name: `T${user}`, channel: 'p1' });
  const link = async (user: string) => {
    const answer = await desk.ask(game, {
      id: `c${user}`,
      as: MIA_TOO,
      wish: { type: 'link' },
      address: 'g/p2',
    });
    if (!answer.ok || answer.says.is !== 'code') throw new Error(JSON.stringify(answer));
    const wish = { type: 'link' as const, code: answer.says.code };
    await desk.ask(game, { id: `l${user}`, as: other(user), wish, address: 'g/p1' });
  };
  await link('1');
  expect(heard).toEqual(['new linked']);
  for (const leave of leaves) leave();
  await link('2');
  expect(heard).toHaveLength(1);
  expect(said('p2').at(-1)).toMatch(/T2 \(Twitch\)/);
});

it('has no account for the referee', async () => {
  const answer = await desk.ask(game, { id: 'a', as: { admin: true }, wish: { type: 'link' }, address: 'x' });
  expect(answer).toMatchObject({ ok: false, code: 'forbidden' });
});
