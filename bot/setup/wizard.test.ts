/** The wizard run again: one thing is changed at a time, and everything else stays. */
import { writeFile } from 'node:fs/promises';
import type { RequestListener, Server } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { givenGateway } from '../gateway/given.ts';
import { CTRL_C, DOWN, ENTER, UP } from './pilot.suite.ts';
import { done, SetupRig, visit } from './rig.suite.ts';

const LATE_MS = 400;
let rig: SetupRig;
beforeEach(async () => {
  rig = await SetupRig.start();
});
afterEach(() => rig.end());

describe('run again', () => {
  beforeEach(async () => {
    const sat = rig.sit('vkvideo');
    await rig.connect(sat);
    await done(sat);
  });

  it('moves a chat to another channel and seat, sign-in and all', async () => {
    const token = rig.vault.get('vkvideo/streamer');
    const sat = rig.sit('vkvideo');
    await sat.pilot.answers('What to do?', DOWN, DOWN, ENTER);
    await sat.pilot.answers('Channel:', ...'\x7f'.repeat(8), 'second', ENTER);
    await sat.pilot.answers('Which seat', DOWN, ENTER);
    // The seat that is left gives its name along.
    await sat.pilot.answers(/Name on the map for seat 2\s+│\s+streamer/, ENTER);
    await sat.pilot.sees('Written:');
    await done(sat);
    expect(rig.settings.seats.map(({ name }) => name)).toEqual([null, 'streamer']);
    expect(rig.seats).toEqual([[], ['second']]);
    expect(rig.vault.names()).toEqual(['app/vkvideo', 'vkvideo/second']);
    expect(rig.vault.get('vkvideo/second')).toBe(token);
  });

  it('signs in anew without asking for the app', async () => {
    const token = rig.vault.get('vkvideo/streamer');
    const sat = rig.sit('vkvideo');
    await sat.pilot.answers('What to do?', DOWN, ENTER);
    await visit(sat.pilot);
    await sat.pilot.sees('Written:');
    await done(sat);
    expect(sat.pilot.shown).not.toContain('Client ID');
    expect(rig.vault.get('vkvideo/streamer')).not.toBe(token);
    expect(rig.seats).toEqual([['streamer']]);
  });

  it('names the seat on the map anew, and suggests what nobody else is called', async () => {
    const sat = rig.sit('vkvideo');
    await sat.pilot.answers('What to do?', DOWN, DOWN, DOWN, DOWN, ENTER);
    await sat.pilot.answers('Name on the map for seat 1', ...'\x7f'.repeat(8), ENTER);
    await sat.pilot.answers('A name of 1 to 25 characters', 'Анна', ENTER);
    await sat.pilot.sees('Written:');
    await done(sat);
    expect(rig.settings.seats[0]?.name).toBe('Анна');
  });

  it('changes the public address later, and takes it away again', async () => {
    const sat = rig.sit();
    await sat.pilot.answers('What shall be changed?', UP, ENTER);
    await sat.pilot.answers('Public address (https', 'https://one.example.org', ENTER);
    await sat.pilot.sees('VK Video Live: https://one.example.org/auth/vkvideo/callback');
    await sat.pilot.sees('Redirect addresses now begin with');
    expect(rig.settings.public).toBe('https://one.example.org');
    await sat.pilot.answers(/Public address: https:\/\/one\.example\.org/, UP, ENTER);
    await sat.pilot.answers('Public address (https', ...'\x7f'.repeat(23), ENTER);
    await sat.pilot.sees('Written:');
    await done(sat);
    expect(rig.settings.public).toBeNull();
  });

  it('says which variable hides the new sign-in, and tests the new one all the same', async () => {
    rig.env.MSIG_VKVIDEO_TOKEN = 'by-hand-and-stale';
    const sat = rig.sit('vkvideo');
    await sat.pilot.answers('What to do?', DOWN, ENTER);
    await visit(sat.pilot);
    await sat.pilot.sees('The line was read back.');
    await sat.pilot.sees('The variable MSIG_VKVIDEO_TOKEN wins over');
    await done(sat);
  });

  it('tests what is there', async () => {
    const sat = rig.sit();
    await sat.pilot.answers('What shall be changed?', DOWN, ENTER);
    await sat.pilot.answers('What to do?', ENTER);
    await sat.pilot.sees('The line was read back.');
    await done(sat);
  });

  it('adds a second streamer with the same app, and removes the first alone', async () => {
    const sat = rig.sit();
    await sat.pilot.answers('What shall be changed?', DOWN, DOWN, ENTER);
    await sat.pilot.answers('Where will you play from?', ENTER);
    await sat.pilot.sees('Mark at least one');
    await sat.pilot.answers('Where will you play from?', DOWN, DOWN, DOWN, ' ', ENTER);
    await sat.pilot.answers('Use it?', ENTER);
    rig.vk.signIn.person = { id: '9', nick: 'Second' };
    await visit(sat.pilot);
    await sat.pilot.sees('The sign-in has arrived: second');
    await sat.pilot.answers('Channel:', ENTER);
    await sat.pilot.answers('Which seat', DOWN, ENTER);
    await sat.pilot.answers('Name on the map', ...'\x7f'.repeat(6), 'Streamer', ENTER);
    await sat.pilot.answers('Seat 1 is called so.', ' B', ENTER);
    await sat.pilot.sees('Written:');
    expect(rig.seats).toEqual([['streamer'], ['second']]);
    expect(rig.settings.seats.map(({ name }) => name)).toEqual(['streamer', 'Streamer B']);
    await sat.pilot.answers('What shall be changed?', DOWN, ENTER);
    await sat.pilot.answers('What to do?', DOWN, DOWN, DOWN, DOWN, DOWN, ENTER);
    await sat.pilot.answers('Remove VK Video Live: streamer', DOWN, ENTER);
    await sat.pilot.sees('Removed:');
    await done(sat);
    expect(rig.seats).toEqual([[], ['second']]);
    expect(rig.vault.names()).toEqual(['app/vkvideo', 'vkvideo/second']);
  });

  it('forgets the app with its last chat', async () => {
    const sat = rig.sit('vkvideo');
    await sat.pilot.answers('What to do?', DOWN, DOWN, DOWN, DOWN, DOWN, ENTER);
    await sat.pilot.answers('Remove VK Video Live: streamer', DOWN, ENTER);
    await sat.pilot.sees('Removed:');
    await done(sat);
    expect(rig.vault.names()).toEqual([]);
    expect(rig.settings.vkvideo.clientId).toBeNull();
  });
});

/** Requests with this in their address are answered a while later: a busy host. */
function answerLate(server: Server, part: string): void {
  const answers = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request').on('request', (request, response) => {
    const answer = () => answers.forEach((listener) => void listener(request, response));
    setTimeout(answer, request.url?.includes(part) ? LATE_MS : 0);
  });
}

describe('beside a running game', () => {
  it('signs in through its host, and says when the new settings count', async () => {
    const host = await givenGateway();
    answerLate(host.app.server, '/code?');
    await host.app.listen({ host: '127.0.0.1', port: rig.port });
    await writeFile(join(rig.data, 'admin.token'), `${host.admin}\n`);
    const sat = rig.sit('vkvideo');
    await rig.connect(sat);
    await sat.pilot.answers('What shall be changed?', ENTER);
    await sat.pilot.sees('it takes the new settings at its next start');
    expect(await sat.ended).toBe('done');
    expect(rig.seats).toEqual([['streamer']]);
    await host.end();
  });
});

describe('the public address', () => {
  it('is asked for where the browser is on another machine', async () => {
    const sat = rig.sit('vkvideo');
    await sat.pilot.answers('Where shall the platform send', DOWN, ENTER);
    await sat.pilot.answers('Public address', 'https://game.example.org', ENTER);
    await sat.pilot.sees('Redirect URI, to the letter: https://game.example.org/auth/vkvideo/callback');
    await sat.pilot.answers('Client ID', '?', ENTER);
    await sat.pilot.sees('Rights, and what they are for:');
    await sat.pilot.answers('Client ID', CTRL_C);
    expect(await sat.ended).toBe('cancelled');
    expect(rig.snapshot()).toEqual({});
  });

  it('is checked, and stands in every address that the app needs', async () => {
    const sat = rig.sit('kick');
    await sat.pilot.answers('Public address', 'http://game.example.org', ENTER);
    await sat.pilot.answers(
      'An address with https://',
      ...'\x7f'.repeat(23),
      'https://game.example.org/',
      ENTER,
    );
    await sat.pilot.sees('Redirect URL, to the letter: https://game.example.org/auth/kick/callback');
    await sat.pilot.sees('Webhook URL: https://game.example.org/hooks/kick');
    await sat.pilot.answers('Client ID', CTRL_C);
    expect(await sat.ended).toBe('cancelled');
    expect(rig.snapshot()).toEqual({});
  });
});

it('speaks Russian', async () => {
  const { pilot, ended } = rig.sit('vkvideo', 'ru');
  await pilot.answers('Куда площадка вернёт браузер после входа?', ENTER);
  await pilot.sees('VK Video Live: приложение. Открой страницу и сделай по шагам.');
  await pilot.sees(`Redirect URI, знак в знак: ${rig.vk.signIn.redirectUri}`);
  await pilot.sees('chat:message:send — Отвечать в чате.');
  await pilot.answers('Client ID', 'два слова', ENTER);
  await pilot.answers('Здесь нужен текст без пробелов.', CTRL_C);
  expect(await ended).toBe('cancelled');
});
