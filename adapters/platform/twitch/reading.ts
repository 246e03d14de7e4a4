/**
 * How the chat is read with an account: by events, and by IRC while Twitch does not send those. Both may read for a
 * moment; what comes twice has the same id. PLATFORMS 1.2, 1.3.
 */
import { EventsLink, type EventsLinkSettings } from './events-link.ts';
import type { Frame } from './eventsub.external.ts';
import { type Fault, TwitchError } from './failures.ts';
import type { Link, LinkEvents } from './link.ts';
import type { Identity } from './login.ts';
import { CHAT } from './topics.ts';

export interface ReadingSettings {
  /** Null: there is no place for events, or nothing that we may hear. */
  readonly events: EventsLinkSettings | null;
  /** A fresh IRC connection, not started. */
  readonly irc: (events: LinkEvents) => Link;
  readonly fallbackMs: number;
  readonly againMs: number;
  readonly startMs: number;
  readonly unreachable: (fault: Fault) => TwitchError;
  readonly log: (text: string) => void;
}

export interface ReadingEvents {
  /** The chat is read, the first time, again, or another way. */
  readonly up: (by: 'events' | 'irc', irc: { identity: Identity | null; moderator: boolean } | null) => void;
  readonly down: (fault: Fault) => void;
  readonly frame: (frame: Frame) => void;
  /** Events are there (again): what was missed can be looked for. */
  readonly events: () => void;
  /** Twitch took something back: perhaps the whole sign-in. */
  readonly refused: () => void;
  readonly irc: Pick<LinkEvents, 'line' | 'standing' | 'notice'>;
}

export class Reading {
  readonly #settings: ReadingSettings;
  readonly #events: ReadingEvents;
  readonly #eventsLink: EventsLink | null;
  #irc: Link | null = null;
  #by: 'events' | 'irc' | null = null;
  #timers = new Set<NodeJS.Timeout>();
  #patience: NodeJS.Timeout | null = null;
  #stopped = false;
  #starting: { resolve: () => void; reject: (error: Error) => void } | null = null;
  #lastFault: Fault = { code: 'none', text: 'no answer yet' };

  constructor(settings: ReadingSettings, events: ReadingEvents) {
    this.#settings = settings;
    this.#events = events;
    this.#eventsLink = settings.events
      ? new EventsLink(settings.events, {
          up: () => this.#eventsUp(),
          down: (fault) => this.#eventsDown(fault),
          frame: (frame) => events.frame(frame),
          refused: () => {
            this.#choose();
            events.refused();
          },
        })
      : null;
  }

  get by(): 'events' | 'irc' | null {
    return this.#by;
  }

  get open(): boolean {
    return this.#by !== null;
  }

  get refused(): ReadonlyMap<string, string> {
    return this.#eventsLink?.refused ?? new Map();
  }

  /** Resolves when the chat is read, either way. @throws TwitchError; the reading is stopped then. */
  start(): Promise<void> {
    const { startMs, unreachable } = this.#settings;
    return new Promise((resolve, reject) => {
      this.#starting = { resolve, reject };
      // IRC alone has a deadline of its own.
      if (this.#eventsLink) this.#after(startMs, () => this.#giveUp(unreachable(this.#lastFault)));
      if (this.#settings.events?.topics.some(({ type }) => type === CHAT)) this.#wait();
      else this.#startIrc();
      this.#eventsLink?.start();
    });
  }

  /** By IRC. @throws Error if that is not how the chat is read. */
  async say(text: string, replyTo: string | undefined): Promise<undefined> {
    if (!this.#irc?.open) throw new Error('there is no IRC connection to write by');
    await this.#irc.say(text, replyTo);
  }

  /** Safe to call twice. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const timer of this.#timers) clearTimeout(timer);
    if (this.#patience) clearTimeout(this.#patience);
    this.#by = null;
    this.#eventsLink?.stop();
    const irc = this.#irc;
    this.#irc = null;
    this.#starting?.reject(new TwitchError('TWITCH_CLOSED'));
    this.#starting = null;
    await irc?.stop();
  }

  #eventsUp(): void {
    this.#events.events();
    this.#choose();
  }

  /** The first way if it is there, else the second. */
  #choose(): void {
    if (this.#stopped) return;
    if (this.#eventsLink?.hears(CHAT)) {
      this.#stopPatience();
      const irc = this.#irc;
      this.#irc = null;
      void irc?.stop();
      return this.#up('events', null);
    }
    if (this.#by === 'events') this.#by = null;
    this.#startIrc();
  }

  #eventsDown(fault: Fault): void {
    if (this.#by !== 'irc') this.#down(fault);
    // Twitch has no room for us or nothing to say: waiting would not help.
    if (fault.code === 'transports' || fault.code === 'refused') return this.#startIrc();
    this.#wait();
  }

  #wait(): void {
    if (this.#irc || this.#patience || this.#stopped) return;
    this.#patience = setTimeout(() => {
      this.#patience = null;
      if (this.#by === null) this.#startIrc();
    }, this.#settings.fallbackMs);
  }

  #stopPatience(): void {
    if (this.#patience) clearTimeout(this.#patience);
    this.#patience = null;
  }

  #startIrc(): void {
    this.#stopPatience();
    if (this.#irc || this.#stopped) return;
    const { irc: make, log, againMs } = this.#settings;
    if (this.#eventsLink) log('the Twitch chat is read by IRC for now');
    const mine = (tell: () => void) => irc === this.#irc && tell();
    const irc: Link = make({
      ...this.#events.irc,
      up: (identity, moderator) => mine(() => this.#up('irc', { identity, moderator })),
      down: (fault) => mine(() => this.#ircDown(fault)),
    });
    this.#irc = irc;
    irc.start().catch((error: unknown) => {
      if (this.#stopped || irc !== this.#irc) return;
      this.#irc = null;
      if (this.#starting && !this.#eventsLink) return this.#giveUp(error as Error);
      this.#after(againMs, () => this.#by === null && this.#startIrc());
    });
  }

  #ircDown(fault: Fault): void {
    if (fault.final && this.#starting) return this.#giveUp(fault.final);
    if (this.#by !== 'events') this.#down(fault);
  }

  #up(by: 'events' | 'irc', irc: { identity: Identity | null; moderator: boolean } | null): void {
    this.#by = by;
    this.#events.up(by, irc);
    this.#starting?.resolve();
    this.#starting = null;
  }

  #down(fault: Fault): void {
    this.#by = null;
    this.#lastFault = fault;
    this.#events.down(fault);
  }

  #giveUp(error: Error): void {
    const starting = this.#starting;
    this.#starting = null;
    if (!starting) return;
    void this.stop();
    starting.reject(error);
  }

  #after(ms: number, what: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      if (!this.#stopped) what();
    }, ms);
    this.#timers.add(timer);
  }
}
