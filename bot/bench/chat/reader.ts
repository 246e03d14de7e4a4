/** A reader of a chat: `alone` is the library with nothing behind it, `ours` is a player's whole process on top. */
import { ChatClient, LogLevel } from '@twurple/chat';
import { ircAddress } from '../../../adapters/platform/twitch/addresses.ts';
import { twitchPlatform } from '../../../adapters/platform/twitch/index.ts';
import { OneSocket } from '../../../adapters/platform/twitch/socket.ts';
import { answer } from '../child.ts';
import { chatOf, type Heard } from './player.ts';

export interface Place {
  readonly channel: string;
  readonly addresses: { readonly irc: string; readonly api: string; readonly auth: string };
}

const ours = process.argv[2] === 'ours';
const heard: Heard = { lines: 0, commands: 0, votes: 0 };
let cpu = process.cpuUsage();
/** Something is done with the author, as any reader does. */
let authors = 0;

async function connectAlone({ channel, addresses }: Place): Promise<void> {
  const socket = new OneSocket(ircAddress(addresses.irc));
  const client = new ChatClient({
    channels: [channel],
    readOnly: true,
    hostName: '127.0.0.1',
    ssl: false,
    connectionOptions: { wsOptions: socket.options },
    logger: { minLevel: LogLevel.ERROR },
  });
  client.onMessage((_channel, _user, text, message) => {
    const { userId, displayName } = message.userInfo;
    authors += userId.length + displayName.length;
    count(text);
  });
  const joined = new Promise<void>((done) => client.onJoin(() => done()));
  client.connect();
  await joined;
}

async function connectOurs({ channel, addresses }: Place): Promise<void> {
  const adapter = twitchPlatform({ channel, addresses });
  const hear = await chatOf(adapter, heard);
  adapter.onMessage((message) => {
    count(message.text);
    void hear(message);
  });
  await adapter.connect();
}

function count(text: string): void {
  heard.lines += 1;
  if (text.charCodeAt(0) === 0x21) heard.commands += 1;
}

const SLOWEST_MS = 60_000;
/** Ballots leave four times a second, 500 at a time: after a burst it takes a while until the last are gone. */
const QUIET_MS = 600;

/** Resolves when so many lines have come. @returns microseconds of processor time since `begin`, and what was heard. */
async function finish({ lines }: { lines: number }): Promise<Heard & { cpu: number; authors: number }> {
  const begin = performance.now();
  while (heard.lines < lines && performance.now() - begin < SLOWEST_MS) await pause(20);
  for (let before = -1; before !== heard.votes; ) {
    before = heard.votes;
    await pause(QUIET_MS);
  }
  const { user, system } = process.cpuUsage(cpu);
  return { ...heard, cpu: user + system, authors };
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

answer({
  connect: ours ? connectOurs : connectAlone,
  begin: () => {
    Object.assign(heard, { lines: 0, commands: 0, votes: 0 });
    cpu = process.cpuUsage();
  },
  finish,
});
