/**
 * The game from Discord: real interactions over a real gateway socket, the real client library, the Discord process,
 * the public wire, the host, the engine, and the answer back in Discord.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DiscordSimulator, startDiscordSimulator } from '../../adapters/platform/discord/simulator.ts';
import { listen } from '../cli/start/listen.ts';
import { composeHost, type HostParts } from '../compose.ts';
import { composeDiscord } from '../compose-discord.ts';
import type { DiscordRunning } from '../discord/process.ts';
import type { HostedGame } from '../host/hosted-game.ts';
import type { BoardView, PlayerView } from '../protocol/views.ts';
import { readSettings } from '../settings.ts';

const VERA = { user: '301', name: 'Вера', locale: 'ru' };
const OLEG = { user: '302', name: 'Oleg', locale: 'en-GB' };
const PRIVATE = 64;

let discord: DiscordSimulator;
let parts: HostParts;
let url: string;
let data: string;
let game: HostedGame;
let running: DiscordRunning;
const notes: string[] = [];

beforeAll(async () => {
  discord = await startDiscordSimulator();
  data = await mkdtemp(join(tmpdir(), 'msig-discord-'));
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
  await start();
}, 30_000);

afterAll(async () => {
  await running?.close();
  await parts?.close();
  await discord?.close();
  if (data) await rm(data, { recursive: true, force: true });
});

async function start(token?: string): Promise<void> {
  discord.world.commands = [];
  const settings = readSettings({
    env: {
      MSIG_DISCORD_TOKEN: 'good-token',
      MSIG_DISCORD_GUILD: discord.world.guild,
      MSIG_DISCORD_CHANNEL: discord.world.channel,
      MSIG_DISCORD_API_URL: discord.apiUrl,
    },
    options: { data, lang: 'ru' },
  });
  running = await composeDiscord(
    {
      gateway: url,
      token: token ?? (await parts.tokens.sign({ role: 'discord', game: game.id })),
      ...{ channel: null, overlay: null, browser: null },
      note: (line) => notes.push(line),
      pace: { everyMs: 300, gatherMs: 100 },
    },
    settings,
  );
  await until(() => discord.world.commands.length > 0);
  // The commands may stand there before the game has told how it stands.
  while ((await ask(VERA, 'status')).text.startsWith('Связи с игрой нет')) await pause(50);
}

const me = (): PlayerView => (game.view('board') as BoardView).players.find(({ id }) => id === 'p1')!;
const bag = () => game.host.state.players.p1!.bag.map(({ item }) => item);

async function until(what: () => boolean, ms = 10_000): Promise<void> {
  const end = Date.now() + ms;
  while (!what()) {
    if (Date.now() > end) throw new Error(`not within ${ms} ms: ${what}; notes: ${notes.join(' | ')}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Uses a slash command and returns what came back. */
async function ask(who: typeof VERA, command: string, values: Record<string, string> = {}) {
  const sent = discord.slash(who, command, values);
  await until(() => sent.answer !== null);
  return { text: sent.answer?.content ?? '', hidden: ((sent.answer?.flags ?? 0) & PRIVATE) !== 0, sent };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('slash commands', () => {
  it('are those of the chats, in both languages, without those of the referee', () => {
    const names = discord.world.commands.map(({ name }) => name);
    for (const name of [
      'roll',
      'go',
      'use',
      'status',
      'map',
      'top',
      'bag',
      'odds',
      'rule',
      'vote',
      'help',
      'link',
    ])
      expect(names).toContain(name);
    for (const name of ['start', 'pause', 'judge']) expect(names).not.toContain(name);
    const use = discord.world.commands.find(({ name }) => name === 'use');
    expect(use).toMatchObject({
      name_localizations: { ru: 'применить' },
      options: [
        { name: 'item', name_localizations: { ru: 'вещь' }, required: true, autocomplete: true },
        { name: 'target', required: false },
        { name: 'player', name_localizations: { ru: 'игрок' }, required: false },
      ],
    });
  });

  it('answer in the language of whoever asks, within 3 s, with names that can be typed here', async () => {
    const ru = await ask(VERA, 'status');
    const en = await ask(OLEG, 'status', { player: 'p2' });
    expect(ru.text).toContain('Ведущий');
    expect(ru.text).toContain('клетка');
    expect(en.text).toContain('Игла');
    expect(en.text).toContain('cell');
    expect([ru.sent.taken, en.sent.taken]).toEqual([[4], [4]]);
    expect(ru.sent.after).toBeLessThan(3_000);
    const help = await ask(OLEG, 'help', { command: 'roll' });
    expect(help.text).toContain('/roll');
    expect(help.hidden).toBe(true);
  });

  it('refuse what is not theirs to do, privately, and change nothing', async () => {
    const before = JSON.stringify([me().cell, me().rolls, bag()]);
    const answer = await ask(OLEG, 'roll');
    expect(answer.hidden).toBe(true);
    expect(answer.text).not.toBe('');
    const fault = await ask(VERA, 'use', { item: 'ничего подобного' });
    expect(fault.hidden).toBe(true);
    expect(JSON.stringify([me().cell, me().rolls, bag()])).toBe(before);
  });

  it('suggest what is in the bag, who plays, and what there is to read about', async () => {
    const suggest = async (command: string, option: string, typed: string) => {
      const sent = discord.typing(VERA, command, { option, typed });
      await until(() => sent.answer !== null);
      return sent.answer?.choices ?? [];
    };
    const items = await suggest('use', 'item', '');
    expect(items.map(({ value }) => value).sort()).toEqual([...new Set(bag())].sort());
    expect(items.every(({ name }) => /\p{Script=Cyrillic}/u.test(name))).toBe(true);
    expect(await suggest('use', 'target', 'ив')).toEqual([{ name: 'Ива', value: 'p3' }]);
    expect((await suggest('rule', 'name', '')).length).toBe(25);
    expect((await suggest('help', 'command', 'брос')).map(({ value }) => value)).toContain('бросок');
  });
});

/** A line by the player of the first seat, as their own program says it. */
async function say(text: string): Promise<number> {
  const token = await parts.tokens.sign({ role: 'player', game: game.id, player: 'p1' });
  const response = await fetch(`${url}/api/games/${game.id}/commands`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ id: `say ${text}`, as: { player: 'p1' }, text }),
  });
  return response.status;
}

describe('a person who is linked to a player', () => {
  it('links by a code, and is then believed to be that player', async () => {
    const { text, hidden } = await ask(VERA, 'link');
    expect(hidden).toBe(true);
    const code = /!связать ([A-Z0-9]{3,8})/.exec(text)?.[1] ?? '';
    expect(code, text).not.toBe('');
    expect(await say(`!связать ${code}`)).toBe(200);
    // Whoever has something to lose says yes, on the side that has it.
    await say('!связать да');
    await until(() => game.actorOf({ ...VERA, platform: 'discord', channel: 'p1' } as never).by === 'player');
  });

  it('is told what happens with buttons for what can be done, and throws by one, told once', async () => {
    expect(await say('!оружие дальнее')).toBe(200);
    await until(() => discord.buttons().length > 0);
    const button = discord.buttons().find((id) => id.includes(':roll:'));
    expect(button).toBeDefined();

    const posts = discord.written().length;
    const before = me().rolls;
    const stranger = discord.press(OLEG, button!);
    await until(() => stranger.answer !== null);
    expect(me().rolls).toBe(before);
    const sent = discord.press(VERA, button!);
    await until(() => sent.answer !== null);
    expect(me().rolls).toBe(before + 1);
    expect(sent.answer?.content).toContain(String(me().lastRoll?.total));
    expect((sent.answer?.flags ?? 0) & PRIVATE).toBe(0);
    await pause(900);
    expect(discord.written().slice(posts).join('\n')).not.toContain(sent.answer?.content);
  });

  it('is told that a question is closed, and that a button is none of ours', async () => {
    for (const id of ['msig:p1:go:9999:1', 'msig:p1:vote:nothing:1', 'something-else']) {
      const sent = discord.press(VERA, id);
      await until(() => sent.answer !== null);
      expect(sent.answer).toMatchObject({
        content: expect.stringContaining('/испытание'),
        flags: PRIVATE | 4,
      });
    }
  });

  it('may type the same in the channel', async () => {
    const count = discord.world.messages.length;
    discord.say({ ...VERA, text: '!оружие ближнее' });
    await until(() => discord.world.messages.length > count);
    expect(me().reach).toBe('near');
    discord.say({ ...OLEG, text: 'просто разговор' });
    await pause(300);
    expect(discord.written().at(-1)).not.toContain('разговор');
  });
});

describe('a bad evening', () => {
  it('goes on when the channel is deleted, when interactions are rejected, and when the host restarts the link', async () => {
    discord.world.channelGone = true;
    discord.world.windowMs = 0;
    const lost = discord.slash(VERA, 'status');
    await until(() => lost.refused.includes(10_062));
    discord.world.windowMs = 3_000;
    const elsewhere = discord.slash({ ...VERA, guild: '700000000000000099' }, 'status');
    await until(() => elsewhere.answer !== null);
    expect(elsewhere.answer?.content).toContain('другом сервере');
    discord.world.channelGone = false;
    discord.gateway.cut();
    await pause(1_200);
    expect((await ask(OLEG, 'top')).text).toContain('Игла');
    expect(notes.filter((line) => line.includes('fault'))).toEqual([]);
  }, 20_000);

  it("takes the referee's token and makes a smaller one of it", async () => {
    await running.close();
    await start(await parts.tokens.sign({ role: 'admin' }));
    await until(() => discord.gateway.open > 0);
    expect((await ask(VERA, 'top')).text).toContain('Игла');
  }, 20_000);

  it('says what is missing', async () => {
    const settings = readSettings({ env: {}, options: { data } });
    const choice = { gateway: url, token: 'x', overlay: null, browser: null, note: () => {} };
    expect(() => composeDiscord({ ...choice, channel: null }, settings)).toThrow(/MSIG_DISCORD_CHANNEL/);
    expect(() => composeDiscord({ ...choice, channel: '8'.repeat(18) }, settings)).toThrow(
      /MSIG_DISCORD_TOKEN/,
    );
    await running.close();
  });
});
