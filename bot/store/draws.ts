/** Draws in a log: computed anew from the seeds, or, while those are secret, taken as they stand. */
import type { Chance } from '../engine/chance.ts';
import type { EventOf, GameEvent } from '../engine/events.ts';

export type Drawn = EventOf<'drawn'>;

export function drawnIn(events: readonly GameEvent[]): Drawn[] {
  return events.filter((event) => event.type === 'drawn');
}

/** 1 … 8; 0 for draws of the game itself. */
export function seatOf(player: string): number {
  return /^p[1-8]$/.test(player) ? Number(player.slice(1)) : 0;
}

/** Counts that each seat's draws for a purpose are numbered 0, 1, 2 …: a skipped number would be a die thrown away. */
export class DrawCounter {
  readonly #next = new Map<string, number>();

  /** @returns what is wrong, or null. */
  check({ player, purpose, n }: Drawn): string | null {
    const key = `${player} ${purpose}`;
    const expected = this.#next.get(key) ?? 0;
    this.#next.set(key, expected + 1);
    return n === expected ? null : `draw ${n} of ${player} for ${purpose} was not due, ${expected} was`;
  }
}

/** @returns what is wrong with a recorded draw under the true key, or null. */
export function checkDraw(chance: Chance, { player, purpose, n, sides, values }: Drawn): string | null {
  if (sides.length !== values.length)
    return `a draw of ${player} has ${sides.length} dice and ${values.length} values`;
  try {
    const draws = chance.draw(seatOf(player), purpose, n);
    const due = sides.map((count) => draws.int(count));
    if (due.every((value, i) => value === values[i])) return null;
    return `draw ${n} of ${player} for ${purpose} was changed: it says ${values.join(' ')}, the seeds give ${due.join(' ')}`;
  } catch (error) {
    return `a draw of ${player} for ${purpose} is not possible: ${(error as Error).message}`;
  }
}

/** Gives back what the line says was drawn, and nothing else. @throws Error when `decide` asks for something else. */
export function recordedChance(events: readonly GameEvent[]): Chance {
  const drawn = drawnIn(events);
  return {
    draw(seat, purpose, n) {
      const found = drawn.find(
        (one) => seatOf(one.player) === seat && one.purpose === purpose && one.n === n,
      );
      let at = 0;
      return {
        int(sides) {
          const value = found?.values[at];
          if (value === undefined || found?.sides[at] !== sides) {
            throw new Error(`it needs a draw of seat ${seat} for ${purpose} that the line does not have`);
          }
          at += 1;
          return value;
        },
      };
    },
  };
}
