/** One player process as a reader of webhooks: what it serves, what is on its way to it, what waits its turn. */

export interface Hooked {
  readonly key: string;
  readonly platform: string;
  readonly delivery: unknown;
}

/** On their way and not acknowledged: after a long absence thousands may wait, and their answers come as frames. */
const MOST_FLYING = 200;
/** One process reads one channel; the rest is room to grow. */
const MOST_CHANNELS = 8;
const CHANNEL = /^[a-z]{2,12}:[\w-]{1,64}$/;

interface ReaderEvents {
  /** Channels that it did not serve before. */
  readonly served: (channels: readonly string[]) => void;
  readonly done: (key: string) => void;
  readonly left: () => void;
}

export class HookReader {
  readonly seat: string;
  readonly #send: (hook: Hooked) => void;
  readonly #events: ReaderEvents;
  #channels: ReadonlySet<string> = new Set();
  #queue: Hooked[] = [];
  readonly #flying = new Set<string>();

  constructor(seat: string, send: (hook: Hooked) => void, events: ReaderEvents) {
    this.seat = seat;
    this.#send = send;
    this.#events = events;
  }

  /** `platform:id` of each. */
  get channels(): ReadonlySet<string> {
    return this.#channels;
  }

  /** What the process says it serves, as it came; what is no list of channels changes nothing. */
  serve(said: unknown): void {
    if (!Array.isArray(said) || said.length > MOST_CHANNELS) return;
    const list = said.filter((one): one is string => typeof one === 'string' && CHANNEL.test(one));
    const fresh = list.filter((channel) => !this.#channels.has(channel));
    if (fresh.length === 0 && list.length === this.#channels.size) return;
    this.#channels = new Set(list);
    if (fresh.length > 0) this.#events.served(fresh);
  }

  offer({ key, platform, delivery }: Hooked): void {
    this.#queue.push({ key, platform, delivery });
    this.#pump();
  }

  /** The process has it. */
  done(key: string): void {
    this.#events.done(key);
  }

  /** It, or another process of this seat, has it. */
  settled(key: string): void {
    if (this.#flying.delete(key)) this.#pump();
    else this.#queue = this.#queue.filter((hook) => hook.key !== key);
  }

  leave(): void {
    this.#queue = [];
    this.#events.left();
  }

  #pump(): void {
    while (this.#flying.size < MOST_FLYING) {
      const next = this.#queue.shift();
      if (!next) return;
      this.#flying.add(next.key);
      this.#send(next);
    }
  }
}
