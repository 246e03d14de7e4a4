/**
 * Our part of the scene collection: made, or mended, and nothing else touched. What is ours carries a mark in its own
 * settings, which OBS keeps with it: a scene in its private settings, a source among its settings. So a thing of ours
 * is known again under any name, and a foreign thing under our name is left alone.
 */
import type { PartReport, PartSpec, SceneSpec } from '../contract.ts';
import { isRefusal } from '../failures.ts';
import type { ObsLine } from './line.ts';
import { ensurePage } from './page.ts';
import { lookAround, MARK, type Workshop } from './workshop.ts';

/** @throws ObsRefusal, SceneError; what was done until then stays, and the next call goes on from there. */
export async function ensurePart(line: ObsLine, spec: PartSpec): Promise<PartReport> {
  const shop = await lookAround(line, namesOf(spec));
  const report = () => ({
    collection: shop.collection,
    browser: shop.browser !== null,
    made: shop.made,
    mended: shop.mended,
    kept: shop.kept,
    foreign: shop.foreign,
    present: spec.scenes.filter(({ key }) => shop.ours.has(key)).map(({ key }) => key),
  });
  if (spec.collection !== undefined && spec.collection !== shop.collection)
    return { ...report(), skipped: true };
  const some = spec.scenes.some(({ key }) => shop.ours.has(key));
  for (const scene of spec.scenes) {
    if (!shop.ours.has(scene.key) && some && spec.missing === 'make-if-none') continue;
    await ensureScene(shop, scene);
  }
  return { ...report(), skipped: false };
}

async function ensureScene(shop: Workshop, { key, name, pages }: SceneSpec): Promise<void> {
  const known = shop.ours.get(key);
  if (known === undefined && shop.names.has(name)) {
    shop.foreign.push(name);
    return;
  }
  if (known === undefined) {
    await shop.line.call('CreateScene', { sceneName: name });
    shop.names.add(name);
    shop.ours.set(key, name);
    shop.made.push(name);
    await mark(shop.line, name, key);
  } else {
    shop.kept.push(known);
  }
  for (const page of pages) await ensurePage(shop, known ?? name, page);
}

/** The request is in every version, but in no list of theirs. */
async function mark(line: ObsLine, sceneName: string, key: string): Promise<void> {
  const data = { sourceName: sceneName, sourceSettings: { [MARK]: key } };
  await line.request('SetSourcePrivateSettings', data).catch((error: unknown) => {
    // A version without it: then a scene is known by the marked source in it.
    if (!isRefusal(error, 204)) throw error;
  });
}

/** Our keys and the names they begin with: among copies, the one with that name is the original. */
function namesOf({ scenes }: PartSpec): ReadonlyMap<string, string> {
  return new Map(
    scenes.flatMap(({ key, name, pages }) => [
      [key, name] as const,
      ...pages.map((page) => [page.key, page.name] as const),
    ]),
  );
}
