/** Folds: stages begin and end, runs are lost. */
import type { Evolvers } from '../evolving.ts';
import { patchPlayer, playerOf } from '../patch.ts';
import { runOf } from './state.ts';

export const FINAL: Evolvers<'stageBegan' | 'stageEnded' | 'superGameLost'> = {
  stageBegan: (state, { player, stage }) => {
    const run = runOf(playerOf(state, player));
    return patchPlayer(state, player, { final: { won: [], lost: [], ...run, stage } });
  },
  stageEnded: (state, { player, stage, won }) => {
    const { stats, final } = playerOf(state, player);
    const run = final ?? { stage, won: [], lost: [] };
    const name = won ? 'stagesWon' : 'stagesLost';
    return patchPlayer(state, player, {
      final: won ? { ...run, won: [...run.won, stage] } : { ...run, lost: [...run.lost, stage] },
      stats: { ...stats, [name]: (stats[name] ?? 0) + 1 },
    });
  },
  superGameLost: (state, { player }) =>
    patchPlayer(state, player, { final: null, finalTries: playerOf(state, player).finalTries + 1 }),
};
