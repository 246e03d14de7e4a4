/** A bag slot: the rarity is told by the plate's outline and by its colour, the category by its silhouette. */
import { svg, type TemplateResult } from 'lit';
import type { Entry } from '../../link/pack.ts';
import type { Rarity } from '../../link/types.ts';
import { circle, polygon, TURN } from './geometry.ts';
import { iconPath } from './icon.ts';
import { ICONS, type IconName } from './icons.ts';

interface Plate {
  readonly shape: string;
  readonly color: string;
  readonly ground: string;
}

const PLATES: { readonly [R in Rarity]: Plate } = {
  common: { shape: circle(38), color: '#b9bfd6', ground: '#23283c' },
  uncommon: { shape: 'M-35 -35H35V35H-35Z', color: '#6fd66b', ground: '#123822' },
  rare: { shape: polygon(6, 41, TURN / 12), color: '#4fb4ff', ground: '#0d2f55' },
  epic: { shape: polygon(8, 41, TURN / 16), color: '#c77dff', ground: '#35155a' },
  legendary: { shape: polygon(8, 44, -TURN / 4, 34), color: '#ffb52e', ground: '#5a3405' },
};

export function itemIcon(entry: Entry): IconName {
  if (entry.icon && Object.hasOwn(ICONS, entry.icon)) return entry.icon as IconName;
  return entry.category ?? 'item';
}

/** The item's plate as a picture of `size` pixels; decoration, its name stands beside it. */
export function slot(entry: Entry, size: number): TemplateResult {
  const plate = PLATES[entry.rarity ?? 'common'];
  return svg`<svg class="slot" width=${size} height=${size} viewBox="-50 -50 100 100" aria-hidden="true">
    <path d=${plate.shape} fill="#05060d" stroke="#05060d" stroke-width="13" stroke-linejoin="round"></path>
    <path d=${plate.shape} fill=${plate.ground} stroke=${plate.color} stroke-width="5.5" stroke-linejoin="round"></path>
    <path d=${plate.shape} fill="none" stroke="#05060d" stroke-width="1.6" transform="scale(.88)"></path>
    ${iconPath(itemIcon(entry), 46, '#fbf5e4')}
  </svg>`;
}
