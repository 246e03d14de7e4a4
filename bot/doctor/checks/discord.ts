import type { Settings } from '../../settings-table.ts';
import type { Around } from '../around.ts';
import { type Check, type Found, fault, ok, warn } from '../check.ts';
import { rightsMissing } from '../discord-rights.ts';
import { type Answer, type Json, list, record, word } from '../net.ts';

/** As the library asks: version 10 of the API. */
const VERSION = 'v10';

export const discordApi = ({ discord: { apiUrl } }: Settings): string =>
  `${(apiUrl ?? 'https://discord.com/api').replace(/\/+$/, '').replace(/\/v\d+$/, '')}/${VERSION}`;

/** The bot's token, its right to texts, its server and its channel. Only looks; opens no gateway session. */
export const discordCheck: Check = {
  name: 'discord',
  run: async (around) => {
    if (around.discordToken === null) return [];
    const gateway = await asked(around, '/gateway/bot');
    if (!gateway.answered || gateway.status >= 500) return [warn('NOT_ASKED')];
    if (gateway.status === 401) return [fault('DISCORD_TOKEN')];
    const [told, there] = await Promise.all([texts(around), places(around)]);
    return [ok('DISCORD'), ...sessions(gateway), ...told, ...there];
  },
};

function asked({ settings, net, discordToken }: Around, path: string): Promise<Answer> {
  const url = `${discordApi(settings)}${path}`;
  return net.ask({ url, headers: { Authorization: `Bot ${discordToken}` } });
}

const isJson = (answer: Answer): answer is Extract<Answer, { answered: true }> =>
  answer.answered && answer.status === 200;

/** GATEWAY_MESSAGE_CONTENT, and the same for bots in few servers. */
const TEXTS = (1 << 18) | (1 << 19);

async function texts(around: Around): Promise<Found[]> {
  const answer = await asked(around, '/applications/@me');
  if (!isJson(answer) || typeof answer.json.flags !== 'number') return [];
  return (answer.json.flags & TEXTS) === 0 ? [warn('DISCORD_NO_TEXTS')] : [];
}

/** A bot that was started a thousand times in a day is shut out until the next. */
function sessions(gateway: Answer): Found[] {
  if (!isJson(gateway)) return [];
  const left = record(gateway.json.session_start_limit).remaining;
  return typeof left === 'number' && left < 10 ? [warn('DISCORD_SESSIONS', { left })] : [];
}

/** Discord's codes for what is not there, and for what is not shown to the bot. */
const UNSEEN = new Set([10_003, 10_004, 50_001]);
const isUnseen = (answer: Answer): boolean => answer.answered && UNSEEN.has(Number(answer.json.code));

async function places(around: Around): Promise<Found[]> {
  const { guild, channel } = around.settings.discord;
  if (channel === null) return [warn('DISCORD_NO_CHANNEL')];
  const there = await asked(around, `/channels/${encodeURIComponent(channel)}`);
  const of = isJson(there) ? word(there.json.guild_id) : '';
  const home = guild ?? of;
  const server = await asked(around, `/guilds/${encodeURIComponent(home)}`);
  if (isUnseen(server)) return [fault('DISCORD_NOT_IN', { guild: home })];
  if (isUnseen(there)) return [fault('DISCORD_UNSEEN', { channel })];
  if (!isJson(there)) return [warn('NOT_ASKED')];
  if (guild !== null && of !== '' && of !== guild) return [fault('DISCORD_ELSEWHERE', { channel, guild })];
  const missing = isJson(server) ? await missingRights(around, there.json, server.json) : null;
  return missing === null || missing.length === 0
    ? [ok('DISCORD_CHANNEL', { channel })]
    : [fault('DISCORD_MUTE', { channel, list: missing.join(', ') })];
}

/** Null if Discord does not tell enough to work it out. */
async function missingRights(around: Around, channel: Json, server: Json): Promise<readonly string[] | null> {
  const me = await asked(around, '/users/@me');
  if (!isJson(me)) return null;
  const [bot, guild] = [word(me.json.id), word(server.id)];
  const member = await asked(around, `/guilds/${guild}/members/${bot}`);
  if (!isJson(member)) return null;
  return rightsMissing({
    bot,
    guild,
    owner: word(server.owner_id),
    roles: list(server.roles),
    own: Array.isArray(member.json.roles) ? member.json.roles.map(word) : [],
    overwrites: list(channel.permission_overwrites),
  });
}
