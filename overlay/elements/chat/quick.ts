/** The lines behind the usual buttons; what is asked of the player now has buttons of its own. */
import type { Face } from '../../link/face.ts';
import type { ChatCommands } from '../../texts/words.ts';
import type { Voice } from './speaker.ts';

export interface QuickLine {
  readonly key: keyof ChatCommands;
  readonly line: string;
}

/** Helpers that wait for a yes; only the streamer's own bag tells of them. */
function requested(face: Face, voice: Voice): QuickLine[] {
  const { commands } = face.words;
  return (face.views.get(`bag:${voice.player}`)?.requests ?? [])
    .slice(0, 2)
    .flatMap((request): QuickLine[] => [
      { key: 'approve', line: `${commands.approve} ${request.n}` },
      { key: 'deny', line: `${commands.deny} ${request.n}` },
    ]);
}

/** A streamer's usual commands, or a viewer's. */
export function quickLines(face: Face, voice: Voice): QuickLine[] {
  const { commands } = face.words;
  const plain = (keys: readonly (keyof ChatCommands)[]) =>
    keys.map((key): QuickLine => ({ key, line: commands[key] }));
  if (voice.role === 'streamer') {
    return [
      ...plain(['roll']),
      ...requested(face, voice),
      ...plain(['odds', 'status', 'bag', 'near', 'coin', 'top', 'help']),
    ];
  }
  return plain(['challenge', 'status', 'odds', 'bag', 'near', 'top', 'help']);
}
