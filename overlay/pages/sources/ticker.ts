/** The effects in force, as a line. With `player` in the address, that player's. */
import '../../elements/ticker/ticker.ts';
import type { Session } from '../../link/session.ts';
import { make, mount } from './mount.ts';

export function show(session: Session): void {
  const element = make('msig-ticker');
  element.player = session.address.player;
  mount(session, [element], 'panel');
}
