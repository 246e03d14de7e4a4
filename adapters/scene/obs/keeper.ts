/** Keeps a connection to OBS: tries again after every loss with growing pauses, and looks whether it is alive. */
import type { SceneHealth } from '../contract.ts';
import { isSceneError, SceneError } from '../failures.ts';
import { Heard } from './heard.ts';
import { ObsLine } from './line.ts';
import type { Pauses } from './options.ts';

export interface KeeperOptions {
  readonly url: string;
  readonly password: string | null;
  readonly pauses: Pauses;
}

/** Trying at once would end the same way. */
const REFUSED = ['SCENE_PASSWORD', 'SCENE_KICKED', 'SCENE_OLD'];

export class Keeper {
  readonly url: string;
  readonly scenes = new Heard<string>();
  readonly healths = new Heard<SceneHealth>();
  readonly #options: KeeperOptions;
  #health: SceneHealth = { state: 'connecting' };
  #line: ObsLine | null = null;
  #first: Promise<void> | null = null;
  #tries = 0;
  #timer: NodeJS.Timeout | null = null;
  #beat: NodeJS.Timeout | null = null;

  constructor(options: KeeperOptions) {
    this.#options = options;
    this.url = options.url;
  }

  get health(): SceneHealth {
    return this.#health;
  }

  /** @throws SceneError SCENE_GONE, SCENE_CLOSED if there is no connection now. */
  line(): ObsLine {
    if (this.#line) return this.#line;
    const { url } = this;
    if (this.#health.state === 'closed') throw new SceneError('SCENE_CLOSED', { url });
    throw new SceneError('SCENE_GONE', { url, detail: this.#health.error?.message ?? this.#health.state });
  }

  /** Resolves with the first attempt. @throws SceneError of the first attempt; further ones follow all the same. */
  start(): Promise<void> {
    this.#first ??= this.#attempt();
    return this.#first;
  }

  async close(): Promise<void> {
    this.#become({ state: 'closed' });
    if (this.#timer) clearTimeout(this.#timer);
    if (this.#beat) clearInterval(this.#beat);
    const line = this.#line;
    this.#line = null;
    await line?.close();
  }

  async #attempt(): Promise<void> {
    const { url, password, pauses } = this.#options;
    if (this.#closed()) throw new SceneError('SCENE_CLOSED', { url });
    try {
      const line = await ObsLine.open({
        url,
        password,
        deadlineMs: pauses.deadlineMs,
        callMs: pauses.callMs,
        onScene: (name) => this.scenes.tell(name),
        onGone: (error) => this.#lost(error),
      });
      if (this.#closed()) {
        await line.close();
        throw new SceneError('SCENE_CLOSED', { url });
      }
      this.#tries = 0;
      this.#line = line;
      this.#beat = setInterval(() => void this.#look(line), pauses.beatMs);
      this.#become({ state: 'up', version: line.version });
    } catch (error) {
      this.#lost(
        isSceneError(error) ? error : new SceneError('SCENE_UNREACHABLE', { url, detail: String(error) }),
      );
      throw error;
    }
  }

  #lost(error: SceneError): void {
    this.#line = null;
    if (this.#beat) clearInterval(this.#beat);
    if (this.#closed()) return;
    const { firstPauseMs, longestPauseMs, refusedPauseMs } = this.#options.pauses;
    const refused = REFUSED.includes(error.code);
    this.#become({ state: refused ? 'refused' : 'down', error });
    const grown = Math.min(longestPauseMs, firstPauseMs * 2 ** this.#tries);
    this.#tries += 1;
    const pause = (refused ? refusedPauseMs : grown) * (1 + Math.random() / 4);
    this.#timer = setTimeout(() => void this.#attempt().catch(() => {}), pause);
  }

  async #look(line: ObsLine): Promise<void> {
    await line.call('GetVersion').catch((error: unknown) => {
      if (isSceneError(error, 'SCENE_SILENT')) line.cut(error);
    });
  }

  #closed(): boolean {
    return this.#health.state === 'closed';
  }

  #become(health: SceneHealth): void {
    if (this.#closed()) return;
    this.#health = health;
    this.healths.tell(health);
  }
}
