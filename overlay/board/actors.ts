/** The elements that move: tokens with crown and badges, name plates, short-lived marks, seals, numbers of ways. */
import type { Plate } from './arrange.ts';
import { type Layout, roadPoint } from './layout.ts';
import { motifCanvas, paintMotifMark } from './motif-mark.ts';
import type { Mark } from './sparks.ts';
import { box, type Crew, createCrew, type Stage } from './stage.ts';
import type { Polarity, Theme } from './theme.ts';
import type { BoardView, Catalog, PlayerView } from './types.ts';

export interface TokenLook {
  readonly player: PlayerView;
  readonly leader: boolean;
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly opacity: number;
  readonly turn: number;
  readonly acting: boolean;
  readonly crowded: boolean;
}

export interface Actors {
  readonly tokens: Crew<TokenLook>;
  readonly plates: Crew<Plate & { readonly hidden: boolean }>;
  readonly marks: Crew<Mark>;
  readonly seals: Crew<SealLook>;
  readonly ways: Crew<WayLook>;
}

export interface SealLook {
  readonly cell: number;
  readonly kind: 'opened' | 'seen' | 'laid';
  readonly x: number;
  readonly y: number;
}

export interface WayLook {
  readonly key: string;
  readonly n: number;
  readonly x: number;
  readonly y: number;
}

/** Badges that are drawn on a token; the rest are a number. */
const BADGES = 2;

export function createActors(stage: Stage, theme: Theme, catalog: Catalog): Actors {
  const { scale, layers } = stage;
  return {
    tokens: createCrew<TokenLook>({
      layer: layers.tokens,
      key: (one) => one.player.id,
      make: (one) => makeToken(one, theme, scale),
      set: (node, one) => setToken(node, one, { theme, scale, catalog }),
    }),
    plates: createCrew<Plate & { readonly hidden: boolean }>({
      layer: layers.plates,
      key: (one) => one.key,
      make: makePlate,
      set: (node, one) => setPlate(node, one, theme),
    }),
    marks: createCrew<Mark>({
      layer: layers.marks,
      key: (one) => one.key,
      make: (one) => makeMark(one, theme, scale),
      set: (node, one) => setMark(node, one, scale),
    }),
    seals: createCrew<SealLook>({
      layer: layers.seals,
      key: (one) => `${one.kind}${one.cell}`,
      make: ({ kind }) => sprite(theme.seal(kind, scale)),
      set: (node, { x, y }) => move(node, `translate(${x}px, ${y}px)`),
    }),
    ways: createCrew<WayLook>({
      layer: layers.under,
      key: (one) => one.key,
      make: makeWay,
      set: (node, { x, y }) => move(node, `translate(${x}px, ${y}px)`),
    }),
  };
}

function makePlate(): HTMLElement {
  const node = box('plate');
  node.append(document.createElement('bdi'));
  return node;
}

function makeWay({ n }: WayLook): HTMLElement {
  const number = box('centre way');
  number.textContent = String(n);
  return sprite(number);
}

function sprite(...children: HTMLElement[]): HTMLElement {
  const node = box('sprite');
  node.append(...children);
  return node;
}

/** Writing a style that has not changed still costs; most elements rest most of the time. */
function move(node: HTMLElement, transform: string, opacity = 1): void {
  if (node.dataset.at !== transform) {
    node.dataset.at = transform;
    node.style.transform = transform;
  }
  const shade = opacity >= 1 ? '' : opacity.toFixed(3);
  if (node.style.opacity !== shade) node.style.opacity = shade;
}

function makeToken({ player }: TokenLook, theme: Theme, scale: number): HTMLElement {
  const crown = theme.crown(scale);
  crown.className = 'crown';
  const halo = box('centre halo');
  return sprite(halo, theme.token(player.seat, scale), crown);
}

interface Kit {
  readonly theme: Theme;
  readonly scale: number;
  readonly catalog: Catalog;
}

function setToken(node: HTMLElement, one: TokenLook, kit: Kit): void {
  const size = one.scale * (one.acting ? 1.08 : 1);
  const turn = one.turn ? ` rotate(${one.turn.toFixed(3)}rad)` : '';
  move(
    node,
    `translate(${one.x.toFixed(1)}px, ${one.y.toFixed(1)}px) scale(${size.toFixed(3)})${turn}`,
    one.opacity,
  );
  const [halo, , crown] = node.children as unknown as [HTMLElement, HTMLElement, HTMLElement];
  show(halo, one.acting);
  show(crown, one.leader);
  const effects = one.crowded ? [] : one.player.effects;
  const sign = effects.map(({ effect }) => effect + kit.catalog.effects?.[effect]?.polarity).join();
  if (node.dataset.effects === sign) return;
  node.dataset.effects = sign;
  for (const old of [...node.children].slice(3)) old.remove();
  node.append(
    ...badges(
      effects.map(({ effect }) => effect),
      kit,
    ),
  );
}

function show(node: HTMLElement, yes: boolean): void {
  const shade = yes ? '1' : '0';
  if (node.style.opacity !== shade) node.style.opacity = shade;
}

/** The newest effects first, to the lower right of the token. */
function badges(effects: readonly string[], { theme, scale, catalog }: Kit): HTMLElement[] {
  const rest = effects.length - BADGES;
  const nodes: HTMLElement[] = effects.slice(-BADGES).map((id, i) => {
    const known = catalog.effects?.[id];
    const polarity: Polarity = known?.polarity ?? 'mixed';
    const node = theme.badge({ id, polarity, ...(known?.icon ? { icon: known.icon } : {}) }, scale);
    node.classList.add('badge');
    node.style.left = '15px';
    node.style.top = `${14 - i * 27}px`;
    return node;
  });
  if (rest > 0) {
    const more = box('more');
    more.textContent = `+${rest}`;
    nodes.push(more);
  }
  return nodes;
}

function setPlate(node: HTMLElement, plate: Plate & { readonly hidden: boolean }, theme: Theme): void {
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

function makeMark(mark: Mark, theme: Theme, scale: number): HTMLElement {
  if (mark.look === 'emblem') {
    const tone = mark.tone === 'good' || mark.tone === 'bad' ? mark.tone : 'gold';
    return sprite(theme.emblem(mark.icon ?? '', tone, scale));
  }
  if (mark.look === 'motif') return sprite(motifCanvas(scale));
  const node = box(`centre ${mark.look} ${mark.tone}`);
  if (mark.look === 'say') node.textContent = mark.text ?? '';
  if (mark.look === 'shard') node.style.setProperty('--tone', mark.tone === 'bad' ? '#ff5b3a' : '#ffb02e');
  return sprite(node);
}

function setMark(node: HTMLElement, mark: Mark, fine: number): void {
  const { x, y, scale, turn, opacity, squeeze } = mark;
  if (mark.motif) paintMotifMark(node, mark, fine);
  const size =
    squeeze === undefined ? scale.toFixed(3) : `${(scale * squeeze).toFixed(3)}, ${scale.toFixed(3)}`;
  const spin = turn ? ` rotate(${turn.toFixed(3)}rad)` : '';
  move(node, `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)${spin} scale(${size})`, opacity);
}

/** What is to be seen on cells: opened ones, traps that were seen, traps that were laid. */
export function sealsOf(view: BoardView, { spots }: Layout): SealLook[] {
  const at = (cell: number, kind: SealLook['kind']): SealLook[] => {
    const spot = spots[cell];
    return spot ? [{ cell, kind, x: spot.x + spot.r * 0.62, y: spot.y + spot.r * 0.62 }] : [];
  };
  return [
    ...view.opened.flatMap((cell) => at(cell, 'opened')),
    ...Object.keys(view.traps).flatMap((cell) => at(Number(cell), 'seen')),
    ...view.marks.flatMap((mark) => at(mark.cell, 'laid')),
  ];
}

/** Numbers on the ways a player may choose from, as they are typed. */
export function waysOf(view: BoardView, layout: Layout): WayLook[] {
  return view.players.flatMap(({ id, pending }) => {
    if (pending?.is !== 'fork') return [];
    return pending.ways.flatMap((way, i) => {
      const road = layout.roads.find((one) =>
        one.cells.some((cell, k) => cell === pending.cell && one.cells[k + 1] === way),
      );
      if (!road) return [];
      const [x, y] = roadPoint(road, road.cells.indexOf(pending.cell), 0.52);
      return [{ key: `${id}.${i}`, n: i + 1, x, y }];
    });
  });
}
