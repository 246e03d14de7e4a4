/** Questions about the track: where a roll may end, what lies ahead. */
import type { Cell } from '../../../engine/board/board.ts';
import type { CellKind } from '../../../engine/rules.ts';
import type { BoardView } from '../../../protocol/views.ts';
import { cellNumber, place, playerName, type Speech, wordsOf } from '../say.ts';
import { mainWay } from '../way.ts';
import { type Answerer, sentence } from './asked.ts';

const MOST_LANDINGS = 5;
/** Two rolls of the starting dice, about. */
const AHEAD = 16;
const MOST_SIGHTS = 8;
/** Worth a total of their own: what people fear and hope for. */
const WEIGHED: readonly CellKind[] = ['trap', 'chest', 'camp', 'monster'];

function percent(share: number): string {
  const value = Math.round(share * 100);
  return value < 1 ? '<1%' : `${value}%`;
}

export const odds: Answerer = ({ speech, board, player, bag }) => {
  const name = playerName(speech, player.id);
  const landings = [...(bag?.odds ?? [])].sort((a, b) => b.chance - a.chance || a.cell - b.cell);
  if (landings.length === 0) return [sentence('noOdds', { name })];
  const list = landings
    .slice(0, MOST_LANDINGS)
    .map(
      ({ cell, chance }) =>
        `${cellNumber(speech, cell) ?? ''}${kindAt(speech, board, cell)}: ${percent(chance)}`,
    )
    .join(', ');
  // One cell of a kind says it all by itself.
  const several = WEIGHED.filter((kind) => landings.filter((one) => isOf(board, one.cell, kind)).length > 1);
  const kinds = several
    .map((kind) => [kind, chanceOf(board, landings, kind)] as const)
    .map(([kind, chance]) => `${wordsOf(speech.lang).kinds[kind]} ${percent(chance)}`)
    .join(', ');
  const parts = [sentence('oddsList', { name, list })];
  return kinds ? [...parts, sentence('oddsKinds', { list: kinds }, 6)] : parts;
};

function chanceOf(
  board: BoardView,
  landings: readonly { readonly cell: number; readonly chance: number }[],
  kind: CellKind,
): number {
  return landings.reduce((sum, { cell, chance }) => sum + (isOf(board, cell, kind) ? chance : 0), 0);
}

function isOf(board: BoardView, cell: number, kind: CellKind): boolean {
  return board.map.cells[cell]?.kind === kind;
}

function kindAt(speech: Speech, board: BoardView, cell: number): string {
  const kind = board.map.cells[cell]?.kind;
  const word = kind ? wordsOf(speech.lang).kinds[kind] : '';
  return word ? ` ${word}` : '';
}

export const map: Answerer = ({ speech, board, player }) => {
  const name = playerName(speech, player.id);
  const here = place(speech, player.cell, false);
  const ahead = mainWay(board, player.cell, AHEAD);
  if (ahead.length === 0) return [sentence('mapEnd', { name, place: here })];
  const sights = ahead.flatMap((cell, i) => sight(speech, cell, i + 1)).slice(0, MOST_SIGHTS);
  if (sights.length === 0) return [sentence('mapPlain', { name, place: here, count: ahead.length })];
  return [sentence('mapList', { name, place: here, list: sights.join(', ') })];
};

function sight(speech: Speech, cell: Cell, steps: number): string[] {
  const words = wordsOf(speech.lang);
  const kind = words.kinds[cell.kind];
  const seen = [kind, cell.next.length > 1 ? words.fork : ''].filter((word) => word !== '');
  return seen.length > 0 ? [`+${steps} ${seen.join(' / ')}`] : [];
}
