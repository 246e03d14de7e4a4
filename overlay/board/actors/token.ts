/** A player's token: halo, piece, crown, and the badges of the effects in force. */
import { box } from '../stage.ts';
import type { Polarity, Theme } from '../theme.ts';
import type { Catalog, PlayerView } from '../types.ts';
import { appear, move, sprite } from './node.ts';

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

/** Badges that are drawn on a token; the rest are a number. */
const BADGES = 2;

export function makeToken({ player }: TokenLook, theme: Theme, scale: number): HTMLElement {
  const crown = theme.crown(scale);
  crown.className = 'crown';
  const halo = box('centre halo');
  return sprite(halo, theme.token(player.seat, scale), crown);
}

export interface Kit {
  readonly theme: Theme;
  readonly scale: number;
  readonly catalog: Catalog;
}

export function setToken(node: HTMLElement, one: TokenLook, kit: Kit): void {
  const size = one.scale * (one.acting ? 1.08 : 1);
  const turn = one.turn ? ` rotate(${one.turn.toFixed(3)}rad)` : '';
  move(
    node,
    `translate(${one.x.toFixed(1)}px, ${one.y.toFixed(1)}px) scale(${size.toFixed(3)})${turn}`,
    one.opacity,
  );
  const [halo, , crown] = node.children as unknown as [HTMLElement, HTMLElement, HTMLElement];
  appear(halo, one.acting);
  appear(crown, one.leader);
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
