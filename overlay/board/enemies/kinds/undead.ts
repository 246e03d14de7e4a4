/** Undead: unfinished paperwork. A skull over a buttoned coat, ribs, a stamp, forms that nobody collected. */
import { bar, body, eyes, type Kind, over, pair, poly } from '../figure.ts';

export const undead: Kind = ({ draw }) => {
  const lean = (draw() - 0.5) * 10;
  const ribs = Array.from({ length: 4 }, (_, i) => {
    const y = -134 + i * 15;
    const half = 24 - i * 2;
    return over(poly(-half, y, half, y - 3, half - 3, y + 6, -half + 3, y + 8), 'bone');
  });
  const papers = Array.from({ length: 3 }, (_, i) => {
    const y = -52 - i * 26;
    const x = 62 + i * 9;
    return over(poly(x, y, x + 30, y - 8 + i * 3, x + 33, y + 22, x + 4, y + 30), i % 2 ? 'bone' : 'b');
  });
  return {
    pieces: [
      ...pair(['c', 'y'], -34, 0, -12, 0, -14, -60, -32, -60),
      body(poly(-44, -150, 0, -158, 0, -26, -14, -10, -30, -30, -44, -6, -58, -34), 'a'),
      body(poly(44, -150, 0, -158, 0, -26, 12, -8, 28, -30, 46, -4, 60, -36), 'c'),
      body(poly(-26, -146, 26, -146, 18, -74, -18, -74), 'night'),
      ...ribs,
      body(poly(-44, -150, -66, -140, -84, -92, -70, -82, -52, -116), 'b'),
      body(poly(44, -150, 66, -140, 78, -96, 64, -86, 52, -116), 'y'),
      over(bar([-78, -88], [-94, -58], 11), 'bone'),
      over(bar([70, -92], [74, -58], 11), 'bone'),
      ...papers,
      over(poly(-112, -60, -82, -64, -80, -46, -110, -42), 'wood'),
      over(poly(-104, -64, -90, -66, -92, -86, -101, -86), 'wood'),
      over(poly(-114, -44, -78, -48, -77, -40, -113, -36), 'x'),
      body(poly(-40, -150, -16, -160, 16, -160, 40, -150, 20, -138, -20, -138), 'x'),
      body(
        `M${-36 + lean} -190Q${-36 + lean} -222 ${lean} -222Q${36 + lean} -222 ${36 + lean} -190L${26 + lean} -170H${-26 + lean}Z`,
        'bone',
      ),
      body(poly(-22 + lean, -172, 22 + lean, -172, 18 + lean, -152, -18 + lean, -152), 'b'),
      over(poly(-24 + lean, -196, -6 + lean, -192, -8 + lean, -178, -22 + lean, -180), 'night'),
      over(poly(24 + lean, -196, 6 + lean, -192, 8 + lean, -178, 22 + lean, -180), 'night'),
      ...eyes([lean, -186], 14, 4),
      over(poly(-4 + lean, -176, 4 + lean, -176, lean, -184), 'night'),
      ...[-12, -4, 4, 12].map((x) =>
        over(poly(x - 2 + lean, -168, x + 2 + lean, -168, x + 1 + lean, -156, x - 1 + lean, -156), 'night'),
      ),
      body(poly(-30 + lean, -216, 30 + lean, -216, 26 + lean, -226, -26 + lean, -226), 'x'),
    ],
    crest: [lean, -226],
    shoulders: [
      [-48, -148],
      [48, -148],
    ],
    core: [0, -100],
    girth: 56,
  };
};
