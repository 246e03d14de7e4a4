/** What lies on cells and ways: seals of opened cells and of traps, numbers to choose a way by. */
import { type Layout, roadPoint } from '../layout.ts';
import { box } from '../stage.ts';
import type { BoardView } from '../types.ts';
import { sprite } from './node.ts';

export interface SealLook {
  readonly cell: number;
  readonly kind: 'opened' | 'seen' | 'laid';
  readonly x: number;
  readonly y: number;
}

export interface WayLook {
  readonly key: string;
  readonly n: number;
  readonly x: number;
  readonly y: number;
}

export function makeWay({ n }: WayLook): HTMLElement {
  const number = box('centre way');
  number.textContent = String(n);
  return sprite(number);
}

/** What is to be seen on cells: opened ones, traps that were seen, traps that were laid. */
export function sealsOf(view: BoardView, { spots }: Layout): SealLook[] {
  const at = (cell: number, kind: SealLook['kind']): SealLook[] => {
    const spot = spots[cell];
    return spot ? [{ cell, kind, x: spot.x + spot.r * 0.62, y: spot.y + spot.r * 0.62 }] : [];
  };
  return [
    ...view.opened.flatMap((cell) => at(cell, 'opened')),
    ...Object.keys(view.traps).flatMap((cell) => at(Number(cell), 'seen')),
    ...view.marks.flatMap((mark) => at(mark.cell, 'laid')),
  ];
}

/** Numbers on the ways a player may choose from, as they are typed. */
export function waysOf(view: BoardView, layout: Layout): WayLook[] {
  return view.players.flatMap(({ id, pending }) => {
    if (pending?.is !== 'fork') return [];
    return pending.ways.flatMap((way, i) => {
      const road = layout.roads.find((one) =>
        one.cells.some((cell, k) => cell === pending.cell && one.cells[k + 1] === way),
      );
      if (!road) return [];
      const [x, y] = roadPoint(road, road.cells.indexOf(pending.cell), 0.52);
      return [{ key: `${id}.${i}`, n: i + 1, x, y }];
    });
  });
}
