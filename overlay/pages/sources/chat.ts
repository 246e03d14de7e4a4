/** The chats of all platforms as one. With `player` in the address, that player's chat alone. */
import '../../elements/talk/talk.ts';
import type { Session } from '../../link/session.ts';
import { make, mount } from './mount.ts';

export function show(session: Session): void {
  const talk = make('msig-talk');
  talk.player = session.address.player;
  mount(session, [talk], 'panel');
}
