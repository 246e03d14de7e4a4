import { describe, expect, it } from 'vitest';
import { memoryLog } from '../../adapters/log/memory.ts';
import { verify } from '../store/verify.ts';
import { ENGINE, overOf } from './engine.ts';
import { givenCatalog, givenContent, givenStarted, givenWish } from './given.ts';
import { pseudonyms } from './identity.ts';
import { simulate } from './simulate.ts';

async function until(what: () => boolean, ms = 20_000): Promise<void> {
  const end = Date.now() + ms;
  while (!what()) {
    if (Date.now() > end) throw new Error(`not within ${ms} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe('a game of bots without waiting', () => {
  it('ends with a winner, closes its log, and verifies', async () => {
    const { catalog, store, troubles } = await givenCatalog({ fast: true });
    const game = await givenStarted(catalog, givenWish({ people: 0, seed: null }));
    await until(() => overOf(game.host.state) !== null);
    await catalog.close();
    const report = await verify(store.export(game.id), { engine: ENGINE });
    expect(report).toMatchObject({ ok: true, ended: 'finished', ranked: true });
    expect(game.host.state.winner).not.toBeNull();
    expect(troubles).toEqual([]);
  });

  it('goes on where it was after a restart', async () => {
    const log = memoryLog();
    const before = await givenCatalog({ log, fast: true });
    const game = await givenStarted(before.catalog, givenWish({ people: 0 }));
    await until(() => game.host.seq > 30);
    await before.catalog.close();
    expect(overOf(game.host.state)).toBeNull();
    const after = await givenCatalog({ log, fast: true });
    const again = after.catalog.get(game.id)!;
    await until(() => overOf(again.host.state) !== null);
    await after.catalog.close();
    expect(await verify(after.store.export(game.id), { engine: ENGINE })).toMatchObject({ ok: true });
  });
});

describe('export and import', () => {
  it('brings a finished game to another host, and only once', async () => {
    const here = await givenCatalog({ fast: true });
    const game = await givenStarted(here.catalog, givenWish({ people: 0 }));
    await until(() => overOf(game.host.state) !== null);
    await here.catalog.close();
    let text = '';
    for await (const line of here.store.export(game.id)) text += line;
    const there = await givenCatalog();
    const taken = await there.catalog.take(text);
    expect(taken.host.state).toEqual(game.host.state);
    await expect(there.catalog.take(text)).rejects.toMatchObject({ code: 'LOG_GAME_EXISTS' });
    await expect(there.catalog.take(text.replace('"roll"', '"coin"'))).rejects.toMatchObject({
      report: { ok: false },
    });
    await there.catalog.close();
  });
});

describe('pseudonyms', () => {
  it('are the same for a person in a game, others in another game and under another secret', () => {
    const ours = pseudonyms('secret');
    const vera = ours('g1', 'twitch', '42');
    expect(vera).toMatch(/^v_[\w-]{20}$/);
    expect(ours('g1', 'twitch', '42')).toBe(vera);
    expect(ours('g2', 'twitch', '42')).not.toBe(vera);
    expect(ours('g1', 'local', '42')).not.toBe(vera);
    expect(pseudonyms('other')('g1', 'twitch', '42')).not.toBe(vera);
  });
});

describe('simulate', () => {
  it('ends every game, refuses nothing, and says the same twice', async () => {
    const { rules } = await givenContent();
    const options = {
      games: 12,
      size: 'S',
      pace: 'session',
      players: 4,
      crowd: 12,
      seed: 't',
      rules,
    } as const;
    const report = simulate(options);
    expect(report).toMatchObject({ games: 12, ended: 12, refusals: 0 });
    expect(Object.values(report.winners).reduce((sum, wins) => sum + wins, 0)).toBe(12);
    expect(simulate(options)).toEqual(report);
    expect(simulate({ ...options, seed: 'u' })).not.toEqual(report);
  });
});
