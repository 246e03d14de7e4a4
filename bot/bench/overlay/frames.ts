/** How evenly a page draws, beside a blank page in the same browser: 95th percentile of a frame, and frames left out. */
import type { Page } from 'playwright-core';
import { median, percentile } from '../measure.ts';
import { waitedMs } from './processes.ts';
import { type Stage, VIEW } from './stage.ts';

const HZ = 10;
const TURN_MS = 2_500;
/** From the opening of a page until it is measured: the window is painted, everything has been thrown once. */
const SETTLE_MS = { blank: 500, face: 3_500 };
const FRAME_MS = 1000 / 60;

export interface Turn {
  /** Milliseconds. */
  readonly p95: number;
  /** Share of the frames of 60 a second that never came. */
  readonly dropped: number;
  /** Milliseconds of waiting for a core in each millisecond. */
  readonly waited: number;
}

export interface Evenness {
  readonly blank: Turn;
  readonly face: Turn;
}

/** Blank page and face in turns; of each the quieter half of the turns counts, by how long the browser had to wait. */
export async function measureFrames(stage: Stage, options: string, turns: number): Promise<Evenness> {
  const context = await stage.browser.newContext({ viewport: VIEW });
  const page = await context.newPage();
  const blank: Turn[] = [];
  const face: Turn[] = [];
  for (let i = 0; i < turns; i += 1) {
    await page.goto('data:text/html,<title>blank</title>');
    blank.push(await turn(stage, page, SETTLE_MS.blank));
    await page.goto(stage.address(`motion=full&${options}`));
    face.push(await turn(stage, page, SETTLE_MS.face));
  }
  await context.close();
  return { blank: quiet(blank), face: quiet(face) };
}

/** The host has the same to do, whatever is on the page. */
async function turn({ server }: Stage, page: Page, settle: number): Promise<Turn> {
  await server.ask('go', { hz: HZ });
  await page.waitForTimeout(settle);
  const before = waitedMs();
  const frames = await page.evaluate(drawnFor, TURN_MS);
  const waited = (waitedMs() - before) / TURN_MS;
  await server.ask('rest');
  const long = frames.slice(1).map((at, i) => at - frames[i]!);
  const length = frames.at(-1)! - frames[0]!;
  return { p95: percentile(long, 0.95), dropped: Math.max(0, 1 - (long.length * FRAME_MS) / length), waited };
}

/** Runs in the page: the times of all frames of so many milliseconds. */
function drawnFor(ms: number): Promise<number[]> {
  return new Promise((resolve) => {
    const times: number[] = [];
    const frame = (at: number): void => {
      times.push(at);
      if (at - times[0]! < ms) requestAnimationFrame(frame);
      else resolve(times);
    };
    requestAnimationFrame(frame);
  });
}

function quiet(turns: readonly Turn[]): Turn {
  const half = turns.toSorted((a, b) => a.waited - b.waited).slice(0, Math.ceil(turns.length / 2));
  const middle = (of: (one: Turn) => number): number => median(half.map(of));
  return {
    p95: middle(({ p95 }) => p95),
    dropped: middle(({ dropped }) => dropped),
    waited: middle(({ waited }) => waited),
  };
}
