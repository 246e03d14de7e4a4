import { type Check, fault, ok } from '../check.ts';

/** `engines` of the packages in use. */
const LEAST = 24;

export const nodeCheck: Check = {
  name: 'node',
  run: async ({ node }) => {
    const found = node.replace(/^v/, '');
    return [
      Number.parseInt(found, 10) >= LEAST
        ? ok('NODE', { found })
        : fault('NODE_OLD', { found, least: LEAST }),
    ];
  },
};
