/**
 * The connection to Discord. The library heartbeats, resumes and reconnects by itself; what it gives up is made anew
 * here, with pauses, and what cannot get better by itself is said.
 */
import { type Client, Events, type Interaction, type Message } from 'discord.js';
import { within } from '../shared/within.ts';
import { type Opened, openClient } from './client.external.ts';
import { BAD_TOKEN, DISALLOWED_INTENTS, DiscordError, refusedBy, UNKNOWN_CHANNEL } from './failures.ts';
import type { Times } from './options.ts';

export interface LinkOptions {
  readonly token: string;
  readonly api: string;
  readonly channel: string;
  /** Ask for the texts of messages. */
  readonly texts: boolean;
  readonly times: Times;
  readonly up: () => void;
  readonly down: (reason: string) => void;
  /** The bot may not have the texts of messages; it goes on without. */
  readonly textsRefused: () => void;
  readonly message: (message: Message) => void;
  readonly interaction: (interaction: Interaction) => void;
  readonly log: (line: string) => void;
}

export class Link {
  readonly #options: LinkOptions;
  #texts: boolean;
  #opened: Opened | null = null;
  #closed = false;
  #timer: NodeJS.Timeout | null = null;
  #stuck: NodeJS.Timeout | null = null;
  #pause: number;
  #told = '';

  constructor(options: LinkOptions) {
    this.#options = options;
    this.#texts = options.texts;
    this.#pause = options.times.firstPauseMs;
  }

  /** Null while there is no connection. */
  get client(): Client<true> | null {
    const client = this.#opened?.client;
    return client?.isReady() ? client : null;
  }

  /** @throws DiscordError when there is no connection within the time, or will never be. */
  async start(): Promise<void> {
    const { startMs } = this.#options.times;
    const end = Date.now() + startMs;
    for (;;) {
      const fault = await this.#attempt(Math.max(1, end - Date.now()));
      if (fault === null) return;
      if (this.#closed) throw new DiscordError('DISCORD_CLOSED');
      if (fault instanceof DiscordError) throw fault;
      const left = end - Date.now() - this.#pause;
      if (left <= 0) throw this.#unreachable(fault);
      await new Promise((resolve) => setTimeout(resolve, this.#pause));
      if (this.#closed) throw new DiscordError('DISCORD_CLOSED');
      this.#lengthen();
    }
  }

  #unreachable(fault: unknown): DiscordError {
    const seconds = Math.ceil(this.#options.times.startMs / 1_000);
    return new DiscordError('DISCORD_UNREACHABLE', { seconds, detail: refusedBy(fault).text });
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#timer) clearTimeout(this.#timer);
    this.#settle();
    const opened = this.#opened;
    this.#opened = null;
    await opened?.end();
  }

  /** Null when it is up; a DiscordError when trying again is of no use. */
  async #attempt(ms: number): Promise<unknown> {
    const { token, api, times, log, channel } = this.#options;
    const onError = (error: unknown) => this.#tell(refusedBy(error).text);
    const opened = openClient({ token, api, texts: this.#texts, callMs: times.callMs, onError });
    this.#opened = opened;
    const seen = { code: 0 };
    try {
      await within(ms, 'Discord', this.#enter(opened.client, seen));
    } catch (error) {
      await opened.end();
      if (this.#opened === opened) this.#opened = null;
      if (seen.code === DISALLOWED_INTENTS && this.#texts) {
        this.#texts = false;
        this.#options.textsRefused();
        return this.#attempt(ms);
      }
      return meantBy(error, seen.code, channel);
    }
    if (this.#opened !== opened) return new DiscordError('DISCORD_CLOSED');
    this.#follow(opened);
    this.#pause = times.firstPauseMs;
    if (this.#told !== '') log('Discord is there again.');
    this.#told = '';
    this.#options.up();
    return null;
  }

  async #enter(client: Client, seen: { code: number }): Promise<void> {
    const disconnected = ({ code }: { code: number }) => {
      seen.code = code;
    };
    client.on(Events.ShardDisconnect, disconnected);
    // From the first moment on: what comes before all else is looked at is not told again.
    client.on(Events.MessageCreate, this.#options.message);
    client.on(Events.InteractionCreate, this.#options.interaction);
    const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
    await client.login(this.#options.token);
    await ready;
    client.off(Events.ShardDisconnect, disconnected);
    await client.channels.fetch(this.#options.channel);
  }

  #follow(opened: Opened): void {
    const { client } = opened;
    const { up } = this.#options;
    const back = () => {
      this.#settle();
      up();
    };
    client.on(Events.ShardResume, back);
    client.on(Events.ShardReady, back);
    client.on(Events.ShardReconnecting, () => this.#lost(opened));
    client.on(Events.ShardDisconnect, ({ code }) => void this.#gone(opened, meantBy(null, code, '')));
    client.on(Events.Invalidated, () => void this.#gone(opened, new Error('the session is invalid')));
  }

  /** The library tries by itself; not for ever, though. */
  #lost(opened: Opened): void {
    this.#options.down('connection');
    if (this.#stuck) return;
    const again = () => void this.#gone(opened, new Error('no way back'));
    this.#stuck = setTimeout(again, this.#options.times.stuckMs);
  }

  #settle(): void {
    if (this.#stuck) clearTimeout(this.#stuck);
    this.#stuck = null;
  }

  async #gone(opened: Opened, why: unknown): Promise<void> {
    if (this.#closed || this.#opened !== opened) return;
    this.#settle();
    this.#opened = null;
    this.#fail(why);
    await opened.end();
    // A token that is not good any more gets no better by trying; a thousand tries cost it the day.
    if (!(why instanceof DiscordError)) this.#later();
  }

  #later(): void {
    if (this.#closed) return;
    this.#timer = setTimeout(async () => {
      const fault = await this.#attempt(this.#options.times.startMs);
      if (fault === null || this.#closed) return;
      this.#fail(fault);
      if (!(fault instanceof DiscordError) || fault.code === 'DISCORD_NO_CHANNEL') this.#later();
    }, this.#pause);
    this.#lengthen();
  }

  #fail(why: unknown): void {
    this.#options.down(why instanceof DiscordError ? why.code : 'connection');
    this.#tell(why instanceof DiscordError ? why.message : refusedBy(why).text);
  }

  /** Once for each different reason. */
  #tell(text: string): void {
    if (text === this.#told || this.#closed) return;
    this.#told = text;
    this.#options.log(text.startsWith('Discord') ? text : `Discord: ${text}`);
  }

  #lengthen(): void {
    this.#pause = Math.min(this.#options.times.longestPauseMs, this.#pause * 2);
  }
}

/** What cannot get better by itself is a DiscordError; all else stays what it was. */
function meantBy(error: unknown, closed: number, channel: string): unknown {
  const { code, status, text } = refusedBy(error);
  const invalid = (error as { code?: unknown } | null)?.code === 'TokenInvalid';
  if (closed === BAD_TOKEN || invalid || status === 401) return new DiscordError('DISCORD_TOKEN');
  if (closed === DISALLOWED_INTENTS) return new DiscordError('DISCORD_INTENTS');
  if (code === UNKNOWN_CHANNEL || status === 403 || status === 404)
    return new DiscordError('DISCORD_NO_CHANNEL', { channel, detail: text });
  return error ?? new Error(`closed with ${closed}`);
}
