/**
 * Hours in OBS: the map lives through simulated hours of throws and lost links on a real host. It grows no more, it
 * resumes where it stopped, it sums up what was too much, and at the end it shows what the host has. The normal run
 * takes twenty minutes of it; `npm run test:long` all four hours with two hundred lost links.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Hours } from '../bench/overlay/hours.ts';
import { openStage, type Stage } from '../bench/overlay/stage.ts';

const BUILD = fileURLToPath(new URL('../../config/tools/build.mjs', import.meta.url));
const LONG = process.env.MSIG_TEST_LONG === '1';
const MINUTES = LONG ? 240 : 20;
const CUTS = LONG ? 200 : 16;
const APART_MS = 4_000;
/** Each lost link misses one of these in turn; from more than twelve on the page sums up. */
const MISSED = [1, 3, 20, 2] as const;
const MOST_PLAYED = 12;

let stage: Stage;

beforeAll(async () => {
  execFileSync(process.execPath, [BUILD], { stdio: 'ignore' });
  stage = await openStage();
});
afterAll(async () => {
  await stage?.close();
});

/** Every number from the first to the last, once each: what was played, and what was summed up. */
function accounted({ seqs, missed }: Awaited<ReturnType<Hours['told']>>): number {
  return seqs.length + missed.reduce((sum, { count }) => sum + count, 0);
}

it(
  `lives through ${MINUTES} minutes with ${CUTS} lost links`,
  async () => {
    const page = await Hours.open(stage, 'page=full&motion=full');
    const begin = (await page.told()).last;
    const throwsApart = Math.floor((MINUTES * 60_000) / APART_MS / CUTS);
    let early = await page.memory();
    let summaries = 0;
    for (let i = 0; i < CUTS; i += 1) {
      await page.play(throwsApart, APART_MS);
      const missed = MISSED[i % MISSED.length]!;
      const before = await page.toldAll();
      await page.cut(missed);
      const after = await page.told();
      // Nothing twice, nothing left out.
      expect(after.seqs).toEqual([...new Set(after.seqs)].sort((a, b) => a - b));
      expect(accounted(after)).toBe(after.last - begin);
      if (missed > MOST_PLAYED) {
        summaries += 1;
        expect(after.missed.length).toBe(before.missed.length + 1);
        expect(after.missed.at(-1)?.count).toBeGreaterThanOrEqual(missed);
      } else expect(after.missed.length).toBe(before.missed.length);
      if (i === Math.floor(CUTS / 4)) {
        await page.settle();
        early = await page.memory();
      }
    }
    expect(summaries).toBeGreaterThan(0);
    await page.settle();
    const late = await page.memory();
    expect(late.listeners).toBeLessThanOrEqual(early.listeners * 1.1 + 10);
    expect(late.whole).toBeLessThanOrEqual(early.whole * 1.1 + 10);
    expect(late.heap).toBeLessThanOrEqual(early.heap * 1.1 + 0.5);

    expect(await page.board()).toEqual(await page.host());
    const fresh = await Hours.open(stage, 'page=full&motion=full');
    await fresh.settle();
    // The window's description and the standings are those of a page that has just been opened.
    expect(await page.standings()).toEqual(await fresh.standings());
    // How many nodes a page has depends on what there is to see; a page that has just been opened sees the same.
    expect(late.nodes).toBeLessThanOrEqual((await fresh.memory()).nodes * 1.1 + 150);
    expect(page.faults).toEqual([]);
    await fresh.close();
    await page.close();
  },
  LONG ? 3_600_000 : 300_000,
);
