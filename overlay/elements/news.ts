/** The newest lines of the chronicle, newest first, for pages that show a few of them. */
import type { Moment } from '../../bot/protocol/views.ts';
import { type Face, tellerOf } from '../link/face.ts';
import { type ChronicleLine, tellMoment } from '../texts/chronicle.ts';

/** Sentences of one moment with the names and words of now. */
export function linesOf(face: Face, moment: Moment): ChronicleLine[] {
  return tellMoment(moment, tellerOf(face), face.words);
}

/** Up to `most` lines out of the log; `keep` says which are wanted. */
export function newestLines(
  face: Face,
  most: number,
  keep: (line: ChronicleLine) => boolean = () => true,
): ChronicleLine[] {
  const moments = face.views.get('log')?.moments ?? [];
  const lines: ChronicleLine[] = [];
  for (let i = moments.length - 1; i >= 0 && lines.length < most; i--) {
    lines.push(...linesOf(face, moments[i]!).filter(keep).toReversed());
  }
  return lines.slice(0, most);
}

export function newestLine(face: Face): ChronicleLine | null {
  return newestLines(face, 1)[0] ?? null;
}
