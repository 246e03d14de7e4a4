/** One player's card. Without `player` in the address it is the first seat's. */
import '../../elements/corner/corner.ts';
import type { Session } from '../../link/session.ts';
import { keepFitted } from '../stage-fit.ts';
import { layFights } from './fight-layer.ts';
import { make, mount } from './mount.ts';

const DESIGN = { width: 420, height: 300 };

export function show(session: Session): void {
  const corner = make('msig-corner');
  corner.player = session.address.player ?? 'p1';
  layFights(session, mount(session, [corner], 'stage'), 'corner');
  session.link.want([`bag:${corner.player}`]);
  keepFitted(() => DESIGN, session.address, true);
}
