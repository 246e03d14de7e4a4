/** What the wizard does when things go otherwise: cancelled at every step, refused by the platform. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { browse, CTRL_C, DOWN, ENTER, type Pilot } from './pilot.suite.ts';
import { done, PAGE, pageShown, SetupRig } from './rig.suite.ts';

let rig: SetupRig;
beforeEach(async () => {
  rig = await SetupRig.start();
});
afterEach(() => rig.end());

describe('cancelled', () => {
  const questions = [
    ...['Where shall the platform', 'Client ID', 'Client Secret', 'Waiting for the way back'],
    ...['Channel:', 'Which seat', 'Name on the map'],
  ];
  const slow = () => rig.vk.fail({ path: '/v1/channel', error: 'silent', calls: 9 });
  const dark = () => rig.vk.air('streamer', null);
  const moments = [
    ...questions.map((question, step) => ({ question, step, before: () => {} })),
    { question: 'Connecting', step: 7, before: slow },
    { question: 'Waiting for it', step: 7, before: dark },
  ];

  it.each(moments)('at "$question": nothing is there that was not', async ({ question, step, before }) => {
    before();
    const sat = rig.sit('vkvideo');
    for (const one of rig.steps().slice(0, step)) await one(sat.pilot);
    await sat.pilot.answers(question, CTRL_C);
    expect(await sat.ended).toBe('cancelled');
    if (step <= 2) expect(rig.snapshot()).toEqual({});
    // From the moment it was found good the app stays, so that nobody has to type it twice; nothing else does.
    else {
      expect(rig.vault.names()).toEqual(['app/vkvideo']);
      expect(rig.settings.vkvideo.clientId).toBe(rig.vk.app.clientId);
      expect(rig.seats).toEqual([]);
    }
  });

  it('with the app known, the next run goes on with the sign-in', async () => {
    const first = rig.sit('vkvideo');
    for (const one of rig.steps().slice(0, 3)) await one(first.pilot);
    await first.pilot.sees('The app is accepted and written down');
    await first.pilot.answers('Waiting for the way back', CTRL_C);
    const sat = rig.sit('vkvideo');
    await sat.pilot.answers('Use it?', ENTER);
    for (const one of rig.steps().slice(3)) await one(sat.pilot);
    await sat.pilot.sees('Written:');
    await done(sat);
    expect(rig.seats).toEqual([['streamer']]);
  });

  it('by the end of the input as well', async () => {
    const sat = rig.sit('vkvideo');
    await sat.pilot.sees('Where shall the platform');
    sat.input.end();
    expect(await sat.ended).toBe('cancelled');
    expect(rig.snapshot()).toEqual({});
  });

  it.each([0, 2, 3, 4])('after step %i of a new sign-in: the old one is as it was', async (step) => {
    const first = rig.sit('vkvideo');
    await rig.connect(first);
    await done(first);
    const before = rig.snapshot();
    dark();
    const sat = rig.sit('vkvideo');
    await sat.pilot.answers('What to do?', DOWN, DOWN, DOWN, ENTER);
    const again = [
      ...rig.steps().slice(1, 4),
      async (pilot: Pilot) => void (await pilot.sees('Waiting for it')),
    ];
    for (const one of again.slice(0, step)) await one(sat.pilot);
    await sat.pilot.types(CTRL_C);
    expect(await sat.ended).toBe('cancelled');
    expect(rig.snapshot()).toEqual(before);
  });
});

describe('refused', () => {
  it('says that the secret is wrong, and asks for the app again', async () => {
    const sat = rig.sit('vkvideo');
    for (const step of rig.steps('not-the-secret').slice(0, 3)) await step(sat.pilot);
    // Said at once, before anybody has gone to the sign-in page.
    await sat.pilot.sees('does not accept the Client ID or the secret');
    await sat.pilot.answers('What to do about it?', ENTER);
    for (const step of rig.steps().slice(1)) await step(sat.pilot);
    await sat.pilot.sees('Written:');
    await done(sat);
    expect(sat.pilot.raw).not.toContain('not-the-secret');
    expect(rig.vault.get('app/vkvideo')).toBe(rig.vk.app.clientSecret);
  });

  it('says that access was not allowed, and shows no secret that the page sends back', async () => {
    const sat = rig.sit('vkvideo');
    for (const step of rig.steps().slice(0, 3)) await step(sat.pilot);
    const { state } = await pageShown(sat.pilot);
    const query = new URLSearchParams({
      state,
      error: 'access_denied',
      error_description: `no to ${rig.vk.app.clientSecret}`,
    });
    const page = await fetch(`${rig.vk.signIn.redirectUri}?${query}`);
    expect(await page.text()).toContain('The sign-in was refused');
    await sat.pilot.sees('Access was not allowed');
    await sat.pilot.sees('no to …');
    await sat.pilot.answers('What to do about it?', DOWN, DOWN, ENTER);
    await done(sat);
    expect(rig.seats).toEqual([]);
  });

  it('waits on when a stranger brings a code, and says when the code is worthless', async () => {
    const sat = rig.sit('vkvideo');
    for (const step of rig.steps().slice(0, 3)) await step(sat.pilot);
    const { state } = await pageShown(sat.pilot);
    const strange = await fetch(`${rig.vk.signIn.redirectUri}?state=somebody-elses-state&code=theirs`);
    expect(strange.status).toBe(410);
    expect((await fetch(`${rig.vk.signIn.redirectUri}?state=${state}&code=worthless`)).status).toBe(200);
    await sat.pilot.sees('the code is too old');
    await sat.pilot.answers('What to do about it?', CTRL_C);
    expect(await sat.ended).toBe('cancelled');
    expect(sat.pilot.raw).not.toContain('worthless');
  });

  it('lets another name be typed for a channel that is not there, without a new sign-in', async () => {
    const sat = rig.sit('vkvideo');
    for (const step of rig.steps().slice(0, 4)) await step(sat.pilot);
    await sat.pilot.answers('Channel:', 'x', ENTER);
    await sat.pilot.answers('Which seat', ENTER);
    await sat.pilot.answers('Name on the map', ENTER);
    await sat.pilot.sees('The connection could not be made.');
    await sat.pilot.sees('knows no channel "streamerx"');
    await sat.pilot.answers('What to do about it?', ENTER);
    await sat.pilot.answers('Channel:', '\x7f', ENTER);
    await sat.pilot.sees('The line was read back.');
    await sat.pilot.sees('Written:');
    await done(sat);
    expect(rig.seats).toEqual([['streamer']]);
    expect(rig.vault.names()).toEqual(['app/vkvideo', 'vkvideo/streamer']);
  });

  it('keeps nothing of a channel that is not there, unless told to; and says why in Russian', async () => {
    const sat = rig.sit('vkvideo', 'ru');
    await sat.pilot.answers('Куда площадка вернёт', ENTER);
    await sat.pilot.answers('Client ID', rig.vk.app.clientId, ENTER);
    await sat.pilot.answers('Client Secret', rig.vk.app.clientSecret, ENTER);
    await browse((await sat.pilot.sees(PAGE))[0]);
    await sat.pilot.answers('Канал:', 'x', ENTER);
    await sat.pilot.answers('Какое место', ENTER);
    await sat.pilot.answers('Имя на карте', ENTER);
    await sat.pilot.sees('Канала «streamerx» на VK Видео нет.');
    await sat.pilot.answers('Что с ней делать?', DOWN, DOWN, ENTER);
    await sat.pilot.answers('Что изменить?', ENTER);
    expect(await sat.ended).toBe('done');
    expect(sat.pilot.shown).not.toContain('knows no channel');
    expect(rig.seats).toEqual([]);
    expect(rig.vault.names()).toEqual(['app/vkvideo']);
  });
});
