/** `rounds`: players in seat order, each with a timer. Nobody loses a turn: when time is up, the clock throws. */
import { currentOf } from '../pending.ts';
import type { PlayerId } from '../state.ts';
import { TURN } from '../turn/decide.ts';
import { emit, type Work, who } from '../work.ts';
import { hasRolled, turnsOf } from './turns.ts';

const SECONDS = 60;
/** After a question that outlasts the turn, ms. */
const AFTER = 1000;

/** The first turn, for whoever has the lowest seat. */
export function startRounds(work: Work): void {
  if (!work.state.turns) return;
  const [first] = work.state.order;
  if (first !== undefined) give(work, first);
}

/** After each command: a turn is over when its roll is made and nothing of it waits for an answer. */
export function passTurn(work: Work): void {
  const turns = turnsOf(work.state);
  if (!turns || !isLive(work) || !hasRolled(work.state)) return;
  if (!currentOf(who(work, turns.player), work.rules)) give(work, nextAfter(work, turns.player));
}

/** The timer: throws for whoever has not, waits for a question that stands before the roll, then passes on. */
export function expireTurn(work: Work): void {
  const turns = turnsOf(work.state);
  if (!turns || turns.until > work.at || !isLive(work)) return;
  if (!hasRolled(work.state)) {
    const waits = currentOf(who(work, turns.player), work.rules);
    if (waits) {
      const until = Math.max(work.at, waits.until ?? work.at) + AFTER;
      emit(work, { type: 'turnGiven', player: turns.player, n: turns.n, until });
      return;
    }
    const refused = TURN.roll(work, {
      command: { type: 'roll' },
      as: { by: 'system' },
      player: turns.player,
    });
    if (!refused) return extend(work, turns.player, turns.n);
  }
  give(work, nextAfter(work, turns.player));
}

/** The clock has thrown: what follows from it has a turn's time. */
function extend(work: Work, player: PlayerId, n: number): void {
  emit(work, { type: 'turnGiven', player, n, until: work.at + seconds(work) });
}

function give(work: Work, player: PlayerId): void {
  const n = (work.state.turns?.n ?? 0) + 1;
  emit(work, { type: 'turnGiven', player, n, until: work.at + seconds(work) });
  emit(work, { type: 'tokens', player, tokens: { count: 1, since: work.at } });
}

/** By seat; whoever stands before a shut finish or in the super game has nothing to roll for and is passed over. */
function nextAfter(work: Work, player: PlayerId): PlayerId {
  const { order } = work.state;
  const at = order.indexOf(player);
  const round = [...order.slice(at + 1), ...order.slice(0, at + 1)];
  return round.find((id) => canRoll(work, id)) ?? round[0] ?? player;
}

function canRoll(work: Work, id: PlayerId): boolean {
  const { cell, lockedUntil, final } = who(work, id);
  if (final) return false;
  const next = work.state.board.cells[cell]?.next ?? [];
  return lockedUntil <= work.at || !next.includes(work.state.board.finish);
}

const seconds = (work: Work): number => (work.rules.tunables.time?.rounds.seconds ?? SECONDS) * 1000;

const isLive = ({ state }: Work): boolean => state.status === 'running' || state.status === 'superGame';
