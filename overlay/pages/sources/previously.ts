/** «Previously on»: what happened last, and how the race stands. */
import '../../elements/previously/previously.ts';
import type { Session } from '../../link/session.ts';
import { make, mount } from './mount.ts';

export function show(session: Session): void {
  const element = make('msig-previously');
  mount(session, [element], 'panel');
}
