/** What happened, newest first, as many lines as fit. */
import '../../elements/chronicle/chronicle.ts';
import type { Session } from '../../link/session.ts';
import { make, mount } from './mount.ts';

/** More than fit into the tallest source; what does not fit is not shown. */
const LINES = 24;

export function show(session: Session): void {
  const chronicle = make('msig-chronicle');
  chronicle.lines = LINES;
  mount(session, [chronicle], 'panel').classList.add('framed');
}
