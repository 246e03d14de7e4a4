/**
 * A Discord of our own, speaking the real wire (PLATFORMS.md 6): `/api/v10/…` and the gateway's socket on one port of
 * 127.0.0.1. The real library connects to it. Written from that chapter; codes and limits stand in `simulator/`.
 */
import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { obey } from './simulator/doors.ts';
import { Gateway } from './simulator/gateway.ts';
import { answer, readCall } from './simulator/web.ts';
import { type Body, DiscordWorld, type Person, type Sent } from './simulator/world.ts';

export interface Said extends Partial<Pick<Person, 'name'>> {
  readonly user: string;
  readonly text: string;
  readonly bot?: boolean;
  readonly channel?: string;
  /** The same id again is a redelivery. */
  readonly id?: string;
}

export interface Asked {
  readonly user: string;
  readonly name?: string;
  readonly locale?: string;
  readonly guild?: string;
}

/** What comes with a slash command: by option name. */
export type Values = Readonly<Record<string, string | number>>;

export class DiscordSimulator {
  readonly world: DiscordWorld;
  readonly gateway: Gateway;
  readonly apiUrl: string;
  readonly #server: Server;

  constructor(world: DiscordWorld, gateway: Gateway, { server, apiUrl }: { server: Server; apiUrl: string }) {
    this.world = world;
    this.gateway = gateway;
    this.apiUrl = apiUrl;
    this.#server = server;
  }

  /** Somebody writes in the channel. Returns the message's id. */
  say({ user, name = `u${user}`, text, bot = false, channel, id = this.world.snowflake() }: Said): string {
    const { world } = this;
    const person = { id: user, name };
    this.gateway.send('MESSAGE_CREATE', {
      ...{ id, channel_id: channel ?? world.channel, guild_id: world.guild, content: text, type: 0 },
      ...{ author: world.user(person, bot), member: { ...world.member(person), user: undefined } },
      ...{ timestamp: new Date().toISOString(), edited_timestamp: null, tts: false, mention_everyone: false },
      ...{ mentions: [], mention_roles: [], attachments: [], embeds: [], pinned: false, components: [] },
    });
    return id;
  }

  /** Somebody uses a slash command. */
  slash(asked: Asked, command: string, values: Values = {}): Sent {
    return this.#interact(asked, 2, { ...COMMAND, name: command, options: optionsOf(values) });
  }

  /** Somebody is typing an option of a slash command. */
  typing(
    asked: Asked,
    command: string,
    { values = {}, option, typed }: { values?: Values; option: string; typed: string },
  ): Sent {
    const focused = { name: option, type: 3, value: typed, focused: true };
    return this.#interact(asked, 4, { ...COMMAND, name: command, options: [...optionsOf(values), focused] });
  }

  /** Somebody presses a button under a message of the bot. */
  press(asked: Asked, button: string): Sent {
    const { world } = this;
    const message = {
      ...{
        id: world.snowflake(),
        channel_id: world.channel,
        content: '',
        type: 0,
        author: world.user(world.bot, true),
      },
      ...{
        timestamp: new Date().toISOString(),
        edited_timestamp: null,
        mentions: [],
        mention_roles: [],
        flags: 0,
      },
      ...{ attachments: [], embeds: [], pinned: false, tts: false, mention_everyone: false, components: [] },
    };
    return this.#interact(asked, 3, { custom_id: button, component_type: 2 }, { message });
  }

  /** Texts in the channel by the bot, oldest first. */
  written(): string[] {
    return this.world.messages.map(({ content }) => content);
  }

  /** Ids of the buttons under the last message that has any. */
  buttons(): string[] {
    return buttonsOf(
      this.world.messages.findLast(({ components }) => components.length > 0)?.components ?? [],
    );
  }

  async close(): Promise<void> {
    this.gateway.end();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #interact(
    { user, name = `u${user}`, locale = 'en-US', guild }: Asked,
    type: number,
    data: unknown,
    more = {},
  ): Sent {
    const { world } = this;
    const token = randomBytes(24).toString('hex');
    const sent: Sent = {
      ...{
        id: world.snowflake(),
        token,
        at: Date.now(),
        taken: [],
        refused: [],
        answer: null,
        after: null,
        followUps: [],
      },
    };
    world.sent.set(token, sent);
    this.gateway.send('INTERACTION_CREATE', {
      ...{
        id: sent.id,
        application_id: world.application,
        type,
        data,
        token,
        version: 1,
        locale,
        guild_locale: 'ru',
      },
      ...{
        guild_id: guild ?? world.guild,
        channel_id: world.channel,
        channel: world.channelData(),
        app_permissions: '2048',
      },
      ...{
        member: world.member({ id: user, name }),
        entitlements: [],
        authorizing_integration_owners: {},
        context: 0,
      },
      ...{ attachment_size_limit: 524_288, ...more },
    });
    return sent;
  }
}

const COMMAND = { id: '600000000000000001', type: 1 };

function optionsOf(values: Values) {
  return Object.entries(values).map(([name, value]) => ({
    name,
    type: typeof value === 'number' ? 4 : 3,
    value,
  }));
}

export function buttonsOf(components: Body['components'] = []): string[] {
  const rows = components as { readonly components: readonly { readonly custom_id: string }[] }[];
  return rows.flatMap((row) => row.components.map((one) => one.custom_id));
}

/** @param token of the bot */
export async function startDiscordSimulator(token = 'good-token'): Promise<DiscordSimulator> {
  const world = new DiscordWorld(token);
  const server = createServer(async (request, response) => {
    const call = await readCall(request).catch(() => null);
    if (!call) return answer(response, { status: 400, body: { message: '400: Bad Request', code: 0 } });
    const name = `${call.method} ${call.path}`;
    world.calls.push(name.replace(/\w{30,}/, '…'));
    const fault = world.fault(name);
    const answered =
      fault && !fault.acted
        ? null
        : name === 'GET /gateway/bot'
          ? door(world, call.authorization)
          : obey(world, call);
    if (fault?.silent) return;
    answer(response, fault ?? answered!);
  });
  const door = ({ token: good }: DiscordWorld, authorization: string) =>
    authorization === `Bot ${good}`
      ? { status: 200, body: { url: wsUrl, shards: 1, session_start_limit: STARTS } }
      : { status: 401, body: { message: '401: Unauthorized', code: 0 } };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const wsUrl = `ws://127.0.0.1:${port}`;
  const gateway = new Gateway(world, server);
  gateway.address = wsUrl;
  return new DiscordSimulator(world, gateway, { server, apiUrl: `http://127.0.0.1:${port}/api` });
}

const STARTS = { total: 1_000, remaining: 999, reset_after: 0, max_concurrency: 1 };
