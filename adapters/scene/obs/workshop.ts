/** What stands in the open scene collection, read before anything is changed, and the list of what was done. */
import { isRefusal } from '../failures.ts';
import type { ObsLine } from './line.ts';

/** The key under which our things carry their mark. */
export const MARK = 'msig';

export interface KnownPage {
  readonly name: string;
  readonly kind: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

export interface Workshop {
  readonly line: ObsLine;
  readonly collection: string;
  /** Pixels of the canvas. */
  readonly canvas: { readonly width: number; readonly height: number };
  /** Kind of the source that shows pages; null if this build has none. */
  readonly browser: string | null;
  /** Kind of a plain card. */
  readonly card: string | null;
  /** All names in use: scenes, groups and sources share them. */
  readonly names: Set<string>;
  /** Our scenes: key → present name. */
  readonly ours: Map<string, string>;
  /** Our sources, by key. */
  readonly pages: Map<string, KnownPage>;
  readonly made: string[];
  readonly mended: string[];
  readonly kept: string[];
  readonly foreign: string[];
}

const BROWSER = 'browser_source';
const CARD = /^color_source/;

export async function lookAround(line: ObsLine, wanted: ReadonlyMap<string, string>): Promise<Workshop> {
  const [collections, video, kinds, scenes, inputs, groups] = await Promise.all([
    line.call('GetSceneCollectionList'),
    line.call('GetVideoSettings'),
    line.call('GetInputKindList'),
    line.call('GetSceneList'),
    line.call('GetInputList'),
    line.call('GetGroupList'),
  ]);
  const sceneNames = scenes.scenes.map(({ sceneName }) => String(sceneName));
  const inputNames = inputs.inputs.map(({ inputName }) => String(inputName));
  const pages = await knownPages(line, inputs.inputs, wanted);
  return {
    line,
    collection: collections.currentSceneCollectionName,
    canvas: { width: video.baseWidth, height: video.baseHeight },
    browser: kinds.inputKinds.includes(BROWSER) ? BROWSER : null,
    card: kinds.inputKinds.find((kind) => CARD.test(kind)) ?? null,
    names: new Set([...sceneNames, ...inputNames, ...groups.groups]),
    ours: await knownScenes({ line, names: sceneNames, pages, wanted }),
    pages,
    made: [],
    mended: [],
    kept: [],
    foreign: [],
  };
}

/** Our sources; a copy that the streamer made of one carries its mark too, and is left alone. */
async function knownPages(
  line: ObsLine,
  inputs: readonly Readonly<Record<string, unknown>>[],
  wanted: ReadonlyMap<string, string>,
): Promise<Map<string, KnownPage>> {
  const pages = new Map<string, KnownPage>();
  for (const { inputName, inputKind } of inputs) {
    const [name, kind] = [String(inputName), String(inputKind)];
    if (kind !== BROWSER && !CARD.test(kind)) continue;
    const { inputSettings } = await line.call('GetInputSettings', { inputName: name });
    const key = inputSettings[MARK];
    if (typeof key !== 'string') continue;
    if (!pages.has(key) || wanted.get(key) === name) pages.set(key, { name, kind, settings: inputSettings });
  }
  return pages;
}

interface Search {
  readonly line: ObsLine;
  readonly names: readonly string[];
  readonly pages: ReadonlyMap<string, KnownPage>;
  readonly wanted: ReadonlyMap<string, string>;
}

async function knownScenes({ line, names, pages, wanted }: Search): Promise<Map<string, string>> {
  const ours = new Map<string, string>();
  for (const name of names) {
    const key = (await markOf(line, name)) ?? (await keyByContent({ line, name, pages, wanted }));
    if (key !== null && (!ours.has(key) || wanted.get(key) === name)) ours.set(key, name);
  }
  return ours;
}

async function markOf(line: ObsLine, sourceName: string): Promise<string | null> {
  const answer = await line.request('GetSourcePrivateSettings', { sourceName }).catch((error: unknown) => {
    if (isRefusal(error, 204, 600)) return null;
    throw error;
  });
  const mark = (answer as { sourceSettings?: Record<string, unknown> } | null)?.sourceSettings?.[MARK];
  return typeof mark === 'string' ? mark : null;
}

/** A scene that still has the name we gave it, and in it a source of ours with the same key. */
async function keyByContent({
  line,
  name,
  pages,
  wanted,
}: Omit<Search, 'names'> & { readonly name: string }): Promise<string | null> {
  const key = [...wanted].find(([, wish]) => wish === name)?.[0];
  if (key === undefined) return null;
  const own = new Set([...pages.values()].map((page) => page.name));
  const { sceneItems } = await line.call('GetSceneItemList', { sceneName: name });
  return sceneItems.some(({ sourceName }) => own.has(String(sourceName))) ? key : null;
}
