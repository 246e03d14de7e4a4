/**
 * A seat played from a Twitch chat: real chat lines over a real connection, the real client library, a player's
 * process as it runs in a child, the wire, the host, and the answer back in the chat.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TwitchAdapter, twitchPlatform } from '../../adapters/platform/twitch/index.ts';
import { startTwitchSimulator, type TwitchSimulator } from '../../adapters/platform/twitch/simulator.ts';
import { listen } from '../cli/start/listen.ts';
import { composeHost, type HostParts } from '../compose.ts';
import type { HostedGame } from '../host/hosted-game.ts';
import { type Running, runPlayer } from '../player/process.ts';
import type { BoardView, PlayerView } from '../protocol/views.ts';
import { readSettings } from '../settings.ts';

const STREAMER = { login: 'streamer', name: 'Ведущий' };
const VERA = { login: 'vera', id: '301', name: 'Вера' };
const OLEG = { login: 'oleg', id: '302', name: 'Олег' };

let twitch: TwitchSimulator;
let parts: HostParts;
let url: string;
let data: string;
let game: HostedGame;
let adapter: TwitchAdapter;
let process: Running;

beforeAll(async () => {
  twitch = await startTwitchSimulator();
  twitch.open(STREAMER);
  twitch.token('good', { user: 'msigbot' });
  // A moderator may write faster, so that the test need not wait for the pace of a viewer.
  twitch.moderator('streamer', 'msigbot');
  data = await mkdtemp(join(tmpdir(), 'msig-twitch-'));
  const settings = readSettings({ env: {}, options: { data, log: 'memory', port: 0, logLevel: 'fatal' } });
  parts = await composeHost(settings);
  url = await listen(parts.gateway.app, settings);
  const bots = ['Игла', 'Ива', 'Искра'].map((name) => ({ name, lang: 'ru' as const, kind: 'bot' as const }));
  const skills = ['light_feet', 'patience'];
  const seat = { name: 'Ведущий', lang: 'ru', kind: 'person', classId: 'know_it_all', skills } as const;
  game = await parts.catalog.create({
    seed: 'twitch',
    size: 'S',
    pace: 'session',
    lang: 'ru',
    seats: [seat, ...bots],
  });
  await game.host.submit({ id: 'start', as: { by: 'admin' }, command: { type: 'start' } });
  await startProcess();
});

afterAll(async () => {
  await process?.close();
  await parts?.close();
  await twitch?.close();
  if (data) await rm(data, { recursive: true, force: true });
});

async function startProcess(): Promise<void> {
  process = await runPlayer({
    gateway: url,
    token: await parts.tokens.sign({ role: 'player', game: game.id, player: 'p1' }),
    adapters: () => {
      adapter = twitchPlatform({
        channel: '#Streamer',
        account: { accessToken: 'good' },
        addresses: { irc: twitch.ircUrl, api: twitch.apiUrl, auth: twitch.authUrl },
        times: { firstPauseMs: 100 },
      });
      return [adapter];
    },
    note: () => {},
    onAlive: () => {},
  });
  await until(() => me().link === 'up');
}

const me = (): PlayerView => (game.view('board') as BoardView).players.find(({ id }) => id === 'p1')!;
const mine = () => game.host.state.players.p1!;
/** What of the seat a command could have changed; bots and clocks change the rest. */
const seat = () =>
  JSON.stringify([me().cell, me().rolls, mine().bag, mine().helpers, mine().effects, me().reach]);

let said = 0;
/** Says a line and returns what the bot answers after it. */
async function answerTo(user: typeof VERA | typeof STREAMER, text: string, id?: string): Promise<string> {
  const before = twitch.spoken().length;
  said += 1;
  twitch.say('streamer', user, text, { id: id ?? `m${said}` });
  await until(() => twitch.spoken().length > before);
  return twitch
    .spoken()
    .slice(before)
    .map((line) => line.text)
    .join(' ');
}

async function until(what: () => boolean, ms = 10_000): Promise<void> {
  const end = Date.now() + ms;
  while (!what()) {
    if (Date.now() > end)
      throw new Error(`not within ${ms} ms: ${what}; chat: ${JSON.stringify(twitch.spoken())}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const LONG = 30_000;
/** Long enough for a line to reach the host, if it were to. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 700));

/** A viewer may reach into the bag once in 3 s. */
const rested = () => new Promise((resolve) => setTimeout(resolve, 3_100));

/** The game's own refusal, not that of the chat's door for being too quick. */
async function refused(user: typeof VERA, text: string): Promise<void> {
  const answer = await answerTo(user, text);
  expect(answer).not.toBe('');
  expect(answer).not.toContain('Не так часто');
}

describe('a seat played from Twitch', () => {
  it("refuses a viewer's throw, and says so", async () => {
    const before = seat();
    const answer = await answerTo(OLEG, '!кубик');
    expect(answer).not.toBe('');
    expect(seat()).toBe(before);
    expect(me().rolls).toBe(0);
  });

  it(
    'lets a helper use what was granted, and nothing beyond',
    async () => {
      // Only somebody who was seen in the chat can be named.
      twitch.say('streamer', VERA, 'привет!');
      await answerTo(STREAMER, '!помощник @Вера лечение 1/игру');
      await until(() => Object.values(mine().helpers).length === 1);
      const granted = seat();
      await refused(VERA, '!применить зачитанные правила');
      expect(seat()).toBe(granted);

      await answerTo(STREAMER, '!помощник @Вера испытания 1/игру');
      await until(() => Object.values(mine().helpers)[0]?.tags[0] === 'trial');
      await rested();
      await answerTo(VERA, '!применить зачитанные правила');
      expect(mine().effects.map(({ effect }) => effect)).toContain('cue_cards');
      expect(Object.values(mine().helpers)[0]?.left).toBe(0);

      const after = seat();
      await rested();
      await refused(VERA, '!применить зачитанные правила');
      await refused(OLEG, '!применить зачитанные правила');
      expect(seat()).toBe(after);
    },
    LONG,
  );

  it("moves the avatar at the broadcaster's throw, and answers in the chat", async () => {
    const before = me().cell;
    const answer = await answerTo(STREAMER, '!кубик', 'throw');
    expect(me().rolls).toBe(1);
    await until(() => me().cell > before || me().pending !== null);
    const { total } = me().lastRoll!;
    expect(answer).toContain(String(total));
    expect(twitch.spoken().every(({ login }) => login === 'msigbot')).toBe(true);
  });

  it(
    'does nothing when the same message comes again, also after a restart of the process',
    async () => {
      await until(() => me().pending === null, 30_000);
      // Another line of the same meaning would be obeyed: there is a throw left to take.
      const before = seat();
      twitch.say('streamer', STREAMER, '!оружие дальнее', { id: 'throw' });
      await settled();
      expect(seat()).toBe(before);
      expect(adapter.health().dropped.repeated).toBe(1);

      await process.close();
      await startProcess();
      twitch.say('streamer', STREAMER, '!кубик', { id: 'throw' });
      await settled();
      expect(adapter.health()).toMatchObject({ read: 1, dropped: { repeated: 0 } });
      expect(me().rolls).toBe(1);
      expect(seat()).toBe(before);
    },
    LONG,
  );

  it('comes back after a cut and goes on', async () => {
    const reach = me().reach;
    const other = reach === 'far' ? 'ближнее' : 'дальнее';
    twitch.cut({ half: true });
    await until(() => adapter.health().state === 'down');
    await until(() => adapter.health().state === 'up');
    const answer = await answerTo(STREAMER, `!оружие ${other}`);
    expect(answer).not.toBe('');
    expect(me().reach).not.toBe(reach);
    expect(adapter.health().reconnects).toBe(1);
  });
});
