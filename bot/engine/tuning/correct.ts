/**
 * Putting right what went wrong, by further events: what has happened stays in the log, and what makes good for it is
 * there to be seen as well. All changes of a command are done, or none.
 */
import { gain } from '../bag/things.ts';
import { applyEffect, endEffect } from '../effects/apply.ts';
import { maxHp, slots } from '../effects/derive.ts';
import { settle } from '../pending.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { PlayerId } from '../state.ts';
import { refill } from '../turn/tokens.ts';
import { emit, type Work, who } from '../work.ts';
import type { Correction, TuningCommand } from './commands.ts';
import { gameTime } from './pace.ts';

/** The reason that events of a correction carry. */
export const WHY = 'correction';
const MOST_CHANGES = 60;
const MOST = 1_000_000;

type Correct = Extract<TuningCommand, { type: 'correct' }>;

export function correct(work: Work, { changes, reason, undoes }: Correct): Refusal | undefined {
  if (changes.length === 0 || changes.length > MOST_CHANGES)
    return refuse('correction-empty', { got: changes.length, max: MOST_CHANGES });
  const players = [...new Set(changes.map(({ player }) => player))].sort();
  const stranger = players.find((id) => !work.state.players[id]);
  if (stranger) return refuse('not-a-player', { player: stranger });
  emit(work, { type: 'corrected', players, reason: reason.trim(), undoes: undoes ?? null });
  for (const change of changes) {
    // A refusal drops the whole command, what was done before it too.
    const fault = (DOING[change.do] as Doing<Correction['do']>)(work, change.player, change as never);
    if (fault) return fault;
  }
  return undefined;
}

type Of<K> = Correction extends infer C
  ? C extends { do: infer D }
    ? K extends D
      ? C
      : never
    : never
  : never;
type Doing<K extends Correction['do']> = (work: Work, id: PlayerId, change: Of<K>) => Refusal | undefined;

const DOING: { readonly [K in Correction['do']]: Doing<K> } = {
  count(work, id, { what, by }) {
    const max =
      what === 'hp'
        ? maxHp(who(work, id), work.rules)
        : what === 'influence'
          ? work.rules.tunables.challenge.cap
          : MOST;
    // At 0 health a fall is due, with all that belongs to it: that is never a correction.
    const fault = limitFault(id, { what, now: who(work, id)[what], by, min: what === 'hp' ? 1 : 0, max });
    if (!fault) emit(work, { type: 'counted', player: id, what, by, why: WHY });
    return fault;
  },
  shards(work, id, { element, by }) {
    const fault = limitFault(id, {
      what: element,
      now: who(work, id).shards[element],
      by,
      min: 0,
      max: MOST,
    });
    if (!fault) emit(work, { type: 'shards', player: id, element, by });
    return fault;
  },
  rolls(work, id, { by }) {
    const tokens = refill({ ...work, at: gameTime(work), player: id }, who(work, id).tokens);
    const fault = limitFault(id, { what: 'rolls', now: tokens.count, by, min: 0, max: 99 });
    if (!fault) emit(work, { type: 'tokens', player: id, tokens: { ...tokens, count: tokens.count + by } });
    return fault;
  },
  standing(work, id, { zone, by }) {
    const now = who(work, id).reputation[zone] ?? 0;
    const fault = limitFault(id, { what: 'standing', now, by, min: -100, max: 100 });
    if (!fault) emit(work, { type: 'reputation', player: id, zone, by });
    return fault;
  },
  place(work, id, { cell }) {
    const { board } = work.state;
    const player = who(work, id);
    const to = board.cells[cell];
    const last = player.pending.some(({ is }) => is === 'final');
    // The finish is reached by a roll alone, and left by the last throw alone.
    if (!to || cell === board.finish || last) return refuse('correction-place', { player: id, got: cell });
    if (cell === player.cell) return refuse('correction-same', { player: id });
    emit(work, { type: 'moved', player: id, path: [cell], why: WHY });
    // A walk that was under way would go on from where it began.
    for (const one of player.pending) if (one.is === 'fork') settle(work, id, one.n, 'dropped');
    return undefined;
  },
  give(work, id, { item }) {
    if (!work.rules.items[item]) return refuse('correction-gone', { player: id, got: item });
    const room = slots(who(work, id), work.rules);
    if (who(work, id).bag.length >= room) return refuse('correction-room', { player: id, slots: room });
    gain(work, id, { item, why: WHY });
    return undefined;
  },
  take(work, id, { n }) {
    const got = who(work, id).bag.find((one) => one.n === n);
    if (!got) return refuse('correction-gone', { player: id, got: n });
    emit(work, { type: 'itemLost', player: id, n, item: got.item, why: WHY });
    return undefined;
  },
  giveDie(work, id, { sides }) {
    const { pouch } = work.rules.tunables.dice;
    if (who(work, id).dice.length >= pouch) return refuse('correction-room', { player: id, slots: pouch });
    emit(work, { type: 'dieGained', player: id, sides });
    return undefined;
  },
  takeDie(work, id, { sides }) {
    if (!who(work, id).dice.includes(sides))
      return refuse('correction-gone', { player: id, got: `d${sides}` });
    emit(work, { type: 'dieLost', player: id, sides, why: WHY });
    return undefined;
  },
  effect(work, id, { effect }) {
    if (!work.rules.effects[effect]) return refuse('correction-gone', { player: id, got: effect });
    const before = work.events.length;
    applyEffect(work, id, { effect, from: null });
    return work.events.length > before ? undefined : refuse('correction-same', { player: id });
  },
  lift(work, id, { n }) {
    if (!who(work, id).effects.some((one) => one.n === n))
      return refuse('correction-gone', { player: id, got: n });
    endEffect(work, id, { n, why: 'cleansed' });
    return undefined;
  },
  dismiss(work, id, { n }) {
    const found = who(work, id).pending.find((one) => one.n === n);
    if (!found || found.is === 'final') return refuse('correction-gone', { player: id, got: n });
    settle(work, id, n, 'dropped');
    return undefined;
  },
};

interface Bounds {
  readonly what: string;
  readonly now: number;
  readonly by: number;
  readonly min: number;
  readonly max: number;
}

function limitFault(player: PlayerId, { what, now, by, min, max }: Bounds): Refusal | undefined {
  if (by === 0) return refuse('correction-same', { player });
  const after = now + by;
  if (Number.isInteger(after) && after >= min && after <= max) return undefined;
  return refuse('correction-limit', { player, what, got: after, now, min, max });
}
