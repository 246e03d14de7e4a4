import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rest, SimulatedClock } from './clock.suite.ts';
import { Plan } from './plan.ts';
import { COSTS, nextPacificMidnight, pacificDay, QuotaBook } from './quota.ts';
import { CHAT, rigged, studio } from './rig.suite.ts';

const HOUR = 3_600_000;
const at = (text: string) => Date.parse(text);

describe('the day', () => {
  it.each([
    ['summer', '2026-07-01T12:00:00Z', '2026-07-02T07:00:00Z'],
    ['winter', '2026-12-01T12:00:00Z', '2026-12-02T08:00:00Z'],
    ['just before midnight', '2026-12-02T07:59:59Z', '2026-12-02T08:00:00Z'],
    ['a day of 25 hours', '2026-11-01T08:00:00Z', '2026-11-02T08:00:00Z'],
    ['a day of 23 hours', '2026-03-08T08:30:00Z', '2026-03-09T07:00:00Z'],
  ])('ends at midnight in California: %s', (_, now, midnight) => {
    expect(nextPacificMidnight(at(now))).toBe(at(midnight));
    expect(pacificDay(at(midnight))).not.toBe(pacificDay(at(midnight) - 1));
  });
});

describe('the book', () => {
  it('counts by kind, refuses what the day cannot pay, and begins anew', () => {
    const clock = new SimulatedClock(at('2026-11-02T15:00:00Z'));
    const book = new QuotaBook(clock, { units: 100 });
    expect([book.charge('write'), book.charge('read'), book.charge('write')]).toEqual([true, true, false]);
    expect(book.use()).toMatchObject({ used: 55, left: 45, by: { write: 50, read: 5 } });
    book.refund('write');
    expect(book.use().left).toBe(95);
    book.refuse();
    expect(book.use()).toMatchObject({ left: 0, refused: true });
    void clock.run(at('2026-11-03T08:00:00Z'), async () => {});
  });

  it('goes on after a restart on the same day, and not on the next', async () => {
    const clock = new SimulatedClock(at('2026-11-02T15:00:00Z'));
    const first = new QuotaBook(clock);
    first.charge('write');
    const kept = first.kept();
    const second = new QuotaBook(clock);
    second.restore(kept);
    expect(second.use().used).toBe(50);
    await clock.run(at('2026-11-03T08:00:01Z'), async () => {});
    expect(second.use().used).toBe(0);
    const third = new QuotaBook(clock);
    third.restore(kept);
    expect(third.use().used).toBe(0);
  });
});

describe('the plan', () => {
  it('never overdraws the day, whatever is asked for and for how long', async () => {
    const asks = fc.array(fc.tuple(fc.constantFrom('read', 'write'), fc.integer({ min: 0, max: 600_000 })), {
      maxLength: 400,
    });
    await fc.assert(
      fc.asyncProperty(asks, fc.integer({ min: 1_000, max: 10_000 }), async (list, units) => {
        const clock = new SimulatedClock(at('2026-11-02T15:00:00Z'));
        const book = new QuotaBook(clock, { units });
        const plan = new Plan(book, clock, 12 * HOUR);
        plan.mode = 'poll';
        for (const [what, pause] of list) {
          const kind = what === 'read' ? 'read' : 'write';
          const wait = kind === 'read' ? plan.readWaitMs('read') : plan.writeWaitMs();
          if (wait > 0) await clock.run(clock.now() + pause, async () => {});
          if ((kind === 'read' ? plan.readWaitMs('read') : plan.writeWaitMs()) > 0) continue;
          // What the plan allows the book can always pay.
          expect(book.charge(kind)).toBe(true);
          if (kind === 'read') plan.tookRead('read');
          else plan.tookWrite();
        }
        expect(book.use().used).toBeLessThanOrEqual(units);
      }),
      { numRuns: 60 },
    );
  });

  it('gives things up in the stated order, and gives them back with new units', async () => {
    const clock = new SimulatedClock(at('2026-11-02T15:00:00Z'));
    const book = new QuotaBook(clock, { units: 3_000 });
    const plan = new Plan(book, clock, 12 * HOUR);
    plan.mode = 'poll';
    // Somebody writes as much as he may, reads every 5 s, and others use the project as well.
    while (plan.step !== 'spent') {
      await clock.run(clock.now() + 5_000, async () => {});
      if (plan.writeWaitMs() === 0 && book.charge('write')) plan.tookWrite();
      const wait = plan.readWaitMs('read');
      plan.pacing(wait, 5_000);
      if (wait === 0 && book.charge('read')) plan.tookRead('read');
      if (plan.step === 'quiet') book.charge('find');
    }
    expect(plan.changes.map(({ step }) => step)).toEqual(['gathered', 'stretched', 'quiet', 'spent']);
    expect(plan.readWaitMs('read')).toBe(Number.POSITIVE_INFINITY);
    expect(plan.writeWaitMs()).toBe(Number.POSITIVE_INFINITY);
    await clock.run(at('2026-11-03T09:00:00Z'), async () => {});
    plan.pacing(plan.readWaitMs('read'), 5_000);
    expect(plan.step).not.toBe('spent');
    expect(plan.readWaitMs('read')).toBe(0);
    expect(COSTS.read).toBe(5);
  });
});

it('stops reading when YouTube says that the day is used up, and at midnight goes on where it was', async () => {
  const clock = new SimulatedClock(at('2026-11-02T06:30:00Z'));
  const youtube = await studio(clock);
  const settled = () => rest(youtube.pending);
  const rig = await rigged({ youtube, clock, times: { startMs: 300 } });
  await settled();
  youtube.say(CHAT, { id: 'UCeve' }, 'до');
  await clock.run(clock.now() + 60_000, settled);
  youtube.useUp(20_000);
  youtube.cut();
  await clock.run(clock.now() + 60_000, settled);
  expect(rig.adapter.health()).toMatchObject({
    state: 'down',
    reason: 'quota',
    quota: { step: 'spent', refused: true },
  });
  const refused = youtube.used();
  expect(await rig.adapter.sendLine('слышно?')).toMatchObject({ ok: false, code: 'quota' });
  youtube.say(CHAT, { id: 'UCeve' }, 'ночью');
  await clock.run(at('2026-11-02T07:59:00Z'), settled);
  // An hour and a half, and nothing was asked: retries cost units as well.
  expect(youtube.used()).toBe(refused);
  expect(rig.heard.map(({ text }) => text)).toEqual(['до']);
  await clock.run(at('2026-11-02T08:05:00Z'), settled);
  expect(rig.heard.map(({ text }) => text)).toEqual(['до', 'ночью']);
  expect(rig.adapter.health()).toMatchObject({ state: 'up', quota: { step: 'full', refused: false } });
  await rig.end();
});
