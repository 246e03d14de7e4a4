/** Votes and trials alone. With `player` in the address, those of that player's chat. */
import '../../elements/votes/votes.ts';
import type { Session } from '../../link/session.ts';
import { make, mount } from './mount.ts';

export function show(session: Session): void {
  const votes = make('msig-votes');
  votes.player = session.address.player;
  mount(session, [votes], 'panel');
}
