/** Themes of flat sheets: everything that moves is the glass theme's, on another ground and in another dress. */
import type { Theme } from '../../theme.ts';
import { GLASS } from '../glass/theme.ts';
import type { FlatLook } from './look.ts';
import { PAPER_LOOK } from './paper.ts';
import { paintFlat } from './picture.ts';
import { SIGNAL_LOOK } from './signal.ts';

const SVG = 'http://www.w3.org/2000/svg';

function frameOf({ frame }: FlatLook, width: number, height: number): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `-24 -24 ${width + 48} ${height + 48}`);
  svg.setAttribute('class', 'frame');
  svg.setAttribute('aria-hidden', 'true');
  const lines = [
    [7, frame.outer, 18],
    [7, frame.main, 12],
    [2, frame.line, 2],
  ] as const;
  for (const [grow, colour, line] of lines) {
    const rect = document.createElementNS(SVG, 'rect');
    rect.setAttribute('x', String(-grow));
    rect.setAttribute('y', String(-grow));
    rect.setAttribute('width', String(width + grow * 2));
    rect.setAttribute('height', String(height + grow * 2));
    rect.setAttribute('fill', 'none');
    rect.setAttribute('stroke', colour);
    rect.setAttribute('stroke-width', String(line));
    svg.append(rect);
  }
  return svg;
}

function flat(look: FlatLook): Theme {
  return {
    ...GLASS,
    fonts: look.fonts,
    plateFont: look.plateFont,
    styles: `${GLASS.styles}${look.styles}`,
    paint: (layout, scale) => paintFlat(layout, look, scale),
    frame: (width, height) => frameOf(look, width, height),
  };
}

export const PAPER: Theme = flat(PAPER_LOOK);
export const SIGNAL: Theme = flat(SIGNAL_LOOK);
