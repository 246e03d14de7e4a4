/** Where things lie on the ribbon of the strip: zones in proportion to their cells, tags pushed apart. Pure; in pixels. */
import type { BoardView, PlayerView } from '../../../bot/protocol/views.ts';
import type { CellKind, ZoneId } from '../../link/types.ts';

/** The ribbon's box in the strip. */
export interface Span {
  readonly left: number;
  readonly width: number;
}

export interface Pane {
  readonly zone: ZoneId;
  readonly x: number;
  readonly width: number;
}

export interface Stop {
  readonly cell: number;
  readonly kind: CellKind;
  readonly x: number;
}

export interface Tag {
  readonly player: PlayerView;
  /** Left side of the tag. */
  readonly x: number;
  readonly width: number;
  /** Where the player really is. */
  readonly at: number;
}

const GAP = 4;
/** The least distance between two tokens on the road. */
const APART = 13;
const WIDEST = 196;

/** The main track from start to finish. */
function mainCells(map: BoardView['map']): BoardView['map']['cells'] {
  return map.cells.filter((cell) => cell.way === 'main').sort((a, b) => b.toFinish - a.toFinish);
}

/** How far along the ribbon a distance to the finish is. */
export function xOf(map: BoardView['map'], toFinish: number, { left, width }: Span): number {
  const total = Math.max(1, map.length - 1);
  return left + width * (1 - Math.min(total, Math.max(0, toFinish)) / total);
}

/** One pane for each run of cells of a zone, from start to finish without a gap. */
export function panesOf(map: BoardView['map'], span: Span): Pane[] {
  const cells = mainCells(map);
  const borders: { zone: ZoneId; x: number }[] = [];
  cells.forEach((cell, i) => {
    const before = cells[i - 1];
    if (before?.zone === cell.zone) return;
    const x = before ? (xOf(map, before.toFinish, span) + xOf(map, cell.toFinish, span)) / 2 : span.left;
    borders.push({ zone: cell.zone, x });
  });
  return borders.map(({ zone, x }, i) => ({
    zone,
    x,
    width: (borders[i + 1]?.x ?? span.left + span.width) - x,
  }));
}

/** Cells worth a mark; on long maps, where they would touch, only gates and camps are left. */
export function stopsOf(map: BoardView['map'], span: Span): Stop[] {
  const roomy = span.width / Math.max(1, map.length - 1) >= 11;
  return mainCells(map)
    .filter(({ kind }) => kind !== 'plain' && kind !== 'start' && kind !== 'finish')
    .filter(({ kind }) => roomy || kind === 'gate' || kind === 'camp')
    .map(({ id, kind, toFinish }) => ({ cell: id, kind, x: xOf(map, toFinish, span) }));
}

/** Tags keep the order of the race, never overlap, and lie as near to their players as that allows. */
export function tagsOf(board: BoardView, span: Span): Tag[] {
  const players = board.players.toSorted((a, b) => b.toFinish - a.toFinish || b.place - a.place);
  const width = Math.min(WIDEST, span.width / Math.max(1, players.length) - GAP);
  const want = players.map((player) => xOf(board.map, player.toFinish, span));
  const x: number[] = [];
  for (const at of want) x.push(Math.max(at - width / 2, x.length ? x.at(-1)! + width + GAP : span.left));
  let most = span.left + span.width - width;
  for (let i = x.length - 1; i >= 0; i--) {
    x[i] = Math.min(x[i]!, most);
    most = x[i]! - width - GAP;
  }
  return players.map((player, i) => ({ player, x: x[i]!, width, at: want[i]! }));
}

export interface Token {
  readonly tag: Tag;
  readonly x: number;
}

/** Tokens on the road itself; those that share a place stand a little apart, so that each can be seen. */
export function onRoad(tags: readonly Tag[]): Token[] {
  let last = Number.NEGATIVE_INFINITY;
  const ahead = tags.toSorted((a, b) => a.at - b.at || a.player.seat - b.player.seat);
  const placed = ahead.map((tag): Token => {
    last = Math.max(tag.at, last + APART);
    return { tag, x: last };
  });
  return placed.sort((a, b) => a.tag.player.seat - b.tag.player.seat);
}
