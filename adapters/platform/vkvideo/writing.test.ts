import { afterEach, expect, it } from 'vitest';
import { ACCOUNT, pause, type Rig, type RigOptions, rigged, until } from './rig.suite.ts';

let rig: Rig;
afterEach(() => rig?.end());

const SEND = '/v1/chat/message/send';
const texts = () => rig.vk.spoken().map((line) => line.text);
const writer = async (options: RigOptions = {}) => {
  rig = await rigged({ account: ACCOUNT, ...options });
};

it('writes into the stream that is on', async () => {
  await writer();
  expect(await rig.adapter.sendLine('🎲 3 + 4 + 1 = 8')).toEqual({ ok: true, lines: 1 });
  const stream = rig.vk.open('streamer').stream?.id;
  expect(rig.vk.spoken()).toMatchObject([
    { channel: 'streamer', user: '1', text: '🎲 3 + 4 + 1 = 8', streamId: stream },
  ]);
  expect(rig.adapter.health().written).toBe(1);
});

it('says that nothing is on, and finds a stream that began a moment ago', async () => {
  await writer();
  rig.vk.pubsub.mute = true;
  rig.vk.air('streamer', null);
  expect(await rig.adapter.sendLine('раз')).toMatchObject({ ok: false, code: 'offline' });
  expect(await rig.adapter.sendLine('два')).toMatchObject({ ok: false, code: 'offline' });
  rig.vk.air('streamer', { id: 'stream-77' });
  expect(await rig.adapter.send('три')).toBe(true);
  rig.vk.air('streamer', { id: 'stream-78' });
  expect(await rig.adapter.send('четыре')).toBe(true);
  expect(rig.vk.spoken().map(({ text, streamId }) => `${text} ${streamId}`)).toEqual([
    'три stream-77',
    'четыре stream-78',
  ]);
});

it('learns how long a line may be, and keeps its parts in order', async () => {
  await writer();
  rig.vk.limits.maxLength = 130;
  const text = Array.from({ length: 60 }, (_, n) => `слово${n}`).join(' ');
  expect(text.length).toBeGreaterThan(400);
  const [long, short] = await Promise.all([rig.adapter.sendLine(text), rig.adapter.sendLine('потом')]);
  expect(long).toMatchObject({ ok: true });
  expect(short).toMatchObject({ ok: true });
  expect(texts().slice(0, -1).join(' ')).toBe(text);
  expect(texts().at(-1)).toBe('потом');
  expect(rig.adapter.can.maxLength).toBeLessThanOrEqual(130);
  expect(await rig.adapter.sendLine('ы '.repeat(900))).toMatchObject({ ok: false, code: 'too_long' });
  expect(await rig.adapter.sendLine(' \u0000\n ')).toMatchObject({ ok: false, code: 'empty' });
});

it('gives up on a line that is too long however short it is', async () => {
  await writer();
  rig.vk.limits.maxLength = 3;
  expect(await rig.adapter.sendLine('слишком')).toMatchObject({ ok: false, code: 'message_too_long' });
});

it('varies a line that equals the last one, and stops at the third', async () => {
  await writer();
  expect(await rig.adapter.send('готово')).toBe(true);
  expect(await rig.adapter.send('готово')).toBe(true);
  expect(texts()).toEqual(['готово', 'готово ·']);
  rig.vk.fail({ calls: 3, path: SEND, status: 400, error: 'same_message' });
  expect(await rig.adapter.sendLine('готово')).toMatchObject({ ok: false, code: 'same_message' });
});

it.each([
  ['send_too_fast', { status: 400, error: 'send_too_fast' }, 2_900],
  ['send_too_fast with an odd status', { status: 421, error: 'send_too_fast' }, 2_900],
  ['429 with a time', { status: 429, error: 'ratelimit_exceeded', headers: { 'Retry-After': '1' } }, 900],
])('waits after %s, and writes once', async (_name, fault, least) => {
  await writer();
  rig.vk.fail({ path: SEND, ...fault });
  const began = Date.now();
  expect(await rig.adapter.send('медленно')).toBe(true);
  expect(Date.now() - began).toBeGreaterThan(least);
  expect(texts()).toEqual(['медленно']);
});

it.each([
  ['500', { status: 500 }],
  ['502 with a page', { status: 502, error: 'html' }],
  ['no answer', { error: 'silent' }],
])('never sends again after %s: the line is found in the chat', async (_name, fault) => {
  await writer();
  rig.vk.fail({ path: SEND, acted: true, ...fault });
  expect(await rig.adapter.sendLine('один раз')).toMatchObject({ ok: true });
  expect(texts()).toEqual(['один раз']);
  expect(rig.heard).toEqual([]);
});

it('says that it does not know when the line is not found either', async () => {
  await writer();
  rig.vk.fail({ path: SEND });
  expect(await rig.adapter.sendLine('пропало')).toMatchObject({ ok: false, code: 'unanswered' });
  expect(rig.vk.calls(SEND)).toBe(1);
});

it('stops writing when the account may not', async () => {
  await writer();
  rig.vk.fail({ path: SEND, status: 403, error: 'forbidden' });
  expect(await rig.adapter.sendLine('можно?')).toMatchObject({ ok: false, code: 'forbidden' });
  expect(rig.adapter.can.write).toBe(false);
  expect(rig.adapter.can.features).not.toContain('write');
  expect(await rig.adapter.sendLine('и так?')).toMatchObject({ ok: false, code: 'read_only' });
});

it('gives a refusal that it does not know back as it is', async () => {
  await writer();
  rig.vk.fail({ path: SEND, status: 400, error: 'user_muted' });
  expect(await rig.adapter.sendLine('привет')).toMatchObject({ ok: false, code: 'user_muted' });
});

it('keeps its pace', async () => {
  await writer({ pace: { lines: 3, windowMs: 600, gapMs: 50 } });
  const began = Date.now();
  await Promise.all(['раз', 'два', 'три', 'четыре'].map((text) => rig.adapter.send(text)));
  expect(Date.now() - began).toBeGreaterThan(590);
  expect(texts()).toEqual(['раз', 'два', 'три', 'четыре']);
});

it('holds a queue with an end, and settles every promise when it is closed', async () => {
  await writer({ pace: { lines: 1, windowMs: 500, gapMs: 500 } });
  const sending = Array.from({ length: 40 }, (_, n) => rig.adapter.sendLine(`строка ${n}`));
  expect(await sending[39]).toMatchObject({ ok: false, code: 'queue_full' });
  await until(() => texts().length === 1);
  await rig.adapter.close();
  const results = await Promise.all(sending);
  expect(results.filter((one) => !one.ok && one.code === 'closed').length).toBeGreaterThan(25);
});

it('settles within 10 s when the server never answers', async () => {
  await writer({ times: { callMs: 60_000 } });
  rig.vk.fail({ calls: 9, path: SEND, error: 'silent' });
  const began = Date.now();
  const results = await Promise.all(['раз', 'два'].map((text) => rig.adapter.sendLine(text)));
  expect(Date.now() - began).toBeLessThan(10_000);
  expect(results.map((one) => !one.ok && one.code)).toEqual(['unanswered', 'too_late']);
  await pause(10);
}, 15_000);
