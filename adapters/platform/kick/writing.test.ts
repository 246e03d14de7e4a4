import { afterEach, describe, expect, it } from 'vitest';
import { LONGEST_LINE } from './outbox.ts';
import { pause, QUICK, type Rig, rigged, until } from './rig.suite.ts';

let rig: Rig;
afterEach(() => rig?.end());

const CHAT = '/public/v1/chat';
const texts = () => rig.kick.spoken().map(({ text }) => text);

describe('a line', () => {
  it("goes as the app's bot, and as an answer", async () => {
    rig = await rigged();
    const sent = await rig.adapter.sendLine('🎲 3 + 4', { replyTo: 'm1' });
    expect(sent).toMatchObject({ ok: true, lines: 1 });
    expect(rig.kick.spoken()).toMatchObject([
      { text: '🎲 3 + 4', as: 'bot', replyTo: 'm1', channel: 'streamer' },
    ]);
    expect(rig.adapter.health().written).toBe(1);
  });

  it.each(['missing', 'broken'] as const)('goes as the user where the bot is %s, once', async (state) => {
    rig = await rigged();
    rig.kick.bot(state);
    expect(await rig.adapter.send('раз')).toBe(true);
    expect(await rig.adapter.send('два')).toBe(true);
    expect(rig.kick.spoken().map(({ as, text }) => `${as} ${text}`)).toEqual(['user раз', 'user два']);
    // The bot is not asked again for every line.
    expect(rig.kick.calls(CHAT)).toBe(3);
  });

  it("goes as the user in somebody else's channel", async () => {
    rig = await rigged({ as: 'helper' });
    expect(await rig.adapter.send('раз')).toBe(true);
    expect(rig.kick.spoken()).toMatchObject([{ as: 'user', channel: 'streamer' }]);
  });

  it('whose parent was deleted goes without the thread', async () => {
    rig = await rigged();
    expect(await rig.adapter.deleteMessage('m1')).toBe(true);
    expect(await rig.adapter.send('раз')).toBe(true);
    expect(await rig.adapter.sendLine('два', { replyTo: 'm1' })).toMatchObject({ ok: true });
    expect(rig.kick.spoken().at(-1)).toMatchObject({ text: 'два', as: 'bot', replyTo: undefined });
  });

  it('that is long goes as several, none over the limit; too long goes not at all', async () => {
    rig = await rigged();
    const text = 'слово '.repeat(180);
    expect(await rig.adapter.sendLine(text)).toMatchObject({ ok: true, lines: 3 });
    for (const line of texts()) expect(line.length).toBeLessThanOrEqual(LONGEST_LINE);
    expect(texts().join(' ')).toBe(text.trim());
    expect(await rig.adapter.sendLine('слово '.repeat(400))).toMatchObject({ ok: false, code: 'too_long' });
    expect(await rig.adapter.sendLine(' \n ')).toMatchObject({ ok: false, code: 'empty' });
  });

  it('comes back as an event and is not taken for a command, while the same words of the streamer are', async () => {
    rig = await rigged();
    rig.kick.bot('missing');
    await rig.adapter.send('!кубик');
    await until(() => rig.gateway.heard.length === 1);
    expect(rig.gateway.heard).toEqual(['own']);
    rig.kick.say('streamer', 'streamer', '!кубик');
    await until(() => rig.heard.length === 1);
    expect(rig.heard[0]?.roles).toEqual(['broadcaster']);
  });

  it('of the helper account that we write with is not read at all', async () => {
    rig = await rigged({ as: 'helper' });
    rig.kick.say('streamer', 'helper', '!кубик');
    await until(() => rig.gateway.heard.length === 1);
    expect(rig.gateway.heard).toEqual(['own']);
  });
});

describe('a line that is refused', () => {
  it('for haste waits as long as Kick asks, and goes then', async () => {
    rig = await rigged();
    rig.kick.break(1, { path: CHAT, status: 429, retryAfter: 1 });
    const before = Date.now();
    expect(await rig.adapter.send('раз')).toBe(true);
    expect(Date.now() - before).toBeGreaterThanOrEqual(900);
    expect(texts()).toEqual(['раз']);
  });

  it('for haste, for longer than anybody waits, is given up, and what follows waits too', async () => {
    rig = await rigged();
    rig.kick.break(1, { path: CHAT, status: 429, retryAfter: 60 });
    expect(await rig.adapter.sendLine('раз')).toMatchObject({ ok: false, code: 'too_late' });
    expect(await rig.adapter.sendLine('два')).toMatchObject({ ok: false, code: 'too_late' });
    expect(rig.kick.calls(CHAT)).toBe(1);
  });

  it.each([
    ['after it may have been shown', { status: 502, after: true }],
    ['by silence', { how: 'hang' as const }],
    ['by a cut', { how: 'cut' as const, after: true }],
    ['by half an answer', { how: 'half' as const, after: true }],
  ])('%s is not written a second time', async (_, how) => {
    rig = await rigged({ times: { ...QUICK, callMs: 200 } });
    rig.kick.break(1, { path: CHAT, ...how });
    expect(await rig.adapter.sendLine('раз')).toMatchObject({ ok: false, code: 'unsure' });
    expect(rig.kick.calls(CHAT)).toBe(1);
    // Shown after all, it comes back as an event, and is still ours.
    await pause(50);
    expect(rig.heard).toEqual([]);
    expect(await rig.adapter.send('два')).toBe(true);
  });

  it('for good says why', async () => {
    rig = await rigged({ as: 'helper' });
    rig.kick.break(1, { path: CHAT, status: 403 });
    expect(await rig.adapter.sendLine('раз')).toMatchObject({ ok: false, code: 'http_403' });
    expect(rig.adapter.health().lastFailure).toMatchObject({ code: 'http_403' });
    await rig.end();
    rig = await rigged({ as: null });
    expect(await rig.adapter.sendLine('раз')).toMatchObject({ ok: false, code: 'read_only' });
  });
});

describe('many lines', () => {
  it('keep a pace that Kick bears, in their order, and more than can wait are refused', async () => {
    rig = await rigged({ times: { ...QUICK, gapMs: 60 } });
    const all = await Promise.all(Array.from({ length: 40 }, (_, n) => rig.adapter.sendLine(`строка ${n}`)));
    expect(all.filter((one) => !one.ok && one.code === 'queue_full').length).toBeGreaterThan(5);
    const sent = rig.kick.spoken();
    expect(sent.map(({ text }) => text)).toEqual(
      Array.from({ length: sent.length }, (_, n) => `строка ${n}`),
    );
    for (let n = 1; n < sent.length; n++)
      expect((sent[n]?.at ?? 0) - (sent[n - 1]?.at ?? 0)).toBeGreaterThan(40);
  }, 15_000);

  it('all have an end when the connection is closed', async () => {
    rig = await rigged({ times: { ...QUICK, gapMs: 500 } });
    const all = Promise.all(Array.from({ length: 5 }, (_, n) => rig.adapter.sendLine(`строка ${n}`)));
    await pause(50);
    await rig.adapter.close();
    const codes = (await all).map((one) => (one.ok ? 'ok' : one.code));
    expect(codes).toEqual(['ok', 'closed', 'closed', 'closed', 'closed']);
  });
});
