/** The lines behind the big buttons: what is asked of this player now comes first. */
import { type Face, playerOf } from '../../link/face.ts';
import type { ChatCommands } from '../../texts/words.ts';
import type { Voice } from './speaker.ts';

export interface QuickLine {
  readonly key: keyof ChatCommands;
  readonly line: string;
  /** What the numbers stand for. */
  readonly note?: string;
}

function asked(face: Face, voice: Voice): QuickLine[] {
  const { commands } = face.words;
  const pending = playerOf(face, voice.player)?.pending;
  if (!pending) return [];
  switch (pending.is) {
    case 'fork':
      return pending.ways.map((cell, i) => {
        const kind = face.views.get('board')?.map.cells[cell]?.kind;
        return { key: 'go', line: `${commands.go} ${i + 1}`, note: kind && face.words.kinds[kind] };
      });
    case 'choice':
      return pending.open.map((option) => ({
        key: 'choose',
        line: `${commands.choose} ${option}`,
        note: face.pack.options(pending.path)?.[option - 1],
      }));
    case 'trial':
      return [
        { key: 'done', line: commands.done },
        { key: 'giveUp', line: commands.giveUp },
      ];
    case 'final':
      return [];
  }
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

/** What a viewer of this chat can answer now: the numbers of a vote. */
function votes(face: Face, voice: Voice): QuickLine[] {
  const polls = face.views.get('board')?.polls.filter((poll) => poll.player === voice.player) ?? [];
  return polls.flatMap((poll) =>
    Array.from({ length: poll.options }, (_, i): QuickLine => ({ key: 'vote', line: String(i + 1) })),
  );
}

/** A streamer's usual commands, or a viewer's. */
export function quickLines(face: Face, voice: Voice): QuickLine[] {
  const { commands } = face.words;
  const plain = (keys: readonly (keyof ChatCommands)[]) =>
    keys.map((key): QuickLine => ({ key, line: commands[key] }));
  if (voice.role === 'streamer') {
    return [
      ...plain(['roll']),
      ...asked(face, voice),
      ...requested(face, voice),
      ...plain(['odds', 'status', 'bag', 'near', 'coin', 'top', 'help']),
    ];
  }
  return [...votes(face, voice), ...plain(['challenge', 'status', 'odds', 'bag', 'near', 'top', 'help'])];
}
