/** Bonds between tokens: each kind of treaty is a line of its own shape, with its sign in the middle. */

import type { Theme } from '../theme.ts';
import type { BoardView, PlayerId } from '../types.ts';
import { move, sprite } from './node.ts';
import { svgNode } from './svg.ts';

export type BondKind = NonNullable<BoardView['treaties']>[number]['kind'];

export interface BondLook {
  readonly key: string;
  readonly kind: BondKind;
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
}

/** So many lines can be told apart on one board; wars and alliances come first. */
const MOST = 8;
const ORDER: readonly BondKind[] = ['war', 'alliance', 'tribute', 'truce'];
/** Closer tokens stand together anyway; pixels. */
const NEAR = 96;
/** What a token covers at either end. */
const COVERED = 34;
const SIGNS: Readonly<Record<BondKind, { readonly icon: string; readonly tone: 'good' | 'bad' | 'gold' }>> = {
  war: { icon: 'crossed-swords', tone: 'bad' },
  alliance: { icon: 'linked-rings', tone: 'good' },
  tribute: { icon: 'two-coins', tone: 'gold' },
  truce: { icon: 'bordered-shield', tone: 'good' },
};

/** Lines to be drawn, with `at` saying where each token is. */
export function bondLooks(view: BoardView, at: (player: PlayerId) => readonly [number, number]): BondLook[] {
  const treaties = (view.treaties ?? []).toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  return treaties.slice(0, MOST).flatMap(({ n, kind, between, pay }): BondLook[] => {
    // Tribute is drawn from whoever pays.
    const [a, b] = pay?.from === between[1] ? [between[1], between[0]] : between;
    const [x, y] = at(a);
    const [toX, toY] = at(b);
    const [dx, dy] = [toX - x, toY - y];
    return Math.hypot(dx, dy) < NEAR ? [] : [{ key: `${n}`, kind, x, y, dx, dy }];
  });
}

export function makeBond({ kind }: BondLook, theme: Theme, scale: number): HTMLElement {
  const svg = svgNode('svg', { width: '1', height: '1', class: `bond ${kind}` });
  svg.append(svgNode('path', { class: 'edge' }), svgNode('path', {}));
  const sign = theme.emblem(SIGNS[kind].icon, SIGNS[kind].tone, scale);
  sign.classList.add('bond-sign');
  const node = sprite(sign);
  node.prepend(svg);
  return node;
}

export function setBond(node: HTMLElement, { kind, x, y, dx, dy }: BondLook): void {
  move(node, `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`);
  const shape = `${Math.round(dx / 2)},${Math.round(dy / 2)}`;
  if (node.dataset.shape === shape) return;
  node.dataset.shape = shape;
  const length = Math.hypot(dx, dy) - COVERED * 2;
  const turn = `rotate(${((Math.atan2(dy, dx) * 180) / Math.PI).toFixed(1)}) translate(${COVERED})`;
  for (const path of node.querySelectorAll('path')) {
    path.setAttribute('d', lineOf(kind, length));
    path.setAttribute('transform', turn);
  }
  const sign = node.querySelector<HTMLElement>('.bond-sign');
  if (sign) Object.assign(sign.style, { left: `${dx / 2}px`, top: `${dy / 2}px` });
}

/** Alliances are two lines, wars a saw, tribute an arrow; how they are dashed is a matter of style. */
function lineOf(kind: BondKind, length: number): string {
  if (kind === 'alliance') return `M0-4H${length.toFixed(0)}M0 4H${length.toFixed(0)}`;
  if (kind === 'tribute') return `M0 0H${(length - 16).toFixed(0)}M${(length - 16).toFixed(0)}-9l15 9l-15 9`;
  if (kind === 'truce') return `M0 0H${length.toFixed(0)}`;
  const teeth = Math.max(1, Math.floor(length / 24));
  const step = length / teeth / 4;
  const tooth = `l${step.toFixed(2)}-7l${(step * 2).toFixed(2)} 14l${step.toFixed(2)}-7`;
  return `M0 0${tooth.repeat(teeth)}`;
}
