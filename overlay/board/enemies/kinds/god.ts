/** Animal gods: large neighbours who keep count. A great round beast that sits, a ring of leaves behind its head, a shawl. */
import { body, eyes, fan, type Kind, oval, over, pair, poly } from '../figure.ts';

export const god: Kind = ({ draw, hint }) => {
  const antlers = /stag|elk|deer|moose|goat|antler/.test(hint);
  const bird = /owl|heron|crane|bird|raven|rooster/.test(hint);
  const leaves = 13 + Math.floor(draw() * 4) * 2;
  return {
    pieces: [
      ...fan([0, -158], [46, 86], { from: -0.36, to: 0.36, count: leaves, wide: 10, tones: ['x', 'y'] }),
      body('M-92 0Q-108 -92 -52 -136L0 -148V0Z', 'a'),
      body('M92 0Q108 -92 52 -136L0 -148V0Z', 'c'),
      body('M-44 0Q-52 -74 0 -96Q52 -74 44 0Z', 'b'),
      body(poly(-84, -74, -30, -110, -4, -92, -30, -44, -88, -34), 'x'),
      body(poly(-70, -66, -46, -82, -34, -66, -56, -48), 'bone'),
      ...pair(['c', 'y'], -92, 0, -98, -20, -72, -34, -42, -20, -40, 0),
      ...[-82, -70, -58, 58, 70, 82].map((x) => over(poly(x - 5, 0, x, -13, x + 5, 0), 'bone')),
      ...(antlers
        ? pair(['bone', 'bone'], -18, -206, -38, -236, -74, -240, -50, -226, -76, -212, -46, -214, -30, -196)
        : pair(['c', 'y'], -20, -200, -52, -216, -54, -184)),
      body('M-52 -166Q-54 -210 0 -212V-116Q-44 -122 -52 -166Z', 'a'),
      body('M52 -166Q54 -210 0 -212V-116Q44 -122 52 -166Z', 'c'),
      ...pair(['night', 'night'], -36, -196, -14, -202, -12, -146, -34, -150),
      body(poly(-11, -210, 11, -210, 12, -148, 0, -138, -12, -148), 'bone'),
      ...eyes([0, -174], 24, 7),
      ...(bird
        ? [over(poly(-14, -158, 14, -158, 0, -126), 'x')]
        : [over(oval([0, -140], 12, 8), 'night'), over(poly(-18, -128, 18, -128, 0, -120), 'y')]),
    ],
    crest: [0, -210],
    shoulders: [
      [-70, -122],
      [70, -122],
    ],
    core: [0, -78],
    girth: 84,
  };
};
