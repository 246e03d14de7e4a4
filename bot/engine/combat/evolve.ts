/** Folds: the fight that a player is in, whom it was with, how it ended. */
import type { Evolvers } from '../evolving.ts';
import { patchPlayer, playerOf } from '../patch.ts';
import type { FightEnd } from './events.ts';

/** So many templates are remembered, so that others come first. */
const MET = 4;

const COUNTED: Readonly<Record<FightEnd, string>> = {
  won: 'fightsWon',
  lost: 'fightsLost',
  fled: 'fightsFled',
  spared: 'fightsSpared',
  left: 'fightsLeft',
};

export const COMBAT: Evolvers<'fightBegun' | 'fightRound' | 'fightEnded'> = {
  fightBegun: (state, { player, fight }) => {
    const { met = [] } = playerOf(state, player);
    const fresh = fight.foes.map(({ templateId }) => templateId);
    const names = [...met.filter((one) => !fresh.includes(one)), ...new Set(fresh)];
    return patchPlayer(state, player, { fight, met: names.slice(-MET) });
  },
  fightRound: (state, { player, fight }) => patchPlayer(state, player, { fight }),
  fightEnded: (state, { player, how }) => {
    const { stats } = playerOf(state, player);
    const name = COUNTED[how];
    return patchPlayer(state, player, { fight: null, stats: { ...stats, [name]: (stats[name] ?? 0) + 1 } });
  },
};
