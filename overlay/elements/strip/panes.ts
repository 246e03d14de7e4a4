/** The ribbon itself: a pane a zone, each cut in its zone's way, the road on it, and marks of cells. */
import { svg, type TemplateResult } from 'lit';
import type { BoardView } from '../../../bot/protocol/views.ts';
import { hash } from '../../board/layout/random.ts';
import type { CellKind, ZoneId } from '../../link/types.ts';
import { type Pane, panesOf, type Span, stopsOf } from './ribbon.ts';

/** Height of the ribbon, and how far down it the road runs. */
export const HEIGHT = 52;
export const ROAD = 38;

/** Light of a mark, by kind; its shape says it too. */
const LIGHTS: Readonly<Record<CellKind, string>> = {
  plain: '#dcb96c',
  trial: '#ffcf3f',
  trap: '#ff5b3a',
  chest: '#ffb02e',
  monster: '#ff4a83',
  story: '#f1e6cc',
  market: '#3fdc9c',
  camp: '#9be84f',
  object: '#4fd0ff',
  gate: '#ecc87c',
  start: '#e1e9ff',
  finish: '#ffeaa8',
};
const SHAPES: Readonly<Partial<Record<CellKind, string>>> = {
  trap: 'M0 6L-6 -4.500H6Z',
  chest: 'M-4.600 -4.600H4.600V4.600H-4.600Z',
  monster: 'M0 -7L2 -2L7 0L2 2L0 7L-2 2L-7 0L-2 -2Z',
  story: 'M-5 -4Q-2 -6 0 -4Q2 -6 5 -4V5Q2 3 0 5Q-2 3 -5 5Z',
  market: 'M0 -6L5.200 -3V3L0 6L-5.200 3V-3Z',
  camp: 'M-5 5V-1Q-4 -5 0 -7Q4 -5 5 -1V5Z',
  object: 'M0 -6.500L6 0L0 6.500L-6 0Z',
  gate: 'M-7 13V-5Q-6 -12 0 -16Q6 -12 7 -5V13Z',
};
const ROUND = 'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z';

/** A share that looks random and is always the same. */
function share(seed: string): number {
  return (hash(seed) % 997) / 997;
}

interface Cut {
  readonly d: string;
  readonly light: number;
}

/** How a zone's glass is cut: pebbles and slants, facets, scan lines, flames, feathers. */
const CUTS: Readonly<Record<ZoneId, (pane: Pane) => Cut[]>> = {
  forest: (pane) => slats(pane, { step: 30, lean: 0, bow: 9 }),
  crystal: (pane) => facets(pane, 34),
  static: (pane) => lines(pane),
  hell: (pane) => slats(pane, { step: 19, lean: 15, bow: -5 }),
  heaven: (pane) => slats(pane, { step: 26, lean: -9, bow: 14 }),
};

interface Slat {
  readonly step: number;
  readonly lean: number;
  readonly bow: number;
}

function slats({ zone, width }: Pane, { step, lean, bow }: Slat): Cut[] {
  return Array.from({ length: Math.ceil(width / step) + 2 }, (_, i) => {
    const x = (i - 1) * step;
    const edge = (at: number, up: boolean) =>
      up
        ? `Q${at + lean / 2 + bow} ${HEIGHT / 2} ${at} ${HEIGHT}`
        : `Q${at + lean / 2 + bow} ${HEIGHT / 2} ${at + lean} 0`;
    const d = `M${x + lean} 0${edge(x, true)}H${x + step}${edge(x + step, false)}Z`;
    return { d, light: share(`${zone}${i}`) };
  });
}

function facets({ zone, width }: Pane, step: number): Cut[] {
  return Array.from({ length: Math.ceil(width / step) + 1 }, (_, i) => {
    const x = i * step;
    const peak = x + step * (0.3 + share(`${zone}p${i}`) * 0.4);
    return [
      { d: `M${x} ${HEIGHT}L${peak} 0L${x + step} ${HEIGHT}Z`, light: share(`${zone}a${i}`) },
      {
        d: `M${peak} 0H${x + step + step * 0.5}L${x + step} ${HEIGHT}Z`,
        light: share(`${zone}b${i}`),
      },
      { d: `M${x} 0H${peak}L${x} ${HEIGHT}Z`, light: share(`${zone}c${i}`) },
    ];
  }).flat();
}

function lines({ zone, width }: Pane): Cut[] {
  return [0, 7, 12, 21, 26, 36].flatMap((y, row, all) => {
    const high = (all[row + 1] ?? HEIGHT) - y;
    const slip = share(`${zone}${row}`) * 40;
    return Array.from({ length: Math.ceil(width / 46) + 2 }, (_, i) => ({
      d: `M${i * 46 - slip} ${y}h46v${high}h-46Z`,
      light: share(`${zone}${row}.${i}`),
    }));
  });
}

function pane(one: Pane, i: number): TemplateResult {
  const clip = `pane-${i}`;
  return svg`<g transform="translate(${one.x} 0)">
    <clipPath id=${clip}><rect width=${one.width} height=${HEIGHT}></rect></clipPath>
    <g clip-path="url(#${clip})">
      <rect width=${one.width} height=${HEIGHT} fill="var(--glass-${one.zone})"></rect>
      ${CUTS[one.zone](one).map(
        ({ d, light }) =>
          svg`<path d=${d} fill=${light > 0.5 ? '#fff' : '#00000f'} fill-opacity=${(Math.abs(light - 0.5) * 0.62).toFixed(2)} stroke="var(--lead)" stroke-width="var(--came, 2.2)"></path>`,
      )}
    </g>
  </g>`;
}

/** Everything on the ribbon that only changes with the map. */
export function ribbonArt(map: BoardView['map'], span: Span): TemplateResult {
  const panes = panesOf(map, span);
  return svg`${panes.map(pane)}
    <rect x=${span.left} width=${span.width} height=${HEIGHT} fill="url(#sheen)"></rect>
    ${panes.slice(1).map(({ x }) => svg`<path d="M${x} 0V${HEIGHT}" stroke="var(--lead)" stroke-width="6"></path><path d="M${x} 0V${HEIGHT}" stroke="var(--gold)" stroke-width="2.5"></path>`)}
    <path d="M${span.left} ${ROAD}H${span.left + span.width}" stroke="var(--lead)" stroke-width="11"></path>
    <path d="M${span.left} ${ROAD}H${span.left + span.width}" stroke="#5f6aa6" stroke-width="3.5"></path>`;
}

/** Names of zones that have room for them, and the marks of cells: over the light of the road. */
export function ribbonStops(
  map: BoardView['map'],
  span: Span,
  names: Readonly<Record<ZoneId, string>>,
): TemplateResult {
  const roomy = panesOf(map, span).filter((one) => one.width > names[one.zone].length * 13);
  return svg`${roomy.map((one) => svg`<text class="zone" x=${one.x + one.width / 2} y="22" fill="var(--zone-${one.zone})">${names[one.zone]}</text>`)}
    ${stopsOf(map, span).map(
      ({ kind, x }) =>
        svg`<path d=${SHAPES[kind] ?? ROUND} transform="translate(${x.toFixed(1)} ${ROAD})" fill=${LIGHTS[kind]} stroke="var(--mark-line, #05060d)" stroke-width="3.4" paint-order="stroke" stroke-linejoin="round"></path>`,
    )}`;
}
