/** The countdown rose: 24 petals of light that go out one after another; coral in the last ten seconds. */
import { svg, type TemplateResult } from 'lit';
import { ringPiece, TURN } from './geometry.ts';

const PETALS = 24;
const SHAPES = Array.from({ length: PETALS }, (_, i) => {
  const from = (i * TURN) / PETALS - TURN / 4;
  return ringPiece([60, 95], [from + 0.02, from + TURN / PETALS - 0.02]);
});
const HOT_SECONDS = 10;

/** One petal's light: `k` is how much of it still burns, 0 to 1. */
function petalFill(i: number, k: number, hot: boolean): string {
  const light = 0.2 + k * (i % 2 ? 0.6 : 0.52);
  const hue = hot ? 32 : 84 - (i % 2) * 14;
  return `oklch(${light.toFixed(2)} ${(0.02 + k * 0.15).toFixed(3)} ${hue})`;
}

export interface Countdown {
  /** Seconds. */
  readonly left: number;
  readonly of: number;
  readonly size: number;
  readonly label: string;
}

/** Draws the rose; the number stays large, and a screen reader gets it as a timer. */
export function countdown({ left, of, size, label }: Countdown): TemplateResult {
  const hot = left <= HOT_SECONDS;
  const on = of > 0 ? (Math.max(0, left) / of) * PETALS : 0;
  const text =
    left >= 100
      ? `${Math.floor(left / 60)}:${String(Math.floor(left % 60)).padStart(2, '0')}`
      : String(Math.ceil(Math.max(0, left)));
  const fontSize = text.length > 3 ? 42 : 68;
  return svg`<svg class="countdown" width=${size} height=${size} viewBox="-106 -106 212 212" role="timer" aria-label=${label}>
    <circle r="102" fill="var(--clock-ring, #05060d)" stroke="var(--gold, #d9b25f)" stroke-width="4"></circle>
    ${SHAPES.map((d, i) => svg`<path d=${d} fill=${petalFill(i, Math.min(1, Math.max(0, on - (PETALS - 1 - i))), hot)}></path>`)}
    <circle r="56" fill="var(--clock, #090b19)" stroke="var(--gold, #d9b25f)" stroke-width="2.5"></circle>
    <text text-anchor="middle" y=${fontSize * 0.33} font-size=${fontSize} class="countdown-number" fill=${hot ? 'var(--clock-hot, #ff9a80)' : '#fff'}>${text}</text>
  </svg>`;
}
