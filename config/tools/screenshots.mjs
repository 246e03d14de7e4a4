#!/usr/bin/env node
/**
 * `npm run screenshots`: plays a real game of bots and takes pictures of the pages into `config/pictures`.
 *
 *   node config/tools/screenshots.mjs                      starts a game of its own, in a folder of its own
 *   node config/tools/screenshots.mjs --host URL --game ID --key KEY   looks at a host that runs already
 *   … --lang ru   --out FOLDER   --only overlay,play   --size M   --wait SECONDS
 *
 * Chromium is the system's (`CHROMIUM`, /usr/bin/chromium) or the one that playwright has installed for itself.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { ROOT, say, stop } from './prepare.mjs';

const { values: options } = parseArgs({
  options: {
    host: { type: 'string' },
    game: { type: 'string' },
    key: { type: 'string' },
    lang: { type: 'string', default: 'en' },
    out: { type: 'string', default: join(ROOT, 'config', 'pictures') },
    only: { type: 'string', default: 'overlay,leaderboard,play' },
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
/** How long to wait for a moment with something to see. */
const LIVELY_MS = 60_000;
const READY_MS = 180_000;

/** Starts a rehearsal of bots in a folder that goes away with it. */
async function startHost() {
  const data = mkdtempSync(join(tmpdir(), 'msig-pictures-'));
  const args = ['start', '--bots', '8', '--players', '8', '--size', options.size, '--lang', options.lang];
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

/** The addresses of the pages out of the ready line, or of the host that was named. */
function addresses(ready) {
  if (!ready) {
    const query = `?game=${encodeURIComponent(options.game ?? '')}&key=${encodeURIComponent(options.key ?? '')}`;
    const at = (path) => `${options.host}${path}${query}`;
    return { overlay: at('/overlay'), leaderboard: at('/leaderboard'), play: at('/play') };
  }
  return {
    overlay: ready.overlay,
    leaderboard: ready.overlay.replace('/overlay', '/leaderboard'),
    play: ready.play,
  };
}

/** Runs in the page: a throw has just been shown while chat is asked for something. Pages without dice are always so. */
function isLively() {
  const predella = document.querySelector('msig-predella');
  return (
    !predella || (predella.settled && document.querySelector('msig-task').renderRoot.querySelector('.late'))
  );
}

async function shoot(browser, { name, address, view }) {
  const page = await browser.newPage({ viewport: { width: view.width, height: view.height } });
  const faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  const url = new URL(address);
  url.searchParams.set('lang', options.lang);
  url.searchParams.set('bg', 'night');
  try {
    await page.goto(url.href);
    await page.evaluate(() => document.fonts.ready);
    // Long enough for the window to be painted.
    await page.waitForTimeout(6_000);
    await page
      .waitForFunction(isLively, null, { timeout: LIVELY_MS })
      .catch(() => say(`${name}: a quiet moment`));
    // The sum of the dice takes a moment to come up.
    await page.waitForTimeout(800);
    const path = join(options.out, `${name}-${view.width}.png`);
    await page.screenshot({ path, fullPage: view.whole });
    say(`picture: ${path}`);
    if (faults.length > 0) throw new Error(`${name} at ${view.width}: ${faults.join('; ')}`);
  } finally {
    await page.close();
  }
}

async function openBrowser() {
  const system = process.env.CHROMIUM ?? '/usr/bin/chromium';
  const own = existsSync(system) ? { executablePath: system } : {};
  return chromium.launch({ ...own, args: ['--no-sandbox'] });
}

async function main() {
  mkdirSync(options.out, { recursive: true });
  const host = options.host ? null : await startHost();
  const browser = await openBrowser();
  try {
    const at = addresses(host?.ready);
    if (host) {
      say(`letting the game go on for ${options.wait} s, so that there is something to see …`);
      await new Promise((resolve) => setTimeout(resolve, Number(options.wait) * 1000));
    }
    for (const name of options.only.split(',')) {
      for (const view of VIEWS) await shoot(browser, { name, address: at[name], view });
    }
  } finally {
    await browser.close();
    await host?.end();
  }
}

main().catch((error) => stop(`the pictures could not be taken: ${error.message}`));
