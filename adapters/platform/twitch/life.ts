/**
 * One connection to the chat, from the first byte to the last: one client of the library, one socket, used once.
 *
 * The library reconnects by itself, but without jitter, and what a dropped connection left behind can hold up the
 * next: an unfinished capability negotiation swallows the answer to the new one, and nothing ever times out. So every
 * life gets its own client; how lives follow each other is in `link.ts`.
 */
import { ChatClient, LogLevel, Reconnect, UserState } from '@twurple/chat';
import type { IrcAddress } from './addresses.ts';
import { type Fault, TwitchError, wordsOf } from './failures.ts';
import { type ForeignLine, lendPassword } from './irc.external.ts';
import type { Login } from './login.ts';
import { rolesOf } from './meaning.ts';
import { OneSocket } from './socket.ts';
import { leaveTraceOut } from './untraced.ts';

export interface LifeSettings {
  readonly channel: string;
  readonly irc: IrcAddress;
  /** Null reads without an account. */
  readonly account: Login | null;
  readonly canWrite: boolean;
  /** From the start to the joined channel. */
  readonly deadlineMs: number;
  /** What the library reports; never a line of the chat or a token. */
  readonly log: (text: string) => void;
}

export interface LifeEvents {
  readonly joined: () => void;
  readonly line: (line: ForeignLine, author: string | undefined, text: string) => void;
  /** Our own standing in the channel; also Twitch's answer to every line of ours that it shows. */
  readonly standing: () => void;
  readonly notice: (code: string, text: string) => void;
  /** The server is about to close and asks us to come again. */
  readonly asked: () => void;
  /** Called once, unless `end` came first. */
  readonly ended: (fault: Fault) => void;
}

/** How long a polite close may take before the socket is destroyed. */
const FAREWELL_MS = 400;

export class Life {
  readonly #settings: LifeSettings;
  readonly #events: LifeEvents;
  readonly #client: ChatClient;
  readonly #socket: OneSocket;
  #deadline: NodeJS.Timeout | null = null;
  #over = false;
  #moderator = false;

  constructor(settings: LifeSettings, events: LifeEvents) {
    this.#settings = settings;
    this.#events = events;
    leaveTraceOut();
    this.#socket = new OneSocket(settings.irc);
    this.#client = new ChatClient({
      ...(settings.account ? { authProvider: settings.account.provider } : {}),
      readOnly: !settings.canWrite,
      hostName: settings.irc.host.includes(':') ? `[${settings.irc.host}]` : settings.irc.host,
      ssl: settings.irc.secure && settings.irc.over === 'websocket',
      connectionOptions: { wsOptions: this.#socket.options },
      // Our outbox keeps the pace; the library's limit for viewers would make lines wait where they can be lost.
      isAlwaysMod: true,
      // Below warnings the library logs lines, the password among them.
      logger: { minLevel: LogLevel.WARNING, custom: (_level, text) => settings.log(text) },
    });
    const { account } = settings;
    if (account) {
      lendPassword(this.#client, async () => {
        const { login } = await account.check();
        return { token: await account.token(), login };
      });
    }
    this.#listen();
  }

  /** We are a moderator of the channel, or its broadcaster; known when the channel is joined. */
  get moderator(): boolean {
    return this.#moderator;
  }

  begin(): void {
    const { deadlineMs } = this.#settings;
    this.#deadline = setTimeout(
      () => this.#end({ code: 'timeout', text: `not in the channel within ${deadlineMs} ms` }),
      deadlineMs,
    );
    try {
      this.#client.connect();
    } catch (error) {
      this.#end({ code: 'connect', text: wordsOf(error) });
    }
  }

  /** Hands a line to the socket. @throws Error if the connection is not there. */
  async say(text: string, replyTo: string | undefined): Promise<void> {
    if (this.#over) throw new Error('the connection is over');
    // "throw": a line must not wait in the library's queue, which a drop empties without a word.
    await this.#client.say(this.#settings.channel, text, replyTo ? { replyTo } : {}, {
      limitReachedBehavior: 'throw',
    });
  }

  /** Ends the connection without an `ended`. Safe to call twice. Resolves when the socket is gone. */
  async end(): Promise<void> {
    if (this.#deadline) clearTimeout(this.#deadline);
    this.#over = true;
    await new Promise((resolve) => setImmediate(resolve));
    this.#client.quit();
    await this.#socket.gone(FAREWELL_MS);
  }

  #end(fault: Fault): void {
    if (this.#over) return;
    void this.end();
    this.#events.ended(fault);
  }

  #listen(): void {
    const client = this.#client;
    client.onAuthenticationSuccess(() => void this.#join());
    client.onTokenFetchFailure((error) => this.#end(tokenFault(error)));
    client.onAuthenticationFailure((text) => this.#end(loginFault(text)));
    client.onDisconnect((manually, reason) => {
      this.#end({ code: 'cut', text: reason ? reason.message : 'the server closed the connection' });
      // The library now tries again on its own; only after this event can it be told not to.
      if (!manually) setImmediate(() => client.irc.quitAbruptly());
    });
    const line = (_channel: string, author: string, text: string, message: ForeignLine) => {
      if (!this.#over) this.#events.line(message, author, text);
    };
    client.onMessage(line);
    client.onAction(line);
    // The chat client of this version knows the RECONNECT command but does nothing about it.
    client.irc.onTypedMessage(Reconnect, () => this.#alive(this.#events.asked));
    client.irc.onTypedMessage(UserState, (message) => {
      const roles = rolesOf(message.tags);
      this.#moderator = roles.includes('moderator') || roles.includes('broadcaster');
      this.#alive(() => this.#events.standing());
    });
    // Not by the client's own events: they leave out half of the codes.
    client.irc.onNotice((_target, _from, text, message) => {
      const code = message.tags.get('msg-id');
      if (code) this.#alive(() => this.#events.notice(code, text));
    });
  }

  #alive(tell: () => void): void {
    if (!this.#over) tell();
  }

  async #join(): Promise<void> {
    const { channel } = this.#settings;
    try {
      await this.#client.join(channel);
    } catch (error) {
      return this.#end(joinFault(channel, wordsOf(error)));
    }
    if (this.#over) return;
    if (this.#deadline) clearTimeout(this.#deadline);
    this.#events.joined();
  }
}

function tokenFault(error: Error): Fault {
  if (error instanceof TwitchError) return { code: 'login', text: error.message, final: error };
  return { code: 'token', text: wordsOf(error) };
}

function loginFault(text: string): Fault {
  const final = new TwitchError('TWITCH_LOGIN', { detail: `"${text}"` });
  return { code: 'login', text: final.message, final };
}

/** Twitch says nothing at all about a channel that is not there: the library's time-out then comes. */
function joinFault(channel: string, detail: string): Fault {
  if (!detail.startsWith('msg_')) return { code: 'join', text: detail };
  const final = new TwitchError('TWITCH_JOIN', { channel, detail });
  return { code: detail, text: final.message, final };
}
