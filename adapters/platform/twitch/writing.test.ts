import { afterEach, expect, it } from 'vitest';
import { BOT, type Rig, rigged, until } from './rig.suite.ts';

let rig: Rig;
afterEach(() => rig?.end());

const texts = () => rig.twitch.spoken().map((line) => line.text);

it('writes as the account, confirmed by Twitch, and answers to a line', async () => {
  rig = await rigged({ account: BOT });
  expect(await rig.adapter.sendLine('🎲 3 + 4 + 1 = 8', { replyTo: 'm1' })).toEqual({
    ok: true,
    lines: 1,
    confirmed: true,
  });
  expect(rig.twitch.spoken()).toMatchObject([
    { channel: 'streamer', login: 'msigbot', text: '🎲 3 + 4 + 1 = 8', replyTo: 'm1' },
  ]);
  expect(rig.adapter.health().written).toBe(1);
});

it('cannot write anonymously, and says why', async () => {
  rig = await rigged();
  expect(rig.adapter.can.write).toBe(false);
  expect(await rig.adapter.sendLine('привет')).toMatchObject({ ok: false, code: 'read_only' });
  expect(rig.twitch.sent().some((line) => line.includes('PRIVMSG'))).toBe(false);
});

it.each([
  ['msg_banned', () => rig.twitch.ban('streamer', 'msigbot')],
  ['msg_timedout', () => rig.twitch.timeout('streamer', 'msigbot', 60)],
  ['msg_subsonly', () => rig.twitch.rules('streamer', { subsOnly: true })],
  ['msg_emoteonly', () => rig.twitch.rules('streamer', { emoteOnly: true })],
  ['msg_ratelimit', () => rig.twitch.rateLimit(0)],
])('gives the refusal %s back', async (code, arrange) => {
  rig = await rigged({ account: BOT });
  arrange();
  expect(await rig.adapter.sendLine('привет')).toMatchObject({ ok: false, code });
  expect(await rig.adapter.health().lastFailure).toMatchObject({ code });
  expect(texts()).toEqual([]);
});

it('gives slow mode back, and goes on afterwards', async () => {
  rig = await rigged({ account: BOT });
  rig.twitch.rules('streamer', { slow: 2 });
  expect(await rig.adapter.send('раз')).toBe(true);
  expect(await rig.adapter.sendLine('два')).toMatchObject({ ok: false, code: 'msg_slowmode' });
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(await rig.adapter.send('три')).toBe(true);
});

it('waits after "too fast" instead of writing on', async () => {
  rig = await rigged({ account: BOT });
  rig.twitch.rateLimit(0);
  await rig.adapter.send('раз');
  rig.twitch.rateLimit(20);
  expect(await rig.adapter.sendLine('два')).toMatchObject({ ok: false, code: 'too_late' });
  expect(texts()).toEqual([]);
});

it('keeps the pace of a viewer, varies a repeated line, and refuses it the fourth time', async () => {
  rig = await rigged({ account: BOT });
  const began = Date.now();
  const sent = await Promise.all([1, 2, 3, 4].map(() => rig.adapter.sendLine('готово')));
  expect(sent.map((result) => result.ok)).toEqual([true, true, true, false]);
  expect(sent[3]).toMatchObject({ code: 'repeated' });
  expect(Date.now() - began).toBeGreaterThan(2 * 1_200 - 50);
  expect(new Set(texts()).size).toBe(3);
  expect(texts().map((text) => text.replaceAll(/[ \u{E0000}]/gu, ''))).toEqual([
    'готово',
    'готово',
    'готово',
  ]);
});

it('writes faster as a moderator, and repeats as it likes', async () => {
  rig = await rigged({ account: BOT, connect: false });
  rig.twitch.moderator('streamer', 'msigbot');
  await rig.adapter.connect();
  expect(rig.adapter.can.pace).toEqual({ lines: 90, seconds: 31 });
  const sent = await Promise.all([1, 2, 3, 4, 5].map(() => rig.adapter.send('готово')));
  expect(sent).toEqual([true, true, true, true, true]);
  expect(texts()).toEqual(['готово', 'готово', 'готово', 'готово', 'готово']);
});

it('cuts a long text between words, and no emoji through the middle', async () => {
  rig = await rigged({ account: BOT, connect: false });
  rig.twitch.moderator('streamer', 'msigbot');
  await rig.adapter.connect();
  const text = Array.from({ length: 160 }, (_, n) => `слово${n}👩‍🚀`)
    .join(' ')
    .slice(0, 1_100);
  const result = await rig.adapter.sendLine(text);
  expect(result).toMatchObject({ ok: true, lines: 3 });
  expect(texts().join(' ')).toBe(text);
  expect(Math.max(...texts().map((line) => line.length))).toBeLessThanOrEqual(490);
  expect(await rig.adapter.sendLine('ы '.repeat(900))).toMatchObject({ ok: false, code: 'too_long' });
  expect(await rig.adapter.sendLine(' \u0000\n ')).toMatchObject({ ok: false, code: 'empty' });
});

it('never sends what Twitch takes for an order, nor a second line of the protocol', async () => {
  rig = await rigged({ account: BOT });
  await rig.adapter.send('/ban eve\r\nQUIT');
  expect(texts()).toEqual(['· /ban eve QUIT']);
});

it('keeps a line over a short cut, and settles what was on its way', async () => {
  rig = await rigged({ account: BOT });
  rig.twitch.cut();
  await until(() => rig.adapter.health().state === 'down');
  expect(await rig.adapter.send('дождалась')).toBe(true);
  expect(texts()).toEqual(['дождалась']);
});

it('settles every promise when it is closed', async () => {
  rig = await rigged({ account: BOT });
  const sending = [1, 2, 3, 4].map((n) => rig.adapter.sendLine(`строка ${n}`));
  await until(() => texts().length === 1);
  await rig.adapter.close();
  const results = await Promise.all(sending);
  expect(results.slice(1).map((result) => !result.ok && result.code)).toEqual(['closed', 'closed', 'closed']);
});

it('holds a queue with an end', async () => {
  rig = await rigged({ account: BOT });
  const results = Array.from({ length: 40 }, (_, n) => rig.adapter.sendLine(`строка ${n}`));
  const last = await results[39];
  expect(last).toMatchObject({ ok: false, code: 'queue_full' });
  await rig.adapter.close();
  await Promise.all(results);
});
