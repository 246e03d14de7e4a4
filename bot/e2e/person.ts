/** A player as somebody would play over HTTP: looks at the board, answers what is asked, sometimes in words. */
import type { Pending } from '../engine/state.ts';
import type { BagView, BoardView, PlayerView } from '../protocol/views.ts';
import type { Dice } from './dice.ts';

export interface Words {
  readonly text: string;
}
export interface Order {
  readonly command: Readonly<Record<string, unknown>>;
}
export type Move = Words | Order;

const ROLL = ['!кубик', '!бросок', '!roll', '!dice', '!rjkkm'];
const CHOOSE = ['!выбор', '!choose'];
const FIGHT = ['!авто', '!auto', '!бей', '!hit', '!рывок'];
const WAY = ['!путь', '!go'];

/** What this player does at this time (ms since 1970); null while others have to act. */
export function moveOf(player: PlayerView, at: number, dice: Dice): Move | null {
  if (player.pending) return answerTo(player.pending, dice);
  if (player.tokens.count < 1 || player.lockedUntil > at) return null;
  return dice.odds(30) ? { command: { type: 'roll' } } : { text: dice.pick(ROLL) };
}

function answerTo(pending: Pending, dice: Dice): Move | null {
  switch (pending.is) {
    case 'fork': {
      const way = 1 + dice.below(pending.ways.length);
      return dice.odds(50) ? { command: { type: 'go', way } } : { text: `${dice.pick(WAY)} ${way}` };
    }
    case 'choice': {
      if (pending.poll !== null) return null;
      const option = dice.pick(pending.open);
      return dice.odds(50)
        ? { command: { type: 'choose', option } }
        : { text: `${dice.pick(CHOOSE)} ${option}` };
    }
    case 'scene': {
      const option = 1 + dice.below(pending.run.options.length);
      return dice.odds(50)
        ? { command: { type: 'choose', option } }
        : { text: `${dice.pick(CHOOSE)} ${option}` };
    }
    case 'fight':
      return pending.poll === null ? { text: dice.pick(FIGHT) } : null;
    case 'final':
      return { text: dice.pick(ROLL) };
    case 'trial':
      return null;
  }
}

/** A thing from the bag, at somebody else or at nobody. */
export function useOf(bag: BagView, board: BoardView, dice: Dice): Move | null {
  const ready = bag.items.filter((item) => item.wait === 0 && !item.worn);
  if (ready.length === 0) return null;
  const item = String(dice.pick(ready).n);
  const rival = dice.pick(board.players.filter(({ id }) => id !== bag.player)).id;
  return { command: dice.odds(50) ? { type: 'use', item } : { type: 'use', item, targets: [rival] } };
}
