/** The race as a table. */
import type { LeaderboardView } from '../../protocol/views.ts';
import { playerOf } from '../patch.ts';
import { ranking, toFinish } from '../places.ts';
import type { GameState, PlayerId } from '../state.ts';

export function leaderboardView(
  state: GameState,
  names: Readonly<Record<PlayerId, string>>,
): LeaderboardView {
  const order = state.places.length > 0 ? state.places : ranking(state);
  return {
    game: state.game,
    status: state.status,
    length: state.board.length,
    rows: order.map((id, i) => {
      const player = playerOf(state, id);
      return {
        place: i + 1,
        id,
        name: names[id] ?? id,
        kind: player.kind,
        zone: state.board.cells[player.cell]?.zone ?? 'forest',
        toFinish: toFinish(state, id),
        score: player.score,
        gold: player.gold,
        rolls: player.rolls,
        trialsPassed: player.stats.trialsPassed ?? 0,
        trialsFailed: player.stats.trialsFailed ?? 0,
        itemsUsed: player.stats.itemsUsed ?? 0,
        falls: player.stats.falls ?? 0,
        stagesWon: player.stats.stagesWon ?? 0,
        points: state.points?.[id] ?? null,
      };
    }),
    winner: state.winner,
  };
}
