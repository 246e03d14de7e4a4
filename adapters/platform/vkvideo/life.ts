/**
 * One client of the Centrifugo library, from its first connection to a verdict. Cuts, expired tokens and silent sockets
 * it mends by itself; what it takes for final (`disconnected`, or the chat `unsubscribed`) ends the life, and `link.ts`
 * begins another. Events of the library are few here, because a listener that throws stops all its dispatching.
 */
import { Centrifuge, type Subscription, UnauthorizedError } from 'centrifuge';
import { type Fault, VkvideoError, wordsOf } from './failures.ts';
import { guardedSockets, type Sockets } from './socket.ts';

/** What a channel of the socket is for. */
export type Purpose = 'chat' | 'info' | 'points';

export interface Plan {
  readonly channel: string;
  readonly purpose: Purpose;
  /** Null for a public channel. */
  readonly token: string | null;
  /** Without this one there is no reading; the others may be refused. */
  readonly must: boolean;
}

export interface LifeTimes {
  readonly leastPauseMs: number;
  readonly mostPauseMs: number;
  /** One command of the socket. */
  readonly commandMs: number;
  /** How late a ping of the server may be before the socket counts as dead. */
  readonly pingGraceMs: number;
}

export interface LifeSettings {
  readonly address: string;
  readonly plans: readonly Plan[];
  readonly times: LifeTimes;
  readonly connectionToken: () => Promise<string>;
  readonly subscriptionToken: (channel: string) => Promise<string>;
  readonly log: (text: string) => void;
}

export interface LifeEvents {
  /** The chat is subscribed, for the first time or again. */
  readonly reading: () => void;
  /** The chat is no longer read; the client is at work to come back. */
  readonly lost: (fault: Fault) => void;
  readonly publication: (purpose: Purpose, data: unknown) => void;
  /** A line of the socket in no known form was left out. */
  readonly odd: () => void;
  /** Called once, unless `end` came first. */
  readonly ended: (fault: Fault) => void;
}

export class Life {
  readonly #settings: LifeSettings;
  readonly #events: LifeEvents;
  readonly #client: Centrifuge;
  readonly #sockets: Sockets;
  #over = false;
  #lastToken: unknown = null;

  constructor(settings: LifeSettings, events: LifeEvents) {
    const { times, address } = settings;
    this.#settings = settings;
    this.#events = events;
    this.#sockets = guardedSockets(events.odd);
    this.#client = new Centrifuge(address, {
      websocket: this.#sockets.Socket,
      getToken: () => this.#token(settings.connectionToken()),
      minReconnectDelay: times.leastPauseMs,
      maxReconnectDelay: times.mostPauseMs,
      timeout: times.commandMs,
      maxServerPingDelay: times.pingGraceMs,
      name: 'msig',
    });
    this.#listen();
    for (const plan of settings.plans) this.#subscribe(plan);
  }

  begin(): void {
    this.#client.connect();
  }

  /** Connects anew: the server counts the socket as well, but nothing comes. */
  again(): void {
    if (this.#over) return;
    this.#client.disconnect();
    this.#client.connect();
  }

  /** Ends without an `ended`. Safe to call twice. */
  end(): void {
    if (this.#over) return;
    this.#over = true;
    this.#client.removeAllListeners();
    // Without a listener the library's emitter throws at an error.
    this.#client.on('error', () => {});
    this.#client.disconnect();
    setTimeout(() => this.#sockets.destroyAll(), 300).unref();
  }

  #listen(): void {
    this.#client.on('connecting', ({ code, reason }) => {
      if (!this.#over && code !== 0) this.#events.lost({ code: `socket_${code}`, text: reason });
    });
    this.#client.on('disconnected', ({ code, reason }) => {
      // 0 is our own call, in `again`.
      if (code !== 0) this.#finish(this.#verdict(`socket_${code}`, reason));
    });
    this.#client.on('error', ({ type, error }) => {
      if (this.#over) return;
      // The library also reports what it will try again; a failed token fetch keeps its own words.
      const words =
        type === 'connectToken' ? wordsOf(this.#lastToken) : `${type} ${error.code}: ${error.message}`;
      this.#events.lost({ code: `socket_${error.code}`, text: words });
    });
  }

  #subscribe({ channel, purpose, token, must }: Plan): void {
    const { times, subscriptionToken, log } = this.#settings;
    const own = token === null ? {} : { token, getToken: () => this.#token(subscriptionToken(channel)) };
    const subscription = this.#client.newSubscription(channel, {
      ...own,
      minResubscribeDelay: times.leastPauseMs,
      maxResubscribeDelay: times.mostPauseMs,
    });
    subscription.on('publication', ({ data }) => {
      if (!this.#over) this.#events.publication(purpose, data);
    });
    subscription.on('error', ({ error }) => {
      if (!this.#over) log(`the VK Video Live channel for ${purpose} waits: ${error.code} ${error.message}`);
    });
    if (must) this.#watch(subscription);
    else {
      subscription.on('unsubscribed', ({ code, reason }) => {
        if (!this.#over) log(`VK Video Live does not give its ${purpose} channel: ${code} ${reason}`);
      });
    }
    subscription.subscribe();
  }

  #watch(subscription: Subscription): void {
    subscription.on('subscribed', () => {
      if (!this.#over) this.#events.reading();
    });
    subscription.on('subscribing', ({ code, reason }) => {
      if (!this.#over && code !== 0) this.#events.lost({ code: `chat_${code}`, text: reason });
    });
    subscription.on('unsubscribed', ({ code, reason }) =>
      this.#finish(this.#verdict(`chat_${code}`, reason)),
    );
  }

  /** A sign-in that is refused for good stops the library; anything else it tries again. */
  async #token(asked: Promise<string>): Promise<string> {
    try {
      const token = await asked;
      if (token === '') throw new Error('the platform gave no token');
      this.#lastToken = null;
      return token;
    } catch (error) {
      this.#lastToken = error;
      throw error instanceof VkvideoError ? new UnauthorizedError(error.code) : error;
    }
  }

  #verdict(code: string, text: string): Fault {
    const final = this.#lastToken instanceof VkvideoError ? { final: this.#lastToken } : {};
    return { code, text, ...final };
  }

  #finish(fault: Fault): void {
    if (this.#over) return;
    this.end();
    this.#events.ended(fault);
  }
}
