/**
 * Discord, as one channel of one server: lines, posts with buttons and pictures, slash commands. By `discord.js`; its
 * traps are in PLATFORMS.md 6, and each is met in the file that would fall into it.
 */
import { type Message, Routes, type Interaction as Theirs } from 'discord.js';
import type { Capabilities, ChatMessage, Feature } from '../contract.ts';
import { Listeners } from '../listeners.ts';
import { Recent } from '../shared/recent.ts';
import { within } from '../shared/within.ts';
import { postBody } from './body.ts';
import type { DiscordAdapter, Interaction, Post, SlashCommand } from './contract.ts';
import { DiscordError, refusedBy } from './failures.ts';
import { readInteraction } from './interaction.ts';
import { Link } from './link.ts';
import { readMessage } from './meaning.ts';
import { type DiscordOptions, LONGEST, PACE, TIMES, type Times } from './options.ts';
import { Outbox } from './outbox.ts';
import { commandBody } from './slash.ts';
import { type DiscordHealth, Vitals } from './vitals.ts';

/** A resumed connection tells again what was on its way. */
const REMEMBERED = 2_000;
const REMEMBER_MS = 10 * 60_000;
/** Registering a whole list takes Discord longer than a line. */
const REGISTER_MS = 20_000;
const API = 'https://discord.com/api';
/** Discord silences for at most 28 days. */
const LONGEST_TIME_OUT_S = 28 * 24 * 3600;

/** @throws DiscordError for a token, an id or an address that cannot be one */
export function discordPlatform(options: DiscordOptions): Discord {
  if (options.token.trim() === '') throw new DiscordError('DISCORD_NO_TOKEN');
  const ids = [
    ['the channel', options.channel],
    ['the server', options.guild],
  ] as const;
  for (const [what, given] of ids) {
    const wrong = typeof given === 'string' && !/^\d{15,21}$/.test(given);
    if (wrong) throw new DiscordError('DISCORD_ID', { what, given: given.slice(0, 40) });
  }
  const api = (options.addresses?.api ?? API).replace(/\/+$/, '');
  if (!/^https?:\/\//.test(api) || !URL.canParse(api))
    throw new DiscordError('DISCORD_ADDRESS', { given: api });
  return new Discord(options, api);
}

export class Discord implements DiscordAdapter {
  readonly platform = 'discord';
  readonly channel: string;
  readonly #guild: string | null;
  readonly #times: Times;
  readonly #log: (line: string) => void;
  readonly #messages = new Listeners<ChatMessage>();
  readonly #interactions = new Listeners<Interaction>();
  readonly #healths = new Listeners<DiscordHealth>();
  readonly #vitals = new Vitals((health) => this.#healths.tell(health));
  readonly #recent = new Recent(REMEMBERED, REMEMBER_MS);
  readonly #link: Link;
  readonly #outbox: Outbox;
  readonly #pace;
  #reads: boolean;
  #complained = '';

  constructor(options: DiscordOptions, api: string) {
    this.channel = options.channel;
    this.#guild = options.guild ?? null;
    this.#times = { ...TIMES, ...options.times };
    this.#log = options.log ?? (() => {});
    this.#reads = options.texts ?? true;
    this.#pace = options.pace ?? PACE;
    this.#link = new Link({
      ...{ token: options.token, api, channel: this.channel, texts: this.#reads, times: this.#times },
      up: () => this.#vitals.turn('up'),
      down: (reason) => this.#vitals.turn('down', reason),
      textsRefused: () => this.#deaf(),
      message: (message) => this.#hear(message),
      interaction: (interaction) => this.#called(interaction),
      log: this.#log,
    });
    this.#outbox = new Outbox({
      pace: this.#pace,
      restMs: this.#times.restMs,
      call: (post, nonce, signal) => this.#write(post, nonce, signal),
      wrote: () => this.#vitals.count('written'),
      refused: ({ text }) => this.#refused(text),
    });
  }

  /** Without the privilege of message texts lines are not read: whoever plays from here uses slash commands. */
  get can(): Capabilities {
    const features: Feature[] = ['write', 'roles', 'moderation', 'delete-message'];
    const { lines, windowMs } = this.#pace;
    return {
      write: true,
      ownPages: false,
      maxLength: LONGEST,
      pace: { lines, seconds: Math.ceil(windowMs / 1_000) },
      features: this.#reads ? ['read', ...features] : features,
    };
  }

  /** @throws DiscordError with a sentence */
  connect(): Promise<void> {
    return this.#link.start();
  }

  onMessage(listener: (message: ChatMessage) => void): () => void {
    return this.#messages.add(listener);
  }
  onInteraction(listener: (interaction: Interaction) => void): () => void {
    return this.#interactions.add(listener);
  }
  onHealth(listener: (health: DiscordHealth) => void): () => void {
    return this.#healths.add(listener);
  }
  health(): DiscordHealth {
    return this.#vitals.health();
  }

  send(text: string): Promise<boolean> {
    return this.post({ text });
  }
  async post(post: Post): Promise<boolean> {
    if (this.#vitals.state === 'closed' || (post.text.trim() === '' && !post.picture)) return false;
    return this.#outbox.send(post);
  }
  postPicture(png: Uint8Array, text: string): Promise<boolean> {
    return this.post({ text, picture: png });
  }

  async register(commands: readonly SlashCommand[]): Promise<boolean> {
    const client = this.#link.client;
    if (!client) return false;
    const { id } = client.application;
    const route = this.#guild
      ? Routes.applicationGuildCommands(id, this.#guild)
      : Routes.applicationCommands(id);
    const signal = AbortSignal.timeout(REGISTER_MS);
    return this.#did(REGISTER_MS, client.rest.put(route, { body: commands.map(commandBody), signal }));
  }

  async deleteMessage(id: string): Promise<boolean> {
    const client = this.#link.client;
    if (!client || !/^\d+$/.test(id)) return false;
    const signal = AbortSignal.timeout(this.#times.callMs);
    return this.#did(
      this.#times.callMs,
      client.rest.delete(Routes.channelMessage(this.channel, id), { signal }),
    );
  }

  async timeOut(user: string, seconds: number, reason: string): Promise<boolean> {
    const client = this.#link.client;
    const guild = this.#guild ?? this.#guildOf();
    if (!client || !guild || !/^\d+$/.test(user)) return false;
    const until = Date.now() + Math.min(seconds, LONGEST_TIME_OUT_S) * 1_000;
    const signal = AbortSignal.timeout(this.#times.callMs);
    const body = { communication_disabled_until: new Date(until).toISOString() };
    const call = client.rest.patch(Routes.guildMember(guild, user), {
      body,
      reason: reason.slice(0, 400),
      signal,
    });
    return this.#did(this.#times.callMs, call);
  }

  async close(): Promise<void> {
    this.#vitals.turn('closed');
    this.#outbox.close();
    await this.#link.close();
  }

  #guildOf(): string | null {
    const channel = this.#link.client?.channels.cache.get(this.channel);
    return channel && 'guildId' in channel ? channel.guildId : null;
  }

  async #write(post: Post, nonce: string, signal: AbortSignal): Promise<void> {
    const client = this.#link.client;
    if (!client) throw new Error('there is no connection');
    await client.rest.post(Routes.channelMessages(this.channel), { ...postBody(post, nonce), signal });
  }

  async #did(ms: number, call: Promise<unknown>): Promise<boolean> {
    try {
      await within(ms + 100, 'Discord', call);
      return true;
    } catch (error) {
      const { text } = refusedBy(error);
      this.#refused(text);
      return false;
    }
  }

  #hear(message: Message): void {
    if (this.#vitals.state === 'closed') return;
    const read = readMessage(message, this.channel);
    if (typeof read === 'string') return this.#vitals.dropped(read);
    if (!this.#recent.add(read.id, Date.now())) return this.#vitals.dropped('repeated');
    this.#vitals.count('read');
    this.#messages.tell(read);
  }

  #called(theirs: Theirs): void {
    if (this.#vitals.state === 'closed' || !this.#recent.add(theirs.id, Date.now())) return;
    const { deferMs, callMs } = this.#times;
    const refused = ({ text }: { text: string }) => this.#refused(text);
    const read = readInteraction(theirs, { guild: this.#guild, deferMs, callMs, refused });
    if (!read) return;
    this.#vitals.count('interactions');
    this.#interactions.tell(read);
  }

  #deaf(): void {
    this.#reads = false;
    this.#log(
      'Discord does not give this bot the texts of messages (4014, Message Content Intent): typed lines are not read, slash commands work.',
    );
  }

  /** Once for each different reason in a row. */
  #refused(text: string): void {
    this.#vitals.refused(text);
    if (text === this.#complained) return;
    this.#complained = text;
    this.#log(`Discord did not take a call: ${text}`);
  }
}
