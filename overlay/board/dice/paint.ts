/** Glass dice on a canvas: back faces shine through, gold in every seam, the number on each face. */
import { apply, type Posture } from './motion.ts';
import { type Face, type Solid, unit, type Vector } from './solids.ts';

/** Each kind of die has its own glass; shape and colour both tell it. Rare sizes take theirs from a wheel. */
const HUES: Readonly<Record<number, readonly [chroma: number, hue: number]>> = {
  3: [0.15, 135],
  4: [0.16, 76],
  5: [0.13, 190],
  6: [0.15, 28],
  8: [0.14, 240],
  10: [0.16, 300],
  12: [0.17, 350],
  20: [0.17, 55],
};
const LIGHT: Vector = unit([-0.45, -0.7, 0.62]);
/** How large a number may be on its face, in radii of the circle inside it. */
const NUMBER: Readonly<Record<number, number>> = {
  3: 1.5,
  4: 1.35,
  5: 1.3,
  6: 1.3,
  8: 1.25,
  10: 1.2,
  12: 1.2,
  20: 1.15,
};

/** One font for all numbers, scaled by the pen: a canvas resolves each new size of a font anew. */
const NUMERAL = { size: 100, font: '800 100px "Alegreya SC", serif' } as const;

/** The winning number is at least this tall, in the die's radii. */
const LEAST = 0.42;

export interface Place {
  readonly x: number;
  readonly y: number;
  /** Radius in pixels. */
  readonly size: number;
}

export function paintDie(
  pen: CanvasRenderingContext2D,
  die: { solid: Solid; sides: number; value: number },
  { place, posture }: { place: Place; posture: Posture },
): void {
  const { size } = place;
  pen.save();
  pen.translate(place.x + posture.x * size, place.y + posture.y * size);
  paintGlow(pen, die.sides, { size, rest: posture.rest });
  const points = die.solid.corners.map((corner) => {
    const [x, y] = apply(posture.turn, corner);
    return [x * size, y * size] as const;
  });
  const faces = die.solid.faces.map((face) => ({ face, normal: apply(posture.turn, face.normal) }));
  for (const { face, normal } of faces)
    if (normal[2] <= 0.02) paintBack(pen, outline(face, points), { sides: die.sides, normal });
  const front = faces.filter(({ normal }) => normal[2] > 0.02).sort((a, b) => a.normal[2] - b.normal[2]);
  for (const { face, normal } of front)
    paintFront(pen, outline(face, points), { sides: die.sides, normal, size });
  for (const { face, normal } of front) {
    if (face.value === null) continue;
    const won = face.value === die.value && posture.rest > 0;
    paintNumber(pen, face, { die, posture, size, shade: won ? 1 : 0.3 + normal[2] * 0.45, bright: won });
  }
  pen.restore();
}

function outline(face: Face, points: readonly (readonly [number, number])[]): Path2D {
  const path = new Path2D();
  face.corners.forEach((at, i) => {
    const [x, y] = points[at]!;
    if (i) path.lineTo(x, y);
    else path.moveTo(x, y);
  });
  path.closePath();
  return path;
}

function glass(sides: number, light: number, alpha = 1): string {
  const [chroma, hue] = HUES[sides] ?? [0.15, (sides * 47) % 360];
  return `oklch(${(0.34 + light * 0.46).toFixed(3)} ${chroma} ${(hue - 10 + light * 16).toFixed(0)} / ${alpha})`;
}

function lit(normal: Vector): number {
  return Math.max(0, normal[0] * LIGHT[0] + normal[1] * LIGHT[1] + normal[2] * LIGHT[2]) * 0.75 + 0.25;
}

interface Side {
  readonly sides: number;
  readonly normal: Vector;
}

function paintBack(pen: CanvasRenderingContext2D, path: Path2D, { sides, normal }: Side): void {
  pen.fillStyle = glass(sides, 0.1 + lit([-normal[0], -normal[1], -normal[2]]) * 0.3);
  pen.fill(path);
  pen.lineJoin = 'round';
  pen.strokeStyle = '#05060d';
  pen.lineWidth = 7;
  pen.stroke(path);
}

function paintFront(
  pen: CanvasRenderingContext2D,
  path: Path2D,
  { sides, normal, size }: Side & { readonly size: number },
): void {
  const light = lit(normal);
  pen.fillStyle = glass(sides, light, 0.93);
  pen.fill(path);
  pen.save();
  pen.clip(path);
  const shine = pen.createLinearGradient(-size * 0.7, -size, size * 0.5, size);
  shine.addColorStop(0, 'rgba(255,252,235,.5)');
  shine.addColorStop(0.42, 'rgba(255,252,235,.05)');
  shine.addColorStop(1, 'rgba(0,0,20,.42)');
  pen.fillStyle = shine;
  pen.fillRect(-size * 1.2, -size * 1.2, size * 2.4, size * 2.4);
  pen.strokeStyle = 'rgba(0,0,16,.3)';
  pen.lineWidth = size * 0.2;
  pen.stroke(path);
  pen.restore();
  pen.strokeStyle = '#05060d';
  pen.lineWidth = 4.6;
  pen.stroke(path);
  pen.strokeStyle = '#ffe3a0';
  pen.lineWidth = 1.7;
  pen.stroke(path);
}

interface Numeral {
  readonly die: { readonly sides: number };
  readonly posture: Posture;
  readonly size: number;
  readonly shade: number;
  readonly bright: boolean;
}

/** Orthographic view: the number's plane is an affine picture, so it turns with its face. */
function paintNumber(
  pen: CanvasRenderingContext2D,
  face: Face,
  { die, posture, size, shade, bright }: Numeral,
): void {
  const [mx, my] = apply(posture.turn, face.middle);
  const [ux, uy] = apply(posture.turn, face.up);
  const right: Vector = [
    face.up[1] * face.normal[2] - face.up[2] * face.normal[1],
    face.up[2] * face.normal[0] - face.up[0] * face.normal[2],
    face.up[0] * face.normal[1] - face.up[1] * face.normal[0],
  ];
  const [rx, ry] = apply(posture.turn, right);
  const text = String(face.value);
  const fitting =
    face.room *
    size *
    (NUMBER[die.sides] ?? 1.2) *
    (text.length > 1 ? 0.82 : 1) *
    (bright && die.sides >= 8 ? 1.3 : 1);
  // On narrow faces the number that counts stands out over its neighbours.
  const tall = bright ? Math.max(fitting, size * LEAST) : fitting;
  pen.save();
  const scale = tall / NUMERAL.size;
  pen.transform(rx * scale, ry * scale, -ux * scale, -uy * scale, mx * size, my * size);
  pen.font = NUMERAL.font;
  pen.textAlign = 'center';
  pen.textBaseline = 'alphabetic';
  pen.globalAlpha = shade;
  pen.lineJoin = 'round';
  pen.strokeStyle = '#170b02';
  pen.lineWidth = Math.max(2 / scale, NUMERAL.size * 0.16);
  pen.strokeText(text, 0, NUMERAL.size * 0.33);
  pen.fillStyle = bright ? '#ffffff' : '#ffeecb';
  pen.fillText(text, 0, NUMERAL.size * 0.33);
  const dotted = (text === '6' || text === '9') && die.sides > 8;
  if (dotted) pen.fillRect(-20, 42, 40, 7);
  pen.restore();
}

function paintGlow(
  pen: CanvasRenderingContext2D,
  sides: number,
  { size, rest }: { size: number; rest: number },
): void {
  const far = size * 1.55;
  const glow = pen.createRadialGradient(0, 0, size * 0.2, 0, 0, far);
  glow.addColorStop(0, glass(sides, 1, 0.2 + rest * 0.42));
  glow.addColorStop(1, glass(sides, 1, 0));
  pen.fillStyle = glow;
  pen.fillRect(-far, -far, far * 2, far * 2);
}
