/** The season's table: over all finished games of a host, for everybody. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { GameState } from '../engine/state.ts';
import { givenStarted, givenWish } from '../host/given.ts';
import type { HostedGame } from '../host/hosted-game.ts';
import { NOBODY_LINKED, type Persons } from '../host/persons.ts';
import { seasonOf } from '../host/season.ts';
import { type GivenGateway, givenGateway } from './given.ts';

interface Told {
  readonly id: string;
  /** By place, the winner first. */
  readonly names: readonly string[];
  readonly bots?: readonly string[];
  readonly over?: Partial<GameState>;
}

/** A game that is over, as the table sees it. */
function played({ id, names, bots = [], over = {} }: Told): HostedGame {
  const order = names.map((_, i) => `p${i + 1}`);
  const state = {
    ...{ status: 'finished', ranked: true, winner: 'p1', order, places: order },
    points: Object.fromEntries(order.map((player, i) => [player, [12, 8, 6, 4][i] ?? 0])),
    players: Object.fromEntries(
      order.map((player, i) => [
        player,
        { kind: bots.includes(names[i] ?? '') ? 'bot' : 'person', stats: { trialsPassed: i } },
      ]),
    ),
    ...over,
  };
  const of = (player: string) => names[Number(player.slice(1)) - 1];
  return { id, host: { state }, names: { of } } as unknown as HostedGame;
}
const table = (games: readonly HostedGame[], persons: Persons = NOBODY_LINKED, practice = false) => {
  const season = seasonOf({ games, persons, practice });
  return [season.games, ...season.rows.map(({ place, who, wins, points }) => [place, who, wins, points])];
};

describe('the table of a season', () => {
  it('adds up points of the same people, whatever their seats and the case of their names', () => {
    const first = played({ id: 'a', names: ['Anna', 'Boris', 'Vera'] });
    const second = played({ id: 'b', names: ['BORIS', 'Anna'] });
    expect(table([first, second])).toEqual([2, [1, 'Anna', 1, 20], [2, 'BORIS', 1, 20], [3, 'Vera', 0, 6]]);
  });

  it('counts finished ranked games; practice ones when asked, cancelled ones never', () => {
    const practice = played({ id: 'b', names: ['Anna'], over: { ranked: false } });
    const off = played({ id: 'c', names: ['Anna'], over: { status: 'cancelled' } });
    const games = [played({ id: 'a', names: ['Anna'] }), practice, off];
    expect(table(games)).toEqual([1, [1, 'Anna', 1, 12]]);
    expect(table(games, NOBODY_LINKED, true)).toEqual([2, [1, 'Anna', 2, 24]]);
  });

  it('has no row for a practice bot, whose place stays taken', () => {
    const game = played({ id: 'a', names: ['Robot', 'Anna'], bots: ['Robot'] });
    expect(table([game])).toEqual([1, [1, 'Anna', 0, 8]]);
  });

  it('knows a linked person under another name', () => {
    const one = [{ identity: 'twitch:7', name: 'anna' }];
    const persons: Persons = { ...NOBODY_LINKED, of: (identity) => (/p1$/.test(identity) ? one : null) };
    const games = [played({ id: 'a', names: ['Anna'] }), played({ id: 'b', names: ['Anna in 3D'] })];
    expect(table(games, persons)).toEqual([2, [1, 'Anna in 3D', 2, 24]]);
  });
});

describe('over HTTP', () => {
  let gateway: GivenGateway;
  beforeAll(async () => {
    gateway = await givenGateway({ fast: true, names: [] });
  });
  afterAll(() => gateway.end());
  const headers = { host: '127.0.0.1:4747' };

  it('is there for everybody, without a token, and shown as a page', async () => {
    const game = await givenStarted(gateway.catalog, givenWish({ people: 0, seed: 'season' }));
    await vi.waitUntil(() => game.host.state.status === 'finished', { timeout: 30_000, interval: 20 });
    const get = async (url: string) => (await gateway.app.inject({ url, headers })).json();
    expect(await get('/api/seasons/table')).toEqual({ games: 0, rows: [] });
    expect(await get('/api/seasons/table?practice=true')).toEqual({ games: 1, rows: [] });
    const html = { ...headers, accept: 'text/html', 'accept-language': 'ru' };
    const page = await gateway.app.inject({ url: '/season', headers: html });
    expect(page.body).toContain('Сезон ещё не начался');
  });
});
