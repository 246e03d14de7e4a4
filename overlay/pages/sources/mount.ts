/** Puts the elements of a source on the page. */
import type { FaceElement } from '../../elements/face-element.ts';
import type { Session } from '../../link/session.ts';
import { frame } from '../frame.ts';

/** A new element of this tag, which the source has registered. */
export function make<T extends keyof HTMLElementTagNameMap>(tag: T): HTMLElementTagNameMap[T] {
  return document.createElement(tag);
}

/** Shows the elements as the page's only content, in a stage or as a panel. */
export function mount(
  session: Session,
  elements: readonly (HTMLElement & FaceElement)[],
  kind: 'stage' | 'panel',
): HTMLElement {
  const main = document.querySelector('main') ?? document.body.appendChild(document.createElement('main'));
  main.className = kind;
  main.append(...elements);
  const { size, scale } = session.address;
  if (kind === 'panel') {
    main.style.setProperty('zoom', String(scale));
    if (size)
      Object.assign(main.style, { width: `${size.width / scale}px`, height: `${size.height / scale}px` });
  }
  frame(session, elements);
  return main;
}
