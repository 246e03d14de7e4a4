/** Whoever no drawing is known for: a hooded shape with a calm look. */
import { body, eyes, type Kind, over, poly } from '../figure.ts';

export const stranger: Kind = ({ draw }) => {
  const high = 196 + draw() * 20;
  return {
    pieces: [
      body(`M-66 0Q-54 ${-high + 60} 0 ${-high}V0Z`, 'a'),
      body(`M66 0Q54 ${-high + 60} 0 ${-high}V0Z`, 'c'),
      body(poly(-26, 0, 0, -112, 26, 0), 'b'),
      body(
        `M-38 ${-high + 74}Q-30 ${-high + 26} 0 ${-high + 20}Q30 ${-high + 26} 38 ${-high + 74}L0 ${-high + 108}Z`,
        'x',
      ),
      over(
        `M-28 ${-high + 74}Q-22 ${-high + 38} 0 ${-high + 34}Q22 ${-high + 38} 28 ${-high + 74}L0 ${-high + 98}Z`,
        'night',
      ),
      ...eyes([0, -high + 66], 12, 6),
    ],
    crest: [0, -high],
    shoulders: [
      [-44, -high + 90],
      [44, -high + 90],
    ],
    core: [0, -90],
    girth: 54,
  };
};
