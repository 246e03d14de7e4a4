/** Keeps the events connected: one life after another, with pauses that grow, and for ever. PLATFORMS 1.2. */
import { EventsLife } from './events-life.ts';
import type { Frame } from './eventsub.external.ts';
import { type Fault, wordsOf } from './failures.ts';
import type { Helix } from './helix.ts';
import { sweepOrphans } from './orphans.ts';
import type { Topic, Whose } from './topics.ts';

export interface EventsTimes {
  readonly attemptMs: number;
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  readonly healthyMs: number;
  /** The old socket lives this long after Twitch asked us to move to another. */
  readonly moveMs: number;
  /** After "too many transports": other programs hold them, so there is no hurry. */
  readonly crowdedMs: number;
}

export interface EventsLinkSettings {
  readonly url: string;
  readonly helix: Helix;
  readonly whose: Whose;
  readonly topics: readonly Topic[];
  readonly times: EventsTimes;
  readonly log: (text: string) => void;
}

export interface EventsLinkEvents {
  /** Connected, the first time or again. */
  readonly up: () => void;
  readonly down: (fault: Fault) => void;
  readonly frame: (frame: Frame) => void;
  /** What Twitch does not let us hear has changed. */
  readonly refused: () => void;
}

export class EventsLink {
  readonly #settings: EventsLinkSettings;
  readonly #events: EventsLinkEvents;
  /** Topic → why Twitch does not send it, for the present life; what was revoked stays for all that follow. */
  readonly #refused = new Map<string, string>();
  readonly #revoked = new Set<string>();
  #life: EventsLife | null = null;
  /** The life being made, while the current one may still hear. */
  #next: EventsLife | null = null;
  #upAt = 0;
  #failures = 0;
  #retry: NodeJS.Timeout | null = null;
  #stopped = false;

  constructor(settings: EventsLinkSettings, events: EventsLinkEvents) {
    this.#settings = settings;
    this.#events = events;
  }

  /** Topic → Twitch's status, our word, or `http_403`. */
  get refused(): ReadonlyMap<string, string> {
    return this.#refused;
  }

  hears(topic: string): boolean {
    return (
      this.#life !== null && this.#wanted().some(({ type }) => type === topic) && !this.#refused.has(topic)
    );
  }

  start(): void {
    void this.#begin();
  }

  /** Safe to call twice. */
  stop(): void {
    this.#stopped = true;
    if (this.#retry) clearTimeout(this.#retry);
    for (const life of [this.#life, this.#next]) life?.end();
    this.#life = null;
    this.#next = null;
  }

  #wanted(): readonly Topic[] {
    return this.#settings.topics.filter(({ type }) => !this.#revoked.has(type));
  }

  async #begin(): Promise<void> {
    this.#retry = null;
    const { url, helix, whose, times, log } = this.#settings;
    try {
      const swept = await sweepOrphans(helix);
      if (swept > 0) log(`${swept} subscriptions of an earlier connection were taken away`);
    } catch (error) {
      log(`old Twitch subscriptions could not be looked through: ${wordsOf(error)}`);
    }
    const topics = this.#wanted();
    if (this.#stopped || this.#next || topics.length === 0) return;
    for (const topic of this.#refused.keys()) if (!this.#revoked.has(topic)) this.#refused.delete(topic);
    const deadlineMs = times.attemptMs;
    const pauseMs = times.firstPauseMs;
    const life: EventsLife = new EventsLife(
      { url, helix, whose, topics, deadlineMs, pauseMs, moveMs: times.moveMs },
      {
        ready: () => this.#up(life),
        frame: (frame) => this.#events.frame(frame),
        refused: (topic, reason, revoked) => this.#refuse(topic, reason, revoked),
        stranded: () => life === this.#life && !this.#next && void this.#begin(),
        ended: (fault) => this.#ended(life, fault),
      },
    );
    this.#next = life;
    life.begin();
  }

  #up(life: EventsLife): void {
    if (this.#stopped || life !== this.#next) return life.end();
    // Both were heard for a moment; what came twice has the same id.
    this.#life?.end();
    this.#life = life;
    this.#next = null;
    this.#upAt = Date.now();
    this.#events.up();
  }

  #refuse(topic: string, reason: string, revoked: boolean): void {
    this.#refused.set(topic, reason);
    if (revoked) this.#revoked.add(topic);
    this.#settings.log(`Twitch does not send ${topic}: ${reason}`);
    if (this.#life) this.#events.refused();
  }

  #ended(life: EventsLife, fault: Fault): void {
    if (this.#stopped || (life !== this.#life && life !== this.#next)) return;
    if (life === this.#life) this.#life = null;
    else this.#next = null;
    if (this.#upAt > 0 && Date.now() - this.#upAt >= this.#settings.times.healthyMs) this.#failures = 0;
    if (!this.#life) this.#events.down(fault);
    if (this.#next || this.#retry) return;
    const pause = this.#pauseMs(fault);
    this.#failures += 1;
    this.#retry = setTimeout(() => void this.#begin(), pause);
  }

  /** Between half and the whole of a doubling pause: after an outage not all come back in one moment. */
  #pauseMs({ code }: Fault): number {
    const { firstPauseMs, longestPauseMs, crowdedMs } = this.#settings.times;
    const patient = code === 'transports' || code === 'refused';
    const whole = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(this.#failures, 20));
    return (patient ? crowdedMs : whole) * (0.5 + Math.random() / 2);
  }
}
