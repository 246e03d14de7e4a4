/** The built pages as they are served: nothing that axe minds, no slow motion, every control reached by Tab with its focus seen. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openChromium } from '../../bot/bench/overlay/stage.ts';
import { SceneHost, SPENT } from './screenshots.scene.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const AXE = readFileSync(join(ROOT, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');
/** More than any page has controls. */
const MOST_TABS = 120;

let host: SceneHost;
let origin = '';
let browser: Browser;

beforeAll(async () => {
  execFileSync(process.execPath, [join(ROOT, 'config', 'tools', 'build.mjs')], { stdio: 'ignore' });
  host = new SceneHost();
  origin = await host.open();
  browser = await openChromium();
});
afterAll(async () => {
  await browser?.close();
  await host?.close();
});

async function open(path: string, lang: string, width: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 800 }, reducedMotion: 'reduce' });
  const { now } = host.scene;
  await page.addInitScript((fixed) => {
    Date.now = () => fixed;
  }, now);
  const address = new URL(path, origin);
  const usual = { game: `${lang}.pages`, key: 'scene', lang, bg: 'night' };
  for (const [name, value] of Object.entries(usual))
    if (!address.searchParams.has(name)) address.searchParams.set(name, value);
  await page.goto(address.href);
  await page.waitForFunction(
    () =>
      performance.getEntriesByName('msig-state').length > 0 || document.querySelector('msig-sign') !== null,
  );
  await page.waitForTimeout(600);
  return page;
}

/** Runs in the page: the element with the focus, inside whatever shadow trees; '' when it has left the page. */
function focused(): { name: string; seen: boolean } {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  if (!at || at === document.body) return { name: '', seen: true };
  window.msigReached ??= new Set();
  window.msigReached.add(at);
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at);
  const seen = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
  return { name: `${at.localName}#${at.id} ${(at.textContent ?? '').trim().slice(0, 30)}`, seen };
}

/** Runs in the page: controls that can be used now and that Tab has not come to. */
function left(): string[] {
  const inside = (root: ParentNode): Element[] =>
    [...root.querySelectorAll('*')].flatMap((one) => [
      one,
      ...(one.shadowRoot ? inside(one.shadowRoot) : []),
    ]);
  return inside(document)
    .filter((one) => one.matches('a[href], button, input, select, textarea, [tabindex="0"]'))
    .filter((one) => !one.matches(':disabled') && one.checkVisibility({ visibilityProperty: true }))
    .filter((one) => !window.msigReached?.has(one))
    .map((one) => `${one.localName}#${one.id} ${(one.textContent ?? '').trim().slice(0, 30)}`);
}

declare global {
  interface Window {
    msigReached?: Set<Element>;
    axe: {
      run(): Promise<{ violations: { id: string; impact: string | null; nodes: { html: string }[] }[] }>;
    };
  }
}

const PAGES = [
  '/play',
  '/links',
  '/leaderboard',
  '/overlay?page=full',
  '/overlay?page=leaderboard&theme=signal',
  '/overlay?page=votes&theme=paper',
  '/overlay?page=corner&contrast=high',
  `/overlay?page=strip&key=${SPENT}`,
];
/** Pages for people come in every language and size; those for OBS wide in one language and narrow in the other. */
const CASES = PAGES.flatMap((path) =>
  (['en', 'ru'] as const).flatMap((lang) =>
    [1280, 360]
      .filter((width) => !path.startsWith('/overlay') || (lang === 'en') === (width === 1280))
      .map((width) => [path, lang, width] as const),
  ),
);

it.each(CASES)('%s in %s at %i pixels', async (path, lang, width) => {
  const page = await open(path, lang, width);
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => window.axe.run());
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(
    serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 90)).join(' | ')}`),
  ).toEqual([]);

  // Who asks for less motion gets none that is longer than 200 ms.
  const slow = await page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ effect }) => Number(effect?.getComputedTiming().duration) > 200)
      .map(({ effect }) => (effect as KeyframeEffect).target?.className ?? ''),
  );
  expect(slow).toEqual([]);

  const unseen: string[] = [];
  let tabs = 0;
  for (; tabs < MOST_TABS; tabs += 1) {
    await page.keyboard.press('Tab');
    const { name, seen } = await page.evaluate(focused);
    if (name === '') break;
    if (!seen) unseen.push(name);
  }
  expect(tabs).toBeLessThan(MOST_TABS);
  expect(unseen).toEqual([]);
  expect(await page.evaluate(left)).toEqual([]);
  if (path === '/play' || path === '/links') expect(tabs).toBeGreaterThan(8);
  await page.close();
});
