import { afterEach, describe, expect, it } from 'vitest';
import type { Votes } from '../contract.ts';
import { ALL_SCOPES, OWNER, QUICK, type Rig, rigged, until, WRITER } from './rig.suite.ts';
import { startTwitchSimulator } from './simulator.ts';

let rig: Rig;
afterEach(() => rig?.end());

const spoken = () => rig.twitch.spoken();
const SAY = 'POST /helix/chat/messages';

describe('writing by the API', () => {
  it('is as the streamer, or as the bot where there is one, as an answer, in lines', async () => {
    rig = await rigged({ account: OWNER });
    expect(await rig.adapter.sendLine('привет', { replyTo: 'm1' })).toEqual({
      ok: true,
      lines: 1,
      confirmed: true,
    });
    expect(spoken()).toMatchObject([{ login: 'streamer', text: 'привет', replyTo: 'm1' }]);
    expect(rig.adapter.can.pace).toEqual({ lines: 90, seconds: 31 });
    const text = Array.from({ length: 160 }, (_, n) => `слово${n}👩‍🚀`)
      .join(' ')
      .slice(0, 1_100);
    expect(await rig.adapter.sendLine(text)).toMatchObject({ ok: true, lines: 3 });
    expect(
      spoken()
        .slice(1)
        .map((line) => line.text)
        .join(' '),
    ).toBe(text);
    await rig.end();
    rig = await rigged({ account: OWNER, bot: WRITER });
    await rig.adapter.send('от бота');
    expect(spoken()).toMatchObject([{ login: 'msigbot', text: 'от бота' }]);
    expect(rig.adapter.can.pace).toEqual({ lines: 20, seconds: 31 });
  });

  it('learns from its own badge that it may be faster', async () => {
    rig = await rigged({ account: OWNER, bot: WRITER, connect: false });
    rig.twitch.moderator('streamer', 'msigbot');
    await rig.adapter.connect();
    await rig.adapter.send('раз');
    await until(() => rig.adapter.can.pace.lines === 90);
  });

  it.each([
    ['msg_timedout', () => rig.twitch.timeout('streamer', 'msigbot', 60)],
    ['msg_subsonly', () => rig.twitch.rules('streamer', { subsOnly: true })],
    ['msg_ratelimit', () => rig.twitch.rateLimit(0)],
    ['http_403', () => rig.twitch.ban('streamer', 'msigbot')],
    ['http_422', () => rig.twitch.breakCalls(1, { path: '/helix/chat', status: 422 })],
  ])('gives %s back, although the answer may be 200', async (code, arrange) => {
    rig = await rigged({ account: OWNER, bot: WRITER });
    arrange();
    expect(await rig.adapter.sendLine('привет')).toMatchObject({ ok: false, code });
    expect(spoken()).toEqual([]);
    expect(rig.twitch.calls(SAY)).toBe(1);
  });

  it('never says a line twice, though Twitch acted and the answer was lost', async () => {
    rig = await rigged({ account: OWNER });
    rig.twitch.breakCalls(1, { path: '/helix/chat', how: 'after' });
    expect(await rig.adapter.sendLine('однажды')).toMatchObject({ ok: false, code: 'not_sent' });
    rig.twitch.breakCalls(1, { path: '/helix/chat', status: 503 });
    expect(await rig.adapter.sendLine('второй раз')).toMatchObject({ ok: false, code: 'http_503' });
    expect(spoken().map(({ text }) => text)).toEqual(['однажды']);
    expect(rig.twitch.calls(SAY)).toBe(2);
    // What was shown after all is still known as our own.
    await until(() => rig.adapter.health().dropped.own === 1);
    expect(rig.heard).toEqual([]);
  });

  it('settles when Twitch never answers', async () => {
    rig = await rigged({ account: OWNER, times: { ...QUICK, callMs: 300 } });
    rig.twitch.breakCalls(1, { path: '/helix/chat', how: 'silent' });
    const began = Date.now();
    expect(await rig.adapter.sendLine('эй')).toMatchObject({ ok: false, code: 'not_sent' });
    expect(Date.now() - began).toBeLessThan(2_000);
    expect(await rig.adapter.send('дальше')).toBe(true);
  });

  it('waits for a short pause that Twitch asks for, and fails at a long one', async () => {
    rig = await rigged({ account: OWNER });
    rig.twitch.budget(0, 600);
    setTimeout(() => rig.twitch.budget(800, 60_000), 300);
    expect(await rig.adapter.send('дождалась')).toBe(true);
    rig.twitch.budget(0, 60_000);
    expect(await rig.adapter.deleteMessage('m1')).toBe(false);
  });

  it('is by the app where all agreed, and by the bot itself where not', async () => {
    const account = { ...WRITER, clientSecret: 'sim0client0secret' };
    rig = await rigged({ account: OWNER, bot: account });
    expect(await rig.adapter.send('со значком')).toBe(true);
    expect(rig.twitch.calls('/token')).toBe(1);
    await rig.end();
    const twitch = await startTwitchSimulator();
    twitch.open({ login: 'streamer', id: '1001' });
    const scopes = ALL_SCOPES.filter((scope) => scope !== 'channel:bot');
    twitch.token('owner', { user: 'streamer', scopes });
    twitch.token('writer', { user: 'msigbot', scopes: ['user:write:chat', 'user:bot'] });
    rig = await rigged({ twitch, account: OWNER, bot: account });
    expect(await rig.adapter.send('без значка')).toBe(true);
    expect(twitch.calls('/token')).toBe(0);
  });

  it("falls back to the streamer's account when the bot's sign-in is no good", async () => {
    rig = await rigged({ account: OWNER, bot: { accessToken: 'nothing' } });
    expect(await rig.adapter.send('сама')).toBe(true);
    expect(spoken()).toMatchObject([{ login: 'streamer' }]);
    expect(rig.logged.join()).toContain("bot's sign-in");
    expect(rig.logged.join()).not.toContain('nothing');
  });
});

describe('order in the chat', () => {
  it('takes a line away, and silences within the limits of Twitch', async () => {
    rig = await rigged({ account: OWNER });
    const { twitch, adapter } = rig;
    const id = twitch.say('streamer', { login: 'eve', id: '7' }, 'нехорошо');
    expect(await adapter.deleteMessage(id)).toBe(true);
    expect(await adapter.deleteMessage(id)).toBe(false);
    expect(await adapter.deleteMessage('')).toBe(false);
    expect(twitch.deleted()).toEqual([id]);
    expect(await adapter.timeOut('7', 0.2, 'тише')).toBe(true);
    expect(await adapter.timeOut('7', 9_999_999, 'я'.repeat(900))).toBe(true);
    expect(twitch.penalties().map(({ seconds, reason }) => [seconds, reason.length])).toEqual([
      [1, 4],
      [1_209_600, 500],
    ]);
    expect(await adapter.timeOut('7', Number.NaN, 'x')).toBe(false);
    expect(await adapter.timeOut('404', 10, 'x')).toBe(false);
  });

  it('tries again while somebody else is at it, and takes a ban for done', async () => {
    rig = await rigged({ account: OWNER });
    const { twitch, adapter } = rig;
    twitch.say('streamer', { login: 'eve', id: '7' }, 'нехорошо');
    twitch.conflictBans(2);
    expect(await adapter.timeOut('7', 10, 'тише')).toBe(true);
    twitch.conflictBans(9);
    expect(await adapter.timeOut('7', 10, 'тише')).toBe(false);
    twitch.conflictBans(0);
    twitch.ban('streamer', 'eve');
    expect(await adapter.timeOut('7', 10, 'тише')).toBe(true);
  });

  it('needs the right to it', async () => {
    const twitch = await startTwitchSimulator();
    twitch.open({ login: 'streamer', id: '1001' });
    twitch.token('some', { user: 'streamer', scopes: ['user:read:chat'] });
    rig = await rigged({ twitch, account: { accessToken: 'some' } });
    expect(await rig.adapter.deleteMessage('m1')).toBe(false);
    expect(await rig.adapter.timeOut('7', 10, 'x')).toBe(false);
    expect(twitch.calls('DELETE /helix/moderation/chat')).toBe(0);
  });
});

describe('polls and predictions of Twitch', () => {
  const POLL = { title: 'Куда? '.repeat(20), choices: ['Направо'.repeat(5), 'Налево'], seconds: 5 };

  it('are opened, counted, closed; one at a time', async () => {
    rig = await rigged({ account: OWNER });
    const { polls } = rig.adapter;
    const votes: Votes[] = [];
    polls?.onVotes((one) => votes.push(one));
    const opened = await polls?.open(POLL);
    const id = opened?.ok ? opened.id : '';
    expect(rig.twitch.questions()[0]).toMatchObject({ kind: 'poll', duration: 15, status: 'ACTIVE' });
    expect(await polls?.open(POLL)).toEqual({ ok: false, code: 'busy' });
    rig.twitch.vote(id, [3, 5]);
    await until(() => votes.length === 1);
    expect(await polls?.close(id)).toEqual({ ok: true });
    await until(() => votes.length === 2);
    expect(votes).toEqual([
      { id, totals: [3, 5], ended: false },
      { id, totals: [3, 5], ended: true },
    ]);
    expect(await polls?.close(id)).toEqual({ ok: true });
    expect(await polls?.open({ ...POLL, choices: ['одна'] })).toEqual({ ok: false, code: 'choices' });
    rig.twitch.breakCalls(1, { path: '/helix/polls', how: 'html' });
    expect(await polls?.open(POLL)).toEqual({ ok: false, code: 'not_json' });
  });

  it('pay the winners, or give the points back', async () => {
    rig = await rigged({ account: OWNER });
    const { predictions } = rig.adapter;
    const first = await predictions?.open({ title: 'Кто?', choices: ['Вера', 'Олег'], seconds: 60 });
    const id = first?.ok ? first.id : '';
    expect(await predictions?.close(id, 5)).toEqual({ ok: false, code: 'unknown_outcome' });
    expect(await predictions?.close(id, 1)).toEqual({ ok: true });
    const [question] = rig.twitch.questions();
    expect(question).toMatchObject({ status: 'RESOLVED', winner: question?.choices[1]?.id });
    const second = await predictions?.open({ title: 'Кто?', choices: ['Вера', 'Олег'], seconds: 60 });
    expect(await predictions?.close(second?.ok ? second.id : '', null)).toEqual({ ok: true });
    expect(rig.twitch.questions()[1]?.status).toBe('CANCELED');
  });

  it('are not there for a channel without points', async () => {
    rig = await rigged({ account: OWNER, connect: false });
    rig.twitch.standing('');
    await rig.adapter.connect();
    expect(rig.adapter.polls).toBeUndefined();
    expect(rig.adapter.predictions).toBeUndefined();
  });
});
