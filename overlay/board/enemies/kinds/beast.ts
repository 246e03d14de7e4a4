/** Beasts: just here first. Four legs, a head that is lower than the shoulders, hackles; tusks or antlers by what they are. */
import { body, eyes, type Figure, type Kind, leaf, oval, over, type Piece, poly } from '../figure.ts';

function headOf(hint: string): Piece[] {
  if (/boar|hog|pig|tusk/.test(hint))
    return [
      over(poly(-88, -78, -112, -104, -98, -72), 'bone'),
      over(poly(-72, -70, -90, -98, -84, -66), 'bone'),
    ];
  if (/elk|deer|stag|moose|ram|goat|horn|antler|ox|bull/.test(hint))
    return [
      over(poly(-46, -130, -66, -178, -92, -190, -74, -172, -84, -158, -64, -164, -56, -132), 'bone'),
      over(poly(-34, -132, -24, -182, 2, -200, -12, -178, 4, -166, -14, -168, -26, -130), 'bone'),
    ];
  return [over(poly(-94, -72, -88, -58, -82, -72), 'bone'), over(poly(-80, -70, -74, -58, -68, -70), 'bone')];
}

/** Moths, mantas and other flat things of the air: four wings with eyes on them. */
function winged(): Figure {
  const side = (k: number) => [
    body(
      `M0 -120Q${k * 40} -206 ${k * 112} -190Q${k * 118} -138 ${k * 70} -112Q${k * 30} -98 0 -104Z`,
      k < 0 ? 'a' : 'c',
    ),
    body(
      `M0 -102Q${k * 58} -106 ${k * 84} -84Q${k * 86} -38 ${k * 50} -30Q${k * 16} -48 0 -84Z`,
      k < 0 ? 'b' : 'y',
    ),
    over(oval([k * 74, -156], 17), 'x'),
    over(oval([k * 74, -156], 8), 'night'),
    over(leaf([k * 18, -112], [k * 56, -142], 5), 'bone'),
  ];
  return {
    pieces: [
      ...side(-1),
      ...side(1),
      body(poly(-13, -132, 13, -132, 11, -78, 0, -44, -11, -78), 'x'),
      body(oval([0, -140], 19, 17), 'b'),
      ...eyes([0, -140], 10, 5),
      over('M-8 -154Q-18 -186 -40 -190L-38 -184Q-20 -178 -2 -154Z', 'night'),
      over('M8 -154Q18 -186 40 -190L38 -184Q20 -178 2 -154Z', 'night'),
    ],
    crest: [0, -168],
    shoulders: [
      [-80, -176],
      [80, -176],
    ],
    core: [0, -104],
    girth: 54,
    floats: true,
  };
}

export const beast: Kind = ({ draw, hint }) => {
  if (/moth|manta|swift|kite|butterfly/.test(hint)) return winged();
  const hump = 132 + draw() * 26;
  const cat = /cat|lynx|panther|tiger|fox/.test(hint);
  const hackles = Array.from({ length: 6 }, (_, i) => {
    const x = -22 + i * 18;
    const y = -hump + Math.abs(i - 2) * 7;
    return body(poly(x - 11, y + 12, x + 6, y - 20 + i * 2, x + 12, y + 14), i % 2 ? 'x' : 'y');
  });
  return {
    pieces: [
      body(
        cat
          ? 'M84 -84Q124 -92 118 -150Q114 -172 98 -168Q106 -150 98 -128Q92 -110 74 -104Z'
          : poly(82, -98, 112, -128, 118, -104, 108, -72, 90, -66),
        'y',
      ),
      body(poly(26, -60, 50, -62, 46, -18, 54, 0, 28, 0, 30, -30), 'y'),
      body(poly(-34, -56, -10, -58, -14, -18, -6, 0, -34, 0, -30, -24), 'y'),
      ...hackles,
      body(poly(-44, -120, -14, -hump, 10, -60, -10, -44, -50, -58), 'a'),
      body(poly(-14, -hump, 44, -hump + 18, 54, -52, 10, -44, 0, -60), 'b'),
      body(poly(44, -hump + 18, 88, -104, 92, -66, 84, -44, 50, -46), 'c'),
      body(poly(60, -80, 92, -70, 90, -40, 96, -18, 104, 0, 76, 0, 76, -24, 62, -48), 'a'),
      body(poly(-52, -92, -14, -84, -10, -42, -22, -20, -16, 0, -48, 0, -46, -26, -56, -58), 'b'),
      body(poly(-60, -116, -50, -150, -36, -118), 'c'),
      body(poly(-34, -118, -20, -152, -10, -112), 'a'),
      body(poly(-64, -118, -12, -122, -18, -70, -48, -60, -70, -78), 'a'),
      body(poly(-64, -118, -70, -78, -108, -74, -112, -92, -86, -104), 'b'),
      body(poly(-70, -78, -108, -74, -96, -60, -58, -54, -48, -60), 'c'),
      over(poly(-112, -92, -102, -96, -98, -86, -110, -82), 'night'),
      ...eyes([-56, -98], 13, 6).slice(0, 2),
      ...headOf(hint),
      over(leaf([4, -74], [40, -96], 5), 'x'),
      over(leaf([10, -62], [48, -78], 5), 'x'),
      over(poly(-48, 0, -42, -8, -36, 0), 'bone'),
      over(poly(-32, 0, -26, -8, -20, 0), 'bone'),
      over(poly(78, 0, 84, -8, 90, 0), 'bone'),
    ],
    crest: [-38, -128],
    shoulders: [
      [-30, -132],
      [70, -118],
    ],
    core: [14, -84],
    girth: 78,
  };
};
