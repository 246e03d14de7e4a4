/** `bench overlay`: what the pages cost in the browser that OBS has, without a graphics card. */
import { atMost, type BenchReport, type Figure, figure, type Goal } from '../report.ts';
import { type Evenness, measureFrames } from './frames.ts';
import { Hours, type Memory } from './hours.ts';
import { measureOpening, type Opening, SOURCES, THEMES } from './opening.ts';
import { openStage, type Stage } from './stage.ts';

/** Pairs of turns for each face. */
const TURNS = { first: 8, other: 4 } as const;
/** Simulated milliseconds between two throws: eight players at the pace of an evening. */
const APART_MS = 4_000;
const MINUTE_MS = 60_000;
const EARLY_MINUTES = 10;
const LATE_MINUTES = 240;
/** The link is lost once in so many minutes. */
const CUT_MINUTES = 1.2;

export async function benchOverlay(): Promise<BenchReport> {
  const stage = await openStage();
  try {
    const figures = [
      ...(await openings(stage)),
      ...(await mapFrames(stage)),
      ...(await fightFrames()),
      ...(await hours(stage)),
    ];
    return {
      bench: 'overlay',
      figures,
      notes: [
        'Chromium without a graphics card, 1280x720; the real host and gateway, a race of eight, 10 events a second',
        'frames: beside a blank page in turns; of all turns the quieter half counts, by how long the browser waited for a core. Where it waits long, other programs are measured, not the page',
        'first paint: a browser with an empty cache, the server warm; others count when their first state is there, which may be nothing to see',
        `memory: the page's clock runs by hand, ${LATE_MINUTES} minutes with a throw each ${APART_MS / 1000} s and a lost link each ${CUT_MINUTES} minutes; after the browser was told to give back what it can, and rubbish was collected`,
        'memory is what the processes that run and draw the page have for themselves. Of script memory a third is machine code, which the browser makes of whatever has run often; without it, script memory does not grow',
      ],
    };
  } finally {
    await stage.close();
  }
}

async function openings(stage: Stage): Promise<Figure[]> {
  const maps: Figure[] = [];
  let heaviest: Opening & { readonly name: string } = { name: '', shown: 0, paint: null, script: 0 };
  let slowest = heaviest;
  for (const theme of THEMES) {
    const opening = await measureOpening(stage, `page=full&theme=${theme}`);
    maps.push(
      figure({
        name: `map in ${theme}, first paint`,
        unit: 'ms',
        value: opening.paint ?? Number.NaN,
        goal: atMost(1000),
      }),
      figure({
        name: `map in ${theme}, window painted`,
        unit: 'ms',
        value: opening.shown,
        goal: atMost(1000),
      }),
    );
    if (opening.script > heaviest.script) heaviest = { ...opening, name: 'full' };
    for (const source of SOURCES.filter((one) => one !== 'full')) {
      const other = await measureOpening(stage, `page=${source}&theme=${theme}`, 1);
      if (other.shown > slowest.shown) slowest = { ...other, name: `${source} in ${theme}` };
      if (other.script > heaviest.script) heaviest = { ...other, name: source };
    }
  }
  const kilobytes = heaviest.script / 1024;
  return [
    ...maps,
    figure({ name: `slowest other: ${slowest.name}`, unit: 'ms', value: slowest.shown, goal: atMost(1000) }),
    figure({ name: `most script: ${heaviest.name}`, unit: 'KB gzip', value: kilobytes, goal: atMost(150) }),
  ];
}

async function mapFrames(stage: Stage): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const theme of THEMES) {
    // The first theme is the one most people have.
    const evenness = await measureFrames(
      stage,
      `page=full&theme=${theme}`,
      theme === THEMES[0] ? TURNS.first : TURNS.other,
    );
    figures.push(...evennessOf(`map in ${theme}`, evenness));
  }
  return figures;
}

/** The scene of fights, while somebody always fights. */
async function fightFrames(): Promise<Figure[]> {
  const stage = await openStage({ fights: true });
  try {
    return evennessOf('fight in glass', await measureFrames(stage, 'page=fight', TURNS.other));
  } finally {
    await stage.close();
  }
}

function evennessOf(name: string, { blank, face }: Evenness): Figure[] {
  const dropped = Math.max(0, face.dropped - blank.dropped);
  return [
    figure({ name: `${name}, frame p95`, unit: 'ms', value: face.p95 }),
    figure({ name: `${name}, above blank`, unit: 'ms', value: face.p95 - blank.p95, goal: atMost(2) }),
    figure({ name: `${name}, dropped above blank`, unit: 'share', value: dropped, goal: atMost(0.01) }),
    figure({ name: `${name}, waited for a core`, unit: 'ms/ms', value: face.waited }),
  ];
}

async function hours(stage: Stage): Promise<Figure[]> {
  const page = await Hours.open(stage, 'page=full&motion=full');
  await live(page, EARLY_MINUTES);
  const early = await page.memory();
  await live(page, LATE_MINUTES - EARLY_MINUTES);
  const late = await page.memory();
  await page.close();
  const grown = (what: string, unit: string, of: keyof Memory, goal?: Goal): Figure => {
    const name = `${what} after ${LATE_MINUTES / 60} h, beside ${EARLY_MINUTES} min`;
    return figure({ name, unit, value: late[of], limit: early[of], ...(goal ? { goal } : {}) });
  };
  return [
    grown('memory', 'MB', 'whole', atMost(1.1)),
    grown('nodes', '', 'nodes', atMost(1.1)),
    grown('script memory alone', 'MB', 'heap'),
  ];
}

async function live(page: Hours, minutes: number): Promise<void> {
  const cuts = Math.floor(minutes / CUT_MINUTES);
  const throws = Math.floor((minutes * MINUTE_MS) / APART_MS / cuts);
  for (let i = 0; i < cuts; i += 1) {
    await page.play(throws, APART_MS);
    await page.cut(1 + (i % 4));
  }
  await page.settle();
}
