/** A page of ours in its scene: the source, its settings, its place on the canvas. */
import type { PageSpec, Place } from '../contract.ts';
import { isRefusal } from '../failures.ts';
import { type KnownPage, MARK, type Workshop } from './workshop.ts';

type Settings = Readonly<Record<string, string | number | boolean>>;

/** The canvas for which sizes are given. */
const DESIGN = { width: 1920, height: 1080 };
/** Distance of a card in the corner from the edges, in pixels of the design. */
const MARGIN = 24;
/** Night blue, as 0xAABBGGRR. */
const CARD_COLOUR = 0xff_1b_0c_0a;

export async function ensurePage(shop: Workshop, scene: string, page: PageSpec): Promise<void> {
  const known = await present(shop, page);
  if (known === null) return make(shop, scene, page);
  const settingsMended = await mendSettings(shop, known, page);
  const placeMended = await mendPlace(shop, { scene, source: known.name }, page);
  (settingsMended || placeMended ? shop.mended : shop.kept).push(known.name);
}

/** The source as it is; a card gives way as soon as pages can be shown. */
async function present({ line, browser, pages, names }: Workshop, page: PageSpec): Promise<KnownPage | null> {
  const known = pages.get(page.key);
  if (!known) return null;
  if (browser === null || known.kind === browser) return known;
  await line.call('RemoveInput', { inputName: known.name });
  pages.delete(page.key);
  names.delete(known.name);
  return null;
}

async function make(shop: Workshop, scene: string, page: PageSpec): Promise<void> {
  const { line, browser, card, names } = shop;
  const kind = browser ?? card;
  if (kind === null) return;
  if (names.has(page.name)) {
    shop.foreign.push(page.name);
    return;
  }
  const { sceneItemId } = await line.call('CreateInput', {
    sceneName: scene,
    inputName: page.name,
    inputKind: kind,
    inputSettings: settingsOf(kind === browser, page, page.url),
  });
  shop.made.push(page.name);
  names.add(page.name);
  await line.call('SetSceneItemTransform', {
    sceneName: scene,
    sceneItemId,
    sceneItemTransform: transformOf(page, shop.canvas),
  });
  if (kind !== browser) return;
  const volume = { inputName: page.name, inputVolumeDb: page.volumeDb };
  await line.call('SetInputVolume', volume).catch((error: unknown) => {
    // 604: a build whose browser has no sound.
    if (!isRefusal(error, 604)) throw error;
  });
}

async function mendSettings({ line, browser }: Workshop, known: KnownPage, page: PageSpec): Promise<boolean> {
  const isPage = known.kind === 'browser_source';
  // Without its plug-in the source is only remembered by OBS; its settings still hold for the day it comes back.
  const present = String(known.settings.url ?? '');
  const url = isPage && page.renews ? renewed(present, page.url, page.renews) : page.url;
  const wanted = settingsOf(isPage || browser !== null, page, url);
  const differs = Object.entries(wanted).some(([key, value]) => {
    // OBS stores nothing for what was never set, and then false is meant.
    const have = known.settings[key] ?? (value === false ? false : undefined);
    return have !== value;
  });
  if (!differs) return false;
  await line.call('SetInputSettings', { inputName: known.name, inputSettings: wanted, overlay: true });
  return true;
}

/** Puts the source back where it is missing. Where the streamer moved it to is the streamer's affair. */
async function mendPlace(
  { line, canvas }: Workshop,
  { scene, source }: { scene: string; source: string },
  page: PageSpec,
): Promise<boolean> {
  try {
    await line.call('GetSceneItemId', { sceneName: scene, sourceName: source });
    return false;
  } catch (error) {
    if (!isRefusal(error, 600)) throw error;
  }
  const { sceneItemId } = await line.call('CreateSceneItem', { sceneName: scene, sourceName: source });
  const sceneItemTransform = transformOf(page, canvas);
  await line.call('SetSceneItemTransform', { sceneName: scene, sceneItemId, sceneItemTransform });
  return true;
}

function settingsOf(isPage: boolean, { key, width, height }: PageSpec, url: string): Settings {
  const common = { [MARK]: key, width, height };
  if (!isPage) return { ...common, color: CARD_COLOUR };
  return {
    ...common,
    url: URL.canParse(url) ? new URL(url).toString() : url,
    is_local_file: false,
    // A page that is shut down when hidden would begin anew at every change of scene.
    shutdown: false,
    restart_when_active: false,
    // Its sound goes through the mixer, where the streamer can turn it down.
    reroute_audio: true,
    // The page gets no say over OBS.
    webpage_control_level: 0,
  };
}

/** `fresh` with the parameters of the present address, but for those that are to be new. */
function renewed(present: string, fresh: string, names: readonly string[]): string {
  if (!URL.canParse(present)) return fresh;
  const url = new URL(fresh);
  for (const [name, value] of new URL(present).searchParams)
    if (!names.includes(name)) url.searchParams.set(name, value);
  return url.toString();
}

type Size = { readonly width: number; readonly height: number };

function transformOf({ width, height, place }: PageSpec, canvas: Size): Record<string, string | number> {
  const scale = Math.min(canvas.width / DESIGN.width, canvas.height / DESIGN.height);
  const size = { width: Math.round(width * scale), height: Math.round(height * scale) };
  const box = place === 'fill' ? canvas : size;
  const [x, y] = cornerOf(place, size, canvas);
  return {
    // 5: the position is that of the upper left corner; 0: the picture in the middle of its box.
    alignment: 5,
    boundsAlignment: 0,
    boundsType: 'OBS_BOUNDS_SCALE_INNER',
    boundsWidth: box.width,
    boundsHeight: box.height,
    positionX: x,
    positionY: y,
  };
}

function cornerOf(place: Place, { width, height }: Size, canvas: Size): readonly [number, number] {
  if (place === 'fill') return [0, 0];
  if (place === 'bottom') return [Math.round((canvas.width - width) / 2), canvas.height - height];
  const margin = Math.round((MARGIN * canvas.width) / DESIGN.width);
  return [canvas.width - width - margin, canvas.height - height - margin];
}
