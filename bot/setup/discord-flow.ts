/** Discord: the bot's token, its invitation, the server and the channel that hears of the game. */
import { randomInt } from 'node:crypto';
import { discordPlatform } from '../../adapters/platform/discord/index.ts';
import type { Settings } from '../settings-table.ts';
import { DiscordApi, DiscordRefusal, type Named } from './discord-api.ts';
import { DISCORD_GUIDE, inviteLink } from './guides/discord.ts';
import { guideText } from './guides/guide.ts';
import { appName, type Table, write } from './table.ts';
import { Cancelled } from './terminal.ts';

/** Where the bot's token is kept in the vault. */
export const DISCORD_SECRET = appName('discord');

interface Bot {
  readonly token: string;
  readonly clientId: string;
}

interface Place {
  readonly guild: string;
  readonly channel: string;
}

export function discordKnown({ vault }: Table, { discord }: Settings): boolean {
  return discord.channel !== null && (discord.token ?? vault.get(DISCORD_SECRET)) !== null;
}

/** A bot, from its token to the first line in its channel. @throws Cancelled, MsigError */
export async function addDiscord(table: Table): Promise<void> {
  const settings = table.settings();
  const bot = await askBot(table, settings);
  const place = bot && (await askPlace(table, settings, bot));
  if (!bot || !place || !(await accepted(table, settings, { bot, place }))) return;
  keep(table, bot, place);
  if (settings.discord.token) table.terminal.warn(table.words.overridden('MSIG_DISCORD_TOKEN'));
}

/** The same bot for another channel. @throws Cancelled, MsigError */
export async function moveDiscord(table: Table): Promise<void> {
  const settings = table.settings();
  const bot = knownBot(table, settings);
  const place = bot && (await askPlace(table, settings, bot));
  if (bot && place && (await accepted(table, settings, { bot, place }))) keep(table, bot, place);
}

/** @throws Cancelled */
export async function testDiscord(table: Table): Promise<void> {
  const settings = table.settings();
  const bot = knownBot(table, settings);
  const { channel, guild } = settings.discord;
  if (bot && channel) await tried(table, settings, { bot, place: { channel, guild: guild ?? '' } });
}

/** @throws Cancelled, MsigError */
export async function removeDiscord(table: Table): Promise<void> {
  const { terminal, words, vault } = table;
  if (!(await terminal.confirm(words.removeSure('Discord'), { yes: words.yes, no: words.no }, false))) return;
  write(table, (book) => {
    for (const name of ['clientId', 'guild', 'channel']) book.set(`discord.${name}`, null);
  });
  vault.remove(DISCORD_SECRET);
  terminal.done(words.removed('Discord'));
}

function knownBot({ vault, terminal }: Table, { discord }: Settings): Bot | null {
  const token = discord.token ?? vault.get(DISCORD_SECRET);
  terminal.discretion.learn(token);
  return token === null ? null : { token, clientId: discord.clientId ?? '' };
}

function keep(table: Table, { token, clientId }: Bot, { guild, channel }: Place): void {
  table.vault.set(DISCORD_SECRET, token);
  write(table, (book) => {
    book.set('discord.clientId', clientId || null);
    book.set('discord.guild', guild || null);
    book.set('discord.channel', channel);
  });
  table.terminal.done(table.words.saved(table.file));
}

async function askBot({ terminal, words, lang }: Table, settings: Settings): Promise<Bot | null> {
  const guide = guideText(
    DISCORD_GUIDE[lang],
    { redirect: '', hook: '' },
    { why: words.discordRights, more: '' },
  );
  terminal.note(words.appTitle('Discord'), guide);
  for (;;) {
    const check = (text: string) => (/^\S+$/.test(text) ? null : words.missing);
    const token = await terminal.secret(words.discordToken, check);
    try {
      const clientId = await new DiscordApi(token, settings.discord.apiUrl).application();
      return { token, clientId };
    } catch (error) {
      if (!(error instanceof DiscordRefusal)) throw error;
      terminal.fault(
        error.status === 401 ? words.discordBadToken : `${words.fault.network}\n${error.message}`,
      );
      if (!(await again(terminal, words))) return null;
    }
  }
}

async function again(terminal: Table['terminal'], words: Table['words']): Promise<boolean> {
  const choices = [
    { value: 'again' as const, label: words.again },
    { value: 'stop' as const, label: words.giveUp },
  ];
  return (await terminal.choose(words.testFailedAsk, choices)) === 'again';
}

async function askPlace(table: Table, settings: Settings, { token, clientId }: Bot): Promise<Place | null> {
  const { terminal, words } = table;
  const api = new DiscordApi(token, settings.discord.apiUrl);
  if (clientId) terminal.note(words.discordInvite, inviteLink(clientId));
  const guild = await chosen(table, {
    list: () => api.guilds(),
    before: words.discordInvited,
    none: words.discordNoGuilds,
    ask: words.discordGuild,
  });
  if (guild === null) return null;
  const channel = await chosen(table, {
    list: () => api.channels(guild),
    before: null,
    none: words.discordNoChannels,
    ask: words.discordChannel,
  });
  return channel === null ? null : { guild, channel };
}

interface Choosing {
  readonly list: () => Promise<readonly Named[]>;
  /** Asked first: something has to be done elsewhere. */
  readonly before: string | null;
  readonly none: string;
  readonly ask: string;
}

/** Null when the streamer gave up. @throws Cancelled */
async function chosen({ terminal, words }: Table, choosing: Choosing): Promise<string | null> {
  const { list, before, none, ask } = choosing;
  if (before && !(await terminal.confirm(before, { yes: words.yes, no: words.giveUp }, true))) return null;
  for (;;) {
    const found = await list().catch((error: unknown) => {
      if (error instanceof DiscordRefusal) return [];
      throw error;
    });
    const choices = found.map(({ id, name }) => ({ value: id, label: name, hint: id }));
    if (choices.length > 0) return terminal.choose(ask, choices);
    terminal.warn(none);
    if (!(await again(terminal, words))) return null;
  }
}

interface Tried {
  readonly bot: Bot;
  readonly place: Place;
}

async function accepted(table: Table, settings: Settings, tried_: Tried): Promise<boolean> {
  const { terminal, words } = table;
  for (;;) {
    if (await tried(table, settings, tried_)) return true;
    const choices = [
      { value: 'again' as const, label: words.again },
      { value: 'keep' as const, label: words.keepAnyway },
      { value: 'stop' as const, label: words.giveUp },
    ];
    const next = await terminal.choose(words.testFailedAsk, choices);
    if (next !== 'again') return next === 'keep';
  }
}

/** The real adapter writes a line; the channel's history shows it, if the bot may read that. @throws Cancelled */
async function tried(table: Table, settings: Settings, { bot, place }: Tried): Promise<boolean> {
  const { terminal, words } = table;
  const { token } = bot;
  const { apiUrl } = settings.discord;
  const log = (line: string) => terminal.warn(line);
  try {
    const adapter = discordPlatform({
      token,
      channel: place.channel,
      guild: place.guild || null,
      addresses: apiUrl ? { api: apiUrl } : {},
      log,
    });
    try {
      const up = await terminal.during(
        words.testing('Discord', place.channel),
        () => adapter.connect().then(() => true),
        true,
      );
      if (!up) return skipped(table);
      const word = `msig-${randomInt(1000, 10_000)}`;
      if (!(await adapter.send(`${words.discordLine} ${word}`))) {
        terminal.fault(words.discordNotWritten);
        return false;
      }
      const stands = await new DiscordApi(token, apiUrl).stands(place.channel, word).catch(() => false);
      terminal.done(stands ? words.discordTested : words.discordWritten);
      return true;
    } finally {
      await adapter.close();
    }
  } catch (error) {
    if (error instanceof Cancelled || !(error instanceof Error)) throw error;
    terminal.fault(`${words.testFailed}\n${error.message}`);
    return false;
  }
}

function skipped({ terminal, words }: Table): true {
  terminal.warn(words.testSkipped);
  return true;
}
