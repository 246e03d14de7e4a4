/** The luminous stained-glass atlas. */

import type { Theme } from '../../theme.ts';
import { badgeBitmap, effectIcon, isIcon, sealBitmap } from './badges.ts';
import { sheet } from './canvas.ts';
import { LEAD, PLATE } from './colour.ts';
import { frameOf } from './frame.ts';
import { drawIcon } from './medallions.ts';
import { paintPicture } from './picture.ts';
import { STYLES } from './styles.ts';
import { crownBitmap, seatOf, TOKEN_BOX, tokenBitmap } from './tokens.ts';
import { weatherOf } from './weather.ts';

/** A token's 64 units are this many board pixels. */
const TOKEN = 60;
const TONES = { good: '#b6f56a', bad: '#ff9a80', gold: '#ffe08a' } as const;

export const GLASS: Theme = {
  fonts: ['800 30px "Alegreya SC"', '740 21px "Sofia Sans Condensed"'],
  plateFont: '740 21px "Sofia Sans Condensed", "Arial Narrow", sans-serif',
  styles: STYLES,
  paint: paintPicture,
  token: (seat, scale) => tokenBitmap(seat, (TOKEN * TOKEN_BOX) / 64, scale),
  crown: (scale) => crownBitmap(44, scale),
  badge: ({ id, polarity, icon }, scale) =>
    badgeBitmap({ polarity, icon: effectIcon(id, polarity, icon) }, 29, scale),
  effectIcon: ({ id, polarity, icon }) => effectIcon(id, polarity, icon),
  seal: (kind, scale) => sealBitmap(kind, 26, scale),
  emblem: (icon, tone, scale) => {
    const { canvas, pen } = sheet(54, 54, scale);
    pen.beginPath();
    pen.arc(27, 27, 22, 0, Math.PI * 2);
    pen.fillStyle = PLATE;
    pen.strokeStyle = LEAD;
    pen.lineWidth = 8;
    pen.stroke();
    pen.fill();
    pen.strokeStyle = TONES[tone];
    pen.lineWidth = 3;
    pen.stroke();
    drawIcon(pen, isIcon(icon) ? icon : 'sparkles', { size: 31, x: 27, y: 27, fill: TONES[tone] });
    canvas.style.width = canvas.style.height = '54px';
    return canvas;
  },
  seatColour: (seat) => seatOf(seat).colour,
  frame: frameOf,
  weather: weatherOf,
};
