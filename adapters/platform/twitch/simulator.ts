/**
 * A Twitch for tests and rehearsals: real chat lines over the transports that the product uses, the refusals and
 * limits of the real one, its sign-in, and its bad days. Listens on 127.0.0.1 only; nothing is left after `close`.
 */
import { type Doors, openDoors } from './simulator/doors.ts';
import type { SimToken, SimUser } from './simulator/people.ts';
import type { Limits } from './simulator/room.ts';
import { type Cleared, cleared, privmsg, type SayOptions, spokenLine } from './simulator/speech.ts';
import { Web } from './simulator/web.ts';
import { type Spoken, World } from './simulator/world.ts';

export interface TwitchSimulator {
  /** For `MSIG_TWITCH_IRC_URL`. */
  readonly ircUrl: string;
  readonly tcpUrl: string;
  /** For `MSIG_TWITCH_API_URL`. */
  readonly apiUrl: string;
  /** For `MSIG_TWITCH_AUTH_URL`. */
  readonly authUrl: string;
  readonly limits: Limits;
  /** Makes a channel that can be joined. */
  open(channel: string | SimUser): void;
  /** Somebody writes; returns the id of the line. */
  say(channel: string, user: string | SimUser, text: string, options?: SayOptions): string;
  /** A line as it is, to everybody in the channel. */
  raw(channel: string, line: string): void;
  /** All lines that clients sent, passwords and pings among them, oldest first. */
  sent(): readonly string[];
  /** What clients wrote and the chat shows, oldest first. */
  spoken(): readonly Spoken[];
  /** How many clients are in the channel. */
  readers(channel: string): number;
  connections(): number;
  token(token: string, about: SimToken): void;
  /** The token runs out, or is taken back. */
  expire(token: string): void;
  moderator(channel: string, login: string): void;
  ban(channel: string, login: string): void;
  timeout(channel: string, login: string, seconds: number): void;
  /** `suspended`, `slow` (seconds), `subsOnly`, `emoteOnly`. */
  rules(
    channel: string,
    rules: { suspended?: boolean; slow?: number; subsOnly?: boolean; emoteOnly?: boolean },
  ): void;
  /** Lines that a viewer may write in 30 s from now on. */
  rateLimit(lines: number): void;
  /** The moderators delete a line, or all of somebody. */
  clear(channel: string, what: Cleared): void;
  /** Pulls the cable of all clients; `half` leaves a half-written line behind. */
  cut(options?: { readonly half?: boolean }): void;
  /** Asks all clients to connect anew, and cuts those that are still there after `graceMs`. */
  reconnect(graceMs?: number): void;
  /** Refuses the next connections. */
  refuse(connections: number): void;
  ping(): void;
  /** The next calls to sign-in and API fail; those of one path, if it is given. */
  failCalls(calls: number, status: number, path?: string): void;
  /** How often `/validate`, `/token`, `/helix/users` were called. */
  calls(path: string): number;
  close(): Promise<void>;
}

export async function startTwitchSimulator(): Promise<TwitchSimulator> {
  const world = new World();
  const web = new Web(world.people);
  const refusing = { left: 0 };
  const timers = new Set<NodeJS.Timeout>();
  const admits = () => {
    refusing.left -= 1;
    return refusing.left < 0;
  };
  const doors = await openDoors({ world, answer: web.answer, admits });
  world.onSpoken = (from, { channel, login, text }) =>
    world.tell(channel, privmsg(world, { channel, user: login, text, options: {} }), from);
  return {
    ...addresses(doors),
    ...chat(world),
    ...order(world),
    ...trouble(world, timers),
    token: (token, about) => world.people.grant(token, about),
    expire: (token) => {
      const grant = world.people.grants.get(token);
      if (grant) grant.expired = true;
    },
    refuse: (connections) => {
      refusing.left = connections;
    },
    failCalls: (calls, status, path) => web.fail(calls, status, path),
    calls: (path) => web.calls.get(path) ?? 0,
    close: async () => {
      for (const timer of timers) clearTimeout(timer);
      await doors.close();
    },
  };
}

function addresses({ port, tcpPort }: Doors) {
  return {
    ircUrl: `ws://127.0.0.1:${port}`,
    tcpUrl: `irc://127.0.0.1:${tcpPort}`,
    apiUrl: `http://127.0.0.1:${port}/helix`,
    authUrl: `http://127.0.0.1:${port}/oauth2`,
  };
}

type Part<K extends keyof TwitchSimulator> = Pick<TwitchSimulator, K>;

function chat(world: World): Part<'open' | 'say' | 'raw' | 'sent' | 'spoken' | 'readers' | 'connections'> {
  const inside = (channel: string) => [...world.sessions].filter(({ channels }) => channels.has(channel));
  return {
    open: (channel) => void world.room(world.people.of(channel).login),
    say: (channel, user, text, options = {}) =>
      spokenLine(world, { channel: channel.replace(/^#/, '').toLowerCase(), user, text, options }),
    raw: (channel, line) => {
      for (const session of inside(channel)) session.wire.send(`${line}\r\n`);
    },
    sent: () => world.sent,
    spoken: () => world.spoken,
    readers: (channel) => inside(channel).length,
    connections: () => world.sessions.size,
  };
}

function order(
  world: World,
): Part<'limits' | 'moderator' | 'ban' | 'timeout' | 'rules' | 'rateLimit' | 'clear'> {
  return {
    limits: world.limits,
    moderator: (channel, login) => void world.room(channel).moderators.add(login),
    ban: (channel, login) => void world.room(channel).banned.add(login),
    timeout: (channel, login, seconds) => {
      world.room(channel).timedOut.set(login, Date.now() + seconds * 1000);
      cleared(world, channel, { login, seconds });
    },
    rules: (channel, rules) => void Object.assign(world.room(channel), rules),
    rateLimit: (lines) => {
      world.limits.lines = lines;
    },
    clear: (channel, what) => cleared(world, channel, what),
  };
}

function trouble(world: World, timers: Set<NodeJS.Timeout>): Part<'cut' | 'reconnect' | 'ping'> {
  return {
    cut: ({ half = false } = {}) => {
      for (const { wire } of [...world.sessions]) {
        if (half) wire.sendHalf('@badges=broadcaster/1;id=half;user-id=1 :x!x@x.tmi.twitch.tv PRIVM');
        wire.cut();
      }
    },
    reconnect: (graceMs = 5_000) => {
      const old = [...world.sessions];
      for (const session of old) session.tell({}, ':tmi.twitch.tv RECONNECT');
      const timer = setTimeout(() => {
        timers.delete(timer);
        for (const session of old) session.wire.cut();
      }, graceMs);
      timers.add(timer);
    },
    ping: () => {
      for (const session of world.sessions) session.tell({}, 'PING :tmi.twitch.tv');
    },
  };
}
