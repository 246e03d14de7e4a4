/** The API of the simulator, by route. Codes and limits: PLATFORMS.md 6. */

import { faultOf } from './form.ts';
import { callback, edit, followUp } from './interactions.ts';
import { type Answered, type Call, refusal } from './web.ts';
import type { Body, DiscordWorld, Written } from './world.ts';

const NAME = /^[-_'\p{Ll}\p{Lo}\p{N}]{1,32}$/u;

/** A channel that no text can be written to. */
const VOICE = { id: '800000000000000002', type: 2, name: 'voice' };

type Door = (world: DiscordWorld, call: Call, found: RegExpExecArray) => Answered;

/** Tried in order; `bot` ones want the bot's token. */
const DOORS: readonly (readonly [route: RegExp, bot: boolean, door: Door])[] = [
  [/^GET \/users\/@me$/, true, (world) => ({ status: 200, body: world.user(world.bot, true) })],
  [
    /^GET \/applications\/@me$/,
    true,
    (world) => ({
      status: 200,
      body: { id: world.application, name: world.bot.name, flags: world.intents << 4 },
    }),
  ],
  [
    /^GET \/users\/@me\/guilds$/,
    true,
    (world) => ({
      status: 200,
      body: [{ id: world.guild, name: 'Сервер', owner: false, permissions: '2048' }],
    }),
  ],
  [
    /^GET \/guilds\/(\d+)\/channels$/,
    true,
    (world, _, [, guild]) =>
      guild === world.guild
        ? { status: 200, body: world.channelGone ? [] : [VOICE, world.channelData()] }
        : refusal(404, 10_004, 'Unknown Guild'),
  ],
  [
    /^GET \/channels\/(\d+)\/messages$/,
    true,
    (world, _, [, id]) => channelOr(world, id, () => ({ status: 200, body: world.messages.toReversed() })),
  ],
  [
    /^GET \/channels\/(\d+)$/,
    true,
    (world, _, [, id]) => channelOr(world, id, () => ({ status: 200, body: world.channelData() })),
  ],
  [
    /^POST \/channels\/(\d+)\/messages$/,
    true,
    (world, call, [, id]) => channelOr(world, id, () => post(world, call)),
  ],
  [
    /^DELETE \/channels\/(\d+)\/messages\/(\d+)$/,
    true,
    (world, _, [, id, message]) => channelOr(world, id, () => remove(world, message!)),
  ],
  [/^PATCH \/guilds\/(\d+)\/members\/(\d+)$/, true, timeOut],
  [/^PUT \/applications\/(\d+)\/(guilds\/(\d+)\/)?commands$/, true, register],
  [/^POST \/interactions\/(\d+)\/(\w+)\/callback$/, false, callback],
  [/^PATCH \/webhooks\/(\d+)\/(\w+)\/messages\/@original$/, false, edit],
  [/^POST \/webhooks\/(\d+)\/(\w+)$/, false, followUp],
];

export function obey(world: DiscordWorld, call: Call): Answered {
  for (const [route, bot, door] of DOORS) {
    const found = route.exec(`${call.method} ${call.path}`);
    if (!found) continue;
    if (bot && call.authorization !== `Bot ${world.token}`) return refusal(401, 0, '401: Unauthorized');
    return door(world, call, found);
  }
  return refusal(404, 0, '404: Not Found');
}

function channelOr(world: DiscordWorld, id: string | undefined, then: () => Answered): Answered {
  if (world.channelGone || id !== world.channel) return refusal(404, 10_003, 'Unknown Channel');
  return then();
}

function post(world: DiscordWorld, { body, files }: Call): Answered {
  if (!world.mayWrite) return refusal(403, 50_013, 'Missing Permissions');
  const wait = world.tooFast();
  if (wait > 0) return tooFast(wait);
  const given = body as Body;
  const wrong = faultOf(given, files.length);
  if (wrong) return wrong;
  // With `enforce_nonce` the same nonce within minutes is the same message.
  const twin = given.enforce_nonce ? world.messages.find(({ nonce }) => nonce === given.nonce) : undefined;
  const message = twin ?? writtenOf(world.snowflake(), given, files);
  if (!twin) world.messages.push(message);
  const author = world.user(world.bot, true);
  const rest = {
    author,
    embeds: [],
    attachments: [],
    mentions: [],
    mention_roles: [],
    pinned: false,
    type: 0,
  };
  const at = {
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
  };
  return {
    status: 200,
    body: { id: message.id, channel_id: world.channel, content: message.content, ...rest, ...at },
  };
}

function writtenOf(id: string, body: Body, files: Call['files']): Written {
  return {
    id,
    content: body.content ?? '',
    flags: body.flags ?? 0,
    components: body.components ?? [],
    allowedMentions: body.allowed_mentions ?? null,
    nonce: body.nonce ?? null,
    files,
  };
}

export function tooFast(seconds: number, global = false): Answered {
  return {
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: seconds, global },
    headers: {
      'retry-after': String(Math.ceil(seconds)),
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset-after': String(seconds),
      'x-ratelimit-scope': global ? 'global' : 'user',
    },
  };
}

function remove(world: DiscordWorld, id: string): Answered {
  if (world.deleted.includes(id)) return refusal(404, 10_008, 'Unknown Message');
  world.deleted.push(id);
  return { status: 204 };
}

function timeOut(world: DiscordWorld, { body }: Call, [, guild, user]: RegExpExecArray): Answered {
  if (guild !== world.guild) return refusal(404, 10_004, 'Unknown Guild');
  if (user === world.owner) return refusal(403, 50_013, 'Missing Permissions');
  const { communication_disabled_until: until } = body as { communication_disabled_until: string };
  world.timeOuts.push({ user: user!, until });
  return { status: 200, body: world.member({ id: user!, name: 'x' }) };
}

interface Named {
  readonly name: string;
  readonly name_localizations?: Readonly<Record<string, string>>;
  readonly description: string;
  readonly description_localizations?: Readonly<Record<string, string>>;
  readonly options?: readonly (Named & { readonly required?: boolean })[];
}

/** The whole list takes the place of what was there; what breaks the form refuses all of it. */
function register(world: DiscordWorld, { body }: Call, [, application, , guild]: RegExpExecArray): Answered {
  if (application !== world.application) return refusal(403, 20_012, 'Not authorized for this application');
  if (guild !== undefined && guild !== world.guild) return refusal(403, 50_001, 'Missing Access');
  const commands = body as readonly Named[];
  const names = new Set(commands.map(({ name }) => name));
  if (commands.length > 100 || names.size < commands.length || !commands.every(wellFormed))
    return refusal(400, 50_035, 'Invalid Form Body');
  world.commands = commands as never;
  world.commandsOf = guild === undefined ? 'all' : 'guild';
  return { status: 200, body: commands.map((command) => ({ ...command, id: world.snowflake() })) };
}

function wellFormed({ name, name_localizations: names = {}, ...rest }: Named): boolean {
  const { description, description_localizations: descriptions = {}, options = [] } = rest;
  const good = [name, ...Object.values(names)].every((one) => NAME.test(one) && one === one.toLowerCase());
  const said = [description, ...Object.values(descriptions)].every(
    (one) => one.length >= 1 && one.length <= 100,
  );
  const needed = options.map(({ required }) => required === true);
  const ordered = needed.lastIndexOf(true) < 0 || needed.slice(0, needed.lastIndexOf(true)).every(Boolean);
  const unlike = new Set(options.map((one) => one.name)).size === options.length;
  return good && said && ordered && unlike && options.length <= 25 && options.every(wellFormed);
}
