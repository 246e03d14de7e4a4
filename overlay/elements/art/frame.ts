/** Frames of the altarpiece: pointed lancets and cusped panes, lead under gold, quarry glazing inside. */
import { svg, type TemplateResult } from 'lit';
import { ringPiece } from './geometry.ts';

interface Box {
  readonly width: number;
  readonly height: number;
  /** Hue of the light at the top, in degrees. */
  readonly hue: number;
}

/** One frame a shadow tree, so its inner names need not differ from another frame's. */
const id = 'frame';

const quarry = svg`<pattern id="${id}-quarry" width="46" height="66" patternUnits="userSpaceOnUse">
  <path d="M0 0L23 33L46 0M0 66L23 33L46 66" fill="none" stroke="var(--quarry, #aab4ff)" stroke-opacity="var(--quarry-line, .075)" stroke-width="2"></path>
  <path d="M23 33L46 0V66Z" fill="var(--quarry, #aab4ff)" fill-opacity=".022"></path></pattern>`;

const light = (hue: number) => svg`<linearGradient id="${id}-light" x1="0" y1="0" x2="0" y2="1">
  <stop offset="0" stop-color="var(--pane-top, oklch(.34 .1 ${hue}))"></stop><stop offset=".2" stop-color="var(--pane-high, oklch(.23 .06 ${hue}))"></stop>
  <stop offset=".6" stop-color="var(--pane-mid, #0e1126)"></stop><stop offset="1" stop-color="var(--pane-foot, #090b19)"></stop></linearGradient>`;

/** The same outline drawn as lead, glass, gold and two hairlines. */
function leaded(outer: string, inner: string): TemplateResult {
  return svg`<path d=${outer} fill="url(#${id}-light)" stroke="var(--rim-dark, #05060d)" stroke-width="9"></path>
    <path d=${outer} fill="url(#${id}-quarry)"></path>
    <path d=${outer} fill="none" stroke="var(--rim, #c89b46)" stroke-width="5"></path>
    <path d=${outer} fill="none" stroke="var(--rim-hi, #ffe9a8)" stroke-width="1.4"></path>
    <path d=${inner} fill="none" stroke="var(--rim, #c89b46)" stroke-width="1.4" opacity=".8"></path>`;
}

function archPath({ width: w, height: h }: Box, head: number, inset: number): string {
  const side = w - inset;
  const foot = h - inset;
  return `M${inset} ${foot}V${head}C${inset} ${head * 0.54} ${w * 0.29} ${head * 0.22} ${w / 2} ${inset}C${w * 0.71} ${head * 0.22} ${side} ${head * 0.54} ${side} ${head}V${foot}Z`;
}

/** Voussoirs: rings of glass that fan out in the arch. Tints follow a fixed sequence, so that each frame is always the same. */
function fan(cx: number, cy: number, hue: number): TemplateResult[] {
  const rings: readonly (readonly [number, number, number])[] = [
    [84, 128, 14],
    [128, 178, 18],
    [178, 240, 18],
  ];
  return rings.flatMap(([inner, outer, count], ring) =>
    Array.from({ length: count }, (_, i) => {
      const tint = ((i * 7 + ring * 5) % 11) / 11;
      const from = Math.PI + (Math.PI * i) / count;
      const fill = `oklch(${(0.28 + tint * 0.13 - ring * 0.02).toFixed(3)} ${(0.08 + tint * 0.05).toFixed(3)} ${hue - 24 + tint * 48})`;
      const d = ringPiece([inner, outer], [from, from + Math.PI / count]);
      return svg`<path d=${d} transform="translate(${cx} ${cy})" fill=${fill} stroke="var(--rim-dark, #05060d)" stroke-width="2.6"></path>`;
    }),
  );
}

/** A pointed window, `head` pixels high above its straight sides. */
export function lancet(box: Box, head: number): TemplateResult {
  const { width: w, height: h, hue } = box;
  const cy = head * 0.74;
  return svg`<svg class="frame" viewBox="0 0 ${w} ${h}" preserveAspectRatio="none" aria-hidden="true">
    <defs>${quarry}${light(hue)}
      <linearGradient id="${id}-fade" gradientUnits="userSpaceOnUse" x1="0" y1=${cy - 80} x2="0" y2=${cy}>
        <stop offset="0" stop-color="#fff"></stop><stop offset="1" stop-color="#000"></stop></linearGradient>
      <mask id="${id}-mask"><rect width=${w} height=${cy} fill="url(#${id}-fade)"></rect></mask>
      <clipPath id="${id}-clip"><path d=${archPath(box, head, 2)}></path></clipPath></defs>
    ${leaded(archPath(box, head, 2), archPath(box, head, 11))}
    <g clip-path="url(#${id}-clip)" mask="url(#${id}-mask)" opacity="var(--fan, .75)">${fan(w / 2, cy, hue)}</g>
    <path d=${archPath(box, head, 2)} fill="none" stroke="var(--rim-dark, #05060d)" stroke-width="9"></path>
    <path d=${archPath(box, head, 2)} fill="none" stroke="var(--rim, #c89b46)" stroke-width="5"></path>
    <path d=${archPath(box, head, 2)} fill="none" stroke="var(--rim-hi, #ffe9a8)" stroke-width="1.4"></path>
    <path d="M0 -20L6 -6L0 5L-6 -6Z" transform="translate(${w / 2} 3)" fill="var(--rim-hi, #ffe9a8)" stroke="var(--rim-dark, #05060d)" stroke-width="3" paint-order="stroke"></path>
  </svg>`;
}

function cuspPath(w: number, h: number, inset: number): string {
  const c = 18 + inset;
  const right = w - inset;
  const foot = h - inset;
  return `M${c} ${inset}H${w - c}Q${w - c} ${c} ${right} ${c}V${h - c}Q${w - c} ${h - c} ${w - c} ${foot}H${c}Q${c} ${h - c} ${inset} ${h - c}V${c}Q${c} ${c} ${c} ${inset}Z`;
}

/** A square pane whose corners are notched inwards. */
export function pane(box: Box): TemplateResult {
  return svg`<svg class="frame" viewBox="0 0 ${box.width} ${box.height}" preserveAspectRatio="none" aria-hidden="true">
    <defs>${quarry}${light(box.hue)}</defs>
    ${leaded(cuspPath(box.width, box.height, 2), cuspPath(box.width, box.height, 10))}
  </svg>`;
}
