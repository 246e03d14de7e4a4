/** The zone roses, small: round windows that stand for a zone in lists. Radius 100 around the middle. */
import { svg, type TemplateResult } from 'lit';
import type { DirectiveResult } from 'lit/directive.js';
import { guard } from 'lit/directives/guard.js';
import type { ZoneId } from '../../link/types.ts';
import { circle, outline, petal, polar, ringPiece, TURN } from './geometry.ts';

interface Piece {
  readonly d: string;
  readonly fill: string;
}

const times = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));
const rim = (count: number, a: string, b: string): Piece[] =>
  times(count, (i) => ({
    d: ringPiece([80, 100], [(i * TURN) / count, ((i + 1) * TURN) / count]),
    fill: i % 2 ? a : b,
  }));
const disc = (radius: number, fill: string): Piece => ({ d: circle(radius), fill });

const forest: Piece[] = [
  ...rim(16, 'oklch(.42 .1 152)', 'oklch(.52 .12 132)'),
  disc(80, 'oklch(.28 .07 165)'),
  ...times(8, (i) => ({ d: petal([16, 82], (i + 0.5) * (TURN / 8), 0.5), fill: 'oklch(.46 .12 150)' })),
  ...times(8, (i) => ({
    d: petal([14, 72], i * (TURN / 8), 0.55),
    fill: i % 2 ? 'oklch(.68 .16 126)' : 'oklch(.76 .16 120)',
  })),
  disc(22, 'oklch(.84 .14 95)'),
];

const facet = (i: number, side: 1 | -1): Piece => {
  const axis = -TURN / 4 + i * (TURN / 6);
  return {
    d: outline([polar(0, 0), polar(52, axis + side * (TURN / 12)), polar(94, axis)]),
    fill: side === 1 ? 'oklch(.84 .09 205)' : 'oklch(.62 .13 225)',
  };
};
const crystal: Piece[] = [
  ...rim(12, 'oklch(.4 .13 280)', 'oklch(.5 .13 262)'),
  disc(80, 'oklch(.36 .13 270)'),
  ...times(6, (i) => facet(i, -1)),
  ...times(6, (i) => facet(i, 1)),
  disc(15, 'oklch(.95 .03 205)'),
];

const BARS = ['.84 .14 100', '.78 .12 205', '.68 .18 150', '.6 .22 340', '.56 .2 28', '.52 .18 265'];
/** A test card: the bars, slipped in three slices. */
const slice = (y: number, height: number, slip: number): Piece[] =>
  BARS.map((bar, i) => {
    const x = -72 + i * 24 + slip;
    return { d: `M${x} ${y}H${x + 24}V${y + height}H${x}Z`, fill: `oklch(${bar})` };
  });
const statik: Piece[] = [
  disc(100, 'oklch(.4 .04 285)'),
  ...times(8, (i) => ({
    d: `M${-56 + i * 14} -78H${-42 + i * 14}V-52H${-56 + i * 14}Z`,
    fill: i % 2 ? '#e9e9f4' : '#17161f',
  })),
  ...slice(-52, 40, 0),
  ...slice(-12, 24, 13),
  ...slice(12, 40, -8),
  ...times(6, (i) => ({
    d: `M${-48 + i * 16} 52H${-32 + i * 16}V76H${-48 + i * 16}Z`,
    fill: i % 2 ? '#17161f' : '#cfcfe0',
  })),
  disc(22, '#14131c'),
  disc(12, '#f5f3ff'),
];

const hell: Piece[] = [
  ...rim(16, 'oklch(.36 .13 22)', 'oklch(.46 .17 28)'),
  disc(80, 'oklch(.28 .1 20)'),
  ...times(12, (i) => ({
    d: petal([36, 88], i * (TURN / 12) + 0.1, 0.3),
    fill: i % 2 ? 'oklch(.62 .2 42)' : 'oklch(.76 .17 66)',
  })),
  disc(48, 'oklch(.82 .16 74)'),
  disc(39, 'oklch(.14 .04 20)'),
  ...times(5, (i) => ({ d: petal([6, 36], i * (TURN / 5) - 1.2, 0.28), fill: 'oklch(.66 .2 44)' })),
];

const heaven: Piece[] = [
  ...rim(24, 'oklch(.54 .12 255)', 'oklch(.82 .12 88)'),
  ...times(12, (i) => ({
    d: ringPiece([0, 80], [(i * TURN) / 12, ((i + 1) * TURN) / 12]),
    fill: i % 2 ? 'oklch(.56 .12 248)' : 'oklch(.66 .1 238)',
  })),
  ...times(12, (i) => ({ d: petal([24, 82], (i + 0.5) * (TURN / 12), 0.24), fill: 'oklch(.92 .06 95)' })),
  ...times(12, (i) => ({ d: petal([20, 62], i * (TURN / 12), 0.3), fill: 'oklch(.83 .13 84)' })),
  disc(30, 'oklch(.95 .07 96)'),
];

const ROSES: { readonly [Z in ZoneId]: readonly Piece[] } = { forest, crystal, static: statik, hell, heaven };

/** A zone's rose of `size` pixels; decoration unless `label` names it. Drawn again only when one of these changes. */
export function rose(zone: ZoneId, size: number, label?: string): DirectiveResult {
  return guard([zone, size, label], () => draw(zone, size, label));
}

function draw(zone: ZoneId, size: number, label?: string): TemplateResult {
  const lead = size < 50 ? 5 : 3;
  return svg`<svg class="rose" width=${size} height=${size} viewBox="-112 -112 224 224"
    role=${label ? 'img' : 'presentation'} aria-hidden=${label ? 'false' : 'true'} aria-label=${label ?? ''}>
    <circle r="110" fill="#05060d"></circle>
    ${ROSES[zone].map((piece) => svg`<path d=${piece.d} fill=${piece.fill} stroke="#05060d" stroke-width=${lead} stroke-linejoin="round"></path>`)}
    <circle r="102" fill="none" stroke="#d9b25f" stroke-width="7"></circle>
  </svg>`;
}
