/** The last throw: all own dice, boosters included, against the house. Win it and the race is over. */

import type { Draws } from '../chance.ts';
import { heal } from '../effects/health.ts';
import { settle } from '../pending.ts';
import { ranking } from '../places.ts';
import type { Refusal } from '../refusal.ts';
import type { Die, PlayerId } from '../state.ts';
import { drawing, emit, type Work, who } from '../work.ts';

export function throwLast(work: Work, id: PlayerId, pending: number): Refusal | undefined {
  const { final, dice } = work.rules.tunables;
  const player = who(work, id);
  const [own, house] = drawing(work, { player: id, purpose: 'final' }, (draws) => [
    cast([...dice.start, ...player.dice], draws),
    cast(final.house, draws),
  ]);
  const total = sum(own);
  // Each lost throw makes the house one weaker, so that no game goes on for ever.
  const need = sum(house) + final.bonus - player.finalTries * final.mercy;
  const won = total > need;
  emit(work, { type: 'lastThrow', player: id, own, house, total, need, won });
  if (won) {
    const places = [id, ...ranking(work.state).filter((other) => other !== id)];
    emit(work, { type: 'ended', winner: id, places });
    return undefined;
  }
  settle(work, id, pending, 'failed');
  emit(work, { type: 'moved', player: id, path: [who(work, id).camp], why: 'lastThrow' });
  heal(work, id, { percent: 100, why: 'camp' });
  emit(work, { type: 'locked', player: id, until: work.at + final.lock * 1000 });
  return undefined;
}

function cast(sides: readonly number[], draws: Draws): readonly Die[] {
  return sides.map((one) => ({ sides: one, value: draws.int(one) }));
}

const sum = (dice: readonly Die[]): number => dice.reduce((total, die) => total + die.value, 0);
