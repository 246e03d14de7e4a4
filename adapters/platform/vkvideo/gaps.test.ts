import { afterEach, expect, it } from 'vitest';
import { Feed } from './feed.ts';
import { pause, type Rig, rigged, until, VIEWER } from './rig.suite.ts';
import { startVkvideoSimulator } from './simulator.ts';

let rig: Rig;
afterEach(() => rig?.end());

const say = (text: string, at?: number) =>
  rig.vk.say('streamer', VIEWER, text, at === undefined ? {} : { at });
const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, n) => String(from + n));

it('does not act upon what was said before it came', async () => {
  const vk = await startVkvideoSimulator();
  vk.open('streamer');
  vk.say('streamer', VIEWER, 'давно');
  rig = await rigged({ vk });
  say('сейчас');
  await until(() => rig.heard.length > 0);
  await pause(40);
  expect(rig.texts()).toEqual(['сейчас']);
});

it('brings what was said during a cut, once, in order, and before what comes then', async () => {
  rig = await rigged();
  say('1');
  await until(() => rig.heard.length === 1);
  rig.vk.cut();
  await until(() => rig.adapter.health().state === 'down');
  for (const text of numbers(2, 40)) say(text);
  await until(() => rig.vk.readers('streamer') === 1);
  // The history is on its way: this one has to wait for it.
  say('41');
  await until(() => rig.heard.length === 41);
  await pause(40);
  expect(rig.texts()).toEqual(numbers(1, 41));
  expect(rig.adapter.health().missed).toMatchObject({ openGaps: 0, late: 0 });
  expect(rig.adapter.health().missed.recovered).toBeGreaterThanOrEqual(39);
});

it('says so when a gap is longer than the history', async () => {
  rig = await rigged();
  rig.vk.cut();
  await until(() => rig.adapter.health().state === 'down');
  for (const text of numbers(1, 260)) say(text);
  await until(() => rig.heard.length >= 200);
  await pause(60);
  expect(rig.texts()).toEqual(numbers(61, 260));
  expect(rig.adapter.health().missed).toMatchObject({ recovered: 200, openGaps: 1 });
  expect(rig.logged.join()).toContain('longer than its history');
});

it('leaves alone what was said too long ago, and counts it', async () => {
  rig = await rigged({ times: { lateMs: 60_000 } });
  rig.vk.cut();
  await until(() => rig.adapter.health().state === 'down');
  say('старое', Math.floor(Date.now() / 1000) - 300);
  say('новое');
  await until(() => rig.heard.length === 1);
  expect(rig.texts()).toEqual(['новое']);
  expect(rig.adapter.health().missed.late).toBe(1);
});

it.each(['refused', 'full'] as const)('has no doubles when the server %s recovery', async (recovery) => {
  rig = await rigged({ connect: false });
  rig.vk.pubsub.recovery = recovery;
  await rig.adapter.connect();
  say('1');
  await until(() => rig.heard.length === 1);
  rig.vk.cut();
  await until(() => rig.adapter.health().state === 'down');
  for (const text of numbers(2, 9)) say(text);
  await until(() => rig.heard.length === 9);
  await pause(60);
  expect(rig.texts()).toEqual(numbers(1, 9));
});

it('reads on when the history cannot be read, and finds the lost lines later', async () => {
  rig = await rigged({ times: { sweepMs: 150 } });
  await until(() => rig.vk.calls('/v1/chat/messages') >= 2);
  rig.vk.cut();
  await until(() => rig.adapter.health().state === 'down');
  // Before the age from which a line of the history counts as lost.
  const past = Math.floor(Date.now() / 1000) - 20;
  say('во время обрыва', past);
  rig.vk.fail({ path: '/v1/chat/messages', status: 502, error: 'html' });
  await until(() => rig.vk.readers('streamer') === 1);
  say('после');
  await until(() => rig.heard.length === 2);
  expect(rig.texts().sort()).toEqual(['во время обрыва', 'после']);
});

it('goes on without a first history, and takes the next one for what was before', async () => {
  const vk = await startVkvideoSimulator();
  vk.open('streamer');
  vk.say('streamer', VIEWER, 'давно');
  vk.fail({ path: '/v1/chat/messages', status: 500 });
  rig = await rigged({ vk });
  say('сейчас');
  await until(() => rig.heard.length > 0);
  await pause(40);
  expect(rig.texts()).toEqual(['сейчас']);
});

it('does not pass on what was deleted while it waited, nor later', async () => {
  rig = await rigged();
  rig.vk.cut();
  await until(() => rig.adapter.health().state === 'down');
  const id = say('плохое');
  say('хорошее');
  rig.vk.remove('streamer', id);
  await until(() => rig.heard.length === 1);
  expect(rig.texts()).toEqual(['хорошее']);
});

it('notices a socket that is open and brings nothing, and makes it anew', async () => {
  rig = await rigged({ times: { sweepMs: 100 } });
  await until(() => rig.vk.calls('/v1/chat/messages') >= 3);
  rig.vk.pubsub.mute = true;
  say('никто не слышит', Math.floor(Date.now() / 1000) - 10);
  await until(() => rig.adapter.health().reconnects === 1);
  expect(rig.texts()).toEqual(['никто не слышит']);
  expect(rig.logged.join()).toContain('made anew');
  rig.vk.pubsub.mute = false;
  say('снова слышно');
  await until(() => rig.heard.length === 2);
});

it('brings each of 300 lines once through loss, doubles, delays and cuts', async () => {
  rig = await rigged({ times: { sweepMs: 100 } });
  Object.assign(rig.vk.pubsub.weather, { lost: 0.1, doubled: 0.1, late: 0.1, lateMs: 50 });
  const past = Math.floor(Date.now() / 1000) - 30;
  for (let n = 1; n <= 300; n++) {
    say(String(n), past);
    if (n % 60 === 0) rig.vk.cut();
    if (n % 10 === 0) await pause(15);
  }
  await until(() => rig.heard.length >= 300, 15_000);
  await pause(150);
  expect(rig.texts().sort()).toEqual(numbers(1, 300).sort());
});

it('keeps a bounded number of lines waiting', () => {
  const out: string[] = [];
  const feed = new Feed<{ id: string; sentAt: number }>({ deliver: ({ id }) => out.push(id), lateMs: 1_000 });
  feed.hold();
  for (let n = 0; n < 2_001; n++) feed.live({ id: String(n), sentAt: n }, 0);
  expect(out).toHaveLength(2_001);
});
