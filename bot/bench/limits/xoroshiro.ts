/** A pure xoroshiro128+ on 32-bit halves: the next state is a new object. The chance of the limit, not of the game. */

export interface Xoroshiro {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

export const FIRST: Xoroshiro = { a: -1, b: ~42, c: 42, d: 0 };

/** The low 32 bits of the sum of both words. */
export function drawOf({ b, d }: Xoroshiro): number {
  return (b + d) | 0;
}

/** Words are (a high, b low) and (c high, d low); rotations 24, 16, 37 as published by Blackman and Vigna. */
export function nextOf({ a, b, c, d }: Xoroshiro): Xoroshiro {
  const high = c ^ a;
  const low = d ^ b;
  return {
    a: ((a << 24) | (b >>> 8)) ^ high ^ ((high << 16) | (low >>> 16)),
    b: ((b << 24) | (a >>> 8)) ^ low ^ (low << 16),
    c: (low << 5) | (high >>> 27),
    d: (high << 5) | (low >>> 27),
  };
}
