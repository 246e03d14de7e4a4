import { nothing, svg, type TemplateResult } from 'lit';
import type { DirectiveResult } from 'lit/directive.js';
import { guard } from 'lit/directives/guard.js';
import { iconPath } from './icon.ts';
import { seatOf } from './seats.ts';

const CROWN = 'M-23 12L-29 -16L-13 -4L0 -22L13 -4L29 -16L23 12Z';
const CROWNED = svg`<g transform="translate(0 -55)">
  <path d=${CROWN} fill="#ffcf3f" stroke="#05060d" stroke-width="9" stroke-linejoin="round" paint-order="stroke"></path>
  <path d=${CROWN} fill="none" stroke="#fff3c4" stroke-width="2" stroke-linejoin="round"></path></g>`;

/** The player's token as a picture of `size` pixels. It is decoration: the name stands beside it. */
export function emblem(
  seat: number,
  size: number,
  { crown = false }: { readonly crown?: boolean } = {},
): DirectiveResult {
  return guard([seat, size, crown], () => draw(seat, size, crown));
}

function draw(seatNumber: number, size: number, crowned: boolean): TemplateResult {
  const seat = seatOf(seatNumber);
  // The same seat has the same clip, so a second one of this name in a tree does no harm.
  const clip = `seat-${seatNumber}`;
  const ink = seat.pale ? '#17130a' : '#0a0614';
  return svg`<svg class="emblem" width=${size} height=${size} viewBox="-62 -62 124 124" aria-hidden="true">
    <clipPath id=${clip}><path d=${seat.shape}></path></clipPath>
    <path d=${seat.shape} fill="none" stroke="#05060d" stroke-width="19" stroke-linejoin="round"></path>
    <path d=${seat.shape} fill=${seat.color} stroke="#fff6df" stroke-width="10" stroke-linejoin="round"></path>
    <g clip-path="url(#${clip})">
      <path d=${seat.shape} fill=${seat.color}></path>
      <path d=${seat.field} fill=${seat.shade} opacity=${seat.pale ? 0.32 : 0.5}></path>
      <path d="M-60 -60H60V-8Q0 10 -60 -8Z" fill="#fff" opacity=".16"></path>
    </g>
    <path d=${seat.shape} fill="none" stroke=${seat.shade} stroke-width="2.6" stroke-linejoin="round"></path>
    <g transform="translate(0 ${seat.drop + 1})">${iconPath(seat.charge, seat.size + 4, ink)}</g>
    ${seat.pale ? nothing : svg`<g transform="translate(0 ${seat.drop})">${iconPath(seat.charge, seat.size, '#fffdf4')}</g>`}
    ${crowned ? CROWNED : nothing}
  </svg>`;
}
