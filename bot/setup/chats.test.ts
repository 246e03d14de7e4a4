/**
 * The real wizard in a pseudo-terminal against the simulators, platform by platform: ends in a configuration that the
 * game can connect with, and shows or writes no secret on the way.
 */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChatMessage, PlatformAdapter } from '../../adapters/platform/contract.ts';
import { startKickSimulator } from '../../adapters/platform/kick/simulator.ts';
import { startTwitchSimulator } from '../../adapters/platform/twitch/simulator.ts';
import { startVkvideoSimulator } from '../../adapters/platform/vkvideo/simulator.ts';
import { startYoutubeSimulator } from '../../adapters/platform/youtube/simulator.ts';
import { composeVault } from '../compose-chats.ts';
import { readSettings } from '../settings.ts';
import type { Settings } from '../settings-table.ts';
import type { PlatformName } from './book.ts';
import {
  browse,
  ENTER,
  type Flown,
  flySetup,
  freePort,
  HAS_PTY,
  pause,
  type Visited,
} from './pilot.suite.ts';
import { PLATFORMS } from './platforms/all.ts';
import { expectNoSecrets } from './secrets.suite.ts';

let data: string;
let port: number;
let flown: Flown | null;
const ends: (() => Promise<void>)[] = [];

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'msig-setup-'));
  port = await freePort();
  flown = null;
});

afterEach(async () => {
  flown?.kill();
  for (const end of ends.splice(0).reverse()) await end();
  await rm(data, { recursive: true, force: true });
});

const fly = (args: readonly string[], env: Record<string, string>): Flown => {
  flown = flySetup([...args, '--lang', 'en', '--data', data, '--port', String(port)], env);
  return flown;
};

const URL_SHOWN = /https?:\/\/127\.0\.0\.1:\S+/;

/** Types the app's id and secret. */
async function app(pilot: Flown, id: string, secret: string): Promise<void> {
  await pilot.answers('Client ID', id, ENTER);
  await pilot.answers('Client Secret', secret, ENTER);
}

async function signIn(pilot: Flown): Promise<Visited> {
  const [address] = await pilot.sees(URL_SHOWN);
  await pilot.sees('Waiting for the way back');
  const visited = await browse(address);
  expect(visited.status).toBe(200);
  expect(visited.page).toContain('Вход получен');
  expect(visited.page).not.toContain(visited.back.searchParams.get('code'));
  return visited;
}

async function finish(pilot: Flown): Promise<void> {
  await pilot.sees('Written:');
  await pilot.answers('What shall be changed?', ENTER);
  expect(await pilot.ended).toBe(0);
  expect((await readdir(data)).sort()).toEqual(['settings.yaml', 'vault']);
}

function settled(env: Record<string, string>): Settings {
  const settings = readSettings({ env, options: { data } });
  expect(settings.port).toBe(port);
  return settings;
}

/** Connects as the game will, from nothing but what lies in the folder. */
async function connected(
  platform: PlatformName,
  env: Record<string, string>,
): Promise<{ adapter: PlatformAdapter; heard: ChatMessage[] }> {
  const settings = settled(env);
  const [chat] = settings.seats[0]?.chats ?? [];
  expect(chat?.platform).toBe(platform);
  const wire = { onLine: () => () => {}, onUp: () => () => {}, say: () => false };
  const around = { settings, data, vault: composeVault(settings), note: () => {}, wire };
  const adapter = PLATFORMS[platform].make(chat?.channel ?? '', around);
  const heard: ChatMessage[] = [];
  adapter.onMessage((message) => heard.push(message));
  ends.push(() => adapter.close());
  await adapter.connect();
  return { adapter, heard };
}

const noSecrets = (...given: readonly string[]): Promise<void> =>
  expectNoSecrets({ vault: composeVault(settled({})), data, screen: flown?.raw ?? '', given });

async function until(what: () => boolean): Promise<void> {
  for (const end = Date.now() + 15_000; !what(); await pause(10))
    if (Date.now() > end) throw new Error(`never: ${what}`);
}

describe.runIf(HAS_PTY)('the wizard, from the first key to a connection', () => {
  it('VK Video: writes a line and reads it back as a viewer', async () => {
    const vk = await startVkvideoSimulator();
    ends.push(() => vk.close());
    vk.signIn.redirectUri = `http://127.0.0.1:${port}/auth/vkvideo/callback`;
    vk.open('streamer', { id: '1', nick: 'Streamer' });
    vk.air('streamer', { title: 'Live' });
    const env = {
      MSIG_VKVIDEO_AUTH_URL: vk.authUrl,
      MSIG_VKVIDEO_API_URL: vk.apiUrl,
      MSIG_VKVIDEO_PUBSUB_URL: vk.pubsubUrl,
    };
    const pilot = fly(['vkvideo'], env);
    await pilot.answers('Where shall the platform send', ENTER);
    await pilot.sees(vk.signIn.redirectUri);
    await app(pilot, vk.app.clientId, vk.app.clientSecret);
    const { back } = await signIn(pilot);
    await pilot.sees('The sign-in has arrived: streamer');
    await pilot.answers('Channel:', ENTER);
    await pilot.answers('Which seat', ENTER);
    await pilot.answers('Name on the map', ENTER);
    await pilot.sees('The line was read back.');
    await finish(pilot);
    expect(vk.spoken().at(-1)?.text).toContain('Connection test, word msig-');

    const { adapter, heard } = await connected('vkvideo', env);
    vk.say('streamer', { id: '42', nick: 'Vera' }, '!roll');
    await until(() => heard.some(({ text }) => text === '!roll'));
    expect(await adapter.send('The game answers.')).toBe(true);
    await adapter.close();
    await noSecrets(vk.app.clientSecret, back.searchParams.get('code') ?? '');
  });

  it('Twitch: by a code on another screen, refused once; reads its line back as a viewer', async () => {
    const twitch = await startTwitchSimulator();
    ends.push(() => twitch.close());
    twitch.open('streamer');
    const env = {
      MSIG_TWITCH_IRC_URL: twitch.ircUrl,
      MSIG_TWITCH_API_URL: twitch.apiUrl,
      MSIG_TWITCH_AUTH_URL: twitch.authUrl,
      MSIG_TWITCH_EVENTSUB_URL: twitch.eventsubUrl,
    };
    const pilot = fly(['twitch'], env);
    await pilot.sees('channel points: make rewards, settle them, refund');
    await pilot.answers('Client ID', '?', ENTER);
    await pilot.sees('channel:manage:redemptions — Create channel point rewards');
    await app(pilot, twitch.client.id, twitch.client.secret);
    const [, code = ''] = await pilot.sees(/Code: (\S+)/);
    await pilot.sees('Waiting for the confirmation');
    twitch.decide(code, null);
    await pilot.sees('Access was not allowed');
    await pilot.answers('What to do about it?', ENTER);
    const [, second = ''] = await pilot.sees(/Code: (\S+)/);
    await pilot.sees('Waiting for the confirmation');
    twitch.decide(second, 'streamer');
    await pilot.sees('The sign-in has arrived: streamer');
    await pilot.answers('Channel:', ENTER);
    await pilot.answers('Which seat', ENTER);
    await pilot.answers('Name on the map', ENTER);
    await pilot.sees('The line was read back.');
    await finish(pilot);

    const { adapter, heard } = await connected('twitch', env);
    twitch.say('streamer', 'vera', '!roll');
    await until(() => heard.some(({ text }) => text === '!roll'));
    expect(await adapter.send('The game answers.')).toBe(true);
    await adapter.close();
    await noSecrets(twitch.client.secret);
  });

  it('Kick: reads its own line back by the webhook that comes to the wizard', async () => {
    const kick = await startKickSimulator();
    ends.push(() => kick.close());
    const redirect = `http://127.0.0.1:${port}/auth/kick/callback`;
    kick.open('streamer', { id: 1, name: 'Streamer' });
    kick.redirect(redirect);
    kick.webhookTo(`http://127.0.0.1:${port}/hooks/kick`);
    const env = {
      MSIG_KICK_API_URL: kick.apiUrl,
      MSIG_KICK_AUTH_URL: kick.authUrl,
      MSIG_KICK_PUBLIC_KEY: kick.publicKey.replaceAll('\n', '\\n'),
    };
    const pilot = fly(['kick'], env);
    await pilot.sees('cloudflared tunnel --url');
    await pilot.answers('Public address', ENTER);
    await pilot.sees(redirect);
    await app(pilot, kick.client.id, kick.client.secret);
    const { back } = await signIn(pilot);
    await pilot.answers('Channel:', ENTER);
    await pilot.answers('Which seat', ENTER);
    await pilot.answers('Name on the map', ENTER);
    await pilot.sees('The line was read back.');
    await finish(pilot);
    expect(kick.spoken().at(-1)?.text).toContain('Connection test');

    const { adapter } = await connected('kick', env);
    expect(await adapter.send('The game answers.')).toBe(true);
    await adapter.close();
    await noSecrets(kick.client.secret, back.searchParams.get('code') ?? '');
  });

  it('YouTube: refused once; reads the word that the streamer types', async () => {
    const youtube = await startYoutubeSimulator();
    ends.push(() => youtube.close());
    const owner = 'UCstreamer00000000000000';
    youtube.limits.pollingIntervalMillis = 50;
    const chat = youtube.goLive({ owner });
    const env = { MSIG_YOUTUBE_API_URL: youtube.url, MSIG_YOUTUBE_AUTH_URL: youtube.url };
    const pilot = fly(['youtube'], env);
    await pilot.answers('Where shall the platform send', ENTER);
    await pilot.sees(`http://127.0.0.1:${port}/auth/youtube/callback`);
    await app(pilot, youtube.desk.client.id, youtube.desk.client.secret);
    const [address] = await pilot.sees(URL_SHOWN);
    await pilot.sees('Waiting for the way back');
    expect((await browse(address)).page).toContain('The sign-in was refused');
    await pilot.sees('Access was not allowed');
    youtube.desk.consents = owner;
    await pilot.answers('What to do about it?', ENTER);
    const { back } = await signIn(pilot);
    await pilot.sees(`The sign-in has arrived: ${owner}`);
    await pilot.answers('Channel:', ENTER);
    await pilot.answers('Which seat', ENTER);
    await pilot.answers('Name on the map', ENTER);
    await pilot.sees('The line is in the chat.');
    const [, word = ''] = await pilot.sees(/Write this word in the chat of \S+: (msig-\d+)/);
    await pilot.sees('Waiting for it');
    youtube.say(chat, { id: owner, name: 'Streamer' }, word);
    await pilot.sees('Read, written by Streamer');
    await finish(pilot);

    const { adapter, heard } = await connected('youtube', env);
    youtube.say(chat, { id: 'UCvera000000000000000000', name: 'Vera' }, '!roll');
    await until(() => heard.some(({ text }) => text === '!roll'));
    expect(await adapter.send('The game answers.')).toBe(true);
    await adapter.close();
    await noSecrets(youtube.desk.client.secret, back.searchParams.get('code') ?? '');
  });
});
