/** What all pages do around their elements: the ground, the words about a lost link, the face handed out. */
import type { FaceElement } from '../elements/face-element.ts';
import { late } from '../link/late.ts';
import type { Session } from '../link/session.ts';

/** A short loss is not worth a word on stream. */
const SILENCE_MS = 4_000;

/** Gives the face to every element of the page and paints the ground that the address asks for. */
export function frame(session: Session, elements: readonly FaceElement[]): void {
  document.body.classList.toggle('night', session.address.night);
  for (const element of elements) element.face = session.face;
  const notice = document.querySelector<HTMLElement>('.notice');
  let timer: ReturnType<typeof setTimeout> | undefined;
  session.onLink((state, code) => {
    if (state === 'refused') return void refuse(session, code);
    if (!notice) return;
    if (state === 'up') {
      clearTimeout(timer);
      timer = undefined;
      notice.hidden = true;
    } else if (state === 'down') {
      // Tries in between do not begin the silence anew.
      timer ??= setTimeout(() => {
        notice.textContent = session.face.words.reconnecting;
        notice.hidden = false;
      }, SILENCE_MS);
    }
  });
}

/** The host will not let this page in: a sign takes the page's place. Its code is brought only now. */
async function refuse(session: Session, code: string): Promise<void> {
  const { signFor } = await late(() => import('../elements/sign/sign.element.ts'));
  await late(() => import('../elements/sign/sign.ts'));
  const main = document.querySelector('main');
  if (!main || document.querySelector('msig-sign')) return;
  const sign = document.createElement('msig-sign');
  sign.name = signFor(code, session.address.key);
  sign.face = session.face;
  main.replaceChildren(sign);
  main.className = '';
}

/** The element of this tag on the page; its absence is a mistake of the page. */
export function part<T extends keyof HTMLElementTagNameMap>(tag: T): HTMLElementTagNameMap[T] {
  const found = document.querySelector(tag);
  if (!found) throw new Error(`the page has no ${tag}`);
  return found;
}
