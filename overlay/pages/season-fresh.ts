import type { SeasonElement } from '../elements/season/season.element.ts';
import type { Session } from '../link/session.ts';

/** Loads the season's table again when this game has finished, and when a lost link is back: others may have finished. */
export function keepFresh(
  { face, onLink }: Pick<Session, 'face' | 'onLink'>,
  season: Pick<SeasonElement, 'load'>,
): void {
  let over = false;
  let lost = false;
  face.views.subscribe('leaderboard', () => {
    const now = face.views.get('leaderboard')?.status === 'finished';
    if (now && !over) void season.load();
    over = now;
  });
  onLink((state) => {
    if (state === 'up' && lost) void season.load();
    lost = state === 'down' || (lost && state !== 'up');
  });
}
