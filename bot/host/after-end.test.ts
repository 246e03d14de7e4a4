/** Payments after the end of a game: none is lost, none is owed for ever, and the closed log stays as it is. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { entriesOf, sumsOf } from '../ledger/entries.ts';
import type { BagView } from '../protocol/views.ts';
import type { Speaker } from '../protocol/wire.ts';
import { type GivenCatalog, givenCatalog, givenStarted } from './given.ts';
import type { HostedGame } from './hosted-game.ts';

const viewer: Speaker = { platform: 'twitch', user: 'mia', name: 'Mia', channel: 'p1' };
const wish = (redemption: string) => ({ type: 'redeem', redemption, reward: 'hot_soup' }) as const;
const settled = (redemption: string, code = 'ok') => ({ type: 'settled', redemption, code }) as const;

let rig: GivenCatalog;
let game: HostedGame;
const pays = (redemption: string) =>
  game.act({ id: `redeem:${redemption}`, as: viewer, command: wish(redemption) });
const settles = (redemption: string) =>
  game.act({ id: `settled:${redemption}`, as: { player: 'p1' }, command: settled(redemption) });
const owed = () => (game.view('bag:p1') as BagView).unsettled;
const ledger = async (of = game) => {
  const lines: string[] = [];
  for await (const line of rig.catalog.export(game.id)) lines.push(line);
  return entriesOf(game.id, [...lines, ...of.beside.afterEnd.lines().map((line) => JSON.stringify(line))]);
};

beforeEach(async () => {
  rig = await givenCatalog();
  game = await givenStarted(rig.catalog);
  await pays('twitch:before');
  await game.host.submit({ id: 'end', as: { by: 'admin' }, command: { type: 'cancel' } });
  await vi.waitUntil(async () => (await rig.log.opening(game.id)).end !== null);
});

describe('a payment after the end', () => {
  it('is returned, told as owed to the platform, and settled once', async () => {
    const paid = await pays('twitch:late');
    expect(paid).toMatchObject({
      ok: true,
      events: [{ type: 'redeemed', outcome: 'returned', why: 'after-end', redemption: 'twitch:late' }],
    });
    expect(await pays('twitch:late')).toEqual(paid);
    expect(owed()).toContainEqual({ redemption: 'twitch:late', outcome: 'returned' });
    expect((await settles('twitch:late')).ok).toBe(true);
    expect(owed().map(({ redemption }) => redemption)).toEqual(['twitch:before']);
  });

  it('stands in the ledger as what it is, beside a log that nobody has touched', async () => {
    const seq = game.host.seq;
    await pays('twitch:late');
    await settles('twitch:late');
    const entries = await ledger();
    expect(
      entries.map(({ redemption, outcome, why, settled: end }) => [redemption, outcome, why, end?.code]),
    ).toEqual([
      ['before', 'applied', 'applied', undefined],
      ['late', 'returned', 'after-end', 'ok'],
    ]);
    expect(game.host.seq).toBe(seq);
    expect(rig.troubles).toEqual([]);
  });

  it('does not make what was owed at the end be owed for ever', async () => {
    expect(sumsOf(await ledger(), Date.now())).toMatchObject({ owed: 1, settled: 0 });
    expect((await settles('twitch:before')).ok).toBe(true);
    expect(owed()).toEqual([]);
    expect(sumsOf(await ledger(), Date.now())).toMatchObject({ owed: 0, settled: 1 });
    expect(await settles('twitch:nobody')).toMatchObject({ ok: false, code: 'no-redemption' });
  });

  it('is the player’s in whose chat it was paid: no other settles it, or takes it over', async () => {
    await pays('twitch:late');
    const foreign = { player: 'p2' };
    for (const redemption of ['twitch:late', 'twitch:before']) {
      const settling = { id: `foreign ${redemption}`, as: foreign, command: settled(redemption) };
      expect(await game.act(settling)).toEqual({ ok: false, code: 'no-redemption', args: { redemption } });
      const as = { ...viewer, channel: 'p2' };
      const taking = { id: `taken ${redemption}`, as, command: wish(redemption) };
      expect(await game.act(taking)).toEqual({ ok: false, code: 'redeemed-already', args: { redemption } });
    }
    expect(owed().map(({ redemption }) => redemption)).toEqual(['twitch:before', 'twitch:late']);
    expect((await settles('twitch:late')).ok).toBe(true);
    const again = { id: 'late', as: foreign, command: settled('twitch:late') };
    expect(await game.act(again)).toMatchObject({ ok: false, code: 'no-redemption' });
  });

  it('that the log has taken is answered as then', async () => {
    expect(await pays('twitch:before')).toMatchObject({
      ok: true,
      events: expect.arrayContaining([expect.objectContaining({ type: 'redeemed', outcome: 'applied' })]),
    });
    expect((await ledger()).length).toBe(1);
  });

  it('is remembered over a restart', async () => {
    await pays('twitch:late');
    const again = await givenCatalog({ log: rig.log });
    game = again.catalog.get(game.id)!;
    expect(owed().map(({ redemption }) => redemption)).toEqual(['twitch:before', 'twitch:late']);
    expect(await pays('twitch:late')).toMatchObject({ ok: true });
    expect(game.beside.afterEnd.lines().length).toBe(1);
  });

  it('is no other command: the game stays over for those', async () => {
    const roll = await game.act({ id: 'r', as: { player: 'p1' }, command: { type: 'roll' } });
    expect(roll).toMatchObject({ ok: false, code: 'not-running' });
  });
});
