/** Effect badges: a boon is round, a bane points down; the shape says it without the colour. */
import { svg, type TemplateResult } from 'lit';
import type { Entry } from '../../link/pack.ts';
import { circle } from './geometry.ts';
import { iconPath } from './icon.ts';
import { ICONS, type IconName } from './icons.ts';

const BOON = circle(17);
const BANE = 'M-18 -15H18L15 4L0 20L-15 4Z';

export function effectIcon(entry: Entry): IconName {
  if (entry.icon && Object.hasOwn(ICONS, entry.icon)) return entry.icon as IconName;
  const bane = entry.polarity === 'negative';
  if (entry.purpose && Object.hasOwn(ICONS, entry.purpose)) return entry.purpose as IconName;
  return bane ? 'bane' : 'boon';
}

/** One effect as a badge of `size` pixels; `label` says what it is and how long. */
export function badge(entry: Entry, size: number, label: string): TemplateResult {
  const bane = entry.polarity === 'negative';
  const shape = bane ? BANE : BOON;
  const fill = bane ? '#ff7a58' : entry.polarity === 'positive' ? '#b8f27a' : '#ffe08a';
  return svg`<svg class="badge" width=${size} height=${size} viewBox="-20.500 -20 41 42" role="img" aria-label=${label}>
    <title>${label}</title>
    <path d=${shape} fill="#05060d" stroke="#05060d" stroke-width="5"></path>
    <path d=${shape} fill=${fill} stroke="#fff6df" stroke-width="1.6"></path>
    <g transform="translate(0 ${bane ? -2 : 0})">${iconPath(effectIcon(entry), 23, '#140c04')}</g>
  </svg>`;
}
