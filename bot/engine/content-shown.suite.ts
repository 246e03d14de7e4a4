/** How each operation shows: the event that follows from it, with its own numbers and ids. */
import type { Op } from './effects/operations.ts';
import type { EventOf, GameEvent } from './events.ts';

/** Does something that happened follow from this operation, with its own numbers and ids? */
export function isShown(op: Op, events: readonly GameEvent[], id: string): boolean {
  return events.some((event) => follows(op, event, id));
}

function follows(op: Op, event: GameEvent, id: string): boolean {
  switch (op.op) {
    case 'gold':
      return isCounted(event, 'gold') && (op.by === undefined || event.by === op.by);
    case 'heal':
      return isCounted(event, 'hp') && event.by > 0;
    case 'harm':
      return isCounted(event, 'hp') && event.by < 0;
    case 'influence':
      return isCounted(event, 'influence') && event.by === op.by;
    case 'shard':
      return event.type === 'shards' && event.element === op.element && event.by === op.by;
    case 'token':
      return event.type === 'tokens';
    case 'move':
      return event.type === 'moved' && event.path.length === Math.abs(op.by) && event.why === id;
    case 'goto':
    case 'swap':
      return event.type === 'moved' && event.why === id;
    case 'mark':
      return event.type === 'marked' && event.mark.trap === op.trap;
    case 'remember':
      return event.type === 'remembered' && event.fact === op.fact && event.value === (op.value ?? 'yes');
    case 'rep':
      return event.type === 'reputation' && event.by === op.by;
    case 'reveal':
      return event.type === 'revealed' && event.cells.length === op.cells;
    default:
      return followsThings(op, event, id);
  }
}

function isCounted<T extends string>(
  event: GameEvent,
  what: T,
): event is Extract<GameEvent, { type: 'counted' }> & { readonly what: T } {
  return event.type === 'counted' && event.what === what;
}

function followsThings(op: Op, event: GameEvent, id: string): boolean {
  switch (op.op) {
    case 'grant':
      return event.type === 'itemGained' && (op.item === undefined || event.got.item === op.item);
    case 'die':
      return event.type === 'dieGained' && event.sides === op.sides;
    case 'lose':
      return event.type === (op.what === 'item' ? 'itemLost' : 'dieLost') && event.why === id;
    case 'steal':
    case 'give':
      return passes(op, event);
    case 'copyLast':
      // What was used last is jam, which heals.
      return isCounted(event, 'hp') && event.by > 0;
    case 'lock':
      return event.type === 'itemLocked' && event.rolls === op.rolls;
    case 'apply':
      return (
        (event.type === 'effectApplied' || event.type === 'effectChanged') &&
        event.effect.effect === op.effect
      );
    case 'cleanse':
      return event.type === 'effectEnded' && event.why === 'cleansed';
    case 'end':
      return event.type === 'effectEnded' && event.why === 'used' && event.effect === id;
    case 'ward':
    case 'reflect':
    case 'catch':
      return event.type === 'defended' && event.how === op.op;
    default:
      return followsTurns(op, event, id);
  }
}

function passes(op: Extract<Op, { op: 'steal' | 'give' }>, event: GameEvent): boolean {
  if (op.what === 'gold') return isCounted(event, 'gold') && Math.abs(event.by) === (op.by ?? 10);
  return event.type === (op.what === 'item' ? 'itemGained' : 'dieLost');
}

function followsTurns(op: Op, event: GameEvent, id: string): boolean {
  switch (op.op) {
    case 'trial':
    case 'reoffer':
      return event.type === 'checked' || (event.type === 'pended' && event.pending.is === 'trial');
    case 'prize':
    case 'prizeTier':
      return (
        (event.type === 'counted' && event.why === 'prize') ||
        event.type === 'dieGained' ||
        event.type === 'itemGained'
      );
    case 'punish':
      return event.type === 'punished';
    case 'difficulty':
      return event.type === 'checked';
    case 'mercy':
      return event.type === 'spared';
    case 'choose':
    case 'chatChoose':
      return event.type === 'pended' && event.pending.is === 'choice';
    case 'coin':
      return event.type === 'coinFlipped';
    case 'discount':
      return event.type === 'counted' && event.why === 'bought';
    case 'if':
      // Nothing by itself: what stands in its branches is looked for.
      return true;
    default:
      return event.type === 'rolled' && followsDice(op, event, id);
  }
}

/** The three d4 of the start, thrown without anything, have no bonus; each part of one says whose it is. */
function followsDice(op: Op, { dice, steps }: EventOf<'rolled'>, id: string): boolean {
  switch (op.op) {
    case 'addDie':
      return dice.length > START_DICE && dice.some(({ sides }) => sides === op.sides);
    case 'dropDie':
      return dice.length < START_DICE;
    case 'shift':
    case 'scale':
    case 'clamp':
      return steps?.some((step) => step.id === id && step.by !== 0) === true;
    default:
      return true;
  }
}
const START_DICE = 3;
