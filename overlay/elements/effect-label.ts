import type { Face } from '../link/face.ts';
import type { ActiveEffect } from '../link/types.ts';

/** «Буферизация ×2, 3 броска»: what a badge says to those who cannot see it. */
export function effectLabel(face: Face, effect: ActiveEffect): string {
  const { words, pack } = face;
  const entry = pack.entry('effects', effect.effect);
  const stacks = effect.stacks > 1 ? ` ×${effect.stacks}` : '';
  const rolls = effect.rolls ?? effect.turns;
  const left = rolls === null ? '' : `, ${words.lives(rolls)}`;
  return `${entry.name}${stacks}${left}${entry.line ? `. ${entry.line}` : ''}`;
}
