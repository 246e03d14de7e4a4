/**
 * Enemies as glass: each is a list of pieces in a box 200 wide and 220 high whose foot is (0, 0), y upwards negative,
 * looking to the left. Plain data; whoever draws it decides about lead, size and motion.
 */
import type { Point } from '../layout/geometry.ts';
import type { Random } from '../layout/random.ts';

/** `a` is the family's own colour, `b` its light, `c` its shade; `x` the accent, `y` its shade; the others are the same for all. */
export type Tone = 'a' | 'b' | 'c' | 'x' | 'y' | 'bone' | 'steel' | 'wood' | 'night' | 'eye';

export interface Piece {
  readonly d: string;
  readonly tone: Tone;
  /** Part of the body: an affix's pattern lies on it. Everything else lies above the pattern. */
  readonly body: boolean;
}

export interface Figure {
  readonly pieces: readonly Piece[];
  /** Top of the head, where crowns and flames sit. */
  readonly crest: Point;
  /** Where things grow out of the sides. */
  readonly shoulders: readonly [Point, Point];
  /** Middle of the body, and roughly how far it reaches. */
  readonly core: Point;
  readonly girth: number;
  /** Hovers instead of standing. */
  readonly floats?: boolean;
}

export interface Ask {
  readonly draw: Random;
  readonly tier: number;
  /** English words of the monster's look. */
  readonly hint: string;
  readonly awake: boolean;
}
export type Kind = (ask: Ask) => Figure;

const digits = (n: number): string => String(Math.round(n * 10) / 10);
const at = ([x, y]: Point): string => `${digits(x)} ${digits(y)}`;

export function body(d: string, tone: Tone): Piece {
  return { d, tone, body: true };
}

export function over(d: string, tone: Tone): Piece {
  return { d, tone, body: false };
}

/** A closed outline from `x y x y …`. */
export function poly(...numbers: readonly number[]): string {
  const points = Array.from({ length: numbers.length / 2 }, (_, i) => numbers.slice(i * 2, i * 2 + 2));
  return `M${points.map(([x, y]) => at([x!, y!])).join('L')}Z`;
}

/** The same outline on the other side of the middle. */
export function mirror(...numbers: readonly number[]): string {
  return poly(...numbers.map((n, i) => (i % 2 ? n : -n)));
}

/** Two pieces, left and right of the middle; the right one lies in the shade unless it is told its own tone. */
export function pair([left, right]: readonly [Tone, Tone], ...numbers: readonly number[]): Piece[] {
  return [body(poly(...numbers), left), body(mirror(...numbers), right)];
}

export function oval([x, y]: Point, rx: number, ry = rx): string {
  return `M${at([x - rx, y])}a${digits(rx)} ${digits(ry)} 0 1 0 ${digits(rx * 2)} 0a${digits(rx)} ${digits(ry)} 0 1 0 ${digits(-rx * 2)} 0Z`;
}

/** A leaf from one point to another, `wide` to each side. */
export function leaf(from: Point, to: Point, wide: number): string {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const long = Math.hypot(dx, dy) || 1;
  const [nx, ny] = [(-dy / long) * wide, (dx / long) * wide];
  const mid: Point = [from[0] + dx * 0.45, from[1] + dy * 0.45];
  return `M${at(from)}Q${at([mid[0] + nx, mid[1] + ny])} ${at(to)}Q${at([mid[0] - nx, mid[1] - ny])} ${at(from)}Z`;
}

/** Points on a circle piece; angles in turns, 0 up, growing clockwise. */
export function onRing([x, y]: Point, radius: number, turn: number): Point {
  const angle = (turn - 0.25) * Math.PI * 2;
  return [x + Math.cos(angle) * radius, y + Math.sin(angle) * radius];
}

/** Leaves round a point from one turn to another. */
export function fan(centre: Point, [inner, outer]: readonly [number, number], spread: Spread): Piece[] {
  const { from, to, count, wide, tones } = spread;
  return Array.from({ length: count }, (_, i) => {
    const turn = count > 1 ? from + ((to - from) * i) / (count - 1) : (from + to) / 2;
    return body(
      leaf(onRing(centre, inner, turn), onRing(centre, outer, turn), wide),
      tones[i % tones.length]!,
    );
  });
}
export interface Spread {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly wide: number;
  readonly tones: readonly Tone[];
}

/** A narrow bar from point to point. */
export function bar([x1, y1]: Point, [x2, y2]: Point, wide: number): string {
  const long = Math.hypot(x2 - x1, y2 - y1) || 1;
  const [nx, ny] = [(-(y2 - y1) / long) * (wide / 2), ((x2 - x1) / long) * (wide / 2)];
  return poly(x1 + nx, y1 + ny, x2 + nx, y2 + ny, x2 - nx, y2 - ny, x1 - nx, y1 - ny);
}

/** Two slanted eyes; asleep they are lines. */
export function eyes([x, y]: Point, apart: number, size: number, awake = true): Piece[] {
  if (!awake)
    return [-1, 1].map((side) =>
      over(
        `M${at([x + side * apart - size, y])}q${digits(size)} ${digits(size)} ${digits(size * 2)} 0q${digits(-size)} ${digits(size * 0.55)} ${digits(-size * 2)} 0Z`,
        'night',
      ),
    );
  return [-1, 1].map((side) =>
    over(
      poly(
        x + side * (apart + size),
        y - size * 0.8,
        x + side * (apart - size),
        y + size * 0.15,
        x + side * (apart - size * 0.4),
        y + size * 0.85,
        x + side * (apart + size * 0.9),
        y + size * 0.45,
      ),
      'eye',
    ),
  );
}
