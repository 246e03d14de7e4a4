/** One whole evening, from the start to the winner, for a language and a seed. */

import type { Lang } from '../../protocol/texts.ts';
import { Play } from './play.ts';
import { CLASSES, Scenes, SEATS } from './scenes.ts';
import { slips } from './slips.ts';
import { superGame } from './super-game.ts';
import { Table } from './table.ts';

/** Half minutes; an evening takes a fraction of them. */
const LONGEST = 400;
/** So many of them without a roll: everybody waits for what does not come. */
const PATIENCE = 12;

/**
 * Dice decide who meets whom, so seeds are tried in order, and the first is one that is known to be good: with other
 * content it may be another one. One in ten or so is.
 */
const FIRST = 38;
const MOST = 25;

export interface Evening {
  readonly table: Table;
  readonly scenes: Scenes;
}

export async function evening(lang: Lang, seed: string): Promise<Evening> {
  const seats = SEATS[lang].map((name, n) => ({ name, class: CLASSES[n] ?? 'sneak' }));
  const table = await Table.open(lang, seed, seats);
  const play = new Play(table);
  const scenes = new Scenes(play);
  await table.referee('start');
  await scenes.questions('p1');
  await scenes.alliance();
  await scenes.helpers();
  await scenes.referee();
  await slips(table, play.crowd[2] ?? '');
  let quiet = 0;
  for (let half = 0; half < LONGEST && table.board.status !== 'finished'; half += 1) {
    play.last ||= scenes.complete;
    const before = rolls(table);
    await play.round(() => scenes.chances());
    quiet = rolls(table) > before || play.last ? 0 : quiet + 1;
    if (quiet > PATIENCE) {
      if (play.held.size === 0) break;
      play.held.clear();
    }
    if (play.last) await superGame(play);
  }
  return { table, scenes };
}

/** The first evening that had everything. @throws Error when none of so many had. */
export async function wholeEvening(lang: Lang): Promise<Evening> {
  for (let n = 0; n < MOST; n += 1) {
    const one = await evening(lang, `evening ${FIRST + n}`);
    const { scenes, table } = one;
    // A throw that cost a thing for good cannot be taken back; the next evening begins with another.
    if (table.board.status === 'finished' && scenes.complete && scenes.undone) return one;
    await one.table.close();
  }
  throw new Error(`none of ${MOST} evenings had every scene`);
}

function rolls(table: Table): number {
  return table.happened('rolled').length;
}
