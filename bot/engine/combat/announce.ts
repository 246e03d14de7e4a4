/** What monsters are about to do: chosen at the start of a round, for everybody to see. */
import { fire } from './play.ts';
import { hasStatus, type Open, type Ring, standing } from './ring.ts';
import { BANDS, type Band, type Move } from './rules.ts';
import type { Foe } from './state.ts';

/** A monster without any abilities still has a body; one whose abilities name no blow only waits. */
const BARE: Move = { id: 'blow', lands: 'you', power: 100, reach: 'near' };

export function movesOf(ring: Pick<Ring, 'arena'>, foe: Pick<Foe, 'skills'>): readonly Move[] {
  const abilities = ring.arena.rules.monsters?.abilities ?? {};
  return foe.skills.flatMap((id) => abilities[id]?.moves ?? []);
}

export function moveOf(ring: Pick<Ring, 'arena'>, foe: Foe): Move | null {
  if (foe.next === null) return null;
  return movesOf(ring, foe).find(({ id }) => id === foe.next?.move) ?? BARE;
}

/** Rules of the round, then the next blows. */
export function announce(ring: Ring): void {
  fire(ring, 'me', 'round', { other: standing(ring.fight)[0]?.n ?? null });
  for (const foe of standing(ring.fight)) fire(ring, foe.n, 'round', { other: 'me' });
  for (const foe of standing(ring.fight)) foe.next = nextOf(ring, foe);
}

function nextOf(ring: Ring, foe: Open<Foe>): Foe['next'] {
  if (hasStatus(ring, foe, 'stun') || 'asleep' in foe.flags) return null;
  const known = movesOf(ring, foe);
  const open = known.filter(({ rounds }) => isDue(ring.fight.round, rounds));
  if (foe.skills.length > 0 && open.length === 0) return null;
  const move = open.length > 0 ? pick(ring, open) : BARE;
  return { move: move.id, lands: landsOf(ring, move) };
}

function isDue(round: number, rounds: Move['rounds']): boolean {
  return !rounds || (round >= rounds.from && (round - rounds.from) % rounds.every === 0);
}

const UNIT = 10;

/** A single move is not drawn. */
function pick(ring: Ring, moves: readonly Move[]): Move {
  const weights = moves.map(({ weight = 1 }) => Math.max(1, Math.round(weight * UNIT)));
  const total = weights.reduce((sum, one) => sum + one, 0);
  let left = moves.length > 1 ? ring.draws.int(total) : 1;
  for (const [i, move] of moves.entries()) {
    left -= weights[i] ?? 0;
    if (left <= 0) return move;
  }
  return moves[0] as Move;
}

function landsOf(ring: Ring, { lands }: Move): readonly Band[] {
  if (lands === 'follow') return BANDS;
  return lands === 'you' ? [ring.fight.me.band] : lands;
}
