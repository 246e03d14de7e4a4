/** An evening of six that is about fights and stories, for a language and a seed. */
import type { Rules } from '../../engine/rules.ts';
import { givenContent } from '../../host/given.ts';
import type { Lang } from '../../protocol/texts.ts';
import { CLASSES, SEATS } from '../evening/scenes.ts';
import { superGame } from '../evening/super-game.ts';
import { Table } from '../evening/table.ts';
import { Fighters, WORDS } from './fighters.ts';
import { familiesMet, guardiansBeaten, storiesVoted, waysShared } from './seen.ts';
import { foughtByVotes, war } from './war.ts';

/** Half minutes; an evening takes a fraction of them. */
const LONGEST = 600;
/** So many of them without a roll: all wait for what does not come any more. */
const PATIENCE = 12;
/** Dice decide who meets what, so seeds are tried in order, the first one of those known to be good; one in three is. */
const FIRST = 7;
const MOST = 25;
export const LEAST = { families: 5, guardians: 1, stories: 2, ways: 1 } as const;

export interface Evening {
  readonly table: Table;
  readonly play: Fighters;
  readonly rules: Rules;
}

/** Everything that the evening is for. */
export function isComplete({ table, play, rules }: Evening): boolean {
  return (
    WORDS.every((word) => play.done.has(word)) &&
    familiesMet(table, rules).size >= LEAST.families &&
    guardiansBeaten(table).length >= LEAST.guardians &&
    storiesVoted(table).length >= LEAST.stories &&
    waysShared(table).length >= LEAST.ways &&
    foughtByVotes(table)
  );
}

async function evening(lang: Lang, seed: string): Promise<Evening> {
  const { rules } = await givenContent();
  const seats = SEATS[lang].map((name, n) => ({ name, class: CLASSES[n] ?? 'sneak' }));
  const table = await Table.open(lang, seed, seats);
  const play = new Fighters(table, rules);
  const one: Evening = { table, play, rules };
  await table.referee('start');
  let clashed = false;
  let quiet = 0;
  for (let half = 0; half < LONGEST && table.board.status !== 'finished'; half += 1) {
    // Nobody ends the evening before it has seen what it is for.
    play.last ||= isComplete(one);
    const before = table.happened('rolled').length;
    await play.round(async () => {
      if (!clashed && table.board.status !== 'finished') clashed = await war(play);
    });
    if (play.last) await superGame(play);
    quiet = table.happened('rolled').length > before || play.last ? 0 : quiet + 1;
    if (quiet > PATIENCE) break;
  }
  return one;
}

/** The first evening that had everything. @throws Error when none of so many had. */
export async function eveningOfFights(lang: Lang): Promise<Evening> {
  for (let n = 0; n < MOST; n += 1) {
    const one = await evening(lang, `fights ${FIRST + n}`);
    if (one.table.board.status === 'finished' && isComplete(one)) return one;
    await one.table.close();
  }
  throw new Error(`none of ${MOST} evenings had everything`);
}
