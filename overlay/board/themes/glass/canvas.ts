/** Small helpers for painting once into bitmaps. */
export interface Sheet {
  readonly canvas: HTMLCanvasElement;
  readonly pen: CanvasRenderingContext2D;
}

/** A blank canvas whose pen draws in board pixels. */
export function sheet(width: number, height: number, scale: number): Sheet {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const pen = canvas.getContext('2d')!;
  pen.scale(scale, scale);
  pen.lineJoin = 'round';
  pen.lineCap = 'round';
  return { canvas, pen };
}

/** Strokes one path several times, widest first: lead under gold under a hairline. */
export function came(
  pen: CanvasRenderingContext2D,
  path: Path2D,
  strokes: readonly (readonly [colour: string, width: number, dash?: readonly number[]])[],
): void {
  for (const [colour, width, dash] of strokes) {
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.setLineDash(dash ? [...dash] : []);
    pen.stroke(path);
  }
  pen.setLineDash([]);
}
