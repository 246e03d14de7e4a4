/** The standings as a table: a scene of 1920 by 1080, or a list on a narrow source. */
import '../../elements/leaderboard/leaderboard.ts';
import type { Session } from '../../link/session.ts';
import { keepFitted } from '../stage-fit.ts';
import { make, mount } from './mount.ts';

const DESIGN = { width: 1920, height: 1080 };
const NARROW_BELOW = 720;

export function show(session: Session): void {
  const board = make('msig-leaderboard');
  board.layout = 'table';
  const narrow = (session.address.size?.width ?? innerWidth) < NARROW_BELOW;
  mount(session, [board], narrow ? 'panel' : 'stage');
  if (!narrow) keepFitted(() => DESIGN, session.address, false);
}
