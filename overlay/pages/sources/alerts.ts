/** Alerts alone. With `player` in the address, what happens to that player. */
import '../../elements/alerts/alerts.ts';
import type { Session } from '../../link/session.ts';
import { make, mount } from './mount.ts';

export function show(session: Session): void {
  const alerts = make('msig-alerts');
  alerts.player = session.address.player;
  mount(session, [alerts], 'panel');
}
