/** `bench chat`: what our reading, checking and counting adds to the library that carries the chat. */
import { Child } from '../child.ts';
import { median, ratioOf } from '../measure.ts';
import { atMost, type BenchReport, type Figure, figure } from '../report.ts';
import { type Tally, tallyOf } from './corpus.ts';
import type { Place } from './reader.ts';
import type { Speech } from './speaker.ts';

const RATES = [400, 4_800] as const;
const SECONDS = 3;
const REPEATS = 3;
const WARM = { rate: 20_000, seconds: 4 } as const;
const BURST = { rate: 48_000, seconds: 10 } as const;

interface Reader {
  readonly child: Child;
  readonly channel: string;
}

interface Parts {
  readonly speaker: Child;
  readonly alone: Reader;
  readonly ours: Reader;
}

type Finished = Tally & { readonly cpu: number };

/** Lines spoken so far: each has a number of its own. */
let spoken = 0;

export async function benchChat(): Promise<BenchReport> {
  const speaker = new Child('chat/speaker.ts');
  const alone = { child: new Child('chat/reader.ts', ['alone']), channel: 'lonely' };
  const ours = { child: new Child('chat/reader.ts', ['ours']), channel: 'streamer' };
  try {
    const addresses = await speaker.ask<Place['addresses']>('listen', [alone.channel, ours.channel]);
    for (const { child, channel } of [alone, ours]) await child.ask('connect', { channel, addresses });
    // An evening is long: what is measured is code that has been running for a while.
    for (const reader of [alone, ours]) await turn(speaker, reader, WARM);
    const figures: Figure[] = [];
    for (const rate of RATES) figures.push(await paced({ speaker, alone, ours }, rate));
    figures.push(...(await burst({ speaker, ours })));
    return { bench: 'chat', figures, notes: NOTES };
  } finally {
    await Promise.all([speaker.end(), alone.child.end(), ours.child.end()]);
  }
}

const NOTES = [
  `limit: @twurple/chat alone, which parses each line and gives its author; ours: the same client below our adapter and a player's whole chat (roles, repeats, audience, people, reading, cooldowns, an open vote); turns of ${SECONDS} s, medians of ${REPEATS}`,
  'lines of some 440 bytes from a local server in a process of its own; one in twenty a command, one in twenty a vote',
];

async function paced({ speaker, alone, ours }: Parts, rate: number): Promise<Figure> {
  const costs = { alone: [] as number[], ours: [] as number[] };
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    costs.alone.push((await turn(speaker, alone, { rate, seconds: SECONDS })).cost);
    costs.ours.push((await turn(speaker, ours, { rate, seconds: SECONDS })).cost);
  }
  const cost = median(costs.ours);
  return figure({
    name: `a line at ${rate} a second`,
    unit: 'us of CPU',
    value: cost,
    limit: cost / ratioOf(costs.ours, costs.alone),
    goal: atMost(1.2),
  });
}

async function turn(
  speaker: Child,
  { child, channel }: Reader,
  { rate, seconds }: { rate: number; seconds: number },
): Promise<{ cost: number; sent: Tally; heard: Finished }> {
  const from = spoken;
  const to = from + rate * seconds;
  spoken = to;
  await child.ask('begin');
  const speech: Speech = { channel, rate, from, to };
  await speaker.ask('speak', speech);
  const heard = await child.ask<Finished>('finish', { lines: to - from });
  return { cost: heard.cpu / (to - from), sent: tallyOf(from, to), heard };
}

/** Nothing may get lost, however late it is read. */
async function burst({ speaker, ours }: Pick<Parts, 'speaker' | 'ours'>): Promise<Figure[]> {
  const { sent, heard } = await turn(speaker, ours, BURST);
  const name = (what: string) => `${what} lost of ${BURST.seconds} s at ${BURST.rate} a second`;
  const lost = (what: keyof Tally) =>
    figure({ name: name(what), unit: `of ${sent[what]}`, value: sent[what] - heard[what], goal: atMost(0) });
  return [lost('commands'), lost('votes'), lost('lines')];
}
