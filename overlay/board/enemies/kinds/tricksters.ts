/** The four tricksters: each is a lesson dressed as a nuisance, and looks like it. */
import { bar, body, eyes, fan, type Kind, leaf, onRing, oval, over, pair, poly } from '../figure.ts';

/** The burrower: a mole with a cracked lamp; the soil bulges round it. */
export const mole: Kind = ({ draw }) => {
  const lamp = (draw() - 0.5) * 12;
  return {
    pieces: [
      body('M-64 -20Q-70 -128 0 -136V-20Z', 'a'),
      body('M64 -20Q70 -128 0 -136V-20Z', 'c'),
      body('M-34 -20Q-36 -78 0 -84Q36 -78 34 -20Z', 'b'),
      ...pair(['x', 'x'], -58, -56, -92, -72, -104, -54, -98, -30, -66, -26),
      ...[-1, 1].flatMap((side) =>
        [0, 1, 2, 3].map((i) =>
          over(
            poly(side * 96, -68 + i * 13, side * (124 - i * 4), -74 + i * 17, side * 94, -58 + i * 13),
            'bone',
          ),
        ),
      ),
      body('M-30 -104Q-26 -76 0 -72Q26 -76 30 -104Q0 -122 -30 -104Z', 'b'),
      over(oval([0, -92], 15, 11), 'x'),
      over(poly(-10, -72, 10, -72, 8, -56, 0, -60, -8, -56), 'bone'),
      ...eyes([0, -116], 24, 5),
      body(`M-52 -118Q-46 -168 0 -170Q46 -168 52 -118Q0 -138 -52 -118Z`, 'y'),
      over(oval([lamp, -150], 17), 'steel'),
      over(oval([lamp, -150], 11), 'eye'),
      over(
        poly(lamp - 4, -160, lamp + 2, -152, lamp - 3, -148, lamp + 5, -140, lamp - 1, -150, lamp + 3, -154),
        'night',
      ),
      body(
        poly(-118, 0, -96, -26, -70, -18, -44, -36, -16, -22, 14, -38, 40, -22, 70, -32, 98, -16, 120, 0),
        'wood',
      ),
      over(poly(-70, 0, -46, -20, -20, -8, 10, -22, 34, -8, 62, -18, 84, 0), 'y'),
    ],
    crest: [0, -168],
    shoulders: [
      [-58, -96],
      [58, -96],
    ],
    core: [0, -70],
    girth: 62,
  };
};

/** The regenerator: an ogre made of patches that knit themselves together; a patient smile. */
export const ogre: Kind = ({ draw }) => {
  const patch = Array.from({ length: 5 }, (_, i) => {
    const [x, y] = [-48 + (i % 3) * 44 + draw() * 10, -110 + Math.floor(i / 3) * 44 + draw() * 8];
    return [
      body(poly(x - 17, y - 14, x + 15, y - 17, x + 18, y + 13, x - 14, y + 16), i % 2 ? 'x' : 'b'),
      over(bar([x - 24, y + 2], [x - 8, y], 3), 'night'),
      over(bar([x + 9, y - 3], [x + 25, y - 1], 3), 'night'),
    ];
  }).flat();
  return {
    pieces: [
      ...pair(['c', 'y'], -58, 0, -12, 0, -8, -52, -54, -52),
      ...pair(['a', 'c'], -74, -138, -106, -110, -112, -48, -98, -24, -78, -32, -76, -74),
      body('M-84 -64Q-92 -146 0 -156V-34Q-66 -30 -84 -64Z', 'a'),
      body('M84 -64Q92 -146 0 -156V-34Q66 -30 84 -64Z', 'c'),
      ...patch,
      body(poly(-70, -54, 70, -54, 56, -28, 20, -36, 0, -22, -22, -36, -58, -28), 'y'),
      body('M-38 -172Q-40 -208 0 -210V-132Q-36 -136 -38 -172Z', 'a'),
      body('M38 -172Q40 -208 0 -210V-132Q36 -136 38 -172Z', 'c'),
      ...pair(['b', 'a'], -38, -182, -60, -190, -54, -164, -38, -162),
      over(poly(-32, -186, -6, -182, -8, -174, -30, -178), 'night'),
      over(poly(32, -186, 6, -182, 8, -174, 30, -178), 'night'),
      ...eyes([0, -178], 18, 5),
      over('M-26 -158Q0 -136 26 -158Q0 -148 -26 -158Z', 'night'),
      over(poly(-16, -153, -10, -145, -6, -150), 'bone'),
      over(poly(16, -153, 10, -145, 6, -150), 'bone'),
      over(leaf([0, -208], [-22, -240], 9), 'x'),
      over(leaf([0, -208], [22, -236], 9), 'b'),
    ],
    crest: [0, -214],
    shoulders: [
      [-76, -134],
      [76, -134],
    ],
    core: [0, -92],
    girth: 82,
  };
};

/** The ram bird: more helmet than bird, leaning into it. */
export const wren: Kind = ({ draw }) => {
  const tail = 0.2 + draw() * 0.04;
  return {
    pieces: [
      ...fan([34, -84], [20, 84], { from: tail, to: tail + 0.13, count: 4, wide: 10, tones: ['c', 'y'] }),
      over(bar([4, -34], [-8, 0], 6), 'x'),
      over(bar([26, -34], [20, 0], 6), 'x'),
      over(poly(-24, 0, -6, -8, 8, 0), 'x'),
      over(poly(6, 0, 20, -8, 36, 0), 'x'),
      body('M-40 -96Q-34 -156 22 -150Q72 -140 66 -80Q56 -30 6 -28Q-36 -34 -40 -96Z', 'a'),
      body('M-28 -66Q-8 -92 34 -70Q44 -38 6 -28Q-22 -34 -28 -66Z', 'b'),
      ...fan([12, -104], [4, 72], { from: 0.22, to: 0.42, count: 5, wide: 11, tones: ['c', 'x', 'y'] }),
      body('M-62 -104Q-64 -160 -6 -162Q30 -158 26 -112Q-12 -128 -62 -104Z', 'steel'),
      body('M-62 -104Q-40 -124 -4 -122L-14 -88Q-36 -78 -56 -84Z', 'x'),
      body(poly(-58, -108, -116, -84, -62, -76, -44, -92), 'steel'),
      over(poly(-116, -84, -62, -90, -62, -76), 'bone'),
      over(bar([-30, -152], [-24, -118], 4), 'night'),
      ...eyes([-28, -104], 10, 6),
      over(leaf([-4, -160], [30, -196], 8), 'x'),
      over(leaf([4, -160], [46, -184], 8), 'b'),
    ],
    crest: [0, -162],
    shoulders: [
      [-20, -146],
      [46, -130],
    ],
    core: [8, -84],
    girth: 52,
    floats: true,
  };
};

/** The blast mouse: round, asleep, cheeks that glow through the fur, and a tail that is a fuse. */
export const mouse: Kind = ({ awake }) => ({
  pieces: [
    body('M52 -18Q112 -14 108 -70Q104 -100 80 -104L82 -96Q98 -90 98 -68Q98 -30 54 -30Z', 'bone'),
    ...fan([80, -104], [4, awake ? 34 : 18], {
      from: 0,
      to: 0.9,
      count: awake ? 10 : 6,
      wide: 6,
      tones: ['eye', 'x'],
    }),
    body(oval([-46, -122], 26, 27), 'c'),
    body(oval([40, -126], 26, 27), 'y'),
    body(oval([-46, -120], 15, 16), 'x'),
    body(oval([40, -124], 15, 16), 'x'),
    body('M-78 -58Q-76 -128 -4 -132V0H-50Q-78 -16 -78 -58Z', 'a'),
    body('M72 -58Q70 -128 -4 -132V0H46Q72 -16 72 -58Z', 'c'),
    body('M-40 0Q-46 -52 -4 -58Q38 -52 34 0Z', 'b'),
    over(oval([-48, -66], 15, 13), 'eye'),
    over(oval([38, -66], 15, 13), 'eye'),
    ...eyes([-4, -92], 24, awake ? 10 : 9, awake),
    over(oval([-4, -70], 8, 6), 'night'),
    over(poly(-10, -58, 2, -58, 0, -46, -8, -46), 'bone'),
    ...[-1, 1].flatMap((side) =>
      [0, 1].map((i) => over(bar([-4 + side * 16, -64 + i * 7], [-4 + side * 50, -76 + i * 18], 2), 'night')),
    ),
    over(leaf([-58, -6], [-24, -6], 7), 'x'),
    over(leaf([20, -6], [54, -6], 7), 'x'),
    ...(awake ? [] : [0, 1, 2].map((i) => over(zed([44 + i * 20, -166 - i * 20], 8 + i * 3), 'bone'))),
  ],
  crest: onRing([-4, -100], 40, 0),
  shoulders: [
    [-62, -96],
    [58, -96],
  ],
  core: [-4, -60],
  girth: 66,
});

function zed([x, y]: readonly [number, number], size: number): string {
  return poly(
    x,
    y,
    x + size,
    y,
    x + size,
    y + size * 0.25,
    x + size * 0.4,
    y + size * 0.75,
    x + size,
    y + size * 0.75,
    x + size,
    y + size,
    x,
    y + size,
    x,
    y + size * 0.75,
    x + size * 0.6,
    y + size * 0.25,
    x,
    y + size * 0.25,
  );
}
