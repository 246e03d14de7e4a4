/** Whom an event is about. */
import type { GameEvent, PlayerId } from '../link/types.ts';

/** Who did it, or to whom it happened; null where it is about the game. */
export function playerOf(event: GameEvent): PlayerId | null {
  if ('player' in event) return event.player;
  if (event.type === 'ended') return event.winner;
  if (event.type === 'marked') return event.mark.by;
  return dealerOf(event);
}

/** Of what happens between two: whoever does it. */
function dealerOf(event: GameEvent): PlayerId | null {
  switch (event.type) {
    case 'offered':
      return event.offer.from;
    case 'offerClosed':
      return event.why === 'declined' ? event.to : event.from;
    case 'treatySigned':
      return event.treaty.between[0];
    case 'treatyLeft':
      return event.by;
    case 'treatyEnded':
      return event.by ?? event.between[0];
    case 'tributePaid':
    case 'traded':
      return event.from;
    case 'clashBegun':
      return event.clash.sides[0].player;
    case 'clashFought':
      return event.winner ?? event.sides[0].player;
    case 'clashCalledOff':
      return event.players[0];
    default:
      return null;
  }
}

/** The second of two whom an event is about. */
export function otherOf(event: GameEvent): PlayerId | null {
  switch (event.type) {
    case 'treatySigned':
      return event.treaty.between[1];
    case 'treatyEnded':
      return event.between.find((one) => one !== playerOf(event)) ?? null;
    case 'clashBegun':
      return event.clash.sides[1].player;
    case 'clashFought':
      return event.sides.map(({ player }) => player).find((one) => one !== playerOf(event)) ?? null;
    case 'duelCalled':
    case 'duelEnded':
      return event.rival;
    case 'tributePaid':
    case 'traded':
      return event.to;
    default:
      return null;
  }
}
