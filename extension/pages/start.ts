/** What every view does first: a session over the helper, handed to the element of the page. */
import { ebsUrl, Session } from '../link/session.ts';

export interface View extends HTMLElement {
  session: Session | null;
}

export function start(element: View): void {
  const session = new Session(ebsUrl(), new URLSearchParams(location.search));
  element.session = session;
  document.body.append(element);
  session.open();
}
