/** Elements that stand at a point of the board, and how they are moved. */
import { box } from '../stage.ts';

export function sprite(...children: HTMLElement[]): HTMLElement {
  const node = box('sprite');
  node.append(...children);
  return node;
}

const placed = new WeakMap<HTMLElement, string>();

/** Writing a style that has not changed still costs; most elements rest most of the time. */
export function move(node: HTMLElement, transform: string, opacity = 1): void {
  if (placed.get(node) !== transform) {
    placed.set(node, transform);
    node.style.transform = transform;
  }
  shade(node, opacity >= 1 ? '' : opacity.toFixed(3));
}

const shades = new WeakMap<HTMLElement, string>();

/** '' is whole. */
function shade(node: HTMLElement, opacity: string): void {
  if ((shades.get(node) ?? '') === opacity) return;
  shades.set(node, opacity);
  node.style.opacity = opacity;
}

/** Not transparent but absent: what cannot be seen must not make its layer larger. */
export function appear(node: HTMLElement, yes: boolean): void {
  const display = yes ? '' : 'none';
  if (node.style.display !== display) node.style.display = display;
}
