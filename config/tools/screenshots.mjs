#!/usr/bin/env node
/**
 * `npm run screenshots`: plays a real game of bots and takes pictures of every page into `config/pictures`, with a
 * contact sheet (`contact.png`) of all that were taken.
 *
 *   node config/tools/screenshots.mjs                      starts a game of its own, in a folder of its own
 *   node config/tools/screenshots.mjs --host URL --game ID --key KEY   looks at a host that runs already
 *   … --only full,strip,dice,leaderboard,play   --themes glass,paper,signal   --langs en,ru   --contrast high
 *   … --out FOLDER   --size M   --wait SECONDS
 *
 * Chromium is the system's (`CHROMIUM`, /usr/bin/chromium) or the one that playwright has installed for itself.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { ROOT, say, stop } from './prepare.mjs';

/** Sources of `/overlay`, by `page`; the other two are pages of their own. */
const SOURCES = [
  'full',
  'strip',
  'corner',
  'dice',
  'alerts',
  'leaderboard',
  'votes',
  'chronicle',
  'previously',
  'ticker',
  'chat',
];
const PAGES = [...SOURCES, 'play'];

const { values: options } = parseArgs({
  options: {
    host: { type: 'string' },
    game: { type: 'string' },
    key: { type: 'string' },
    langs: { type: 'string', default: 'en' },
    themes: { type: 'string', default: 'glass' },
    contrast: { type: 'string', default: 'normal' },
    out: { type: 'string', default: join(ROOT, 'config', 'pictures') },
    only: { type: 'string', default: PAGES.join(',') },
    size: { type: 'string', default: 'S' },
    wait: { type: 'string', default: '240' },
  },
});

/** Width, height; whether the whole length of the page is taken. */
const VIEWS = [
  { width: 1920, height: 1080, whole: false },
  { width: 1280, height: 720, whole: false },
  { width: 360, height: 800, whole: true },
];
/** Sources that are flat or small: their own height for each width, and how much larger they are asked for. */
const OWN = {
  strip: { heights: [160, 107, 165] },
  corner: { heights: [600, 300, 258], widths: [840, 420, 360], scales: [2, 1, 1] },
  ticker: { heights: [90, 90, 90] },
  alerts: { heights: [320, 260, 150] },
  dice: { heights: [640, 480, 300] },
};
/** How long to wait for a moment with something to see. */
const LIVELY_MS = 60_000;
const READY_MS = 180_000;

/** Starts a rehearsal of bots in a folder that goes away with it. */
async function startHost() {
  const data = mkdtempSync(join(tmpdir(), 'msig-pictures-'));
  const args = [
    'start',
    '--bots',
    '8',
    '--players',
    '8',
    '--size',
    options.size,
    '--lang',
    options.langs.split(',')[0],
  ];
  const own = ['--port', '0', '--data', data, '--seed', 'pictures', '--crowd', '60', '--new', '--json'];
  const script = join(ROOT, 'config', 'tools', 'msig.mjs');
  const child = spawn(process.execPath, [script, ...args, ...own], { stdio: ['ignore', 'pipe', 'inherit'] });
  const end = async () => {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    if (child.exitCode === null) child.kill('SIGINT');
    else return rmSync(data, { recursive: true, force: true });
    await gone;
    rmSync(data, { recursive: true, force: true });
  };
  const ready = new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('{') && line.includes('"ready"')) resolve(JSON.parse(line));
    });
    child.once('exit', (code) => reject(new Error(`the game ended with code ${code} before it was ready`)));
    setTimeout(() => reject(new Error('the game was not ready in time')), READY_MS).unref();
  });
  try {
    return { ready: await ready, end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** The address of a page out of the ready line, or of the host that was named. */
function addressOf(ready, name) {
  const path = name === 'play' ? '/play' : '/overlay';
  const query = `?game=${encodeURIComponent(options.game ?? '')}&key=${encodeURIComponent(options.key ?? '')}`;
  const plain = ready ? (name === 'play' ? ready.play : ready.overlay) : `${options.host}${path}${query}`;
  const url = new URL(plain);
  if (name !== 'play') url.searchParams.set('page', name);
  return url;
}

/** Runs in the page: there is something to see. Pages that always have something are always so. */
function isLively(name) {
  const find = (tag) => document.querySelector(tag);
  if (name === 'full') {
    const late = find('msig-task')?.renderRoot.querySelector('.late');
    return Boolean(find('msig-predella')?.settled && late);
  }
  if (name === 'dice') return Boolean(find('msig-dice')?.settled);
  if (name === 'alerts') return Boolean(find('msig-alerts')?.current);
  if (name === 'votes') return Boolean(find('msig-votes')?.renderRoot.querySelector('.votes'));
  return true;
}

/** The box a page is taken in. */
function boxOf(name, view) {
  const own = OWN[name];
  if (!own) return { ...view, scale: 1 };
  const at = VIEWS.indexOf(view);
  return {
    width: own.widths?.[at] ?? view.width,
    height: own.heights[at],
    whole: false,
    scale: own.scales?.[at] ?? 1,
  };
}

async function shoot(browser, { name, address, view, lang, theme }) {
  const box = boxOf(name, view);
  const page = await browser.newPage({ viewport: { width: box.width, height: box.height } });
  const faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  const wishes = { lang, theme, contrast: options.contrast, scale: String(box.scale), bg: 'night' };
  for (const [key, value] of Object.entries(wishes)) address.searchParams.set(key, value);
  try {
    await page.goto(address.href);
    await page.evaluate(() => document.fonts.ready);
    // Long enough for the window to be painted.
    await page.waitForTimeout(name === 'full' || name === 'play' ? 6_000 : 2_500);
    await page
      .waitForFunction(isLively, name, { timeout: LIVELY_MS })
      .catch(() => say(`${name}: a quiet moment`));
    // The sum of the dice takes a moment to come up.
    await page.waitForTimeout(800);
    const path = join(options.out, fileName({ name, view, lang, theme }));
    await page.screenshot({ path, fullPage: box.whole });
    say(`picture: ${path}`);
    if (faults.length > 0) throw new Error(`${name} at ${view.width}: ${faults.join('; ')}`);
    return path;
  } finally {
    await page.close();
  }
}

/** `overlay-1920.png` for the usual looks; others say theirs: `strip-1280-paper-ru.png`. */
function fileName({ name, view, lang, theme }) {
  const looks = [theme, lang, options.contrast].filter((one) => !['glass', 'en', 'normal'].includes(one));
  return `${[name === 'full' ? 'overlay' : name, view.width, ...looks].join('-')}.png`;
}

const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** All pictures on one page, each under its name. */
async function contactSheet(browser, paths) {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  const figures = paths.map((path) => {
    const data = readFileSync(path).toString('base64');
    return `<figure><img src="data:image/png;base64,${data}"><figcaption>${escaped(basename(path, '.png'))}</figcaption></figure>`;
  });
  const style = `body{margin:24px;columns:4;column-gap:20px;background:#06070f;color:#c9c5dc;font:16px system-ui}
    figure{margin:0 0 20px;break-inside:avoid}img{display:block;width:100%;max-height:620px;object-fit:cover;object-position:top}
    figcaption{padding:6px 0}`;
  try {
    await page.setContent(`<!doctype html><style>${style}</style>${figures.join('')}`);
    await page.waitForTimeout(500);
    const path = join(options.out, 'contact.png');
    await page.screenshot({ path, fullPage: true });
    say(`picture: ${path}`);
  } finally {
    await page.close();
  }
}

async function openBrowser() {
  const system = process.env.CHROMIUM ?? '/usr/bin/chromium';
  const own = existsSync(system) ? { executablePath: system } : {};
  return chromium.launch({ ...own, args: ['--no-sandbox'] });
}

/** Every picture that was asked for. @throws Error naming a page that does not exist. */
function wanted() {
  const list = (text) => text.split(',').filter(Boolean);
  const names = list(options.only).map((name) => (name === 'overlay' ? 'full' : name));
  const unknown = names.find((name) => !PAGES.includes(name));
  if (unknown) throw new Error(`there is no page ${unknown}; pages: ${PAGES.join(', ')}`);
  return list(options.themes).flatMap((theme) =>
    list(options.langs).flatMap((lang) =>
      names.flatMap((name) => VIEWS.map((view) => ({ name, view, lang, theme }))),
    ),
  );
}

async function main() {
  mkdirSync(options.out, { recursive: true });
  const host = options.host ? null : await startHost();
  const browser = await openBrowser();
  try {
    if (host) {
      say(`letting the game go on for ${options.wait} s, so that there is something to see …`);
      await new Promise((resolve) => setTimeout(resolve, Number(options.wait) * 1000));
    }
    const paths = [];
    for (const one of wanted()) {
      paths.push(await shoot(browser, { ...one, address: addressOf(host?.ready, one.name) }));
    }
    await contactSheet(browser, paths);
  } finally {
    await browser.close();
    await host?.end();
  }
}

main().catch((error) => stop(`the pictures could not be taken: ${error.message}`));
