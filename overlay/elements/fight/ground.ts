/** The painted ground of the stage: made once for a place and kept while nothing about it changes. */
import type { StageBox } from '../../board/props/bands.ts';
import { paintFlatStage } from '../../board/props/flat-stage.ts';
import { paintGlassStage } from '../../board/props/stage.ts';
import type { ThemeName } from '../../link/address.ts';
import type { ZoneId } from '../../link/types.ts';

interface Place {
  readonly zone: ZoneId;
  readonly theme: ThemeName;
  readonly box: StageBox;
}

/** Sharp at 1920 by 1080, where the scene is drawn half as large again. */
const SCALE = 1.5;

export class Ground {
  #key = '';
  #canvas: HTMLCanvasElement | null = null;

  paint(canvas: HTMLCanvasElement, { zone, theme, box }: Place): void {
    const key = `${zone} ${theme} ${box.width} ${box.height}`;
    if (key === this.#key && canvas === this.#canvas) return;
    this.#key = key;
    this.#canvas = canvas;
    const made =
      theme === 'glass' ? paintGlassStage(zone, box, SCALE) : paintFlatStage(theme, zone, [box, SCALE]);
    canvas.width = made.width;
    canvas.height = made.height;
    canvas.getContext('2d')?.drawImage(made, 0, 0);
  }
}
