/** Keeps the chat connected: one life after another, with pauses that grow, and for ever. */
import { ircAddress } from './addresses.ts';
import { type Fault, TwitchError, wordsOf } from './failures.ts';
import type { ForeignLine } from './irc.external.ts';
import { Life } from './life.ts';
import type { Identity, Login } from './login.ts';

export interface LinkTimes {
  /** `start` gives up after this; later there is no giving up. */
  readonly startMs: number;
  /** One attempt, from the socket to the joined channel. */
  readonly attemptMs: number;
  /** The first pause; it doubles up to `longestPauseMs`. */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  /** A connection that lasted this long was a good one: pauses begin anew. */
  readonly healthyMs: number;
  /** Twitch asks that tokens in use be checked every hour. */
  readonly checkMs: number;
}

/** Twitch allows 20 sign-ins in 10 s; a minute at most, since a viewer's command waits for it. */
export const TIMES: LinkTimes = {
  startMs: 25_000,
  attemptMs: 15_000,
  firstPauseMs: 500,
  longestPauseMs: 60_000,
  healthyMs: 10_000,
  checkMs: 3_600_000,
};

export interface LinkSettings {
  readonly channel: string;
  readonly irc: string | undefined;
  readonly login: Login | null;
  readonly times: LinkTimes;
  readonly log: (text: string) => void;
}

export interface LinkEvents {
  readonly up: (identity: Identity | null, moderator: boolean) => void;
  readonly down: (fault: Fault) => void;
  readonly line: (line: ForeignLine, author: string | undefined, text: string) => void;
  readonly standing: (moderator: boolean) => void;
  readonly notice: (code: string, text: string) => void;
}

export class Link {
  readonly #settings: LinkSettings;
  readonly #events: LinkEvents;
  /** Null when reading without an account; also after Twitch refused the account for good. */
  #login: Login | null;
  #identity: Identity | null = null;
  #current: Life | null = null;
  /** The life being made, while the current one may still read. */
  #next: Life | null = null;
  #upAt = 0;
  #failures = 0;
  #retry: NodeJS.Timeout | null = null;
  readonly #timers = new Set<NodeJS.Timeout>();
  #stopped = false;
  #starting: { resolve: () => void; reject: (error: TwitchError) => void } | null = null;
  #lastFault: Fault = { code: 'none', text: 'no answer yet' };

  constructor(settings: LinkSettings, events: LinkEvents) {
    this.#settings = settings;
    this.#events = events;
    this.#login = settings.login;
  }

  get open(): boolean {
    return this.#current !== null;
  }

  /** Resolves when the channel is joined. @throws TwitchError; the link is stopped then. */
  start(): Promise<void> {
    const { startMs } = this.#settings.times;
    const started = new Promise<void>((resolve, reject) => {
      this.#starting = { resolve, reject };
    });
    const stop = this.#after(startMs, () => this.#giveUp(this.#unreachable()));
    void this.#attempt();
    return started.finally(() => {
      clearTimeout(stop);
      this.#starting = null;
    });
  }

  /** @throws Error if the connection is not there. */
  async say(text: string, replyTo: string | undefined): Promise<void> {
    if (!this.#current) throw new Error('the connection is down');
    await this.#current.say(text, replyTo);
  }

  /** Ends everything; resolves when the sockets are gone. Safe to call twice. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const timer of this.#timers) clearTimeout(timer);
    const lives = [this.#current, this.#next];
    this.#current = null;
    this.#next = null;
    this.#starting?.reject(new TwitchError('TWITCH_CLOSED'));
    await Promise.all(lives.map((life) => life?.end()));
  }

  async #attempt(): Promise<void> {
    if (this.#stopped || this.#next) return;
    try {
      if (this.#login && !this.#identity) await this.#checkLogin(this.#login);
    } catch (error) {
      return this.#failed(faultOf(error));
    }
    if (this.#stopped || this.#next) return;
    const { channel, irc, times, log } = this.#settings;
    const canWrite = this.#identity?.scopes.has('chat:edit') ?? false;
    const about = { channel, irc: ircAddress(irc), account: this.#login, canWrite, log };
    const life: Life = new Life(
      { ...about, deadlineMs: times.attemptMs },
      {
        joined: () => this.#joined(life),
        line: this.#events.line,
        standing: () => life === this.#current && this.#events.standing(life.moderator),
        notice: (code, text) => life === this.#current && this.#events.notice(code, text),
        asked: () => this.#again(),
        ended: (fault) => this.#ended(life, fault),
      },
    );
    this.#next = life;
    life.begin();
  }

  async #checkLogin(account: Login): Promise<void> {
    const identity = await account.check();
    if (!identity.scopes.has('chat:read')) {
      const { login, scopes } = identity;
      throw new TwitchError('TWITCH_SCOPES', { login, scopes: [...scopes].join(' ') });
    }
    this.#identity = identity;
    this.#after(this.#settings.times.checkMs, () => void this.#recheck(account));
  }

  /** Hourly. A token that Twitch refuses costs us the answers, never the reading. */
  async #recheck(login: Login): Promise<void> {
    try {
      await this.#checkLogin(login);
    } catch (error) {
      const fault = faultOf(error);
      if (this.#stopped || this.#login !== login) return;
      if (fault.final) return this.#readOn(fault);
      this.#after(this.#pauseMs(), () => void this.#recheck(login));
    }
  }

  #joined(life: Life): void {
    if (this.#next !== life || this.#stopped) return void life.end();
    const before = this.#current;
    this.#current = life;
    this.#next = null;
    this.#upAt = Date.now();
    // Both were reading for a moment, so nothing was missed; what came twice has the same id.
    if (before) void before.end();
    this.#events.up(this.#login ? this.#identity : null, life.moderator);
    this.#starting?.resolve();
  }

  #ended(life: Life, fault: Fault): void {
    if (this.#stopped) return;
    if (life === this.#next) {
      this.#next = null;
      return this.#failed(fault);
    }
    if (life !== this.#current) return;
    this.#current = null;
    if (Date.now() - this.#upAt >= this.#settings.times.healthyMs) this.#failures = 0;
    this.#failed(fault);
  }

  #failed(fault: Fault): void {
    if (this.#stopped) return;
    this.#lastFault = fault;
    if (!this.#current) this.#events.down(fault);
    if (fault.final && this.#starting) return this.#giveUp(fault.final);
    if (fault.final && this.#login) return this.#readOn(fault);
    if (this.#next) return;
    this.#again();
  }

  /** The account is refused: the chat is read on without one, and answers appear on the overlay. */
  #readOn(fault: Fault): void {
    this.#settings.log(`${fault.text} The chat is read on without an account.`);
    this.#login = null;
    this.#identity = null;
    this.#lastFault = fault;
    this.#again();
  }

  #again(): void {
    if (this.#retry) return;
    const pause = this.#pauseMs();
    this.#failures += 1;
    this.#retry = this.#after(pause, () => {
      this.#retry = null;
      void this.#attempt();
    });
  }

  /** Between half and the whole of a doubling pause: after an outage at Twitch not all come back in one moment. */
  #pauseMs(): number {
    const { firstPauseMs, longestPauseMs } = this.#settings.times;
    const whole = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(this.#failures, 20));
    return whole * (0.5 + Math.random() / 2);
  }

  #giveUp(error: TwitchError): void {
    const starting = this.#starting;
    this.#starting = null;
    void this.stop();
    starting?.reject(error);
  }

  #unreachable(): TwitchError {
    const { channel, times, irc } = this.#settings;
    const { code, text } = this.#lastFault;
    const args = { channel, address: ircAddress(irc).text, seconds: Math.round(times.startMs / 1000) };
    if (code === 'join') return new TwitchError('TWITCH_JOIN', { channel, detail: text });
    return new TwitchError('TWITCH_UNREACHABLE', { ...args, detail: text });
  }

  #after(ms: number, what: () => void): NodeJS.Timeout {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      if (!this.#stopped) what();
    }, ms);
    this.#timers.add(timer);
    return timer;
  }
}

function faultOf(error: unknown): Fault {
  if (error instanceof TwitchError) return { code: 'login', text: error.message, final: error };
  return { code: 'token', text: wordsOf(error) };
}
