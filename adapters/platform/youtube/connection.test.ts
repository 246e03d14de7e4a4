import { afterEach, describe, expect, it } from 'vitest';
import { accountOf, CHAT, OWNER, QUICK, type Rig, rigged, studio, until } from './rig.suite.ts';

let rig: Rig;
afterEach(() => rig?.end());

const EVE = { id: 'UCeve', name: '@eve' };
const STREAM = 'GET /youtube/v3/liveChat/messages/stream';
const PAGES = 'GET /youtube/v3/liveChat/messages';
const LOOK = 'GET /youtube/v3/liveBroadcasts';
const texts = () => rig.heard.map(({ text }) => text);

describe('the page token', () => {
  it('brings everything that was said while the connection was cut, once', async () => {
    rig = await rigged();
    const { youtube, adapter } = rig;
    for (let n = 0; n < 20; n++) {
      youtube.say(CHAT, EVE, `до ${n}`);
      if (n % 4 === 0) youtube.cut({ half: n % 8 === 0 });
      youtube.say(CHAT, EVE, `после ${n}`);
      await until(() => texts().includes(`после ${n}`));
    }
    const wanted = Array.from({ length: 20 }, (_, n) => [`до ${n}`, `после ${n}`]).flat();
    expect(texts()).toEqual(wanted);
    expect(adapter.health().reconnects).toBeGreaterThanOrEqual(4);
  });

  it('is taken from the stream to the pages and back', async () => {
    rig = await rigged({ times: { ...QUICK, streamAgainMs: 150 } });
    const { youtube, adapter } = rig;
    youtube.say(CHAT, EVE, 'по потоку');
    await until(() => texts().length === 1);
    youtube.fail(2, 404, STREAM);
    youtube.cut();
    youtube.say(CHAT, EVE, 'между');
    await until(() => adapter.health().chats[0]?.mode === 'poll');
    await until(() => texts().length === 2);
    youtube.say(CHAT, EVE, 'страницей');
    await until(() => texts().length === 3);
    await until(() => adapter.health().chats[0]?.mode === 'stream');
    youtube.say(CHAT, EVE, 'снова потоком');
    await until(() => texts().length === 4);
    expect(texts()).toEqual(['по потоку', 'между', 'страницей', 'снова потоком']);
    expect(adapter.health().dropped.repeated).toBe(0);
  });

  it('is kept over a restart, with the units used', async () => {
    const youtube = await studio();
    let kept: string | null = null;
    const keeping = {
      load: async () => kept,
      save: async (text: string) => {
        kept = text;
      },
    };
    rig = await rigged({ youtube, keeping });
    youtube.say(CHAT, EVE, 'до');
    await until(() => texts().length === 1);
    await rig.adapter.close();
    const used = rig.adapter.health().quota.used;
    expect(used).toBe(youtube.used());
    youtube.say(CHAT, EVE, 'пока нас не было', { at: Date.now() - 30_000 });
    // As if the restart had taken a minute.
    kept = String(kept).replace(/"at":\d+/, `"at":${Date.now() - 60_000}`);
    const again = await rigged({ youtube, keeping, connect: false });
    rig = again;
    await again.adapter.connect();
    await until(() => again.heard.length === 1);
    expect(again.heard.map(({ text }) => text)).toEqual(['пока нас не было']);
    expect(again.adapter.health().quota.used).toBe(youtube.used());
    expect(youtube.used()).toBeGreaterThan(used);
  });

  it('that is refused is dropped: reading begins again, and nothing comes twice', async () => {
    rig = await rigged();
    const { youtube } = rig;
    youtube.say(CHAT, EVE, 'раз', { id: 'm1' });
    await until(() => texts().length === 1);
    youtube.forgetTokens(CHAT);
    youtube.redeliver(CHAT, 1);
    youtube.cut();
    youtube.say(CHAT, EVE, 'два', { id: 'm2' });
    await until(() => texts().length === 2);
    expect(texts()).toEqual(['раз', 'два']);
  });
});

describe('the stream', () => {
  it('may be ended by YouTube at any time without being missed or called down', async () => {
    rig = await rigged();
    const { youtube, adapter } = rig;
    const states: string[] = [];
    adapter.onHealth(({ state }) => states.push(state));
    for (let n = 0; n < 5; n++) {
      youtube.endStreams();
      youtube.say(CHAT, EVE, String(n));
      await until(() => texts().length === n + 1);
    }
    expect(states).toEqual([]);
  });

  it('into which nobody writes stays open longer than any single call may last', async () => {
    rig = await rigged();
    const states: string[] = [];
    rig.adapter.onHealth(({ state }) => states.push(state));
    const before = rig.youtube.calls(STREAM);
    await new Promise((resolve) => setTimeout(resolve, 9_000));
    expect(states).toEqual([]);
    expect(rig.youtube.calls(STREAM)).toBe(before);
  }, 20_000);

  it('that is silent is opened again, and ever more patiently while nobody speaks', async () => {
    const silence = { leastSilenceMs: 60, silenceMs: 80, longestSilenceMs: 400 };
    rig = await rigged({ times: { ...QUICK, ...silence } });
    const { youtube, adapter } = rig;
    youtube.silent(true);
    youtube.say(CHAT, EVE, 'в мёртвый сокет');
    await new Promise((resolve) => setTimeout(resolve, 20));
    youtube.silent(false);
    await until(() => texts().includes('в мёртвый сокет'));
    const before = youtube.calls(STREAM);
    await new Promise((resolve) => setTimeout(resolve, 1_300));
    // 80, 160, 320, 400, 400 ms: without growing patience there would be 16.
    expect(youtube.calls(STREAM) - before).toBeLessThan(8);
    expect(adapter.health().state).toBe('up');
  });

  it.each([
    ['no stream here', (youtube: Rig['youtube']) => youtube.fail(1e6, 404, STREAM)],
    ['framing that nobody knows', (youtube: Rig['youtube']) => youtube.garbled('{]}')],
    ['pages without an end', (youtube: Rig['youtube']) => youtube.garbled('{"kind": "youtube#liveChat')],
    ['HTML in place of it', (youtube: Rig['youtube']) => youtube.fail(1e6, 'html200', STREAM)],
    ['nothing in it', (youtube: Rig['youtube']) => youtube.fail(1e6, 'empty', STREAM)],
    ['nothing but cuts', (youtube: Rig['youtube']) => youtube.fail(1e6, 'drop', STREAM)],
    ['nothing but 503', (youtube: Rig['youtube']) => youtube.fail(1e6, 503, STREAM)],
  ])('gives way to pages: %s', async (_, arrange) => {
    const youtube = await studio();
    arrange(youtube);
    rig = await rigged({ youtube, times: { ...QUICK, leastSilenceMs: 50, silenceMs: 50 } });
    youtube.say(CHAT, EVE, 'дошло');
    await until(() => texts().length === 1);
    expect(rig.adapter.health()).toMatchObject({ state: 'up', chats: [{ mode: 'poll' }] });
    expect(rig.logged.join()).toContain('page by page');
  });
});

describe('pages', () => {
  it('are never asked for sooner than YouTube says', async () => {
    const youtube = await studio();
    youtube.limits.pollingIntervalMillis = 200;
    youtube.fail(1e6, 404, STREAM);
    rig = await rigged({ youtube });
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(rig.adapter.health()).toMatchObject({ state: 'up', lastFailure: null });
    expect(youtube.calls(PAGES)).toBeGreaterThan(3);
    expect(youtube.calls(PAGES)).toBeLessThan(8);
  });

  it('that come too soon all the same are asked for later', async () => {
    const youtube = await studio();
    youtube.fail(1e6, 404, STREAM);
    youtube.fail(2, 429, PAGES);
    rig = await rigged({ youtube });
    youtube.say(CHAT, EVE, 'позже');
    await until(() => texts().length === 1);
    expect(rig.adapter.health().lastFailure).toMatchObject({ code: 'backendError' });
  });

  it.each(['html', 'html200', 'empty', 'drop', 503] as const)('survive %s', async (trouble) => {
    const youtube = await studio();
    youtube.fail(1e6, 404, STREAM);
    rig = await rigged({ youtube });
    youtube.fail(2, trouble, PAGES);
    await until(() => rig.adapter.health().state === 'down');
    youtube.say(CHAT, EVE, 'пережили');
    await until(() => texts().length === 1 && rig.adapter.health().state === 'up');
  });
});

describe('the first connection', () => {
  it('is tried again while YouTube has a bad moment', async () => {
    const youtube = await studio();
    youtube.fail(2, 503, LOOK);
    youtube.fail(1, 'html', LOOK);
    rig = await rigged({ youtube });
    expect(rig.adapter.health().state).toBe('up');
  });

  it('ends with a sentence if nobody answers, and may be tried again', async () => {
    const youtube = await studio();
    youtube.fail(1_000, 'drop');
    rig = await rigged({ youtube, connect: false, times: { ...QUICK, startMs: 300 } });
    await expect(rig.adapter.connect()).rejects.toThrow(
      /No answer of YouTube from http:\/\/127.*MSIG_YOUTUBE_API_URL/,
    );
    expect(rig.adapter.health().state).toBe('down');
  });

  it('does not hang on a server that accepts and says nothing', async () => {
    const youtube = await studio();
    youtube.fail(1_000, 'hang', LOOK);
    rig = await rigged({ youtube, connect: false, times: { ...QUICK, startMs: 300 } });
    const began = Date.now();
    await expect(rig.adapter.connect()).rejects.toMatchObject({ code: 'YOUTUBE_UNREACHABLE' });
    expect(Date.now() - began).toBeLessThan(9_500);
  }, 15_000);

  it('says which channel is not there', async () => {
    const youtube = await studio();
    youtube.key('k');
    rig = await rigged({ youtube, connect: false, account: undefined, apiKey: 'k', channel: '@nobody' });
    await expect(rig.adapter.connect()).rejects.toMatchObject({
      code: 'YOUTUBE_NOT_FOUND',
      args: { channel: '@nobody' },
    });
  });

  it('finds a channel by its handle', async () => {
    const youtube = await studio();
    youtube.key('k');
    youtube.handle('@стример', OWNER);
    rig = await rigged({ youtube, account: undefined, apiKey: 'k', channel: 'youtube.com/@Стример' });
    youtube.say(CHAT, EVE, 'по имени');
    await until(() => texts().length === 1);
    expect([rig.adapter.channel, rig.heard[0]?.channel]).toEqual(['@Стример', '@Стример']);
  });

  it('needs something to read with', async () => {
    const youtube = await studio();
    await expect(rigged({ youtube, account: undefined })).rejects.toMatchObject({
      code: 'YOUTUBE_NO_ACCESS',
    });
    await expect(rigged({ youtube, account: undefined, apiKey: 'k' })).rejects.toThrow(/neither is set/);
    await youtube.close();
  });

  it('can be ended while it is being made, and leaves nothing behind', async () => {
    const youtube = await studio();
    youtube.fail(1_000, 503, LOOK);
    rig = await rigged({ youtube, connect: false, account: accountOf(youtube) });
    const connecting = rig.adapter.connect().catch((error: { code: string }) => error.code);
    await until(() => youtube.calls(LOOK) > 0);
    await rig.adapter.close();
    expect(await connecting).toBe('YOUTUBE_CLOSED');
    expect(rig.adapter.health().state).toBe('closed');
  });
});

it('leaves nothing running after close', async () => {
  rig = await rigged();
  const { youtube, adapter } = rig;
  await adapter.close();
  await until(() => youtube.streams() === 0);
  const calls = youtube.calls(LOOK) + youtube.calls(STREAM);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(youtube.calls(LOOK) + youtube.calls(STREAM)).toBe(calls);
});

it('closes at once, also in the middle of calls that nobody answers', async () => {
  const youtube = await studio();
  youtube.fail(1e6, 404, STREAM);
  rig = await rigged({ youtube });
  youtube.fail(1e6, 'hang');
  const sending = rig.adapter.sendLine('алло');
  await new Promise((resolve) => setTimeout(resolve, 200));
  const began = Date.now();
  await rig.adapter.close();
  expect(Date.now() - began).toBeLessThan(1_000);
  expect(await sending).toMatchObject({ ok: false });
});
