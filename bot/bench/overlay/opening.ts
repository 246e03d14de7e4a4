/** What it takes to open a page with nothing in the browser's cache: milliseconds until it shows, bytes of script. */
import { gzipSync } from 'node:zlib';
import { median } from '../measure.ts';
import { type Stage, VIEW } from './stage.ts';

export const SOURCES = [
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
] as const;
export const THEMES = ['glass', 'paper', 'signal'] as const;

export interface Opening {
  /** Milliseconds until the first state is on the page; of the map, until its window is painted. */
  readonly shown: number;
  /** Milliseconds until anything is painted; null for sources that show nothing until something happens. */
  readonly paint: number | null;
  /** Bytes of all scripts, each compressed by gzip as servers do. */
  readonly script: number;
}

/** The server is warm: somebody else has opened the page before. The median of `times`. */
export async function measureOpening(stage: Stage, options: string, times = 3): Promise<Opening> {
  await open(stage, options);
  const all: Opening[] = [];
  for (let i = 0; i < times; i += 1) all.push(await open(stage, options));
  const paints = all.flatMap(({ paint }) => paint ?? []);
  return {
    shown: median(all.map(({ shown }) => shown)),
    paint: paints.length > 0 ? median(paints) : null,
    script: Math.max(...all.map(({ script }) => script)),
  };
}

async function open({ browser, address }: Stage, options: string): Promise<Opening> {
  const context = await browser.newContext({ viewport: VIEW });
  const page = await context.newPage();
  const scripts: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.body());
  });
  await page.goto(address(options));
  const mark = options.startsWith('page=full') ? 'msig-board' : 'msig-state';
  const shown = await page.waitForFunction(
    (name) => performance.getEntriesByName(name)[0]?.startTime ?? null,
    mark,
  );
  const paint = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null,
  );
  const result = { shown: Number(await shown.jsonValue()), paint, script: await weigh(scripts) };
  await context.close();
  return result;
}

async function weigh(scripts: readonly Promise<Buffer>[]): Promise<number> {
  const bodies = await Promise.all(scripts);
  return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
}
