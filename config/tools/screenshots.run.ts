/** The work behind `npm run screenshots`; see screenshots.mjs for its options. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { openChromium } from '../../bot/bench/overlay/stage.ts';
import { Comparer } from './screenshots.compare.ts';
import { SceneHost } from './screenshots.scene.ts';
import { nameOf, PAGES, PLAIN, type Place, type Shot, shotsOf, take } from './screenshots.shots.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** What the README shows; the repository holds no others. */
const README = ['leaderboard', 'play'].flatMap((page) => [1280, 360].map((view) => `${page}-${view}`));
README.push(
  'overlay-1920',
  'fight-1920',
  'overlay-1280-paper',
  'overlay-1280-signal',
  'strip-1920',
  'links-1280',
  'corner-1280',
  'votes-1280',
  'dice-1280',
);
const AT_ONCE = 4;
const PICTURES = join(ROOT, 'config', 'pictures');

const say = (line: string): void => void process.stderr.write(`msig: ${line}\n`);

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    themes: { type: 'string' },
    langs: { type: 'string' },
    views: { type: 'string' },
    out: { type: 'string', default: join(ROOT, '.build', 'pictures') },
    check: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});

function wanted(): Shot[] {
  const list = (text: string | undefined): string[] | undefined => text?.split(',').filter(Boolean);
  const pages = list(values.only)?.map((name) => (name === 'overlay' ? 'full' : name));
  const unknown = pages?.find((name) => !PAGES.some((page) => page === name));
  if (unknown) throw new Error(`there is no page ${unknown}; pages: ${PAGES.join(', ')}`);
  return shotsOf({
    pages,
    themes: list(values.themes),
    langs: list(values.langs),
    views: list(values.views),
  });
}

/** All pictures of one language and view on one page, each under its name, a column a theme. */
async function contactSheet(browser: Browser, pictures: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const figures = shotsOf({ langs: ['en'], views: ['1280'] })
    .filter((shot) => pictures.has(nameOf(shot)) && !PLAIN.includes(shot.page) && shot.theme !== 'contrast')
    .toSorted((a, b) => PAGES.indexOf(a.page) - PAGES.indexOf(b.page))
    .map((shot) => {
      const data = pictures.get(nameOf(shot))!.toString('base64');
      return `<figure><img src="data:image/png;base64,${data}"><figcaption>${shot.page} · ${shot.theme}</figcaption></figure>`;
    });
  const style = `body{margin:14px;display:grid;grid-template-columns:repeat(6,1fr);gap:10px 12px;background:#06070f;color:#c9c5dc;font:12px system-ui}
    figure{margin:0;align-self:end}img{display:block;width:100%}figcaption{padding:3px 0}`;
  const page = await browser.newPage({ viewport: { width: 1400, height: 600 } });
  try {
    await page.setContent(`<!doctype html><style>${style}</style>${figures.join('')}`);
    await page.waitForTimeout(500);
    return await page.screenshot({ fullPage: true });
  } finally {
    await page.close();
  }
}

async function keep(
  browser: Browser,
  comparer: Comparer,
  pictures: ReadonlyMap<string, Buffer>,
): Promise<void> {
  await comparer.keep(pictures);
  for (const name of README) {
    const picture = pictures.get(name);
    if (picture) writeFileSync(join(PICTURES, `${name}.png`), picture);
  }
  writeFileSync(join(PICTURES, 'contact.png'), await contactSheet(browser, pictures));
}

async function isAsKept(comparer: Comparer, shot: Shot, taken: Buffer): Promise<boolean> {
  const { fits, share, mean, picture } = await comparer.compare(shot, taken);
  if (fits || !picture) return fits;
  const path = join(values.out, `${nameOf(shot)}.differs.png`);
  writeFileSync(path, picture);
  const far = `${(share * 100).toFixed(1)}% of it far off, ${mean.toFixed(1)} on average`;
  say(`${nameOf(shot)} is not what was kept: ${far}; see ${path}`);
  return false;
}

async function main(): Promise<void> {
  const host = new SceneHost();
  const origin = await host.open();
  const browser = await openChromium();
  const comparer = await Comparer.open(browser);
  const pictures = new Map<string, Buffer>();
  const place: Place = { origin, now: host.scene.now, happen: (game) => host.happen(game) };
  let wrong = 0;
  mkdirSync(values.out, { recursive: true });
  try {
    const waiting = wanted();
    const worker = async (): Promise<void> => {
      for (let shot = waiting.shift(); shot; shot = waiting.shift()) {
        const picture = await take(browser, place, shot);
        pictures.set(nameOf(shot), picture);
        writeFileSync(join(values.out, `${nameOf(shot)}.png`), picture);
        if (values.check && !(await isAsKept(comparer, shot, picture))) wrong += 1;
      }
    };
    // A page waits more than it works.
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    if (values.keep) await keep(browser, comparer, pictures);
    say(`${pictures.size} pictures in ${values.out}${values.check ? `, ${wrong} of them differ` : ''}`);
  } finally {
    await browser.close();
    await host.close();
  }
  if (wrong > 0) process.exitCode = 1;
}

main().catch((error: Error) => {
  say(`the pictures could not be taken: ${error.message}`);
  process.exitCode = 1;
});
