/** Viewers' words for the dice, from a line of chat to the proof of the exported game. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openingHash, sha256Hex } from '../../adapters/log/contract.ts';
import { type VirtualClock, virtualClock } from '../host/clock.ts';
import { ENGINE } from '../host/engine.ts';
import { givenStarted, givenWish } from '../host/given.ts';
import type { HostedGame } from '../host/hosted-game.ts';
import { canonical } from '../protocol/canonical.ts';
import type { CommandLine } from '../store/line.ts';
import { verify } from '../store/verify.ts';
import { type GivenGateway, givenGateway, TestSocket } from './given.ts';

const HOUR = 3_600_000;
/** Of the event loop. */
const TURNS = 30;
const START = Date.UTC(2026, 10, 2, 18);

let clock: VirtualClock;
let gateway: GivenGateway;
beforeEach(async () => {
  clock = virtualClock(START);
  gateway = await givenGateway({ clock });
});
afterEach(async () => {
  expect(gateway.faults).toEqual([]);
  await gateway.end();
});

const marathon = (seed: string): Promise<HostedGame> =>
  givenStarted(gateway.catalog, { ...givenWish({ seed }), pace: 'marathon' });

/** What a viewer of Anna's chat types, and what is answered. */
async function types(game: HostedGame, text: string, user = 'mia', id = `${user} ${text}`) {
  const as = { platform: 'twitch', user, name: user, channel: 'p1' };
  const response = await gateway.app.inject({
    method: 'POST',
    url: `/api/games/${game.id}/commands?lang=en`,
    headers: { host: '127.0.0.1:4747', authorization: `Bearer ${gateway.admin}` },
    payload: { id, as, text },
  });
  return response.json() as { reply: { ru: string; en: string }; code?: string; message?: string };
}

async function coins(game: HostedGame, name: string): Promise<string> {
  const sides: string[] = [];
  for (let i = 0; i < 24; i += 1) {
    const as = { by: 'player', player: 'p1' } as const;
    const outcome = await game.host.submit({ id: `${name} ${i}`, as, command: { type: 'coin' } });
    if (!outcome.ok) throw new Error(outcome.code);
    for (const event of outcome.events) if (event.type === 'coinFlipped') sides.push(event.side);
  }
  return sides.join();
}

/** Lets the time come, and waits until the game has followed. */
async function comes(game: HostedGame, at: number, done: () => boolean): Promise<void> {
  for (let to = clock.now(); to < at; ) {
    to = Math.min(at, to + HOUR / 6);
    clock.jump(to);
    // What is due by then is decided and stored before the time goes on.
    for (let turn = 0; turn < TURNS; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  }
  await vi.waitUntil(
    () => {
      clock.jump(clock.now() + 1_001);
      return done();
    },
    { timeout: 20_000, interval: 2 },
  );
  expect(game.host.state.status).toBe('running');
}

/** When the words were closed, as the log has it. */
async function closedAt(game: HostedGame): Promise<number[]> {
  const found: number[] = [];
  for await (const { at, events } of gateway.store.lines(game.id, 1))
    if (events.some(({ type }) => type === 'luckClosed')) found.push(at);
  return found;
}

async function exported(game: HostedGame): Promise<string[]> {
  const end = await game.host.submit({ id: 'end', as: { by: 'admin' }, command: { type: 'cancel' } });
  expect(end.ok).toBe(true);
  await vi.waitUntil(async () => {
    const lines: string[] = [];
    for await (const line of gateway.catalog.export(game.id)) lines.push(line);
    return lines.at(-1)?.includes('"seeds"');
  });
  const lines: string[] = [];
  for await (const line of gateway.catalog.export(game.id)) lines.push(line.trimEnd());
  return lines;
}

const check = (lines: readonly string[]) => verify([`${lines.join('\n')}\n`], { engine: ENGINE });

/** The chain made anew over changed lines, as a forger would; without the end line. */
function rehashed(list: readonly string[]): string[] {
  const out = list.slice(0, 2);
  let prev = openingHash(out[0]!, out[1]!);
  for (const text of list.slice(2)) {
    const { hash: _, ...rest } = JSON.parse(text) as CommandLine;
    const hash = sha256Hex(canonical({ ...rest, prev }));
    out.push(canonical({ ...rest, prev, hash }));
    prev = hash;
  }
  return out;
}

describe('a word for the dice', { timeout: 60_000 }, () => {
  it('changes the draws of the next epoch, never those of the present one', async () => {
    const [luck, plain] = [await marathon('same'), await marathon('same')];
    await types(luck, '!luck Fox');
    await types(luck, '!удача лис', 'ivan');
    expect(await coins(luck, 'first')).toBe(await coins(plain, 'first'));
    const turned = () => luck.host.state.epoch?.n === 1 && plain.host.state.epoch?.n === 1;
    await comes(luck, START + 24 * HOUR, turned);
    expect(luck.host.state.epoch?.luck).toMatch(/^[0-9a-f]{64}$/);
    expect(plain.host.state.epoch?.luck).toBeUndefined();
    expect(await coins(luck, 'second')).not.toBe(await coins(plain, 'second'));
  });

  it('closes at its published time, as one batch of the log; later ones are for the epoch after the next', async () => {
    const game = await marathon('batch');
    const { reply } = await types(game, '!luck fox');
    expect(reply.en).toBe("1 word in the next day's dice so far, 24 h until they close.");
    expect(reply.ru).toContain('1 слово');
    // The same person again has one word still, and asking counts for nothing.
    await types(game, '!luck owl', 'mia', 'again');
    expect((await types(game, '!удача', 'ivan')).reply.ru).toContain('1 слово');
    const closes = START + 24 * HOUR - 600_000;
    await comes(game, closes - HOUR, () => true);
    expect(game.host.state.luck).toBeUndefined();
    await comes(game, closes, () => game.host.state.luck !== undefined);
    expect(game.host.state.luck?.words).toBe(1);
    expect(await closedAt(game)).toEqual([closes]);
    const before = game.host.state.luck?.root;
    expect((await types(game, '!luck late', 'late')).reply.en).toContain('1 word');
    await comes(game, START + 24 * HOUR, () => game.host.state.epoch?.n === 1);
    expect(game.host.state.epoch?.luck).toBe(before);
    await comes(game, START + 48 * HOUR, () => game.host.state.epoch?.n === 2);
    expect(game.host.state.epoch?.luck).toMatch(/^[0-9a-f]{64}$/);
    expect(game.host.state.epoch?.luck).not.toBe(before);
  });

  it('closes at its published time also when the first of them comes last thing, and nothing else happens', async () => {
    const game = await marathon('quiet last');
    const closes = START + 24 * HOUR - 600_000;
    await comes(game, closes - HOUR / 6, () => true);
    await types(game, '!luck fox');
    await comes(game, closes, () => game.host.state.luck !== undefined);
    expect(await closedAt(game)).toEqual([closes]);
    await comes(game, START + 24 * HOUR, () => game.host.state.epoch?.n === 1);
    expect(game.host.state.epoch?.luck).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is proved by the exported game, and a changed batch is found', async () => {
    const game = await marathon('proved');
    await types(game, '!luck fox');
    await comes(game, START + 24 * HOUR, () => game.host.state.epoch?.n === 1);
    await coins(game, 'after');
    const lines = await exported(game);
    const report = await check(lines);
    expect(report).toMatchObject({ ok: true, ended: 'cancelled' });
    if (report.ok) expect(report.checked.draws).toBeGreaterThanOrEqual(24);
    const at = lines.findIndex((line) => line.includes('"luckClosed"'));
    const stored = JSON.parse(lines[at]!) as CommandLine;
    const root = 'ab'.repeat(32);
    const forged = JSON.parse(
      JSON.stringify(stored).replaceAll(/"root":"[0-9a-f]{64}"/g, `"root":"${root}"`),
    );
    const changed = rehashed(lines.with(at, canonical(forged)));
    const found = await check(changed);
    expect(found).toMatchObject({ ok: false });
    if (!found.ok) expect(found.reason).toContain('the seeds give');
  });

  it('has a receipt like a ballot, and is in no line of the log itself', async () => {
    const game = await marathon('quiet');
    await types(game, '!luck правдивое_слово');
    await types(game, '!luck other', 'ivan');
    await comes(game, START + 24 * HOUR - 600_000, () => game.host.state.luck !== undefined);
    const { reply } = await types(game, '!receipt', 'mia', 'r1');
    expect(reply.en).toContain('is counted');
    expect((await exported(game)).join('\n')).not.toContain('правдивое');
  });

  it('comes in batches of a player process, for its own chat alone, and survives a restart of the host', async () => {
    const game = await marathon('wire');
    const token = await gateway.tokens.sign({ role: 'player', game: game.id, player: 'p1' });
    const socket = await TestSocket.open(await gateway.listen());
    socket.hello(token, game.id);
    await socket.next('welcome');
    const list = [{ voter: 'twitch:1', word: 'fox', sentAt: 1 }];
    socket.send({ type: 'ask', id: 'l1', as: { player: 'p1' }, wish: { type: 'luck', list } });
    const told = await socket.next('told');
    expect(told.says).toMatchObject({ is: 'luck', words: 1, closes: START + 24 * HOUR - 600_000 });
    socket.send({ type: 'ask', id: 'l2', as: { player: 'p2' }, wish: { type: 'luck', list } });
    expect(await socket.next('refused', ({ id }) => id === 'l2')).toMatchObject({ code: 'forbidden' });
    socket.close();
    expect(await gateway.log.loadBallots(game.id, 'luck-1')).not.toBeNull();
    const again = await givenGateway({ clock, log: gateway.log });
    const asked = await again.catalog
      .get(game.id)!
      .ask({ id: 'q', as: { player: 'p1' }, wish: { type: 'luck', list: [] } });
    expect(asked).toMatchObject({ ok: true, says: { words: 1 } });
    await again.end();
  });

  it('is refused in an evening, whose dice have one epoch', async () => {
    const game = await givenStarted(gateway.catalog, givenWish({ seed: 'evening' }));
    const answer = await types(game, '!luck fox');
    expect(answer.code).toBe('no-luck');
    expect(answer.message).toContain('marathons');
  });
});
