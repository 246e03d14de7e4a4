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
const LONGEST = 400;
/** Dice decide who meets what, so seeds are tried in order until one has everything. */
const MOST = 12;
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
  for (let half = 0; half < LONGEST && table.board.status !== 'finished'; half += 1) {
    // Nobody ends the evening before it has seen what it is for; nor does anybody wait for what does not come.
    play.last ||= isComplete(one) || everybodyWaits(play);
    await play.round(async () => {
      if (!clashed && table.board.status !== 'finished') clashed = await war(play);
    });
    if (play.last) await superGame(play);
  }
  return one;
}

/** Nobody may roll, and nobody is asked anything. */
function everybodyWaits(play: Fighters): boolean {
  const { players } = play.table.board;
  return players.every((me) => !me.pending && me.tokens.count > 0 && !play.mayRoll(me));
}

/** The first evening that had everything. @throws Error when none of so many had. */
export async function eveningOfFights(lang: Lang): Promise<Evening> {
  for (let n = 1; n <= MOST; n += 1) {
    const one = await evening(lang, `fights ${n}`);
    if (one.table.board.status === 'finished' && isComplete(one)) return one;
    await one.table.close();
  }
  throw new Error(`none of ${MOST} evenings had everything`);
}
