/** Sentences of a story by their keys, with the names that they leave open. */
import type { PlayerView, SceneView } from '../../../bot/protocol/views.ts';
import { type Face, playerOf } from '../../link/face.ts';

interface Telling {
  readonly scene: SceneView;
  readonly player: PlayerView;
  readonly key: string;
}

/** The key itself, readable, where the pack does not know it. */
export function sentenceOf(face: Face, { scene, player, key }: Telling): string {
  const { story, rival } = scene;
  const lines = face.pack.entry('stories', story).lines ?? {};
  const sentence = Object.hasOwn(lines, key) ? lines[key]! : key.replace(/[_-]+/g, ' ');
  const other = playerOf(face, rival ?? null)?.name ?? '';
  return sentence.replaceAll('{name}', () => player.name).replaceAll('{rival}', () => other);
}
