/** From the sign-in to the chat that is read, and what follows when Twitch takes the sign-in back. */
import { eventsAddress, ircAddress, type TwitchAddresses } from './addresses.ts';
import type { Frame } from './eventsub.external.ts';
import { type Fault, TwitchError, wordsOf } from './failures.ts';
import { Link, type LinkEvents } from './link.ts';
import type { Identity, Login } from './login.ts';
import type { TwitchTimes } from './options.ts';
import { Reading } from './reading.ts';
import { Rounds } from './rounds.ts';
import type { Status } from './status.ts';
import type { Studio } from './studio.ts';
import { CHAT, topicsFor } from './topics.ts';

export interface EntrySettings {
  readonly channel: string;
  /** Null reads without an account. */
  readonly studio: Studio | null;
  readonly status: Status;
  readonly addresses: TwitchAddresses;
  readonly times: TwitchTimes;
  readonly log: (text: string) => void;
}

export interface EntryEvents {
  /** The chat is read; whoever writes is a moderator or not, as far as it is known. */
  readonly up: (moderator: boolean) => void;
  readonly down: (fault: Fault) => void;
  readonly frame: (frame: Frame) => void;
  readonly irc: Pick<LinkEvents, 'line' | 'standing' | 'notice'>;
}

export class Entry {
  readonly #settings: EntrySettings;
  readonly #events: EntryEvents;
  #reading: Reading | null = null;
  #rounds: Rounds | null = null;
  #self: Identity | null = null;
  #signedOut = false;
  #stopped = false;
  #wake: () => void = () => {};
  #lastFault: Fault = { code: 'none', text: 'no answer yet' };

  constructor(settings: EntrySettings, events: EntryEvents) {
    this.#settings = settings;
    this.#events = events;
  }

  /** Whose connection it is; null for nobody's. */
  get self(): Identity | null {
    return this.#self;
  }

  /** Somebody is signed in, as far as it is known. */
  get signedIn(): boolean {
    return this.#self !== null;
  }

  get by(): 'events' | 'irc' | null {
    return this.#reading?.by ?? null;
  }

  get refused(): ReadonlyMap<string, string> {
    return this.#reading?.refused ?? new Map();
  }

  /** Resolves when the chat is read. @throws TwitchError */
  async start(): Promise<void> {
    const { studio } = this.#settings;
    try {
      const wide = studio !== null && (await this.#signIn(studio));
      await this.#read(studio, wide);
    } catch (error) {
      await this.#reading?.stop();
      this.#rounds?.stop();
      this.#reading = null;
      throw error;
    }
  }

  /** By IRC. @throws Error if the chat is not read that way. */
  async say(text: string, replyTo: string | undefined): Promise<undefined> {
    if (!this.#reading) throw new Error('the connection is down');
    return this.#reading.say(text, replyTo);
  }

  /** Safe to call twice. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#wake();
    this.#rounds?.stop();
    await this.#reading?.stop();
  }

  /** @returns whether the account can do more than read and write by IRC. */
  async #signIn(studio: Studio): Promise<boolean> {
    const { times } = this.#settings;
    const end = Date.now() + times.startMs;
    for (let attempt = 0; ; attempt++) {
      if (this.#stopped) throw new TwitchError('TWITCH_CLOSED');
      try {
        await studio.check();
        if (studio.wide) await studio.enter();
        return studio.wide;
      } catch (error) {
        if (error instanceof TwitchError) throw error;
        this.#lastFault = { code: 'token', text: wordsOf(error) };
      }
      if (Date.now() >= end) throw this.#unreachable(this.#lastFault);
      await this.#pause(Math.min(times.longestPauseMs, times.firstPauseMs * 2 ** Math.min(attempt, 20)));
    }
  }

  async #read(studio: Studio | null, wide: boolean): Promise<void> {
    const { times, log, addresses } = this.#settings;
    const login = this.#ircLogin(studio);
    const url = eventsAddress(addresses);
    const topics = studio && wide && url ? this.#topics(studio) : [];
    const events =
      studio && url && topics.length > 0
        ? { url, helix: studio.desk().helix, whose: this.#whose(studio), topics, times, log }
        : null;
    const reading = new Reading(
      {
        events,
        irc: (told) => this.#link(login, told),
        fallbackMs: times.fallbackMs,
        againMs: times.longestPauseMs,
        startMs: times.startMs,
        unreachable: (fault) => this.#unreachable(fault),
        log,
      },
      {
        up: (by, irc) => this.#up(by, irc),
        down: (fault) => this.#events.down(fault),
        frame: (frame) => this.#events.frame(frame),
        events: () => this.#rounds?.look(),
        refused: () => this.#rounds?.doubt(),
        irc: this.#events.irc,
      },
    );
    this.#reading = reading;
    if (this.#stopped) return reading.stop();
    if (studio && wide) this.#keepRounds(studio);
    await reading.start();
  }

  #whose(studio: Studio) {
    return { channel: studio.desk().channel, user: studio.identity?.user ?? '' };
  }

  #topics(studio: Studio) {
    const scopes = studio.identity?.scopes ?? new Set<string>();
    const all = topicsFor(scopes, this.#whose(studio));
    // Who can write by IRC alone has to be there, and then reads there too.
    const byIrc = !studio.voice && scopes.has('chat:read') && scopes.has('chat:edit');
    return byIrc ? all.filter(({ type }) => type !== CHAT) : all;
  }

  /** An account that knows chat alone has to prove it by IRC; one that can do more may read there as nobody. */
  #ircLogin(studio: Studio | null): Login | null {
    if (!studio || this.#signedOut) return null;
    return studio.wide && !studio.identity?.scopes.has('chat:read') ? null : studio.login;
  }

  #link(login: Login | null, told: LinkEvents): Link {
    const { channel, addresses, times, log } = this.#settings;
    return new Link({ channel, irc: addresses.irc, login, times, log }, told);
  }

  #keepRounds(studio: Studio): void {
    const { status, times, log } = this.#settings;
    this.#rounds?.stop();
    const signedOut = (error: TwitchError) => void this.#readOn(error);
    this.#rounds = new Rounds({ studio, status, times, log, signedOut });
    this.#rounds.start();
  }

  #up(by: 'events' | 'irc', irc: { identity: Identity | null; moderator: boolean } | null): void {
    const { studio } = this.#settings;
    const wide = studio?.wide === true && !this.#signedOut;
    this.#self = wide ? (studio.identity ?? null) : (irc?.identity ?? null);
    const voice = wide ? studio.voice : null;
    if (voice) return this.#events.up(voice.user === studio?.desk().channel);
    this.#events.up(by === 'irc' && irc?.moderator === true);
  }

  /** The account is refused: the chat is read on without one, and answers appear on the overlay. */
  async #readOn(error: TwitchError): Promise<void> {
    const { studio, log, times } = this.#settings;
    if (this.#stopped || this.#signedOut) return;
    this.#signedOut = true;
    log(`${error.message} The chat is read on without an account.`);
    this.#rounds?.stop();
    this.#rounds = null;
    this.#self = null;
    studio?.leave();
    this.#events.down({ code: 'login', text: error.message });
    while (!this.#stopped) {
      await this.#reading?.stop();
      try {
        return await this.#read(null, false);
      } catch (failure) {
        log(`the Twitch chat cannot be read: ${wordsOf(failure)}`);
        await this.#pause(times.longestPauseMs);
      }
    }
  }

  #pause(ms: number): Promise<void> {
    if (this.#stopped) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #unreachable({ code, text }: Fault): TwitchError {
    const { channel, times, addresses } = this.#settings;
    if (code === 'join') return new TwitchError('TWITCH_JOIN', { channel, detail: text });
    const { text: address } = ircAddress(addresses.irc);
    const seconds = Math.round(times.startMs / 1000);
    return new TwitchError('TWITCH_UNREACHABLE', { channel, address, seconds, detail: text });
  }
}
