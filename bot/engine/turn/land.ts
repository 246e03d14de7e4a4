/** Stopping on a cell: what each kind of cell does. */
import { meetGuardian, meetMonster } from '../combat/meet.ts';
import { endEffect } from '../effects/apply.ts';
import { heal } from '../effects/health.ts';
import { react, run } from '../effects/run.ts';
import { later } from '../effects/scene.ts';
import { openFinal } from '../final/stages.ts';
import { tierOf } from '../sampler.ts';
import type { PlayerId } from '../state.ts';
import { meetRest, meetStory } from '../stories/play.ts';
import { check, pickTrial } from '../trials/check.ts';
import { emit, type Work, who } from '../work.ts';
import { find, unlock } from './unlock.ts';

export function land(work: Work, id: PlayerId): void {
  const cell = work.state.board.cells[who(work, id).cell];
  if (!cell) return;
  emit(work, { type: 'landed', player: id, cell: cell.id, kind: cell.kind });
  react(work, id, 'enterCell');
  if (who(work, id).cell !== cell.id) return;
  springMarks(work, id, cell.id);
  if (who(work, id).cell !== cell.id) return;
  switch (cell.kind) {
    case 'trap':
      if (cell.secret) spring(work, id, { trap: cell.secret, cell: cell.id, mark: null });
      break;
    case 'chest':
      find(work, id, cell.id);
      break;
    case 'camp':
      rest(work, id, cell.id);
      break;
    case 'trial':
      later(work, { do: 'offer', player: id, tags: [], id: null, by: null });
      break;
    case 'story':
      if (!meetStory(work, id)) meet(work, id, 'story');
      break;
    case 'monster':
      if (!meetMonster(work, id)) meet(work, id, 'monster');
      break;
    case 'object':
      unlock(work, id);
      break;
    case 'gate':
      openGate(work, id);
      break;
    case 'finish':
      meetRest(work, id);
      if (who(work, id).cell === cell.id) openFinal(work, id);
      break;
    default:
      break;
  }
}

/** What rivals left here. One's own mark waits for somebody else, and so does the rest once one is carried off. */
function springMarks(work: Work, id: PlayerId, cell: number): void {
  for (const mark of work.state.marks.filter((one) => one.cell === cell && one.by !== id)) {
    spring(work, id, { trap: mark.trap, cell, mark: mark.n });
    if (who(work, id).cell !== cell) return;
  }
}

function spring(work: Work, id: PlayerId, what: { trap: string; cell: number; mark: number | null }): void {
  emit(work, { type: 'trapSprung', player: id, ...what });
  const ops = work.rules.traps[what.trap]?.do ?? [];
  run(work, ops, { path: `traps/${what.trap}/do`, why: what.trap, self: id, target: id });
}

/** A safe place: checkpoint, healing, and the end of what camps end. */
function rest(work: Work, id: PlayerId, cell: number): void {
  emit(work, { type: 'rested', player: id, cell });
  heal(work, id, { percent: work.rules.tunables.hp.campHeal, why: 'camp' });
  for (const active of who(work, id).effects) {
    const def = work.rules.effects[active.effect];
    if (def?.duration.untilCamp || (def?.polarity === 'negative' && def.wayOut === 'camp')) {
      endEffect(work, id, { n: active.n, why: 'camp' });
    }
  }
}

/** Under rules without fights or stories these are met as a check with a written text. */
function meet(work: Work, id: PlayerId, tag: string): void {
  const trial = pickTrial(work, id, { tags: [tag], kinds: ['check'] });
  if (trial) check(work, id, { trial, tier: tierOf(work, id) });
}

/**
 * The guardian is fought, or under rules without fights a check; each failed attempt of anybody makes the next one
 * easier. True if the gate is open now. `steps`: cells to walk as soon as it is.
 */
export function openGate(work: Work, id: PlayerId, steps = 0): boolean {
  const { cell } = who(work, id);
  if (work.state.opened.includes(cell)) return true;
  if (meetGuardian(work, id, steps)) return false;
  const trial = pickTrial(work, id, { tags: ['guardian'], kinds: ['check'] });
  const { difficulty, mercy } = work.rules.tunables.gate;
  const need = difficulty - (work.state.attempts[cell] ?? 0) * mercy;
  const passed = trial ? check(work, id, { trial, tier: tierOf(work, id), need }) : true;
  emit(work, { type: passed ? 'gateOpened' : 'gateHeld', player: id, cell });
  return passed && who(work, id).cell === cell;
}
