/** A cell's mark: one outline, one light and one silhouette a kind, in a box of 72. */
import { nothing, svg, type TemplateResult } from 'lit';
import type { DirectiveResult } from 'lit/directive.js';
import { guard } from 'lit/directives/guard.js';
import type { CellKind } from '../../link/types.ts';
import { circle, polygon, TURN } from './geometry.ts';
import { iconPath } from './icon.ts';

interface Medal {
  readonly shape: string;
  readonly light: readonly [edge: string, middle: string, glow: string];
  readonly size: number;
  readonly drop?: number;
}

const QUATREFOIL =
  'M0 -24A12 12 0 0 1 12 -12A12 12 0 1 1 12 12A12 12 0 1 1 -12 12A12 12 0 1 1 -12 -12A12 12 0 0 1 0 -24Z';

const MEDALS: { readonly [K in CellKind]: Medal } = {
  plain: { shape: circle(9), light: ['#7d5f25', '#d7b469', '#fff4d2'], size: 0 },
  trial: { shape: circle(22), light: ['#c67c00', '#ffcf3f', '#fff7cf'], size: 29 },
  trap: { shape: 'M0 26L-26 -18H26Z', light: ['#a30f0f', '#ff5b3a', '#ffd9c9'], size: 25, drop: -5 },
  chest: { shape: 'M-21 -21H21V21H-21Z', light: ['#a75d00', '#ffb52e', '#fff3c4'], size: 31 },
  monster: { shape: polygon(8, 27, -TURN / 4, 20), light: ['#7c0836', '#f0346f', '#ffd3e2'], size: 29 },
  story: { shape: QUATREFOIL, light: ['#a08a5c', '#efe3c8', '#ffffff'], size: 29 },
  market: { shape: polygon(6, 25, TURN / 12), light: ['#0b7a53', '#3fdc9c', '#e0fff0'], size: 30 },
  camp: {
    shape: 'M-21 22V-6Q-19 -21 0 -29Q19 -21 21 -6V22Z',
    light: ['#3f8a11', '#9be84f', '#e9ffdd'],
    size: 30,
    drop: 1,
  },
  object: { shape: 'M0 -28L26 0L0 28L-26 0Z', light: ['#0d6fa8', '#4fd0ff', '#e4fbff'], size: 26 },
  gate: {
    shape: 'M-23 26V-8Q-21 -24 0 -33Q21 -24 23 -8V26Z',
    light: ['#8d6a2b', '#e9c57a', '#fff4da'],
    size: 34,
    drop: -1,
  },
  start: {
    shape: 'M-24 -24H24V2C24 16 12 25 0 30C-12 25 -24 16 -24 2Z',
    light: ['#7a8bc4', '#dfe7ff', '#ffffff'],
    size: 36,
    drop: -1,
  },
  finish: { shape: circle(28), light: ['#d99a1c', '#ffe9a3', '#ffffff'], size: 38 },
};

/** The medallion as a picture of `size` pixels; decoration, its word stands beside it. */
export function medallion(kind: CellKind, size: number): DirectiveResult {
  return guard([kind, size], () => draw(kind, size));
}

function draw(kind: CellKind, size: number): TemplateResult {
  const medal = MEDALS[kind];
  const id = `medal-${kind}`;
  const [edge, middle, glow] = medal.light;
  return svg`<svg class="medallion" width=${size} height=${size} viewBox="-36 -37 72 72" aria-hidden="true">
    <radialGradient id=${id} cx=".42" cy=".36" r=".72">
      <stop offset="0" stop-color=${glow}></stop><stop offset=".52" stop-color=${middle}></stop><stop offset="1" stop-color=${edge}></stop>
    </radialGradient>
    <path d=${medal.shape} fill="#05060d" stroke="#05060d" stroke-width="11" stroke-linejoin="round"></path>
    <path d=${medal.shape} fill="url(#${id})" stroke="#e8c67a" stroke-width="3.2" stroke-linejoin="round"></path>
    <path d=${medal.shape} fill="none" stroke="#05060d" stroke-width="1.3" stroke-linejoin="round" transform="scale(.93)"></path>
    ${medal.size ? svg`<g transform="translate(0 ${medal.drop ?? 0})">${iconPath(kind === 'plain' ? 'trial' : kind, medal.size, '#140c04')}</g>` : nothing}
  </svg>`;
}
