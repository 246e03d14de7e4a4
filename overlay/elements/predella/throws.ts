/** Throws out of moments, as plain data: who threw what, for what, and where it led. */
import type { Moment } from '../../../bot/protocol/views.ts';
import type { Die, EventOf } from '../../link/types.ts';

/** An event that throws dice. */
export type ThrowEvent = EventOf<'rolled'> | EventOf<'checked'> | EventOf<'lastThrow'>;

export interface Throw {
  readonly event: ThrowEvent;
  readonly key: string;
  readonly player: string;
  readonly kind: 'roll' | 'check' | 'last';
  readonly dice: readonly Die[];
  readonly bonus: number;
  readonly total: number;
  /** For checks and the last throw. */
  readonly need: number | null;
  readonly won: boolean | null;
  /** Trial of a check. */
  readonly trial: string;
  /** Cell where a roll ended, if it ended in the same moment. */
  readonly cell: number | null;
  /** The roll reached a fork and waits for a way. */
  readonly fork: boolean;
}

const ROLL = { kind: 'roll', need: null, won: null, trial: '' } as const;
const NOWHERE = { cell: null, fork: false } as const;

/** All throws of a moment, in order. */
export function throwsOf(moment: Moment): Throw[] {
  const landed = moment.events.find((event) => event.type === 'landed');
  const forked = moment.events.some((event) => event.type === 'pended' && event.pending.is === 'fork');
  return moment.events.flatMap((event, i): Throw[] => {
    const key = `${moment.seq}.${i}`;
    if (event.type === 'rolled') {
      const { player, dice, bonus, total } = event;
      const cell = landed?.player === player ? landed.cell : null;
      return [{ ...ROLL, event, key, player, dice, bonus, total, cell, fork: cell === null && forked }];
    }
    if (event.type === 'checked') {
      const { player, dice, bonus, total, need, trial, passed } = event;
      return [
        { ...NOWHERE, kind: 'check', event, key, player, dice, bonus, total, need, trial, won: passed },
      ];
    }
    if (event.type !== 'lastThrow') return [];
    const { player, own: dice, total, need, won } = event;
    const bonus = total - dice.reduce((sum, die) => sum + die.value, 0);
    return [{ ...NOWHERE, kind: 'last', event, key, player, dice, bonus, total, need, won, trial: '' }];
  });
}
