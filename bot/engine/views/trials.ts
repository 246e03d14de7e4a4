/** Trials as everybody may see them: games that are contested, and how paid wishes ended. */
import type { CaseView, LedgerView } from '../../protocol/views.ts';
import { playerOf } from '../patch.ts';
import type { GameState, ViewerKey } from '../state.ts';
import { evidenceOf } from '../trials/evidence.ts';

/** Absent while nothing is contested, so that the board stays the same object. */
export function casesOf(
  state: GameState,
  names: Readonly<Record<ViewerKey, string>>,
): readonly CaseView[] | undefined {
  const cases = state.order.flatMap((id) => {
    const { pending, stream = [] } = playerOf(state, id);
    return pending.flatMap((one): CaseView[] => {
      if (one.is !== 'trial' || !one.review?.contest || one.until === null) return [];
      const { contest, jurors = [] } = one.review;
      return [
        {
          player: id,
          trial: one.trial,
          proof: { text: one.done ?? '', ...evidenceOf(one.done ?? '') },
          stream,
          by: contest.by,
          stake: contest.stake,
          until: one.until,
          jurors: jurors.map(({ keys: [key = ''], yes }) => ({
            name: names[key] ?? key,
            voted: yes !== null,
          })),
        },
      ];
    });
  });
  return cases.length > 0 ? cases : undefined;
}

const counted = new WeakMap<
  GameState['unsettled'],
  { readonly held: GameState['held']; readonly view: LedgerView }
>();

/**
 * Counts of paid wishes: how they ended, how many wait for their turn, how many ends a platform has not been told.
 * The same object until one of them changes; each end is owed to a platform at first.
 */
export function ledgerOf(state: GameState): LedgerView {
  const found = counted.get(state.unsettled);
  if (found && found.held === state.held) return found.view;
  const sum = (name: string) =>
    state.order.reduce((all, id) => all + (playerOf(state, id).stats[name] ?? 0), 0);
  const view = {
    applied: sum('wishesApplied'),
    returned: sum('wishesReturned'),
    held: Object.keys(state.held ?? {}).length,
    owed: Object.keys(state.unsettled).length,
  };
  counted.set(state.unsettled, { held: state.held, view });
  return view;
}
