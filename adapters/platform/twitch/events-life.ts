/**
 * One connection for events, from the first byte to the last: one listener of the library, used once. Within it the
 * library moves to another server when Twitch asks for it; how lives follow each other is in `events-link.ts`.
 */
import type { EventSubWsListener } from '@twurple/eventsub-ws';
import { type Frame, type Guard, guardSocket, QuietListener } from './eventsub.external.ts';
import { type Fault, wordsOf } from './failures.ts';
import type { Helix } from './helix.ts';
import { TwitchCallError } from './http.ts';
import { resolveConflict } from './orphans.ts';
import { CHAT, type Topic, type Whose } from './topics.ts';

export interface EventsLifeSettings {
  readonly url: string;
  readonly helix: Helix;
  readonly whose: Whose;
  readonly topics: readonly Topic[];
  /** From the start until every subscription has its answer. */
  readonly deadlineMs: number;
  /** Twitch keeps the old socket this long after it asked us to move. */
  readonly moveMs: number;
  /** Between a subscription that failed and may not fail again, and the next attempt. */
  readonly pauseMs: number;
}

export interface EventsLifeEvents {
  /** All subscriptions have their answer, and one at least is there. */
  readonly ready: () => void;
  readonly frame: (frame: Frame) => void;
  /** Twitch refuses the topic, now or later: its status or a word of ours. */
  readonly refused: (topic: string, reason: string, revoked: boolean) => void;
  /** The server that Twitch sent us to cannot be reached; the old one is still heard for a while. */
  readonly stranded: () => void;
  /** Called once, unless `end` came first. */
  readonly ended: (fault: Fault) => void;
}

type Subscription = ReturnType<EventSubWsListener['onStreamOnline']>;

const CRITICAL = 0;
const ATTEMPTS = 3;

export class EventsLife {
  readonly #settings: EventsLifeSettings;
  readonly #events: EventsLifeEvents;
  readonly #listener: EventSubWsListener;
  /** Subscription's id in the library → the topic and how often it was tried. */
  readonly #waiting = new Map<string, { topic: Topic; attempts: number }>();
  readonly #timers = new Set<NodeJS.Timeout>();
  #deadline: NodeJS.Timeout | null = null;
  #moving: NodeJS.Timeout | null = null;
  #guard: Guard | null = null;
  #session = '';
  #made = 0;
  #over = false;

  constructor(settings: EventsLifeSettings, events: EventsLifeEvents) {
    this.#settings = settings;
    this.#events = events;
    const { helix, url } = settings;
    this.#listener = new QuietListener({ apiClient: helix, url, logger: { minLevel: CRITICAL } });
  }

  begin(): void {
    const { topics, whose, deadlineMs } = this.#settings;
    const listener = this.#listener;
    listener.onSubscriptionCreateSuccess((subscription) => this.#on(subscription));
    listener.onSubscriptionCreateFailure((subscription, error) => void this.#failed(subscription, error));
    listener.onUserSocketDisconnect((_user, error) => {
      if (this.#moving && !this.#over) return this.#events.stranded();
      this.#end({
        code: 'cut',
        text: error ? `the events ended: ${error.message}` : 'the events fell silent',
      });
    });
    for (const topic of topics) {
      this.#waiting.set(topic.subscribe(listener, whose).id, { topic, attempts: 0 });
    }
    const text = `no events within ${deadlineMs} ms`;
    this.#deadline = setTimeout(() => this.#end({ code: 'timeout', text }), deadlineMs);
    try {
      listener.start();
      this.#guard = guardSocket(listener, whose.user, (frame) => this.#hear(frame));
    } catch (error) {
      this.#end({ code: 'connect', text: wordsOf(error) });
    }
  }

  /** Ends the connection without an `ended`. Safe to call twice. */
  end(): void {
    this.#over = true;
    for (const timer of [this.#deadline, this.#moving, ...this.#timers]) if (timer) clearTimeout(timer);
    this.#guard?.end();
  }

  #end(fault: Fault): void {
    if (this.#over) return;
    this.end();
    this.#events.ended(fault);
  }

  #hear(frame: Frame): void {
    if (this.#over) return;
    const { message_type: kind } = frame.metadata;
    const { session, subscription } = frame.payload;
    if (kind === 'session_welcome') {
      this.#session = session?.id ?? '';
      if (this.#moving) clearTimeout(this.#moving);
      this.#moving = null;
    }
    if (kind === 'session_reconnect' && !this.#moving) {
      const fault = { code: 'move', text: 'the server that Twitch sent us to did not answer' };
      this.#moving = setTimeout(() => this.#end(fault), this.#settings.moveMs);
    }
    if (kind === 'revocation') {
      this.#events.refused(subscription?.type ?? '', subscription?.status ?? 'revoked', true);
    }
    if (kind === 'notification') this.#events.frame(frame);
  }

  #on(subscription: Subscription): void {
    if (this.#over || !this.#waiting.delete(subscription.id)) return;
    this.#made += 1;
    this.#settle();
  }

  async #failed(subscription: Subscription, error: unknown): Promise<void> {
    const waiting = this.#waiting.get(subscription.id);
    if (this.#over || !waiting) return;
    waiting.attempts += 1;
    const { status = null, said = '' } = error instanceof TwitchCallError ? error : {};
    if (status === 429 && /transports/i.test(said)) {
      return this.#end({ code: 'transports', text: `Twitch: ${said}` });
    }
    try {
      if (status === 409) return await this.#conflict(subscription, waiting.topic);
    } catch {
      // As any failure that may pass.
    }
    const again =
      waiting.attempts < ATTEMPTS && (status === 409 || !(error instanceof TwitchCallError) || error.passing);
    if (again) return this.#again(subscription);
    const refused = error instanceof TwitchCallError && !error.passing;
    // Without the chat the connection is not what it should be; with pauses it is made anew.
    if (waiting.topic.type === CHAT && !refused) {
      return this.#end({ code: 'subscribe', text: wordsOf(error) });
    }
    this.#waiting.delete(subscription.id);
    this.#events.refused(waiting.topic.type, error instanceof TwitchCallError ? error.code : 'failed', false);
    this.#settle();
  }

  /** Made by a socket that died, or by us in a call whose answer got lost. */
  async #conflict(subscription: Subscription, { type }: Topic): Promise<void> {
    const { helix, whose } = this.#settings;
    const found = await resolveConflict(helix, { type, channel: whose.channel, session: this.#session });
    if (found === 'ours') return this.#on(subscription);
    if (!this.#over) subscription.start();
  }

  #again(subscription: Subscription): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      if (!this.#over) subscription.start();
    }, this.#settings.pauseMs);
    this.#timers.add(timer);
  }

  #settle(): void {
    if (this.#over || this.#waiting.size > 0 || !this.#deadline) return;
    if (this.#made === 0) return this.#end({ code: 'refused', text: 'Twitch refused every event' });
    clearTimeout(this.#deadline);
    this.#deadline = null;
    this.#events.ready();
  }
}
