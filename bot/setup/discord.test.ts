/** Discord by the real wizard in a pseudo-terminal, against the simulator. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { discordPlatform } from '../../adapters/platform/discord/index.ts';
import { type DiscordSimulator, startDiscordSimulator } from '../../adapters/platform/discord/simulator.ts';
import { composeVault } from '../compose-chats.ts';
import { readSettings } from '../settings.ts';
import { DISCORD_SECRET } from './discord-flow.ts';
import { inviteLink } from './guides/discord.ts';
import { DOWN, ENTER, type Flown, flySetup, HAS_PTY, UP } from './pilot.suite.ts';
import { expectNoSecrets } from './secrets.suite.ts';

const TOKEN = 'MTk4NjIy.simulated.token-of-the-app';
let data: string;
let discord: DiscordSimulator;
let pilot: Flown;

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'msig-setup-discord-'));
  discord = await startDiscordSimulator(TOKEN);
});
afterEach(async () => {
  pilot?.kill();
  await discord.close();
  await rm(data, { recursive: true, force: true });
});

const fly = () => {
  pilot = flySetup(['discord', '--lang', 'en', '--data', data], { MSIG_DISCORD_API_URL: discord.apiUrl });
};
const settings = () => readSettings({ env: {}, options: { data } });

async function connect(): Promise<void> {
  fly();
  await pilot.sees('Page Bot → Reset Token');
  await pilot.answers('Token of the bot', TOKEN, ENTER);
  await pilot.sees(inviteLink(discord.world.application));
  await pilot.answers('Is the bot invited?', ENTER);
  await pilot.answers('On which server', ENTER);
  await pilot.answers('Which channel', ENTER);
  await pilot.sees('was written into the Discord channel and read back.');
  await pilot.sees('Written:');
  await pilot.answers('What shall be changed?', ENTER);
  expect(await pilot.ended).toBe(0);
}

it('invites with the rights of the feed and no others', () => {
  const query = new URL(inviteLink('123')).searchParams;
  expect(query.get('scope')).toBe('bot applications.commands');
  const bits = BigInt(query.get('permissions') ?? '0');
  expect(bits).toBe((1n << 10n) | (1n << 11n) | (1n << 14n) | (1n << 15n) | (1n << 16n));
});

describe.runIf(HAS_PTY)('the wizard with Discord', () => {
  it('goes from a token to a line in the channel, and shows no secret', async () => {
    await connect();
    const { guild, channel, clientId, token } = settings().discord;
    expect([guild, channel, clientId, token]).toEqual([
      discord.world.guild,
      discord.world.channel,
      discord.world.application,
      null,
    ]);
    expect(discord.written().at(-1)).toContain("The game's bot is connected. msig-");

    const kept = composeVault(settings()).get(DISCORD_SECRET);
    const adapter = discordPlatform({
      token: kept ?? '',
      channel: channel ?? '',
      guild,
      addresses: { api: discord.apiUrl },
    });
    await adapter.connect();
    expect(await adapter.send('The game begins.')).toBe(true);
    await adapter.close();
    expect(discord.written().at(-1)).toBe('The game begins.');

    await expectNoSecrets({ vault: composeVault(settings()), data, screen: pilot.raw, given: [TOKEN] });
  });

  it('asks again for a token that is not good, and says when the bot may not write', async () => {
    discord.world.mayWrite = false;
    fly();
    await pilot.answers('Token of the bot', 'not-a-good-token', ENTER);
    await pilot.sees('Discord does not accept this token');
    await pilot.answers('What to do about it?', ENTER);
    await pilot.answers('Token of the bot', TOKEN, ENTER);
    await pilot.answers('Is the bot invited?', ENTER);
    await pilot.answers('On which server', ENTER);
    await pilot.answers('Which channel', ENTER);
    await pilot.sees('cannot write into this channel');
    await pilot.answers('What to do about it?', UP, ENTER);
    await pilot.answers('What shall be changed?', ENTER);
    expect(await pilot.ended).toBe(0);
    expect(await readdir(data)).toEqual([]);
    expect(pilot.raw).not.toContain('not-a-good-token');
  });

  it('tests and removes what is there', async () => {
    await connect();
    const before = discord.written().length;
    fly();
    await pilot.answers('What to do?', ENTER);
    await pilot.sees('read back.');
    expect(discord.written()).toHaveLength(before + 1);
    await pilot.answers('What shall be changed?', DOWN, ENTER);
    await pilot.answers('What to do?', DOWN, DOWN, DOWN, ENTER);
    await pilot.answers('Remove Discord?', DOWN, ENTER);
    await pilot.sees('Removed:');
    await pilot.answers('What shall be changed?', ENTER);
    expect(await pilot.ended).toBe(0);
    expect(settings().discord.channel).toBeNull();
    expect(composeVault(settings()).names()).toEqual([]);
  });
});
