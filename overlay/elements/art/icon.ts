import { svg, type TemplateResult } from 'lit';
import { ICONS, type IconName } from './icons.ts';

/** A silhouette centred in the coordinates of the drawing around it. */
export function iconPath(name: IconName, size: number, fill: string): TemplateResult {
  const place = `translate(${-size / 2} ${-size / 2}) scale(${size / 512})`;
  return svg`<path transform=${place} d=${ICONS[name]} fill=${fill}></path>`;
}

/** A silhouette as an image of its own; decorative, the words stand beside it. */
export function icon(name: IconName, size: number, fill = 'currentColor'): TemplateResult {
  return svg`<svg width=${size} height=${size} viewBox="0 0 512 512" aria-hidden="true"><path d=${ICONS[name]} fill=${fill}></path></svg>`;
}
