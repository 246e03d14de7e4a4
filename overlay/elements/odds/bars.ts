/** Landing cells with their chances, as bars over medallions. */
import { html, type TemplateResult } from 'lit';
import type { BagView, BoardView } from '../../../bot/protocol/views.ts';
import type { Face } from '../../link/face.ts';
import { medallion } from '../art/medallion.ts';

export type Odds = BagView['odds'];

/**
 * Whole percents of chances (0 to 1) that add up to what the chances do: all are rounded down, and what is left goes to
 * those that lost most. «<1%» for what is possible but rare.
 */
export function percents(chances: readonly number[]): string[] {
  const exact = chances.map((chance) => chance * 100);
  const whole = exact.map(Math.floor);
  const total = Math.round(exact.reduce((sum, one) => sum + one, 0));
  const left = total - whole.reduce((sum, one) => sum + one, 0);
  const lost = (i: number) => exact[i]! - whole[i]!;
  for (const i of [...whole.keys()].sort((a, b) => lost(b) - lost(a)).slice(0, left)) whole[i]! += 1;
  return whole.map((one, i) => (one === 0 && chances[i]! > 0 ? '<1%' : `${one}%`));
}

/** The likeliest `count` cells, in the order of the track; `keep` is among them whatever its chance. */
export function likeliest(odds: Odds, count: number, keep?: number): Odds {
  const best = odds.toSorted((a, b) => b.chance - a.chance).slice(0, count);
  const kept = odds.find((one) => one.cell === keep);
  if (kept && !best.includes(kept)) best[best.length - 1] = kept;
  return odds.filter((one) => best.includes(one));
}

export interface BarsOptions {
  readonly board: BoardView;
  readonly odds: Odds;
  /** The cell it came to, lit; others dim. */
  readonly hit?: number | null;
  readonly size: number;
}

/** The bars grow with the chance; the number is always written. */
export function oddsBars(face: Face, { board, odds, hit = null, size }: BarsOptions): TemplateResult {
  const chances = odds.map(({ chance }) => chance);
  const most = Math.max(0.01, ...chances);
  const texts = percents(chances);
  return html`<ul class="bars ${hit === null ? '' : 'settled'}">
    ${odds.map((one, i) => {
      const kind = board.map.cells[one.cell]?.kind ?? 'plain';
      const text = texts[i]!;
      return html`<li class=${one.cell === hit ? 'hit' : ''} title=${face.words.kinds[kind]}>
        <span class="hidden-words">${face.words.oddsOf(face.words.kinds[kind], text)}</span>
        <span class="space" aria-hidden="true"><b>${text}</b><i .style=${`--share:${(one.chance / most).toFixed(3)}`}></i></span>
        ${medallion(kind, size)}
      </li>`;
    })}
  </ul>`;
}
