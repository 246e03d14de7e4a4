/** Static ghosts: forgot to press Stop. A tube set for a head, a robe of cut signal, long hands that still hold a microphone. */
import { bar, body, type Kind, oval, over, type Piece, pair, poly } from '../figure.ts';

const BARS = ['bone', 'x', 'b', 'a', 'y', 'c'] as const;

/** A line of signal across the screen instead of a mouth. */
function wave(y: number, high: number): Piece {
  const points = Array.from({ length: 9 }, (_, i) => [
    -26 + i * 6.5,
    y + (i % 2 ? high : -high) * (i === 4 ? 1.6 : 0.8),
  ]);
  const back = points.toReversed().map(([x, py]) => [x!, py! + 5]);
  return over(poly(...[...points, ...back].flat()), 'x');
}

export const ghost: Kind = ({ draw, hint }) => {
  const set = 38 + draw() * 6;
  const blank = /off|dark|blank|cursor/.test(hint);
  const hem = Array.from({ length: 6 }, (_, i) => {
    const x = -66 + i * 26;
    return body(
      poly(x - 13, -60, x + 13, -60, x + 8, -14 - (i % 2) * 14, x - 2, -2 - (i % 3) * 9, x - 9, -22),
      BARS[i]!,
    );
  });
  return {
    pieces: [
      ...hem,
      body(poly(-36, -142, 0, -148, 0, -54, -70, -48), 'a'),
      body(poly(36, -142, 0, -148, 0, -54, 72, -48), 'c'),
      ...pair(['b', 'y'], -22, -142, -8, -142, -12, -56, -40, -54),
      body(poly(-36, -142, -62, -132, -96, -84, -90, -62, -74, -76, -46, -108), 'c'),
      body(poly(36, -142, 60, -132, 92, -92, 88, -66, 72, -80, 46, -108), 'y'),
      ...[0, 1, 2].map((i) =>
        over(poly(-98 + i * 9, -70, -90 + i * 9, -70, -94 + i * 8, -46 + i * 3), 'bone'),
      ),
      over(bar([84, -72], [96, -112], 8), 'steel'),
      over(oval([98, -120], 11), 'night'),
      over(bar([-10, -206], [-40, -244], 4), 'steel'),
      over(bar([10, -206], [44, -238], 4), 'steel'),
      over(oval([-40, -244], 5), 'x'),
      over(oval([44, -238], 5), 'x'),
      body(poly(-set - 10, -206, set + 10, -210, set + 8, -142, -set - 8, -138), 'y'),
      body(poly(-set, -198, set, -201, set - 2, -151, -set + 2, -148), 'night'),
      ...(blank
        ? [over(poly(-6, -188, 4, -188, 4, -164, -6, -164), 'eye')]
        : [
            over(poly(-30, -190, -10, -184, -12, -174, -28, -178), 'eye'),
            over(poly(30, -192, 10, -185, 12, -175, 28, -180), 'eye'),
            wave(-162, 6),
          ]),
      over(poly(-set, -198, -set + 12, -198, -set + 4, -148, -set + 2, -148), 'b'),
    ],
    crest: [0, -208],
    shoulders: [
      [-44, -142],
      [44, -142],
    ],
    core: [0, -98],
    girth: 58,
    floats: true,
  };
};
