import { describe, expect, it } from 'vitest';
import { memoryLog } from '../../../adapters/log/memory.ts';
import type { GameState } from '../../engine/state.ts';
import { MsigError } from '../../errors.ts';
import { givenCatalog, givenStarted, givenWish } from '../given.ts';
import { GameHost } from './game-host.ts';
import type { Journal } from './journal.ts';
import { REFUSALS_KEPT_MS } from './memory.ts';
import type { Line, Request } from './outcome.ts';

const roll = (player: string, id: string): Request => ({
  id,
  as: { by: 'player', player },
  command: { type: 'roll' },
});

/** A journal in memory that can be told to fail. */
function givenJournal(): Journal & { lines: Line[]; fail: Error | null; appends: number; state: GameState } {
  const journal = {
    lines: [] as Line[],
    fail: null as Error | null,
    appends: 0,
    state: null as unknown as GameState,
    async append(lines: readonly Line[], after: GameState) {
      journal.appends += 1;
      await new Promise((resolve) => setTimeout(resolve, 1));
      if (journal.fail) throw journal.fail;
      journal.lines.push(...lines);
      journal.state = after;
    },
    findId: async () => null,
    reload: async () => ({ state: journal.state, seq: journal.lines.length }),
    finish: async () => {},
  };
  return journal;
}

async function givenHost() {
  const { catalog } = await givenCatalog();
  const { host, rules } = await givenStarted(catalog);
  await catalog.close();
  const journal = givenJournal();
  journal.state = host.state;
  const time = { now: host.state.at };
  const chance = { draw: () => ({ int: (sides: number) => sides }) };
  const own = new GameHost({
    journal,
    state: host.state,
    seq: 0,
    clock: { now: () => time.now, after: () => () => {} },
    context: () => ({ rules, chance }),
    onFault: () => {},
  });
  return { host: own, journal, time };
}

/** Each append waits until its gate is opened, or fails with what it is told. */
function held(journal: ReturnType<typeof givenJournal>) {
  const gates: { open(): void; fail(error: Error): void }[] = [];
  journal.append = async (lines, after) => {
    await new Promise<void>((open, fail) => gates.push({ open, fail }));
    journal.lines.push(...lines);
    journal.state = after;
  };
  return { gates };
}

/** Enough for everything that waits for nothing from outside. */
async function turns(): Promise<void> {
  for (let i = 0; i < 3; i += 1) await new Promise((done) => setImmediate(done));
}

describe('the mailbox', () => {
  it('appends what waits as one batch, and acknowledges only then', async () => {
    const { host, journal } = await givenHost();
    const order: string[] = [];
    host.onCommit(({ lines }) => order.push(`commit ${lines.length}`));
    const all = ['p1', 'p2', 'p3'].map((player) =>
      host
        .submit(roll(player, 'a'))
        .then((outcome) => order.push(outcome.ok ? `ack ${outcome.seq}` : outcome.code)),
    );
    expect(journal.lines).toEqual([]);
    await Promise.all(all);
    expect(journal.appends).toBe(1);
    expect(order).toEqual(['commit 3', 'ack 1', 'ack 2', 'ack 3']);
    expect(host.seq).toBe(3);
  });

  it('does the same id of the same sender once, in one batch and later', async () => {
    const { host, journal } = await givenHost();
    const [first, twin] = await Promise.all([host.submit(roll('p1', 'a')), host.submit(roll('p1', 'a'))]);
    const later = await host.submit(roll('p1', 'a'));
    expect(first).toMatchObject({ ok: true, seq: 1 });
    expect(twin).toEqual(first);
    expect(later).toEqual(first);
    expect(journal.lines).toHaveLength(1);
    expect(await host.submit(roll('p2', 'a'))).toMatchObject({ ok: true, seq: 2 });
  });

  it('remembers a refusal for ten minutes, and stores none', async () => {
    const { host, journal, time } = await givenHost();
    await host.submit(roll('p1', 'a'));
    const refused = await host.submit(roll('p1', 'b'));
    expect(refused.ok).toBe(false);
    time.now += REFUSALS_KEPT_MS - 1;
    expect(await host.submit(roll('p1', 'b'))).toEqual(refused);
    time.now += 2;
    const again = await host.submit({ ...roll('p1', 'b'), command: { type: 'coin' } });
    expect(again).not.toEqual(refused);
    expect(journal.lines.every(({ events }) => events.length > 0)).toBe(true);
  });

  it('drops the speculative state when nothing could be stored', async () => {
    const { host, journal } = await givenHost();
    const before = host.state;
    journal.fail = new Error('no room');
    const [first, second] = await Promise.allSettled([
      host.submit(roll('p1', 'a')),
      host.submit(roll('p2', 'a')),
    ]);
    expect(first.status).toBe('rejected');
    expect(second.status).toBe('rejected');
    expect(host.state).toBe(before);
    expect(host.seq).toBe(0);
    journal.fail = null;
    expect(await host.submit(roll('p1', 'a'))).toMatchObject({ ok: true, seq: 1 });
  });

  it('reads the game again after a conflict and decides anew', async () => {
    const { host, journal } = await givenHost();
    const other = await givenHost();
    await other.host.submit(roll('p1', 'from another host'));
    const conflict = new MsigError('SEQUENCE_CONFLICT', { game: 'g', found: 1, expected: 0 });
    const append = journal.append.bind(journal);
    journal.append = async () => {
      journal.append = append;
      journal.lines.push(...other.journal.lines);
      Object.assign(journal, { state: other.host.state });
      throw conflict;
    };
    const outcome = await host.submit(roll('p1', 'mine'));
    expect(outcome).toMatchObject({ ok: false });
    expect(host.seq).toBe(1);
    expect(host.state.players.p1?.rolls).toBe(1);
  });

  it('decides on while a batch is being written, and acknowledges in order', async () => {
    const { host, journal } = await givenHost();
    const { gates } = held(journal);
    const acks: number[] = [];
    const send = (player: string) =>
      host.submit(roll(player, 'a')).then((outcome) => {
        acks.push(outcome.ok ? outcome.seq : 0);
        return outcome;
      });
    const first = send('p1');
    await turns();
    const others = [send('p2'), send('p1')];
    await turns();
    expect(gates).toHaveLength(2);
    // The later ones come down first: nothing may be said before what they stand on is stored.
    gates[1]?.open();
    await turns();
    expect(acks).toEqual([]);
    expect(host.seq).toBe(0);
    gates[0]?.open();
    await Promise.all(others);
    expect(acks).toEqual([1, 2, 1]);
    expect(await others[1]).toEqual(await first);
  });

  it('drops what was decided on a batch that got lost, and decides it anew', async () => {
    const { host, journal } = await givenHost();
    const { gates } = held(journal);
    const first = host.submit(roll('p1', 'a')).catch((error: Error) => error.message);
    await turns();
    const second = host.submit(roll('p2', 'a'));
    await turns();
    gates[0]?.fail(new Error('no room'));
    gates[1]?.fail(new MsigError('SEQUENCE_CONFLICT', { game: 'g', found: 0, expected: 1 }));
    await turns();
    gates[2]?.open();
    expect(await first).toBe('no room');
    expect(await second).toMatchObject({ ok: true, seq: 1 });
    expect(journal.lines.map(({ as, seq }) => [as, seq])).toEqual([[{ by: 'player', player: 'p2' }, 1]]);
    expect(host.state.players.p1?.rolls).toBe(0);
    expect(host.state.players.p2?.rolls).toBe(1);
  });

  it('stamps time that never runs backwards', async () => {
    const { host, journal, time } = await givenHost();
    await host.submit(roll('p1', 'a'));
    time.now -= 60_000;
    await host.submit(roll('p2', 'b'));
    const [first, second] = journal.lines;
    expect(second!.at).toBeGreaterThanOrEqual(first!.at);
  });

  it('survives a fault of the engine and goes on', async () => {
    const { host } = await givenHost();
    const broken = { id: 'x', as: { by: 'player', player: 'p1' }, command: { type: 'use', item: null } };
    const outcome = await host.submit(broken as unknown as Request);
    expect(outcome.ok).toBe(false);
    expect(await host.submit(roll('p1', 'a'))).toMatchObject({ ok: true });
  });
});

describe('after a restart', () => {
  it('the same id still acts once, from the log', async () => {
    const log = memoryLog();
    const before = await givenCatalog({ log });
    const game = await givenStarted(before.catalog);
    const first = await game.host.submit(roll('p1', 'a'));
    expect(first.ok).toBe(true);
    await before.catalog.close();
    const after = await givenCatalog({ log });
    const again = after.catalog.get(game.id)!;
    expect(again.host.seq).toBe(game.host.seq);
    expect(again.host.state).toEqual(game.host.state);
    expect(await again.host.submit(roll('p1', 'a'))).toEqual(first);
    expect(await again.host.recall({ by: 'player', player: 'p1' }, 'a')).toEqual(first);
    await after.catalog.close();
  });

  it('a class that does not exist leaves no half-made game', async () => {
    const { catalog } = await givenCatalog();
    const wish = givenWish();
    const seats = wish.seats.map((seat, n) => (n === 2 ? { ...seat, classId: 'pirate' } : seat));
    await expect(catalog.create({ ...wish, seats })).rejects.toMatchObject({
      refusal: { code: 'unknown-class' },
    });
    expect(catalog.list()).toEqual([]);
    await catalog.close();
  });
});
