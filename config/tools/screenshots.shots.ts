/** Which pictures there are, and how one is taken. */
import type { Browser, Page } from 'playwright-core';
import { SPENT } from './screenshots.scene.ts';

/** The last is glass in high contrast. */
export const THEMES = ['glass', 'paper', 'signal', 'contrast'] as const;
export const LANGS = ['en', 'ru'] as const;
/** Sources of `/overlay` by `page`, what stands there when a link has been replaced, and the pages for people. */
export const PAGES = [
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
  'fight',
  'sign',
  'play',
  'links',
] as const;
/** These have one theme. */
export const PLAIN: readonly PageName[] = ['play', 'links'];
/** Width in pixels that names a view. */
export const VIEWS = [1920, 1280, 360] as const;

export type PageName = (typeof PAGES)[number];
export interface Shot {
  readonly page: PageName;
  readonly theme: (typeof THEMES)[number];
  readonly lang: (typeof LANGS)[number];
  readonly view: (typeof VIEWS)[number];
}

interface Box {
  readonly width: number;
  readonly height: number;
  /** How much larger than usual the page is asked to draw. */
  readonly scale?: number;
}

/** What OBS would give each source, by view; scenes of their own fill the picture. */
const BOXES: Readonly<Partial<Record<PageName, readonly [Box, Box, Box]>>> = {
  strip: [
    { width: 1920, height: 160 },
    { width: 1280, height: 107 },
    { width: 360, height: 165 },
  ],
  corner: [
    { width: 840, height: 600, scale: 2 },
    { width: 420, height: 300 },
    { width: 360, height: 258 },
  ],
  ticker: [
    { width: 1920, height: 90 },
    { width: 1280, height: 90 },
    { width: 360, height: 90 },
  ],
  alerts: [
    { width: 1280, height: 320, scale: 1.4 },
    { width: 960, height: 220 },
    { width: 360, height: 150 },
  ],
  dice: [
    { width: 1280, height: 640, scale: 1.2 },
    { width: 860, height: 440 },
    { width: 360, height: 300 },
  ],
  votes: [
    { width: 960, height: 900, scale: 1.4 },
    { width: 640, height: 620 },
    { width: 360, height: 640 },
  ],
  chronicle: [
    { width: 900, height: 620, scale: 1.4 },
    { width: 640, height: 440 },
    { width: 360, height: 520 },
  ],
  chat: [
    { width: 900, height: 620, scale: 1.4 },
    { width: 640, height: 440 },
    { width: 360, height: 520 },
  ],
};
const SCENES: readonly [Box, Box, Box] = [
  { width: 1920, height: 1080 },
  { width: 1280, height: 720 },
  { width: 360, height: 800 },
];
/** These are scenes: they bring their own ground. All others lie over whatever is played. */
const GROUNDED: readonly PageName[] = ['full', 'leaderboard', 'previously', 'play', 'links', 'fight'];

/** Something like a game, bright and busy in one half and dark in the other: what lies over it has to be read anyway. */
const GAMEPLAY = `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 900" preserveAspectRatio="none">
<defs><linearGradient id="a" x2="1" y2="1"><stop stop-color="#bfe4ff"/><stop offset=".5" stop-color="#7fae6a"/><stop offset="1" stop-color="#1a2413"/></linearGradient>
<pattern id="b" width="46" height="38" patternUnits="userSpaceOnUse"><path d="M0 38L12 6L22 38L31 14L46 38Z" fill="#3f6b35"/><circle cx="30" cy="8" r="4" fill="#f4f0c8"/></pattern></defs>
<path fill="url(#a)" d="M0 0H1600V900H0Z"/><path fill="#e9f4ff" d="M90 90h300v60H90zM900 60h420v46H900z"/>
<path fill="#5d7d4a" d="M0 420L300 260L560 430L900 210L1250 440L1600 300V900H0Z"/><path fill="url(#b)" d="M0 520H1600V900H0Z"/>
<path fill="#24180f" d="M1050 380h420v520h-420z"/><path fill="#c9a15a" d="M1100 430h90v120h-90zM1300 430h90v120h-90z"/></svg>`)}`;

export function boxOf({ page, view }: Shot): Box {
  return (BOXES[page] ?? SCENES)[VIEWS.indexOf(view)]!;
}

/** `strip-1280-paper-ru`; glass and English are not said. */
export function nameOf({ page, view, theme, lang }: Shot): string {
  const looks = [theme, lang].filter((one) => one !== 'glass' && one !== 'en');
  return [page === 'full' ? 'overlay' : page, view, ...looks].join('-');
}

export interface Wish {
  readonly pages?: readonly string[];
  readonly themes?: readonly string[];
  readonly langs?: readonly string[];
  readonly views?: readonly string[];
}

/** Every picture of the wish; all of them without one. */
export function shotsOf({ pages, themes, langs, views }: Wish = {}): Shot[] {
  const wanted = <T extends string | number>(all: readonly T[], some?: readonly string[]) =>
    some ? all.filter((one) => some.includes(String(one))) : [...all];
  return wanted(THEMES, themes).flatMap((theme) =>
    wanted(VIEWS, views).flatMap((view) =>
      wanted(LANGS, langs).flatMap((lang) =>
        wanted(PAGES, pages)
          .filter((page) => !PLAIN.includes(page) || theme === 'glass')
          .map((page) => ({ page, theme, lang, view })),
      ),
    ),
  );
}

const PATIENCE_MS = 30_000;
/** A page that asks for more views has come back with them. */
const LINKED_MS = 250;
/** Fades of at most 200 ms have ended, and a window that was resized has been painted. */
const STILL_MS = 900;

export interface Place {
  readonly origin: string;
  /** The time of the scene. */
  readonly now: number;
  /** Lets its last moments happen on the page of this game. */
  readonly happen: (game: string) => void;
}

/** @throws Error with what broke in the page. */
export async function take(browser: Browser, { origin, now, happen }: Place, shot: Shot): Promise<Buffer> {
  const { width, height, scale = 1 } = boxOf(shot);
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: 1 });
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  try {
    // Only the time of day stands; timers and frames go on.
    await page.addInitScript((fixed) => {
      Date.now = () => fixed;
    }, now);
    const texts = page.waitForResponse((response) => response.url().includes('/api/texts/'));
    await page.goto(addressOf(origin, shot, scale));
    await texts;
    await settle(page, shot, () => happen(gameOf(shot)));
    if (faults.length > 0) throw new Error(`${nameOf(shot)}: ${faults.join('; ')}`);
    return await page.screenshot({ fullPage: shot.view === 360 && GROUNDED.includes(shot.page) });
  } finally {
    await page.close();
  }
}

/** Its name tells the recorded host the language, and the pages apart. */
function gameOf(shot: Shot): string {
  return `${shot.lang}.${nameOf(shot)}`;
}

function addressOf(origin: string, shot: Shot, scale: number): string {
  const { page, theme, lang } = shot;
  const key = page === 'sign' ? SPENT : 'scene';
  const query = new URLSearchParams({ game: gameOf(shot), key, lang, motion: 'reduced' });
  if (PLAIN.includes(page)) return `${origin}/${page}?${query}`;
  const looks = {
    page: page === 'sign' ? 'full' : page,
    scale: String(scale),
    ...(theme === 'contrast' ? { contrast: 'high' } : { theme }),
    ...(page === 'corner' ? { player: 'p2' } : {}),
  };
  for (const [name, value] of Object.entries(looks)) query.set(name, value);
  if (GROUNDED.includes(page)) query.set('bg', 'night');
  return `${origin}/overlay?${query}`;
}

async function settle(page: Page, shot: Shot, happen: () => void): Promise<void> {
  if (!GROUNDED.includes(shot.page)) {
    await page.addStyleTag({ content: `html { background: url("${GAMEPLAY}") 0 0 / 100% 100% }` });
  }
  const mark = shot.page === 'full' || shot.page === 'play' ? 'msig-board' : 'msig-state';
  const come = (name: string) =>
    performance.getEntriesByName(name).length > 0 || document.querySelector('msig-sign') !== null;
  await page.waitForFunction(come, mark, { timeout: PATIENCE_MS });
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(LINKED_MS);
  happen();
  await page.waitForFunction(isLively, shot.page, { timeout: PATIENCE_MS }).catch(() => {
    throw new Error(`${nameOf(shot)}: nothing came to be seen`);
  });
  await page.waitForTimeout(STILL_MS);
}

/** Runs in the page: what the last moments bring has come. */
function isLively(name: string): boolean {
  const find = (tag: string) => document.querySelector(tag) as unknown as Record<string, unknown> | null;
  if (name === 'full') return Boolean(find('msig-predella')?.settled);
  if (name === 'dice') return Boolean(find('msig-dice')?.done);
  if (name === 'links') {
    const preview = document.querySelector('msig-links')?.shadowRoot?.querySelector('iframe');
    return preview?.contentWindow?.performance.getEntriesByName('msig-board').length === 1;
  }
  if (name === 'alerts') return Boolean(find('msig-alerts')?.current);
  return true;
}
