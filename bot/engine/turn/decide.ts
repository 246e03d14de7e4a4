/** Commands of a turn: rolling, choosing a way, choosing an option, flipping the coin. */

import { lose } from '../bag/things.ts';
import { countDown } from '../effects/apply.ts';
import { flip } from '../effects/ops/asking.ts';
import { choiceAt } from '../effects/path.ts';
import { react, run, runBound, useUp } from '../effects/run.ts';
import { playStage } from '../final/stages.ts';
import type { Deciders } from '../handling.ts';
import { currentOf, settle } from '../pending.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Pending, PlayerId } from '../state.ts';
import { chooseInScene } from '../stories/choose.ts';
import { finish } from '../tasks.ts';
import { turnsOf } from '../time/turns.ts';
import { type Step, telling } from '../why/step.ts';
import { drawing, emit, type Work, who } from '../work.ts';
import { openGate } from './land.ts';
import { stride } from './stride.ts';
import { throwDice } from './throw.ts';
import { nextToken, refill } from './tokens.ts';
import { isShut, unlock } from './unlock.ts';
import { isClosedGate } from './walk.ts';

export const TURN: Deciders<'roll' | 'go' | 'choose' | 'coin'> = {
  roll(work, { command, player }) {
    const boosters = command.dice ?? [];
    const current = currentOf(who(work, player), work.rules);
    if (current?.is === 'final') {
      playStage(work, player, current);
      return undefined;
    }
    if (current) return refuse('busy', { is: current.is });
    const turns = turnsOf(work.state);
    if (turns && turns.player !== player)
      return refuse('not-your-turn', { player: turns.player, wait: secondsTo(work, turns.until) });
    const fault = boostersFault(who(work, player).dice, boosters) ?? lockFault(work, player);
    if (fault) return fault;
    const clock = { ...work, player };
    const tokens = refill(clock, who(work, player).tokens);
    if (tokens.count < 1) {
      const next = nextToken(clock, tokens);
      return refuse('no-roll', { wait: next === null ? 0 : Math.ceil((next - work.at) / 1000) });
    }
    emit(work, { type: 'tokens', player, tokens: { count: tokens.count - 1, since: tokens.since } });
    takeTurn(work, player, boosters);
    return undefined;
  },
  go(work, { command, player }) {
    const current = currentOf(who(work, player), work.rules);
    if (current?.is !== 'fork') return refuse('no-fork');
    if (current.ways[command.way - 1] === undefined)
      return refuse('bad-way', { got: command.way, ways: current.ways.length });
    takeWay(work, player, { fork: current, way: command.way, by: 'player' });
    return undefined;
  },
  choose(work, { command, player }) {
    const current = currentOf(who(work, player), work.rules);
    if (current?.is === 'scene')
      return chooseInScene(work, player, { scene: current, option: command.option });
    if (current?.is !== 'choice') return refuse('no-choice');
    if (!current.open.includes(command.option)) {
      return refuse('bad-option', { got: command.option, open: current.open.join(', ') });
    }
    takeOption(work, player, { choice: current, option: command.option, by: 'player' });
    return undefined;
  },
  coin(work, { player }) {
    flip(work, player);
    return undefined;
  },
};

const secondsTo = (work: Work, until: number): number => Math.max(1, Math.ceil((until - work.at) / 1000));

function boostersFault(pouch: readonly number[], wanted: readonly number[]): Refusal | null {
  const left = [...pouch];
  for (const sides of wanted) {
    const at = left.indexOf(sides);
    if (at < 0)
      return refuse('no-die', { got: `d${sides}`, pouch: pouch.map((one) => `d${one}`).join(' ') || '—' });
    left.splice(at, 1);
  }
  return null;
}

/** Right before a finish that is shut for this player there is nowhere to go. */
function lockFault(work: Work, id: PlayerId): Refusal | null {
  const player = who(work, id);
  const next = work.state.board.cells[player.cell]?.next ?? [];
  if (!next.includes(work.state.board.finish) || player.lockedUntil <= work.at) return null;
  return refuse('finish-locked', { wait: Math.ceil((player.lockedUntil - work.at) / 1000) });
}

function takeTurn(work: Work, id: PlayerId, boosters: readonly number[]): void {
  const known = new Set(who(work, id).effects.map((effect) => effect.n));
  countDown(work, id, { by: 'turns', known });
  react(work, id, 'tick');
  // Who has found what opens it since need not come back for it.
  if (isShut(work.state, who(work, id).cell)) unlock(work, id, { quiet: true });
  // What ended or ticked now belongs to before the throw.
  finish(work);
  const noted: Step[] = [];
  const thrown = drawing(work, { player: id, purpose: 'roll' }, (draws) =>
    throwDice(
      { state: work.state, rules: work.rules, player: id, boosters, note: (step) => noted.push(step) },
      draws,
    ),
  );
  const steps = telling(noted);
  const { dice, bonus, total } = thrown;
  const why = steps.length > 0 ? { steps } : {};
  emit(work, { type: 'rolled', player: id, dice, bonus, total, spent: boosters, ...why });
  for (const bound of thrown.after) runBound(work, id, { bound, ops: bound.reaction.do });
  for (const source of thrown.usedUp) useUp(work, id, source);
  countDown(work, id, { by: 'rolls', known });
  age(work, id);
  if (isClosedGate(work.state, who(work, id).cell) && !openGate(work, id, total)) return;
  react(work, id, 'move');
  stride(work, id, { steps: total });
}

/** A roll passes: locks and cooldowns run down, perishable things perish. */
function age(work: Work, id: PlayerId): void {
  for (const got of who(work, id).bag) {
    if (got.ttl === null && got.wait === 0) continue;
    if (got.ttl !== null && got.ttl <= 1) lose(work, id, { n: got.n, why: 'perished' });
    else {
      const ttl = got.ttl === null ? null : got.ttl - 1;
      emit(work, { type: 'itemChanged', player: id, got: { ...got, ttl, wait: Math.max(0, got.wait - 1) } });
    }
  }
}

type By = 'player' | 'chat' | 'clock';
type Fork = Extract<Pending, { is: 'fork' }>;
type Choice = Extract<Pending, { is: 'choice' }>;

export function takeWay(
  work: Work,
  id: PlayerId,
  { fork, way, by }: { fork: Fork; way: number; by: By },
): void {
  emit(work, { type: 'answered', player: id, n: fork.n, option: way, by });
  settle(work, id, fork.n, by === 'clock' ? 'late' : 'answered');
  const first = fork.ways[way - 1] ?? fork.ways[0];
  stride(work, id, { steps: fork.left, first });
}

export function takeOption(
  work: Work,
  id: PlayerId,
  { choice, option, by }: { choice: Choice; option: number; by: By },
): void {
  emit(work, { type: 'answered', player: id, n: choice.n, option, by });
  const ops = choiceAt(work.rules, choice.path).options[option - 1]?.do ?? [];
  const path = `${choice.path}/options/${option - 1}/do`;
  const why = choice.path.split('/')[1] ?? 'choice';
  run(work, ops, { path, why, self: choice.source ?? id, target: id });
  settle(work, id, choice.n, by === 'clock' ? 'late' : 'answered');
}
