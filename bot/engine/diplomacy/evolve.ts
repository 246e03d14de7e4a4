/** Folds: offers, treaties, fights between players, mutes. */
import type { Evolvers } from '../evolving.ts';
import { without } from '../patch.ts';
import type { GameState, PlayerId } from '../state.ts';
import { count } from '../turn/evolve.ts';
import type { DiplomacyEvent } from './events.ts';
import { type Clash, diplomacyOf, patchDiplomacy, type Side, type Treaty } from './state.ts';

export const DIPLOMACY: Evolvers<DiplomacyEvent['type']> = {
  offered: (state, { offer }) =>
    patchDiplomacy(next(state), { offers: [...diplomacyOf(state).offers, offer] }),
  offerClosed: (state, { n, from, to, again }) => {
    const { offers, rests } = diplomacyOf(state);
    return patchDiplomacy(state, {
      offers: offers.filter((one) => one.n !== n),
      rests: again === null ? rests : { ...rests, [offerRest(from, to)]: again },
    });
  },
  treatySigned: (state, { treaty, again }) => {
    const { treaties, rests } = diplomacyOf(state);
    const signed = patchDiplomacy(next(state), {
      treaties: [...treaties, treaty],
      rests: again === null ? rests : { ...rests, [warRest(treaty.between[0])]: again },
    });
    return treaty.between.reduce((now, id) => count(now, id, `${treaty.kind}Signed`), signed);
  },
  treatyLeft: (state, { n, by, until }) => patchTreaty(state, n, { leaving: by, until }),
  tributePaid: (state, { n, due }) => {
    const pay = diplomacyOf(state).treaties.find((one) => one.n === n)?.pay;
    return pay ? patchTreaty(state, n, { pay: { ...pay, due } }) : state;
  },
  treatyEnded: (state, { n, why, by }) => {
    const treaties = diplomacyOf(state).treaties.filter((one) => one.n !== n);
    const ended = patchDiplomacy(state, { treaties });
    return why === 'betrayed' && by !== null ? count(ended, by, 'betrayals') : ended;
  },
  traded: (state, { from, to }) => count(count(state, from, 'trades'), to, 'trades'),
  clashBegun: (state, { clash }) =>
    patchDiplomacy(next(state), { clashes: [...diplomacyOf(state).clashes, clash] }),
  stanceTaken: (state, { n, player, stance }) => patchSide(state, { n, player }, () => ({ stance })),
  assisted: (state, { n, player, ally, bonus }) =>
    patchSide(state, { n, player: ally }, ({ helped, lent }) => ({
      helped: [...helped, player],
      lent: lent + bonus,
    })),
  clashRound: (state, { n, clash }) =>
    patchDiplomacy(state, {
      clashes: diplomacyOf(state).clashes.map((one) => (one.n === n ? clash : one)),
    }),
  clashFought: (state, { n, winner }) => {
    const over = withoutClash(state, n);
    return winner === null ? over : count(over, winner, 'clashesWon');
  },
  clashCalledOff: (state, { n }) => withoutClash(state, n),
  muted: (state, { who, until }) =>
    patchDiplomacy(state, { muted: { ...diplomacyOf(state).muted, [who]: until } }),
  unmuted: (state, { who }) => patchDiplomacy(state, { muted: without(diplomacyOf(state).muted, who) }),
};

export const warRest = (by: PlayerId): string => `war ${by}`;
export const offerRest = (from: PlayerId, to: PlayerId): string => `offer ${from} ${to}`;

const next = (state: GameState): GameState => ({ ...state, serial: state.serial + 1 });

function patchTreaty(state: GameState, n: number, patch: Partial<Treaty>): GameState {
  const treaties = diplomacyOf(state).treaties.map((one) => (one.n === n ? { ...one, ...patch } : one));
  return patchDiplomacy(state, { treaties });
}

function patchSide(
  state: GameState,
  { n, player }: { n: number; player: PlayerId },
  change: (side: Side) => Partial<Side>,
): GameState {
  const changed = (side: Side): Side => (side.player === player ? { ...side, ...change(side) } : side);
  const clashes = diplomacyOf(state).clashes.map((one): Clash => {
    if (one.n !== n) return one;
    const [a, b] = one.sides;
    return { ...one, sides: [changed(a), changed(b)] };
  });
  return patchDiplomacy(state, { clashes });
}

function withoutClash(state: GameState, n: number): GameState {
  return patchDiplomacy(state, { clashes: diplomacyOf(state).clashes.filter((one) => one.n !== n) });
}
