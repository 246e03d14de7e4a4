/** Two who meet on open ground go to war, and both chats choose a stance in each of three rounds. */
import type { BoardView } from '../../protocol/views.ts';
import type { Table } from '../evening/table.ts';
import type { Fighters } from './fighters.ts';

/** Strike, guard, feint: what the chats of the one and of the other vote for, round by round. */
export const STANCES = [
  [1, 2],
  [3, 2],
  [1, 3],
] as const;
const SAFE = ['camp', 'start', 'finish'];
/** Seconds between looks at whether a round is over, and looks at most. */
const LOOK = 3;
const MOST = 30;

/** True once both chats have fought it out. */
export async function war(play: Fighters): Promise<boolean> {
  const { table } = play;
  const pair = meeting(table.board);
  if (!pair) return false;
  const [one, two] = pair;
  if ((await table.say(one, 'war', table.name(two))).code !== null) return false;
  for (const stances of STANCES) {
    for (const [side, player] of pair.entries()) await vote(play, player, stances[side] ?? 1);
    await roundOver(table);
  }
  await table.say(two, 'peace', table.name(one));
  await table.say(one, 'accept');
  return foughtByVotes(table);
}

/** Until the votes are counted: then the next round begins, or the clash is over. */
async function roundOver(table: Table): Promise<void> {
  const counted = () => table.happened('clashRound').length + table.happened('clashFought').length;
  const before = counted();
  for (let n = 0; n < MOST && counted() === before; n += 1) await table.later(LOOK);
}

async function vote({ table, crowd }: Fighters, player: string, stance: number): Promise<void> {
  for (const viewer of crowd) await table.type(player, String(stance), viewer);
}

/** A clash in which each chat's voice was heard in each round. */
export function foughtByVotes(table: Table): boolean {
  return table.happened('clashFought').some(({ n, sides }) => {
    const rounds = table.happened('clashRound').filter((one) => one.n === n);
    const all = [...rounds.map((one) => one.sides), sides];
    return all.length === STANCES.length && all.flat().every(({ stance }) => stance > 0);
  });
}

function meeting({ players, map, treaties = [] }: BoardView): readonly [string, string] | null {
  for (const one of players)
    for (const other of players) {
      if (one.id >= other.id || one.cell !== other.cell || one.pending || other.pending) continue;
      if (SAFE.includes(map.cells[one.cell]?.kind ?? 'start')) continue;
      if (treaties.some(({ between }) => between.includes(one.id) && between.includes(other.id))) continue;
      return [one.id, other.id];
    }
  return null;
}
