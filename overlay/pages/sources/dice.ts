/** The dice alone. With `player` in the address, that player's. */
import '../../elements/dice/dice.ts';
import type { Session } from '../../link/session.ts';
import { make, mount } from './mount.ts';

export function show(session: Session): void {
  const dice = make('msig-dice');
  dice.player = session.address.player;
  mount(session, [dice], 'panel');
}
