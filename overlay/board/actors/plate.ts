/** A name plate, tied to its token by a thread where it lies far from it. */
import type { Plate } from '../arrange.ts';
import { box } from '../stage.ts';
import type { Theme } from '../theme.ts';
import { move } from './node.ts';

export type PlateLook = Plate & { readonly hidden: boolean };

export function makePlate(): HTMLElement {
  const node = box('plate');
  node.append(document.createElement('bdi'));
  return node;
}

export function setPlate(node: HTMLElement, plate: PlateLook, theme: Theme): void {
  move(node, `translate(${plate.box.x.toFixed(0)}px, ${plate.box.y.toFixed(0)}px)`, plate.hidden ? 0 : 1);
  thread(node, plate);
  const sign = `${plate.text}|${plate.more}|${plate.box.w}|${plate.seat}`;
  if (node.dataset.sign === sign) return;
  node.dataset.sign = sign;
  node.style.width = `${Math.ceil(plate.box.w)}px`;
  node.style.setProperty('--seat', theme.seatColour(plate.seat));
  const name = node.firstElementChild as HTMLElement;
  name.textContent = plate.text;
  node.querySelector('b')?.remove();
  if (!plate.more) return;
  const count = document.createElement('b');
  count.textContent = `+${plate.more}`;
  node.append(count);
}

/** A plate that lies far from its token is tied to it. */
const FAR = 64;

function thread(node: HTMLElement, { box: { x, y, w, h }, from }: Plate): void {
  const [cx, cy] = [Math.max(x, Math.min(from[0], x + w)), Math.max(y, Math.min(from[1], y + h))];
  const far = Math.hypot(from[0] - cx, from[1] - cy);
  const line = node.querySelector<HTMLElement>('.thread');
  if (far < FAR) {
    line?.remove();
    return;
  }
  const tie = line ?? box('thread');
  tie.style.width = `${Math.round(far - 30)}px`;
  const turn = Math.atan2(from[1] - cy, from[0] - cx);
  tie.style.transform = `translate(${(cx - x - 2).toFixed(1)}px, ${(cy - y - 2).toFixed(1)}px) rotate(${turn.toFixed(3)}rad)`;
  if (!line) node.append(tie);
}
