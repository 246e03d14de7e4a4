/** OBS as a scene program, over obs-websocket 5: what the contract asks for, on a connection that is kept. */
import type {
  FilterRef,
  ItemRef,
  Outcome,
  PartReport,
  PartSpec,
  SceneHealth,
  SceneProgram,
} from '../contract.ts';
import { isRefusal, isSceneError, SceneError } from '../failures.ts';
import { Keeper } from './keeper.ts';
import type { ObsLine } from './line.ts';
import { type Pauses, USUAL } from './options.ts';
import { ensurePart } from './part.ts';

export interface ObsOptions {
  /** `ws://127.0.0.1:4455` */
  readonly url: string;
  /** Null if the server asks for none. */
  readonly password: string | null;
  readonly pauses?: Partial<Pauses>;
}

export function obsScene({ url, password, pauses = {} }: ObsOptions): SceneProgram {
  return new ObsScene(new Keeper({ url, password, pauses: { ...USUAL, ...pauses } }));
}

const PNG_HEADER = 'data:image/png;base64,';
/** Request statuses: not found; wrong kind of thing for this. */
const NOT_FOUND = [600, 602];

class ObsScene implements SceneProgram {
  readonly program = 'obs';
  readonly can = { scenes: true, filters: true, visibility: true, pictures: true, part: true };
  readonly #keeper: Keeper;
  #ensuring: Promise<unknown> = Promise.resolve();

  constructor(keeper: Keeper) {
    this.#keeper = keeper;
  }

  connect(): Promise<void> {
    return this.#keeper.start();
  }

  ensureCollectionPart(spec: PartSpec): Promise<PartReport> {
    // One after another: two at a time would both make what is missing.
    const next = this.#ensuring.then(() => this.#ensure(spec));
    this.#ensuring = next.catch(() => {});
    return next;
  }

  async #ensure(spec: PartSpec): Promise<PartReport> {
    const line = this.#keeper.line();
    try {
      return await ensurePart(line, spec).catch((error: unknown) => {
        // Somebody else made the same thing a moment ago: look again.
        if (isRefusal(error, 601)) return afterwards(() => ensurePart(line, spec));
        throw error;
      });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const { url } = this.#keeper;
      throw new SceneError('SCENE_FAILED', { url, what: error.request, detail: error.message }, error);
    }
  }

  scene(): Promise<string | null> {
    return this.#read(
      async (line) => (await line.call('GetCurrentProgramScene')).currentProgramSceneName ?? null,
    );
  }

  setScene(name: string): Promise<Outcome> {
    return this.#write((line) => line.call('SetCurrentProgramScene', { sceneName: name }));
  }

  filterEnabled({ source, filter }: FilterRef): Promise<boolean | null> {
    return this.#read(
      async (line) =>
        (await line.call('GetSourceFilter', { sourceName: source, filterName: filter })).filterEnabled,
    );
  }

  setFilterEnabled({ source, filter }: FilterRef, enabled: boolean): Promise<Outcome> {
    const data = { sourceName: source, filterName: filter, filterEnabled: enabled };
    return this.#write((line) => line.call('SetSourceFilterEnabled', data));
  }

  visible(ref: ItemRef): Promise<boolean | null> {
    return this.#read(
      async (line) => (await line.call('GetSceneItemEnabled', await itemOf(line, ref))).sceneItemEnabled,
    );
  }

  setVisible(ref: ItemRef, visible: boolean): Promise<Outcome> {
    return this.#write(async (line) =>
      line.call('SetSceneItemEnabled', { ...(await itemOf(line, ref)), sceneItemEnabled: visible }),
    );
  }

  screenshot(width: number): Promise<Buffer | null> {
    return this.#read(async (line) => {
      const [{ currentProgramSceneName }, { baseWidth }] = await Promise.all([
        line.call('GetCurrentProgramScene'),
        line.call('GetVideoSettings'),
      ]);
      const { imageData } = await line.call('GetSourceScreenshot', {
        sourceName: currentProgramSceneName,
        imageFormat: 'png',
        // 8 to 4096 by the protocol; never larger than the canvas.
        imageWidth: Math.max(8, Math.min(4096, baseWidth, Math.round(width))),
      });
      if (!imageData.startsWith(PNG_HEADER)) return null;
      return Buffer.from(imageData.slice(PNG_HEADER.length), 'base64');
    });
  }

  onScene(listener: (name: string) => void): () => void {
    return this.#keeper.scenes.add(listener);
  }
  onHealth(listener: (health: SceneHealth) => void): () => void {
    return this.#keeper.healths.add(listener);
  }
  health(): SceneHealth {
    return this.#keeper.health;
  }
  close(): Promise<void> {
    return this.#keeper.close();
  }

  async #read<T>(ask: (line: ObsLine) => Promise<T>): Promise<T | null> {
    try {
      return await ask(this.#keeper.line());
    } catch {
      return null;
    }
  }

  async #write(order: (line: ObsLine) => Promise<unknown>): Promise<Outcome> {
    try {
      await order(this.#keeper.line());
      return { ok: true };
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      if (isRefusal(error, ...NOT_FOUND)) return { ok: false, code: 'absent', detail };
      return { ok: false, code: isSceneError(error) ? 'down' : 'failed', detail };
    }
  }
}

/** Ids of items hold within one scene and one collection only, so they are asked for every time. */
async function itemOf(
  line: ObsLine,
  { scene, source }: ItemRef,
): Promise<{ sceneName: string; sceneItemId: number }> {
  const { sceneItemId } = await line.call('GetSceneItemId', { sceneName: scene, sourceName: source });
  return { sceneName: scene, sceneItemId };
}

/** OBS frees the name of a removed source a moment after it has said so. */
const NAME_FREED_MS = 200;

async function afterwards<T>(run: () => Promise<T>): Promise<T> {
  await new Promise((resolve) => setTimeout(resolve, NAME_FREED_MS));
  return run();
}
