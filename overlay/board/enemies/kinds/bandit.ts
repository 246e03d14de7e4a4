/** Bandits: a guild with a price list. Hat, half mask, a long cloak, a blade, and the price tag that hangs on everything. */
import { bar, body, eyes, type Kind, leaf, over, pair, poly } from '../figure.ts';

export const bandit: Kind = ({ draw, hint }) => {
  const brim = 56 + draw() * 16;
  const bow = /bow|sling|arrow|far|crossbow/.test(hint);
  return {
    pieces: [
      ...pair(['wood', 'wood'], -36, 0, -8, 0, -10, -40, -32, -40),
      body(poly(-40, -150, 0, -158, 0, -14, -26, -22, -46, -8, -74, -20), 'a'),
      body(poly(40, -150, 0, -158, 0, -14, 24, -22, 48, -6, 78, -24), 'c'),
      body(poly(-18, -148, 18, -148, 24, -30, 0, -18, -22, -30), 'y'),
      body(poly(-12, -140, 12, -140, 12, -92, 0, -84, -12, -92), 'bone'),
      body(poly(-30, -86, 30, -86, 32, -70, -32, -70), 'wood'),
      over(poly(-9, -90, 9, -90, 9, -66, -9, -66), 'x'),
      body(poly(-40, -150, -64, -138, -92, -98, -76, -84, -48, -110), 'b'),
      body(poly(40, -150, 62, -138, 80, -92, 64, -80, 46, -110), 'a'),
      body(poly(-44, -152, 0, -164, 44, -152, 30, -134, 0, -146, -30, -134), 'x'),
      body(poly(-24, -166, 24, -166, 26, -190, -26, -190), 'bone'),
      body(poly(-27, -174, 27, -174, 16, -148, 0, -142, -16, -148), 'night'),
      ...eyes([0, -181], 12, 5),
      body(poly(-brim, -186, brim, -192, 34, -202, -34, -200), 'c'),
      body(poly(-34, -198, 34, -200, 24, -230, 0, -220, -22, -228), 'a'),
      body(poly(-35, -198, 35, -200, 33, -208, -33, -206), 'x'),
      over(leaf([24, -206], [66, -236], 9), 'b'),
      over(poly(58, -76, 84, -82, 90, -58, 76, -46, 60, -52), 'bone'),
      over(bar([72, -84], [78, -92], 3), 'wood'),
      ...(bow
        ? [
            over('M-104 -150Q-132 -100 -104 -48L-97 -52Q-118 -100 -97 -146Z', 'wood'),
            over(bar([-100, -148], [-100, -50], 2.5), 'bone'),
            over(bar([-128, -98], [-70, -98], 4), 'steel'),
            over(poly(-140, -98, -124, -106, -124, -90), 'steel'),
          ]
        : [
            over(poly(-86, -92, -96, -84, -132, -138, -124, -142), 'steel'),
            over(bar([-104, -84], [-84, -98], 7), 'x'),
            over(bar([-92, -90], [-82, -78], 9), 'wood'),
          ]),
    ],
    crest: [0, -226],
    shoulders: [
      [-44, -148],
      [44, -148],
    ],
    core: [0, -98],
    girth: 60,
  };
};
