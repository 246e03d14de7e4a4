/** Orcs: an amateur theatre. A ruff, a heavy jaw, and a prop that is also an axe or a spear. */
import { bar, body, eyes, type Kind, over, pair, poly } from '../figure.ts';

export const orc: Kind = ({ draw, hint }) => {
  const wide = 62 + draw() * 14;
  const spear = /spear|pike|arrow|bow|javelin/.test(hint);
  const fur = /fur|snow|pale|wolf/.test(hint);
  const ruff = Array.from({ length: 9 }, (_, i) => {
    const x = -52 + i * 13;
    return body(poly(x - 8, -150, x, -128 + (i % 2) * 8, x + 8, -150, x, -158), i % 2 ? 'bone' : 'x');
  });
  const mantle = Array.from({ length: 6 }, (_, i) => {
    const x = -70 + i * 28;
    return body(poly(x - 16, -146, x + 16, -146, x + 2, -112 - (i % 2) * 8), i % 2 ? 'bone' : 'b');
  });
  return {
    pieces: [
      ...pair(['c', 'y'], -50, 0, -12, 0, -10, -66, -46, -66),
      ...pair(['wood', 'wood'], -56, 0, -10, 0, -10, -14, -50, -16),
      ...pair(
        ['a', 'c'],
        -wide - 4,
        -150,
        -wide - 32,
        -132,
        -wide - 36,
        -78,
        -wide - 30,
        -46,
        -wide - 8,
        -46,
        -wide - 10,
        -84,
        -wide + 8,
        -116,
      ),
      body(poly(-wide, -154, 0, -160, 0, -50, -46, -50), 'a'),
      body(poly(wide, -154, 0, -160, 0, -50, 46, -50), 'c'),
      body(poly(-34, -118, 0, -126, 34, -118, 24, -74, 0, -66, -24, -74), 'b'),
      body(poly(-50, -74, 50, -74, 56, -40, 30, -50, 12, -34, -8, -48, -30, -36, -54, -44), 'x'),
      ...(fur ? mantle : ruff),
      ...pair(['b', 'a'], -34, -184, -72, -204, -66, -186, -34, -166),
      body(poly(-38, -164, -40, -190, -22, -210, 0, -214, 0, -150), 'a'),
      body(poly(38, -164, 40, -190, 22, -210, 0, -214, 0, -150), 'c'),
      body(poly(-38, -172, 0, -166, 38, -172, 30, -144, 0, -134, -30, -144), 'b'),
      body(poly(-40, -192, -6, -184, 6, -184, 40, -192, 30, -202, -30, -202), 'c'),
      ...eyes([0, -182], 17, 7),
      over(poly(-28, -164, -22, -190, -16, -162), 'bone'),
      over(poly(28, -164, 22, -190, 16, -162), 'bone'),
      over(poly(-14, -152, 14, -152, 10, -147, -10, -147), 'night'),
      ...(spear
        ? [
            over(bar([-wide - 22, 4], [-wide - 12, -206], 8), 'wood'),
            over(poly(-wide - 12, -220, -wide - 26, -192, -wide - 11, -178, -wide + 4, -192), 'steel'),
          ]
        : [
            over(bar([-wide - 22, -12], [-wide - 18, -200], 9), 'wood'),
            over(
              poly(-wide - 22, -196, -wide - 58, -208, -wide - 66, -176, -wide - 54, -146, -wide - 22, -160),
              'steel',
            ),
            over(
              poly(
                -wide - 66,
                -176,
                -wide - 58,
                -208,
                -wide - 48,
                -200,
                -wide - 54,
                -176,
                -wide - 46,
                -152,
                -wide - 54,
                -146,
              ),
              'bone',
            ),
          ]),
      over(poly(-wide - 36, -70, -wide - 8, -72, -wide - 8, -48, -wide - 34, -46), 'b'),
    ],
    crest: [0, -212],
    shoulders: [
      [-wide, -150],
      [wide, -150],
    ],
    core: [0, -104],
    girth: wide + 10,
  };
};
