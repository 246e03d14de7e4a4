/** What the platform told the gateway: handed to its adapter, and acknowledged when it is taken. */
import type { PlatformAdapter } from '../../adapters/platform/contract.ts';
import type { FromServer } from '../protocol/wire.ts';
import type { Link } from './link.ts';

export interface HooksOptions {
  readonly link: Pick<Link, 'done'>;
  readonly adapters: readonly Pick<PlatformAdapter, 'platform' | 'serves' | 'deliver'>[];
  readonly note: (line: string) => void;
}

type Hook = Extract<FromServer, { readonly type: 'hook' }>;

/** After the adapter said that it is too early. */
const AGAIN_MS = 500;

export class Hooks {
  readonly #options: HooksOptions;
  /** Keys that wait for the adapter, so that the same coming again does not wait twice. */
  readonly #timers = new Map<string, NodeJS.Timeout>();

  constructor(options: HooksOptions) {
    this.#options = options;
  }

  /** `platform:id` of each channel, for the gateway. */
  get serves(): readonly string[] {
    return this.#options.adapters.flatMap(({ platform, serves = [] }) =>
      serves.map((id) => `${platform}:${id}`),
    );
  }

  /** The adapter passes it on at once, so the acts that follow from it are sent before it is acknowledged. */
  hear(hook: Hook): void {
    const answer = this.#deliver(hook);
    if (answer === 'early') this.#later(hook);
    // A closed adapter takes nothing: the next process of this seat gets it.
    else if (answer !== 'closed') this.#options.link.done(hook.key);
  }

  #deliver({ platform, delivery }: Hook): string {
    const { adapters, note } = this.#options;
    const adapter = adapters.find((one) => one.platform === platform);
    if (!adapter?.deliver) return 'foreign';
    try {
      return adapter.deliver(delivery);
    } catch (error) {
      note(`a webhook of ${platform} is left out: ${error instanceof Error ? error.message : String(error)}`);
      return 'broken';
    }
  }

  #later(hook: Hook): void {
    if (this.#timers.has(hook.key)) return;
    const timer = setTimeout(() => {
      this.#timers.delete(hook.key);
      this.hear(hook);
    }, AGAIN_MS);
    this.#timers.set(hook.key, timer);
  }

  close(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }
}
