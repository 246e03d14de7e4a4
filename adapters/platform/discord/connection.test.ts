import { afterEach, describe, expect, it } from 'vitest';
import { discordPlatform } from './index.ts';
import { OWNER, pause, type Rig, type RigOptions, rigged, until, VERA } from './rig.suite.ts';
import { startDiscordSimulator } from './simulator.ts';

let rig: Rig;
const start = async (options: RigOptions = {}) => {
  rig = await rigged(options);
  return rig;
};
afterEach(() => rig.end());

describe('the connection to Discord', () => {
  it('goes on without the texts of messages when the portal does not grant them (4014), and says so', async () => {
    const discord = await startDiscordSimulator();
    discord.world.intents = 0;
    const { adapter, logged, asked } = await start({ discord });
    expect(adapter.health().state).toBe('up');
    expect(adapter.can.features).not.toContain('read');
    expect(logged.join()).toContain('4014');
    discord.say({ ...VERA, text: '!roll' });
    discord.slash(VERA, 'roll');
    await until(() => asked.length === 1);
    expect(adapter.health().read).toBe(0);
  });

  it('reads lines when they are granted, and says that it can', async () => {
    const { adapter } = await start();
    expect(adapter.can.features).toContain('read');
  });

  it('asks for no texts when told so', async () => {
    const { discord } = await start({ texts: false });
    expect(discord.gateway.intents).toBe(1);
  });

  it('refuses a bad token with a sentence that does not hold it (401 before the gateway)', async () => {
    const { adapter, logged } = await start({ token: 'wrong-token', connect: false });
    const error = await adapter.connect().catch((failure: unknown) => failure as Error);
    expect(error).toMatchObject({ code: 'DISCORD_TOKEN' });
    expect(`${(error as Error).message}${logged}`).not.toContain('wrong-token');
  });

  it('stops trying when the gateway closes with 4004: each try costs one of a thousand a day', async () => {
    const { discord, adapter, logged } = await start();
    const { identified } = discord.gateway.counts;
    discord.gateway.close(4004);
    await until(() => adapter.health().state === 'down');
    await pause(700);
    expect(adapter.health().reason).toBe('DISCORD_TOKEN');
    expect(discord.gateway.counts.identified).toBe(identified);
    expect(logged.filter((line) => line.includes('4004'))).toHaveLength(1);
  });

  it('resumes after a cut and hears what was said meanwhile, once', async () => {
    const { discord, adapter, heard } = await start();
    discord.gateway.cut();
    await until(() => adapter.health().state === 'down');
    const id = discord.say({ ...VERA, text: 'в дыру' });
    await until(() => heard.length === 1);
    discord.say({ ...VERA, text: 'в дыру', id });
    await until(() => adapter.health().dropped.repeated === 1);
    expect(discord.gateway.counts).toMatchObject({ identified: 1, resumed: 1 });
    expect(heard.map(({ text }) => text)).toEqual(['в дыру']);
  });

  it('begins a new session when the old one is not known any more', async () => {
    const { discord, adapter, heard } = await start();
    discord.gateway.forget();
    discord.gateway.cut();
    await until(() => adapter.health().state === 'down');
    await until(() => adapter.health().state === 'up');
    expect(discord.gateway.counts.identified).toBe(2);
    discord.say({ ...VERA, text: 'снова' });
    await until(() => heard.length === 1);
  });

  it('notices a socket that has gone silent by its heartbeats', async () => {
    const discord = await startDiscordSimulator();
    discord.gateway.heartbeatMs = 150;
    const { adapter } = await start({ discord });
    await until(() => discord.gateway.counts.beats >= 2);
    discord.gateway.silent = true;
    await until(() => adapter.health().state === 'down');
    discord.gateway.silent = false;
    await until(() => adapter.health().state === 'up');
  });

  it('gives up within its time when nothing answers, and tells the address of nothing secret', async () => {
    const discord = await startDiscordSimulator();
    discord.gateway.mute = true;
    const { adapter } = await start({ discord, connect: false, times: { startMs: 600 } });
    await expect(adapter.connect()).rejects.toMatchObject({ code: 'DISCORD_UNREACHABLE' });
  });

  it('is made anew when the library finds no way back', async () => {
    const { discord, adapter } = await start({ times: { stuckMs: 400 } });
    discord.gateway.mute = true;
    discord.gateway.cut();
    await until(() => adapter.health().state === 'down');
    await pause(900);
    discord.gateway.mute = false;
    await until(() => adapter.health().state === 'up', 12_000);
    expect(discord.gateway.counts.identified).toBe(2);
  });

  it('says which channel it cannot see', async () => {
    const discord = await startDiscordSimulator();
    discord.world.channelGone = true;
    const { adapter } = await start({ discord, connect: false });
    await expect(adapter.connect()).rejects.toMatchObject({
      code: 'DISCORD_NO_CHANNEL',
      message: expect.stringContaining(discord.world.channel),
    });
  });

  it('leaves no socket behind when it is closed in the middle of a reconnection', async () => {
    const { discord, adapter } = await start();
    discord.gateway.cut();
    await until(() => adapter.health().state === 'down');
    await adapter.close();
    await pause(2_000);
    expect(discord.gateway.open).toBe(0);
  });

  it('refuses ids and addresses that cannot be any, with what was given', async () => {
    await start({ connect: false });
    const make = (more: object) => () => discordPlatform({ token: 't', channel: '8'.repeat(18), ...more });
    expect(make({ channel: 'general' })).toThrow(/general/);
    expect(make({ guild: 'мой сервер' })).toThrow(/мой сервер/);
    expect(make({ token: ' ' })).toThrow(/MSIG_DISCORD_TOKEN/);
    expect(make({ addresses: { api: 'discord' } })).toThrow(/discord\.com\/api/);
  });
});

describe('what is read', () => {
  it('knows owner, moderators and boosters, and nobody by the name of a role', async () => {
    const { discord, heard } = await start();
    discord.world.moderators.add('7');
    discord.world.boosters.add('42');
    discord.say({ ...OWNER, text: 'a' });
    discord.say({ user: '7', name: 'Мод', text: 'b' });
    discord.say({ ...VERA, text: 'c' });
    await until(() => heard.length === 3);
    expect(heard.map(({ roles }) => roles)).toEqual([['broadcaster'], ['moderator'], ['subscriber']]);
  });

  it('passes on neither bots, nor other channels, nor messages without words', async () => {
    const { discord, adapter, heard } = await start();
    discord.say({ user: '5', text: '!roll', bot: true });
    discord.say({ ...VERA, text: '!roll', channel: '800000000000000009' });
    discord.say({ ...VERA, text: '   ' });
    discord.say({ ...VERA, text: 'да' });
    await until(() => heard.length === 1);
    const { bot, empty } = adapter.health().dropped;
    expect([bot, empty]).toEqual([1, 1]);
  });

  it('is not thrown by events of an unknown kind or without what they should hold', async () => {
    const { discord, adapter, heard } = await start();
    discord.gateway.send('SOMETHING_NEW', { id: 'x' });
    const { channel, guild } = discord.world;
    discord.gateway.send('MESSAGE_CREATE', { id: 'no number', channel_id: channel, guild_id: guild });
    discord.gateway.send('MESSAGE_CREATE', {});
    discord.gateway.send('INTERACTION_CREATE', { id: discord.world.snowflake(), type: 99 });
    discord.gateway.send('INTERACTION_CREATE', { id: 'x', type: 2 });
    discord.say({ ...VERA, text: 'ещё тут' });
    await until(() => heard.length === 1);
    expect(adapter.health().state).toBe('up');
  });
});
