import { afterEach, describe, expect, it } from 'vitest';
import { ALL_SCOPES, OWNER, pause, QUICK, type Rig, rigged, until } from './rig.suite.ts';
import { startTwitchSimulator } from './simulator.ts';

let rig: Rig;
afterEach(() => rig?.end());

describe('what can be done', () => {
  it('is all with everything agreed to, by the channel of an affiliate', async () => {
    rig = await rigged({ account: OWNER });
    expect([...(rig.adapter.can.features ?? [])].sort()).toEqual(
      [
        'read',
        'write',
        'reply',
        'roles',
        'rewards-create',
        'rewards-settle',
        'polls',
        'moderation',
        'stream-status',
        'donations',
        'delete-message',
      ].sort(),
    );
  });

  it('is less without points, without scopes, and in the channel of another', async () => {
    const twitch = await startTwitchSimulator();
    twitch.open({ login: 'streamer', id: '1001' });
    twitch.token('some', { user: 'streamer', scopes: ['user:read:chat'] });
    twitch.token('guest', { user: 'msigbot', scopes: ALL_SCOPES });
    rig = await rigged({ twitch, account: { accessToken: 'some' } });
    expect(rig.adapter.can.features).toEqual(['read', 'roles', 'stream-status']);
    expect(rig.adapter.rewards).toBeUndefined();
    await rig.adapter.close();
    const guest = await rigged({ twitch, account: { accessToken: 'guest' } });
    expect(guest.adapter.can.features).toEqual(['read', 'write', 'reply', 'roles', 'stream-status']);
    expect(guest.adapter.health().by).toBe('events');
    expect(guest.adapter.polls).toBeUndefined();
    await guest.adapter.close();
    twitch.standing('');
    twitch.token('owner', { user: 'streamer', scopes: ALL_SCOPES });
    rig = await rigged({ twitch, account: OWNER });
    expect(rig.adapter.can.features).not.toContain('rewards-create');
    expect(rig.adapter.can.features).not.toContain('polls');
  });

  it('stays reading by IRC where that is the only way to write', async () => {
    const twitch = await startTwitchSimulator();
    twitch.open({ login: 'streamer', id: '1001' });
    const scopes = ['chat:read', 'chat:edit', 'user:read:chat', 'channel:manage:redemptions'];
    twitch.token('half', { user: 'streamer', scopes });
    rig = await rigged({ twitch, account: { accessToken: 'half' } });
    expect(rig.adapter.health().by).toBe('irc');
    expect(await rig.adapter.sendLine('по старинке')).toMatchObject({ ok: true, confirmed: true });
    await until(() => twitch.events.subscriptions().some((type) => type.includes('redemption')));
    expect(rig.adapter.rewards).toBeDefined();
  });

  it('leaves events alone where only the API has another address', async () => {
    const twitch = await startTwitchSimulator();
    twitch.open({ login: 'streamer', id: '1001' });
    twitch.token('owner', { user: 'streamer', scopes: ALL_SCOPES });
    const { ircUrl: irc, apiUrl: api, authUrl: auth } = twitch;
    rig = await rigged({ twitch, account: OWNER, addresses: { irc, api, auth } });
    expect(rig.adapter.health()).toMatchObject({ state: 'up', by: 'irc' });
    twitch.say('streamer', 'eve', 'слышно');
    await until(() => rig.heard.length === 1);
    expect(await rig.adapter.send('и пишется')).toBe(true);
    await pause(QUICK.firstPauseMs);
    expect(twitch.events.sockets()).toBe(0);
  });
});
