/** What all pages do around their elements: the ground, the words about a lost link, the face handed out. */
import type { FaceElement } from '../elements/face-element.ts';
import type { Session } from '../link/session.ts';

/** A short loss is not worth a word on stream. */
const SILENCE_MS = 4_000;

/** Gives the face to every element of the page and paints the ground that the address asks for. */
export function frame(session: Session, elements: readonly FaceElement[]): void {
  document.body.classList.toggle('night', session.address.night);
  for (const element of elements) element.face = session.face;
  const notice = document.querySelector<HTMLElement>('.notice');
  let timer: ReturnType<typeof setTimeout> | undefined;
  session.onLink((state) => {
    clearTimeout(timer);
    if (!notice) return;
    const { words } = session.face;
    if (state === 'up') notice.hidden = true;
    if (state === 'up' || state === 'connecting') return;
    notice.textContent = state === 'refused' ? words.refusedLink : words.reconnecting;
    timer = setTimeout(() => (notice.hidden = false), state === 'refused' ? 0 : SILENCE_MS);
  });
}

/** The element of this tag on the page; its absence is a mistake of the page. */
export function part<T extends keyof HTMLElementTagNameMap>(tag: T): HTMLElementTagNameMap[T] {
  const found = document.querySelector(tag);
  if (!found) throw new Error(`the page has no ${tag}`);
  return found;
}
