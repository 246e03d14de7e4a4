/** Places at the end of a game, and the season's table over several. */
import { playerOf } from '../patch.ts';
import { toFinish } from '../places.ts';
import type { GameState, PlayerId } from '../state.ts';

/** The winner, then by: cells to the finish, super games begun, score, seat. */
export function standings(state: GameState, winner: PlayerId): readonly PlayerId[] {
  const of = (id: PlayerId) => playerOf(state, id);
  const others = state.order.filter((id) => id !== winner);
  others.sort(
    (a, b) =>
      toFinish(state, a) - toFinish(state, b) ||
      of(b).finalTries - of(a).finalTries ||
      of(b).score - of(a).score ||
      of(a).seat - of(b).seat,
  );
  return [winner, ...others];
}

/** What a finished game adds to its season. `who`: the name under which a seat is known from game to game; without one it has no row. */
export interface SeasonGame {
  readonly state: Pick<GameState, 'status' | 'winner' | 'places' | 'points' | 'players'>;
  readonly who: Readonly<Record<PlayerId, string>>;
}

export interface SeasonRow {
  readonly place: number;
  readonly who: string;
  readonly games: number;
  readonly wins: number;
  readonly points: number;
  /** Sum of places: between equal points the smaller one is ahead. */
  readonly places: number;
  /** Every counted statistic, summed. */
  readonly stats: Readonly<Record<string, number>>;
}

/** Finished games alone count: a cancelled one gives nobody points. */
export function seasonTable(games: readonly SeasonGame[]): readonly SeasonRow[] {
  const rows = new Map<string, Omit<SeasonRow, 'place'>>();
  for (const { state, who } of games) {
    if (state.status !== 'finished') continue;
    for (const [i, id] of state.places.entries()) {
      const name = who[id];
      if (name === undefined) continue;
      const row = rows.get(name) ?? { who: name, games: 0, wins: 0, points: 0, places: 0, stats: {} };
      rows.set(name, {
        who: name,
        games: row.games + 1,
        wins: row.wins + (state.winner === id ? 1 : 0),
        points: row.points + (state.points?.[id] ?? 0),
        places: row.places + i + 1,
        stats: added(row.stats, state.players[id]?.stats ?? {}),
      });
    }
  }
  const order = [...rows.values()].sort(
    (a, b) => b.points - a.points || b.wins - a.wins || a.places - b.places || (a.who < b.who ? -1 : 1),
  );
  return order.map((row, i) => ({ place: i + 1, ...row }));
}

function added(
  a: Readonly<Record<string, number>>,
  b: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const sum: Record<string, number> = { ...a };
  for (const [name, value] of Object.entries(b)) sum[name] = (sum[name] ?? 0) + value;
  return sum;
}
