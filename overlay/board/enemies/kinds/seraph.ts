/** Seraph swarms: weather with feathers. A ring of wings round one calm eye; a drop of rain below. */
import { body, fan, type Kind, leaf, onRing, oval, over, type Piece } from '../figure.ts';

export const seraph: Kind = ({ draw, hint }) => {
  const middle = [0, -116] as const;
  const pairs = /storm|thunder|six|tall|cumulo|great/.test(hint) ? 3 : 2;
  const tilt = draw() * 0.03;
  const wings = Array.from({ length: pairs }, (_, i): Piece[] => {
    const lift = 0.19 + i * (pairs === 3 ? 0.13 : 0.17) + tilt;
    const long = 112 - i * 20;
    return [1, -1].flatMap((side) =>
      fan(middle, [20, long], {
        from: side * (lift - 0.075),
        to: side * (lift + 0.055),
        count: 5,
        wide: 15,
        tones: i % 2 ? ['b', 'x', 'b'] : ['a', 'b', 'c'],
      }),
    );
  }).flat();
  const drops = [-26, 0, 26].map((x, i) => over(`M${x} ${-44 + i * 6}q-7 12 0 18q7 -6 0 -18Z`, 'c'));
  return {
    pieces: [
      ...wings.toReversed(),
      ...fan(middle, [24, 44], { from: 0, to: 0.93, count: 14, wide: 7, tones: ['x', 'bone'] }),
      body(oval(middle, 32), 'a'),
      body(oval(middle, 25, 18), 'bone'),
      over(oval([-5, -116], 12), 'c'),
      over(oval([-6, -116], 6), 'night'),
      over(leaf([-28, -120], [26, -126], 9), 'b'),
      over(leaf(onRing(middle, 20, 0.72), onRing(middle, 54, 0.74), 7), 'x'),
      ...drops,
    ],
    crest: [0, -164],
    shoulders: [
      [-50, -150],
      [50, -150],
    ],
    core: [0, -116],
    girth: 50,
    floats: true,
  };
};
