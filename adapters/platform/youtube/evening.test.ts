/**
 * An evening of 12 hours with 200 messages a minute stays inside the day's 10,000 units, counted by the simulator and
 * not by us, through the real client library over real sockets; only the clock is simulated.
 */
import { expect, it } from 'vitest';
import { rest, SimulatedClock } from './clock.suite.ts';
import type { Step } from './plan.ts';
import { accountOf, CHAT, rigged, studio } from './rig.suite.ts';
import type { YoutubeSimulator } from './simulator.ts';

const HOUR = 3_600_000;
/** 18:00 in Moscow; the day in California, by which units are counted, goes on for another 17 hours. */
const EVENING = Date.parse('2026-11-02T15:00:00Z');
const EVERY_MS = 3_000;
const AT_ONCE = 10;

interface Report {
  readonly used: number;
  readonly counted: number;
  readonly sent: number;
  readonly read: number;
  readonly twice: number;
  readonly written: number;
  readonly asked: number;
  readonly longestWaitMs: number;
  readonly steps: readonly Step[];
  readonly logged: readonly string[];
}

async function evening(prepare: (youtube: YoutubeSimulator) => void, hours = 12): Promise<Report> {
  const clock = new SimulatedClock(EVENING);
  const youtube = await studio(clock);
  youtube.limits.pollingIntervalMillis = 5_000;
  prepare(youtube);
  const rig = await rigged({
    youtube,
    clock,
    account: accountOf(youtube),
    times: { startMs: 200 },
    connect: false,
  });
  const settled = () => rest(youtube.pending);
  await rig.adapter.connect();
  const ids = new Set<string>();
  let [twice, longestWaitMs, sent, asked] = [0, 0, 0, 0];
  const answers: Promise<boolean>[] = [];
  rig.adapter.onMessage((message) => {
    if (ids.has(message.id)) twice += 1;
    ids.add(message.id);
    longestWaitMs = Math.max(longestWaitMs, clock.now() - message.sentAt);
    // Every hundredth line is a command, and the game would answer it: 1,440 answers, which no day could pay.
    if (ids.size % 100 !== 0) return;
    asked += 1;
    answers.push(rig.adapter.send(`🎲 ход ${asked}: 3 + 4 + 1 = 8`));
  });
  const chatting = (async () => {
    while (clock.now() < EVENING + hours * HOUR) {
      await clock.sleep(EVERY_MS);
      for (let n = 0; n < AT_ONCE; n++) {
        sent += 1;
        youtube.say(CHAT, { id: `UCviewer${sent % 500}`, name: `@viewer${sent % 500}` }, `!кубик ${sent}`);
      }
    }
  })();
  await clock.run(EVENING + hours * HOUR + 5 * 60_000, settled);
  await chatting;
  const { quota } = rig.adapter.health();
  const report = {
    used: youtube.used(),
    counted: quota.used,
    sent,
    read: ids.size,
    twice,
    written: youtube.written().length,
    asked,
    longestWaitMs,
    steps: quota.changes.map(({ step }) => step),
    logged: rig.logged,
  };
  await rig.end();
  await Promise.all(answers);
  return report;
}

it('streamed, with the stream ended by YouTube every 10 minutes', async () => {
  const report = await evening((youtube) => {
    youtube.limits.streamLifeMs = 10 * 60_000;
  });
  expect(report.sent).toBe(144_000);
  expect(report.used).toBeLessThanOrEqual(10_000);
  expect(report.counted).toBe(report.used);
  expect(report).toMatchObject({ read: 144_000, twice: 0 });
  expect(report.longestWaitMs).toBeLessThanOrEqual(1_000);
  // Reading costs next to nothing; what is rationed is the answers, and that is said.
  expect(report.written).toBeGreaterThan(120);
  expect(report.steps).toEqual(['gathered']);
  expect(report.logged.join('\n')).toContain('now "gathered"');
}, 120_000);

it('page by page all evening: the stream is not there', async () => {
  const report = await evening((youtube) =>
    youtube.fail(1e9, 404, 'GET /youtube/v3/liveChat/messages/stream'),
  );
  expect(report.used).toBeLessThanOrEqual(10_000);
  expect(report.counted).toBeGreaterThanOrEqual(report.used);
  expect(report).toMatchObject({ read: 144_000, twice: 0 });
  expect(report.steps).toEqual(['gathered', 'stretched', 'quiet']);
  expect(report.longestWaitMs).toBeLessThan(5 * 60_000);
  expect(report.logged.join('\n')).toMatch(/reading page by page[\s\S]*now "stretched"/);
}, 120_000);

it('with a project that others have nearly used up: reading stops, and says so', async () => {
  const report = await evening((youtube) => {
    youtube.fail(1e9, 404, 'GET /youtube/v3/liveChat/messages/stream');
    youtube.useUp(9_400);
  }, 3);
  // YouTube says no long before our count does. From then on nothing is asked until midnight in California.
  expect(report.steps).toEqual(['gathered', 'stretched', 'spent']);
  expect(report.used).toBeLessThanOrEqual(10_000);
  expect(report.counted).toBeLessThan(1_000);
  expect(report.read).toBeGreaterThan(200);
  expect(report.read).toBeLessThan(report.sent);
  expect(report.logged.join('\n')).toContain('now "spent"');
}, 60_000);
