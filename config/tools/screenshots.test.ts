/**
 * Pages against the pictures of them that were looked at and kept. The normal run takes every page in every theme once;
 * `npm run test:long` all languages and sizes. What differs is put beside what was kept, in `.build/pictures`.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from '../../bot/bench/overlay/stage.ts';
import { Comparer } from './screenshots.compare.ts';
import { SceneHost } from './screenshots.scene.ts';
import { nameOf, type Shot, shotsOf, take } from './screenshots.shots.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const OUT = join(ROOT, '.build', 'pictures');
const LONG = process.env.MSIG_TEST_LONG === '1';
const GLASS = ['full', 'strip', 'play'];

/** Every page and theme once, and the narrow faces of those with the most on them. */
function usual(): Shot[] {
  const narrow = shotsOf({ pages: GLASS, themes: ['glass'], langs: ['ru'], views: ['360'] });
  return [...shotsOf({ langs: ['en'], views: ['1280'] }), ...narrow];
}

let host: SceneHost;
let origin = '';
let browser: Browser;
let comparer: Comparer;

beforeAll(async () => {
  execFileSync(process.execPath, [join(ROOT, 'config', 'tools', 'build.mjs')], { stdio: 'ignore' });
  host = new SceneHost();
  origin = await host.open();
  browser = await openChromium();
  comparer = await Comparer.open(browser);
});
afterAll(async () => {
  await browser?.close();
  await host?.close();
});

const shot = (name: string): Shot => shotsOf().find((one) => nameOf(one) === name)!;
const picture = (one: Shot) =>
  take(browser, { origin, now: host.scene.now, happen: (game) => host.happen(game) }, one);

it.each((LONG ? shotsOf() : usual()).map((one) => [nameOf(one), one] as const))(
  '%s is as it was kept',
  async (name, one) => {
    const { fits, share, mean, picture: beside } = await comparer.compare(one, await picture(one));
    if (beside) {
      mkdirSync(OUT, { recursive: true });
      writeFileSync(join(OUT, `${name}.differs.png`), beside);
    }
    expect({ name, fits, share, mean }).toEqual({ name, fits: true, share, mean });
  },
);

describe('a difference is noticed', () => {
  /** The page in a browser, spoiled before its picture is taken. */
  async function spoiled(name: string, css: string): Promise<Buffer> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    const png = (await picture(shot(name))).toString('base64');
    await page.setContent(
      `<style>body{margin:0;background:#06070f}${css}</style><img src="data:image/png;base64,${png}">`,
    );
    await page.waitForFunction(() => document.images[0]?.complete);
    const taken = await page.screenshot();
    await page.close();
    return taken;
  }

  it.each([
    ['blank', 'img { display: none }'],
    ['cut off at the right', 'img { clip-path: inset(0 16% 0 0) }'],
    ['moved', 'img { transform: translate(60px, 0) }'],
    ['without its map', 'img { clip-path: polygon(0 0, 18% 0, 18% 100%, 0 100%) }'],
  ])('when a page is %s', async (_, css) => {
    const { fits } = await comparer.compare(shot('overlay-1280'), await spoiled('overlay-1280', css));
    expect(fits).toBe(false);
  });

  it('when a page is in another theme', async () => {
    const paper = await picture(shot('overlay-1280-paper'));
    expect((await comparer.compare(shot('overlay-1280'), paper)).fits).toBe(false);
    const signal = await picture(shot('strip-1280-signal'));
    expect((await comparer.compare(shot('strip-1280'), signal)).fits).toBe(false);
  });
});
