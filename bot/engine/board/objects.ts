/** What stands on the cells of objects, and the ways that some of them hide. */
import type { Draws } from '../chance.ts';
import type { ObjectDef, Rules } from '../rules.ts';
import type { Cell } from './board.ts';
import { between } from './random.ts';

type Loose = { -readonly [K in keyof Cell]: Cell[K] };

/** A way that saves fewer cells is not worth a thing. */
const LEAST_SAVING = 2;
/** Cells that a passage may save; `tunables.map.shortcut` bounds it too. */
const MOST_SAVING = 5;

/** Comes after everything else was drawn: a pack with objects has the map of the same pack without. */
export function placeObjects(draws: Draws, rules: Rules, cells: readonly Loose[]): void {
  const all = Object.values(rules.objects ?? {});
  const track = cells.filter(({ way }) => way === 'main').length;
  const most = Math.min(MOST_SAVING, Math.floor(track * rules.tunables.map.shortcut));
  for (const cell of cells) {
    if (cell.kind !== 'object') continue;
    const ends = all.length > 0 ? endsFrom(cells, cell, most) : [];
    const found = weighted(
      draws,
      all.filter((one) => fits(one, cell) && (!one.passage || ends.length > 0)),
    );
    if (!found) continue;
    cell.secret = found.id;
    if (found.passage) cell.passage = ends[between(draws, 0, ends.length - 1)]!;
  }
}

const fits = ({ zone, weight }: ObjectDef, cell: Loose): boolean =>
  weight !== 0 && (zone === 'any' || zone === cell.zone);

/** Cells of the same land ahead on the main track; a gate begins its land, so none is skipped. */
function endsFrom(cells: readonly Loose[], cell: Loose, most: number): readonly number[] {
  if (cell.way !== 'main') return [];
  return (
    cells
      .filter((other) => other.way === 'main' && other.zone === cell.zone && other.kind !== 'finish')
      .filter(({ id }) => id - cell.id - 1 >= LEAST_SAVING && id - cell.id - 1 <= most)
      // A side way may be the shorter one already: a passage to beside it would lead back.
      .filter(({ toFinish }) => cell.toFinish - toFinish - 1 >= LEAST_SAVING)
      .map(({ id }) => id)
  );
}

function weighted(draws: Draws, list: readonly ObjectDef[]): ObjectDef | undefined {
  const weights = list.map(({ weight = 1 }) => Math.max(1, Math.round(weight * 10)));
  const total = weights.reduce((sum, one) => sum + one, 0);
  if (total === 0) return undefined;
  let left = draws.int(total);
  return list.find((_, i) => {
    left -= weights[i] ?? 0;
    return left <= 0;
  });
}

/** Where one may go on from a cell: the main way, side ways, and a passage that somebody has opened. */
export function waysFrom(
  {
    board,
    opened,
  }: { readonly board: { readonly cells: readonly Cell[] }; readonly opened: readonly number[] },
  at: number,
): readonly number[] {
  const cell = board.cells[at];
  if (!cell) return [];
  if (cell.passage === undefined || !opened.includes(at)) return cell.next;
  return [...cell.next, cell.passage];
}
