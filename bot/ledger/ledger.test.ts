import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LogDriver } from '../../adapters/log/contract.ts';
import { jsonLog } from '../../adapters/log/json/json.ts';
import { sqliteLog } from '../../adapters/log/sqlite/sqlite.ts';
import { listen } from '../cli/start/listen.ts';
import { composeHost } from '../compose.ts';
import { readSettings } from '../settings.ts';
import { entriesOf, PATIENCE_MS, sumsOf } from './entries.ts';
import { ledgerJson, printedLedger } from './print.ts';
import { readLedger } from './read.ts';
import { openSource } from './source.ts';

const AT = Date.UTC(2026, 10, 2, 18, 4, 5);
const redeemed = (redemption: string, more = {}) => {
  const wish = { type: 'redeemed', player: 'p1', viewer: 'v_rich', redemption, reward: 'hot_soup' };
  return { ...wish, outcome: 'applied', why: 'applied', ...more };
};
const settled = (redemption: string, code: string) => ({ type: 'settled', player: 'p1', redemption, code });
const line = (seq: number, ...events: readonly object[]) =>
  JSON.stringify({
    as: { by: 'system' },
    at: AT + seq * 1000,
    command: {},
    events,
    hash: 'h',
    id: `${seq}`,
    prev: 'p',
    seq,
  });

const LINES = [
  line(1, redeemed('kick:A'), { type: 'goldChanged' }),
  line(2, redeemed('twitch:B', { outcome: 'returned', why: 'not-running', viewer: 'v_other' })),
  line(3, settled('kick:A', 'ok')),
  line(4, redeemed('kick:C')),
  line(5, settled('twitch:B', 'http_403')),
  line(6, settled('kick:unknown', 'ok')),
];

const telling = (lang: 'ru' | 'en', now: number) => ({
  lang,
  now,
  rewardName: (id: string) => (id === 'hot_soup' ? { ru: 'Горячий суп', en: 'Hot Soup' }[lang] : id),
});

describe('the ledger', () => {
  it('has each redemption of a log with its end', async () => {
    const header = '{"format":1}';
    const entries = await entriesOf('g', [
      header,
      '{"rewards":{"redeemed":1}}',
      ...LINES,
      '{"end":"finished"}',
    ]);
    expect(
      entries.map(({ platform, redemption, outcome, why, settled: end }) => [
        platform,
        redemption,
        outcome,
        why,
        end,
      ]),
    ).toEqual([
      ['kick', 'A', 'applied', 'applied', { at: AT + 3000, code: 'ok', took: true }],
      ['twitch', 'B', 'returned', 'not-running', { at: AT + 5000, code: 'http_403', took: false }],
      ['kick', 'C', 'applied', 'applied', null],
    ]);
    expect(entries[0]).toMatchObject({ game: 'g', seq: 1, at: AT + 1000, player: 'p1', viewer: 'v_rich' });
  });

  it('takes gifts for settled: there is nothing to give back', async () => {
    const gift = 'youtube:gift:1';
    const entries = await entriesOf('g', [line(1, redeemed(gift)), line(2, settled(gift, 'gift'))]);
    expect(sumsOf(entries, AT + PATIENCE_MS * 2)).toMatchObject({ settled: 1, refused: 0, owed: 0 });
    const account = { game: 'g', entries, names: new Map<string, string>() };
    expect(printedLedger([account], telling('en', AT))).toContain('applied; a gift stays with the channel');
  });

  it('counts what is owed, and for how long', async () => {
    const entries = await entriesOf('g', LINES);
    const fresh = { total: 3, applied: 2, returned: 1, settled: 1, refused: 1, held: 0, owed: 1, overdue: 0 };
    expect(sumsOf(entries, AT + 4000 + PATIENCE_MS)).toEqual(fresh);
    expect(sumsOf(entries, AT + 4001 + PATIENCE_MS)).toEqual({ ...fresh, overdue: 1 });
  });

  it('is told to people in both languages, with names where they are known', async () => {
    const names = new Map([
      ['v_rich', 'Вера'],
      ['p1', 'Anna'],
    ]);
    const accounts = [{ game: 'g', entries: await entriesOf('g', LINES), names }];
    const en = printedLedger(accounts, telling('en', AT + 4000));
    expect(en).toContain('Вера → Anna  Hot Soup: applied; the platform knows (ok)');
    expect(en).toContain(
      'v_other → Anna  Hot Soup: returned (the game was not running); the platform refused it (http_403)',
    );
    expect(en).toContain('applied; the platform is not told yet');
    expect(printedLedger(accounts, telling('en', AT + 4001 + PATIENCE_MS))).toContain(
      'was not told for over 10 min',
    );
    const ru = printedLedger(accounts, telling('ru', AT + 4000));
    expect(ru).toContain('Вера → Anna  Горячий суп: применено');
    expect(ru).toContain('  по наградам: Горячий суп 3\n');
    expect(ru).not.toContain('Все игры');
    const two = printedLedger([...accounts, { ...accounts[0]!, game: 'h' }], telling('ru', AT + 4000));
    expect(two).toMatch(/Все игры \(2\)\n {2}по наградам: Горячий суп 6\n {2}всего: 6; применено: 4/);
    expect(ru).toContain('возвращено (игра не шла); платформа не приняла (http_403)');
    expect(ru).toContain('всего: 3; применено: 2, возвращено: 1');
    expect(printedLedger([], telling('en', AT))).toBe('Nobody has redeemed a reward.\n');
    const json = JSON.parse(ledgerJson(accounts, AT + 4001 + PATIENCE_MS)) as {
      ok: boolean;
      entries: object[];
    };
    expect(json).toMatchObject({ ok: false, sums: { owed: 1, overdue: 1 } });
    expect(json.entries.map((one) => (one as { name: string | null }).name)).toEqual(['Вера', null, 'Вера']);
  });
});

let data: string;
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'msig-ledger-'));
});
afterEach(() => rm(data, { recursive: true, force: true }));

const places = (more = {}) => ({
  data,
  log: 'sqlite' as const,
  host: '127.0.0.1',
  port: 0,
  gateway: null,
  ...more,
});

/** Two games; nobody has paid in the second. */
async function filled(driver: LogDriver): Promise<void> {
  await driver.open();
  for (const game of ['g1', 'g2']) await driver.createGame({ game, header: '{}', rules: '{}' });
  const entries = LINES.map((text, at) => {
    const { id, events, at: when } = JSON.parse(text) as { id: string; events: object[]; at: number };
    const head = `{"as":{"by":"system"},"at":${when},"command":{},"events":${JSON.stringify(events)},`;
    return { by: 'system', id: `${at}-${id}`, head, tail: `"id":"${id}",` };
  });
  await driver.append('g1', 0, entries);
  await driver.putName('g1', 'v_rich', { name: 'Вера', platform: 'kick', user: '300' });
  await driver.close();
}

describe('the logs of the ledger', () => {
  it.each(['sqlite', 'json'] as const)('are read from the data folder (%s)', async (log) => {
    await filled(
      log === 'json'
        ? jsonLog({ folder: join(data, 'games') })
        : sqliteLog({ path: join(data, 'msig.sqlite') }),
    );
    const source = await openSource(places({ log }));
    try {
      const accounts = await readLedger(source, null, data);
      expect(accounts.map(({ game, entries }) => [game, entries.length])).toEqual([['g1', 3]]);
      expect(accounts[0]?.names.get('v_rich')).toBe('Вера');
      expect(await readLedger(source, 'g2', data)).toMatchObject([{ game: 'g2', entries: [] }]);
      await expect(readLedger(source, 'g3', data)).rejects.toMatchObject({
        message: `There is no game g3 in ${data}. There are: g1, g2.`,
      });
    } finally {
      await source.close();
    }
  });

  it('are empty where no game was ever played, and no file is made', async () => {
    const source = await openSource(places());
    expect(await readLedger(source, null, data)).toEqual([]);
    await expect(readLedger(source, 'g1', data)).rejects.toMatchObject({ code: 'NO_GAMES' });
    await expect(openSource(places({ log: 'memory' }))).rejects.toMatchObject({
      code: 'GATEWAY_UNREACHABLE',
    });
  });

  it('are read through the host that runs, which alone may open them', async () => {
    const env = { MSIG_DATA: data, MSIG_LOG_LEVEL: 'fatal', MSIG_PORT: '0' };
    const settings = readSettings({ env });
    const parts = await composeHost(settings);
    try {
      const url = await listen(parts.gateway.app, settings);
      await writeFile(join(data, 'admin.token'), `${await parts.tokens.sign({ role: 'admin' })}\n`);
      const seats = [{ name: 'Anna', lang: 'en', kind: 'person' } as const];
      const game = await parts.catalog.create({ size: 'S', pace: 'session', lang: 'en', seats });
      game.names.put('v_rich', { name: 'Вера', platform: 'kick', user: '300' });
      const as = { by: 'viewer', viewer: 'v_rich', player: 'p1' } as const;
      const wish = { type: 'redeem', redemption: 'kick:A', reward: 'hot_soup' } as const;
      await game.host.submit({ id: 'redeem:kick:A', as, command: wish });
      const port = Number(new URL(url).port);
      const source = await openSource(places({ port }));
      const [account] = await readLedger(source, game.id, data);
      expect(account?.entries).toMatchObject([
        { redemption: 'A', outcome: 'returned', why: 'not-running', settled: null },
      ]);
      expect(account?.names.get('p1')).toBe('Anna');
      expect(account?.names.get('v_rich')).toBe('Вера');
      await expect(openSource(places())).rejects.toMatchObject({ code: 'LEDGER_HELD' });
      await writeFile(join(data, 'admin.token'), 'no token\n');
      await expect(openSource(places({ gateway: url }))).rejects.toMatchObject({ code: 'BAD_TOKEN' });
    } finally {
      await parts.close();
    }
  });
});

describe('a wish that is held', () => {
  const held = (redemption: string) => {
    const wish = { player: 'p1', viewer: 'v_rich', redemption, reward: 'dare' };
    return { type: 'wishHeld', ...wish, until: AT };
  };

  it('is listed, owed to nobody, and keeps its place when it ends', async () => {
    const lines = [line(1, held('twitch:H')), line(2, redeemed('kick:A'))];
    const entries = await entriesOf('g', lines);
    expect(entries.map(({ redemption, outcome }) => [redemption, outcome])).toEqual([
      ['H', 'held'],
      ['A', 'applied'],
    ]);
    const late = AT + PATIENCE_MS * 9;
    expect(sumsOf(entries, late)).toMatchObject({ total: 2, held: 1, owed: 1, overdue: 1 });
    const account = { game: 'g', entries, names: new Map<string, string>() };
    expect(printedLedger([account], telling('en', late))).toContain('dare: waits for its turn in the game\n');
    expect(printedLedger([account], telling('ru', late))).toContain('dare: ждёт своей очереди в игре\n');
    const ended = await entriesOf('g', [
      ...lines,
      line(3, redeemed('twitch:H', { outcome: 'returned', why: 'ended' })),
    ]);
    expect(ended.map(({ redemption, outcome }) => [redemption, outcome])).toEqual([
      ['H', 'returned'],
      ['A', 'applied'],
    ]);
    expect(sumsOf(ended, AT)).toMatchObject({ held: 0, owed: 2 });
  });
});

describe('the book of payments after the end', () => {
  it('is read from the data folder after the log', async () => {
    await filled(sqliteLog({ path: join(data, 'msig.sqlite') }));
    const driver = sqliteLog({ path: join(data, 'msig.sqlite') });
    await driver.open();
    const events = [redeemed('kick:Z', { outcome: 'returned', why: 'after-end' })];
    await driver.setMeta('after:g1', JSON.stringify([{ seq: 9, at: AT, events }]));
    await driver.close();
    const source = await openSource(places());
    try {
      const [account] = await readLedger(source, 'g1', data);
      expect(account?.entries.at(-1)).toMatchObject({ redemption: 'Z', why: 'after-end', settled: null });
      expect(printedLedger([account!], telling('ru', AT))).toContain('возвращено (игра уже окончена)');
    } finally {
      await source.close();
    }
  });
});
