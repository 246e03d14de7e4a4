/** «Previously on»: the few lines that tell the race so far, oldest first, chosen by weight and never two of one kind in a row. */
import type { Face } from '../../link/face.ts';
import type { ChronicleLine, LineIcon } from '../../texts/chronicle.ts';
import { linesOf } from '../news.ts';

/** What makes a story; rolls and notes do not. */
const WEIGHTS: Readonly<Partial<Record<LineIcon, number>>> = {
  finish: 9,
  fall: 7,
  gate: 6,
  trap: 5,
  shield: 5,
  item: 4,
  chest: 4,
  trial: 3,
  object: 3,
  coin: 2,
  chat: 2,
};

interface Weighed {
  readonly line: ChronicleLine;
  readonly order: number;
  readonly weight: number;
}

/** The best `most` lines, in the order they happened. A player or a kind that has a line already weighs less. */
export function recapOf(face: Face, most: number): ChronicleLine[] {
  const all = (face.views.get('log')?.moments ?? [])
    .flatMap((moment) => linesOf(face, moment))
    .map((line, order): Weighed => ({ line, order, weight: WEIGHTS[line.icon] ?? 0 }))
    .filter(({ weight }) => weight > 0);
  const chosen: Weighed[] = [];
  while (chosen.length < most) {
    const best = all
      .filter((one) => !chosen.includes(one))
      .map((one) => ({ one, score: scoreOf(one, chosen, all.length) }))
      .sort((a, b) => b.score - a.score)[0];
    if (!best) break;
    chosen.push(best.one);
  }
  return chosen.sort((a, b) => a.order - b.order).map(({ line }) => line);
}

function scoreOf({ line, order, weight }: Weighed, chosen: readonly Weighed[], count: number): number {
  const players = chosen.filter((one) => one.line.player === line.player).length;
  const kinds = chosen.filter((one) => one.line.icon === line.icon).length;
  // What is newer is a little more worth telling.
  return weight - players * 2.5 - kinds * 1.5 + (order / Math.max(1, count)) * 2;
}
