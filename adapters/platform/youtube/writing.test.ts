import { afterEach, describe, expect, it } from 'vitest';
import { rest, SimulatedClock } from './clock.suite.ts';
import { accountOf, BOT, CHAT, OWNER, type Rig, rigged, studio, until } from './rig.suite.ts';

let rig: Rig;
afterEach(() => rig?.end());

const EVE = { id: 'UCeve', name: '@eve' };
const INSERT = 'POST /youtube/v3/liveChat/messages';
const texts = () => rig.youtube.written().map(({ text }) => text);

async function withBot(): Promise<Rig> {
  const youtube = await studio();
  return rigged({ youtube, channel: OWNER, account: accountOf(youtube, '1//bot') });
}

describe('a line', () => {
  it('is written, with the id that YouTube gave it', async () => {
    rig = await rigged();
    const result = await rig.adapter.sendLine('🎲 3 + 4 + 1 = 8');
    expect(result).toEqual({ ok: true, ids: [rig.youtube.written()[0]?.id], joined: 0 });
    expect(rig.adapter.health().written).toBe(1);
  });

  it('of more than 200 characters goes as two; more than that is refused', async () => {
    rig = await rigged();
    const text = Array.from({ length: 45 }, (_, n) => `слово${n}`).join(' ');
    expect(text.length).toBeGreaterThan(200);
    expect(await rig.adapter.send(text)).toBe(true);
    expect(texts()).toHaveLength(2);
    expect(texts().join(' ')).toBe(text);
    for (const line of texts()) expect(line.length).toBeLessThanOrEqual(200);
    expect(await rig.adapter.sendLine('слово '.repeat(100))).toMatchObject({ ok: false, code: 'too_long' });
    expect(await rig.adapter.sendLine(' \n\u0000 ')).toMatchObject({ ok: false, code: 'empty' });
  });

  it('is refused in YouTube’s words', async () => {
    rig = await withBot();
    rig.youtube.closeChat(CHAT);
    expect(await rig.adapter.sendLine('можно?')).toMatchObject({ ok: false, code: 'forbidden' });
    rig.youtube.moderator(CHAT, BOT);
    expect(await rig.adapter.send('теперь можно')).toBe(true);
    rig.youtube.ban(CHAT, BOT, 60);
    expect(await rig.adapter.sendLine('а теперь?')).toMatchObject({ ok: false, code: 'forbidden' });
    expect(rig.adapter.health().lastFailure).toMatchObject({ code: 'forbidden' });
    expect(rig.adapter.can.write).toBe(true);
  });

  it('that is too fast for YouTube makes the next ones wait instead of being refused too', async () => {
    rig = await rigged();
    rig.youtube.limits.lines = 0;
    expect(await rig.adapter.sendLine('раз')).toMatchObject({ ok: false, code: 'rateLimitExceeded' });
    const before = rig.youtube.calls(INSERT);
    expect(await rig.adapter.sendLine('два')).toMatchObject({ ok: false, code: 'too_late' });
    expect(rig.youtube.calls(INSERT)).toBe(before);
  });

  it('of which nothing is known is not written again', async () => {
    rig = await rigged();
    rig.youtube.fail(1, 'drop', INSERT);
    expect(await rig.adapter.sendLine('дошла?')).toMatchObject({ ok: false, code: 'unknown' });
    rig.youtube.fail(1, 503, INSERT);
    expect(await rig.adapter.sendLine('а эта?')).toMatchObject({ ok: false, code: 'unknown' });
    expect(rig.youtube.calls(INSERT)).toBe(2);
  });

  it('settles within 10 s when nobody answers, and nothing leaves after that', async () => {
    rig = await rigged();
    rig.youtube.fail(1, 'hang', INSERT);
    const began = Date.now();
    expect(await rig.adapter.sendLine('алло')).toMatchObject({ ok: false, code: 'unknown' });
    expect(Date.now() - began).toBeLessThan(10_000);
  }, 15_000);

  it('is refused without an account, and with one that may only read', async () => {
    const youtube = await studio();
    youtube.account(OWNER, { refresh: '1//reader', readOnly: true });
    rig = await rigged({ youtube, account: accountOf(youtube, '1//reader') });
    expect(rig.adapter.can.write).toBe(true);
    expect(await rig.adapter.sendLine('привет')).toMatchObject({
      ok: false,
      code: 'insufficientPermissions',
    });
    expect(rig.adapter.can).toMatchObject({ write: false });
    expect(rig.adapter.can.features).not.toContain('write');
    expect(await rig.adapter.sendLine('привет')).toMatchObject({ ok: false, code: 'read_only' });
  });

  it('ends when the connection is closed', async () => {
    rig = await rigged();
    const sending = ['а', 'б', 'в'].map((text) => rig.adapter.sendLine(text));
    await until(() => texts().length === 1);
    await rig.adapter.close();
    const results = await Promise.all(sending);
    expect(results.slice(1)).toMatchObject([{ code: 'closed' }, { code: 'closed' }]);
  });
});

describe('when units are short', () => {
  it('lines are joined into one that still fits, then not written, and reading goes on', async () => {
    const clock = new SimulatedClock(Date.parse('2026-11-02T15:00:00Z'));
    const youtube = await studio(clock);
    rig = await rigged({ youtube, clock, quota: { units: 2_000 }, times: { startMs: 300 } });
    const settled = () => rest(youtube.pending);
    const sendAll = async (names: string[]) => {
      const sending = names.map((text) => rig.adapter.sendLine(text));
      await clock.run(clock.now() + 8_000, settled);
      return Promise.all(sending);
    };
    for (let n = 0; n < 7; n++) expect((await sendAll([`ход ${n}`]))[0]?.ok).toBe(true);
    expect(rig.adapter.health().quota.step).toBe('gathered');
    const joined = await sendAll(['Вера: 8', 'Пётр: 5', 'x'.repeat(190)]);
    expect(joined).toMatchObject([
      { ok: true, joined: 1 },
      { ok: true, joined: 1 },
      { ok: true, joined: 0 },
    ]);
    expect(texts().slice(-2)).toEqual(['Вера: 8 · Пётр: 5', 'x'.repeat(190)]);
    for (let n = 0; n < 4; n++) await sendAll([`ещё ${n}`]);
    expect((await sendAll(['лишняя']))[0]).toMatchObject({ ok: false, code: 'quota' });
    youtube.say(CHAT, EVE, 'слышно?');
    await until(() => rig.heard.length > 0);
    expect(rig.adapter.health().quota.used).toBe(youtube.used());
  });
});

describe('moderation', () => {
  it('takes a line away, and one that is gone already counts as done', async () => {
    rig = await rigged();
    const id = rig.youtube.say(CHAT, EVE, 'гадость');
    await until(() => rig.heard.length === 1);
    expect(await rig.adapter.deleteMessage?.(id)).toBe(true);
    await until(() => rig.removals.length === 1);
    expect(await rig.adapter.deleteMessage?.('LCC.never')).toBe(true);
  });

  it('silences somebody in the chat where he speaks', async () => {
    rig = await rigged();
    rig.youtube.say(CHAT, EVE, 'гадость');
    await until(() => rig.heard.length === 1);
    expect(await rig.adapter.timeOut?.(EVE.id, 300, 'mat')).toBe(true);
    await until(() => rig.removals.length === 1);
    expect(rig.removals).toEqual([{ kind: 'user', user: 'UCeve', name: '@UCeve', seconds: 300 }]);
  });

  it('says no if we may not', async () => {
    rig = await withBot();
    const id = rig.youtube.say(CHAT, EVE, 'гадость');
    await until(() => rig.heard.length === 1);
    expect(await rig.adapter.deleteMessage?.(id)).toBe(false);
    expect(await rig.adapter.timeOut?.(EVE.id, 300, '')).toBe(false);
    expect(rig.adapter.health().lastFailure).toMatchObject({ code: 'forbidden' });
  });
});
