/** Crystalids: offended by wrong notes. Prisms fanned out of one foot, a mask of facets, a tuning fork where a heart would be. */
import { bar, body, eyes, type Kind, over, type Piece, poly } from '../figure.ts';

function prism(x: number, high: number, wide: number, lean: number): Piece[] {
  const top = x + lean;
  return [
    body(poly(x - wide, 0, top - wide, -high * 0.78, top - wide * 0.1, -high * 0.7, x - wide * 0.1, 0), 'b'),
    body(poly(x - wide * 0.1, 0, top - wide * 0.1, -high * 0.7, top + wide, -high * 0.8, x + wide, 0), 'c'),
    body(poly(top - wide, -high * 0.78, top + wide * 0.15, -high, top - wide * 0.1, -high * 0.7), 'x'),
    body(poly(top - wide * 0.1, -high * 0.7, top + wide * 0.15, -high, top + wide, -high * 0.8), 'a'),
  ];
}

export const crystalid: Kind = ({ draw }) => {
  const tall = 196 + draw() * 20;
  return {
    pieces: [
      ...prism(-62, 92 + draw() * 30, 19, -30),
      ...prism(62, 100 + draw() * 30, 19, 30),
      ...prism(-38, 150 + draw() * 16, 22, -26),
      ...prism(40, 142 + draw() * 20, 22, 26),
      ...prism(0, tall, 40, 0),
      body(poly(-32, -128, 0, -140, 0, -82, -20, -92), 'a'),
      body(poly(32, -128, 0, -140, 0, -82, 20, -92), 'c'),
      ...eyes([0, -118], 15, 7),
      over(poly(-12, -96, 0, -102, 12, -96, 0, -90), 'night'),
      over(bar([0, -30], [0, -50], 5), 'steel'),
      over('M-12 -74V-56Q-12 -46 0 -46Q12 -46 12 -56V-74H6V-57Q6 -52 0 -52Q-6 -52 -6 -57V-74Z', 'steel'),
    ],
    crest: [4, -tall],
    shoulders: [
      [-62, -138],
      [64, -132],
    ],
    core: [0, -92],
    girth: 62,
  };
};
